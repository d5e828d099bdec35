import { expect, it } from 'vitest';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { suggestModels } from './suggest-models.ts';
import { suggestionChanges } from './suggestion-changes.ts';

const { deliveryModels: models } = testContext().reference;
const component = (parts: Record<string, unknown>) => {
  const [found] = caseWith({ components: [{ id: 'part', name: 'A part', ...parts }] }).components;
  if (found === undefined) throw new Error('The case has no component.');
  return found;
};
const changes = (facts: { suppliersSeen: number | null; teamInPost: boolean | null }) =>
  suggestionChanges(component({ evolution: 'product' }), models, facts);

it('what a change says is what the rules say of the changed component', () => {
  const found = changes({ suppliersSeen: 14, teamInPost: true });
  const commodity = found.find((change) => change.if === 'it were a commodity');
  const then = suggestModels(component({ evolution: 'commodity' }), models, {
    suppliersSeen: 14,
    teamInPost: true,
  });
  for (const model of commodity?.enters ?? [])
    expect(then.find((one) => one.model === model)?.verdict).toBe('suggested');
  for (const model of commodity?.leaves ?? [])
    expect(then.find((one) => one.model === model)?.verdict).not.toBe('suggested');
  expect([...(commodity?.enters ?? []), ...(commodity?.leaves ?? [])]).not.toEqual([]);
});

it('a thin market is a condition and takes no model away', () => {
  const thin = changes({ suppliersSeen: 14, teamInPost: null }).find(({ if: text }) =>
    text.startsWith('one supplier'),
  );
  expect(thin?.conditions).toContain('saas');
  expect(thin?.leaves).toEqual([]);
  const wide = changes({ suppliersSeen: 1, teamInPost: null }).find(({ if: text }) =>
    text.startsWith('several'),
  );
  expect(wide?.freed).toContain('saas');
});

it('what isn’t known isn’t turned round', () => {
  const texts = changes({ suppliersSeen: null, teamInPost: null }).map((change) => change.if);
  expect(texts.some((text) => /supplier|team/u.test(text))).toBe(false);
  expect(texts.length).toBeGreaterThan(0);
});
