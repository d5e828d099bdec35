import { expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { suggestReuse } from './reuse.ts';

const { reuse } = testContext().reference.decisions;
const ids = (name: string, body: Parameters<typeof suggestReuse>[1]): string[] =>
  suggestReuse({ name }, body, reuse).map(({ candidate }) => candidate);
const always = ['peers-code', 'peers-contracts', 'frameworks', 'own-assets'];

it('a name points to platforms, and what is looked at always comes after them', () => {
  expect(ids('Notifications', 'central-government')).toEqual(['govuk-notify', ...always]);
  expect(ids('Fees and payments', 'local-government')).toEqual(['govuk-pay', ...always]);
  expect(ids('Case workflow', 'central-government')).toEqual(always);
});

it('letters inside a word point to nothing', () => {
  expect(ids('Repayment ledger', 'nhs')).toEqual(always);
  expect(ids('Platform of record', 'central-government')).toEqual(always);
});

it('what a body can’t use isn’t named to it', () => {
  expect(ids('Sign-in', 'local-government')).toEqual(always);
  expect(ids('Sign-in', 'nhs')).toEqual(['nhs-login', ...always]);
});

it('a platform that bodies were told to use says so', () => {
  const [first] = suggestReuse({ name: 'Payments' }, 'central-government', reuse);
  expect(first?.isMandated).toBe(true);
  expect(first?.because).toContain('say why where you don’t');
  expect(suggestReuse({ name: 'Payments' }, 'nhs', reuse)[0]?.isMandated).toBe(false);
});
