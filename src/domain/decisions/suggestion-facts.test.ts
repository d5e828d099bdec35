import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../test/factories/evidence-figure.ts';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { suggestionFacts } from './suggestion-facts.ts';

const facts = (parts: Record<string, unknown>, figures = [evidenceFigure()]) =>
  suggestionFacts(caseWith(parts), 'workflow', figures, 1_000_000);

it('suppliers are those of the size where enough were seen, else those of any', () => {
  const ofSize = evidenceFigure({ id: 'of-size', measure: 'suppliers-of-size', value: 3 });
  expect(facts({}, [evidenceFigure(), ofSize]).suppliersSeen).toBe(3);
  expect(facts({}, [evidenceFigure(), { ...ofSize, value: undefined }]).suppliersSeen).toBe(14);
  expect(facts({}, [evidenceFigure({ about: ['register'] })]).suppliersSeen).toBeNull();
});

it('what the tests found of the team wins over the triage', () => {
  const test = (result: string) => [{ option: 'build', test: 'team-in-post', result }];
  expect(facts({ triage: { team: true } }).teamInPost).toBe(true);
  expect(facts({ triage: { team: true }, tests: test('condition') }).teamInPost).toBe(false);
  expect(facts({ tests: test('pass') }).teamInPost).toBe(true);
  expect(facts({ tests: test('unknown') }).teamInPost).toBeNull();
});

it('the size is known where the triage says the value', () => {
  expect(facts({}).size).toBeNull();
  expect(facts({ triage: { 'whole-life-value': 82_000 } }).size).toEqual({
    wholeLifeValue: 82_000,
    lightBelow: 1_000_000,
  });
});
