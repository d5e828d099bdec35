import { expect, test } from 'vitest';
import { contractModel } from './contract-model.ts';

test.each([
  ['cloud-hosting', ['Perpetual licences'], { model: 'cloud-platform', basis: 'segment' }],
  ['systems-integration', [], { model: 'systems-integrator', basis: 'segment' }],
  ['sector-systems', ['Housing system', 'Provision of Software-as-a-Service'], { model: 'saas', basis: 'words' }],
  ['cyber-security', ['Annual subscription to a scanner'], { model: 'saas', basis: 'words' }],
  ['back-office-systems', ['On-premise finance system'], { model: 'cots', basis: 'words' }],
  ['back-office-systems', ['Finance system'], null],
  // Words of both kinds say nothing certain.
  ['back-office-systems', ['Off-the-shelf, cloud-hosted finance system'], null],
  ['networks-telecoms', ['Subscription lines'], null],
  ['emerging-technology', ['SaaS'], null],
  ['not-digital', ['Subscription'], null],
  ['nowhere', ['SaaS'], null],
])('a contract of %s that says %j', (segment, texts, expected) => {
  expect(contractModel(segment, texts)).toEqual(expected);
}); // prettier-ignore
