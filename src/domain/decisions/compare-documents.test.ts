import { expect, test } from 'vitest';
import { caseWith, smallCase } from '../../../test/factories/sourcing-case.ts';
import { compareDocuments } from './compare-documents.ts';

const before = caseWith();

test('a document and itself say the same', () => {
  expect(compareDocuments(before, caseWith())).toEqual([]);
});

test('an item that only moved is no difference', () => {
  expect(compareDocuments(before, caseWith({ options: smallCase.options.toReversed() }))).toEqual([]);
});

test('a figure is one answer, changed as a whole', () => {
  const lines = smallCase.costs.lines.map((line) =>
    line['id'] === 'product-run' ? { ...line, unitCost: { low: 1, likely: 2, high: 3 } } : line,
  );
  expect(compareDocuments(before, caseWith({ costs: { ...smallCase.costs, lines } }))).toEqual([
    {
      path: 'costs.lines[2].unitCost',
      kind: 'changed',
      before: { low: 400_000, likely: 500_000, high: 800_000 },
      after: { low: 1, likely: 2, high: 3 },
    },
  ]);
});

test('items that came and went are told with their place in their own document', () => {
  const [bau, minimum, product] = smallCase.options;
  const after = caseWith({ options: [bau, minimum, product, { id: 'share', name: 'Share one' }] });
  expect(compareDocuments(before, after).map(({ path, kind }) => `${kind} ${path}`)).toEqual([
    'added options[3]',
    'removed options[3]',
  ]);
});

test('scores are matched by who scored what, and what is left out is gone', () => {
  const scores = smallCase.scores.slice(1).map((score) => ({ ...score, score: score.score + 1 }));
  const found = compareDocuments(before, caseWith({ scores }));
  expect(found).toHaveLength(8);
  expect(found.filter(({ kind }) => kind === 'removed').map(({ path }) => path)).toEqual(['scores[0]']);
  expect(found[0]).toMatchObject({ path: 'scores[0].score', kind: 'changed' });
});

test('a part that is there in one only is told once', () => {
  expect(compareDocuments(before, caseWith({ market: { engaged: 'no' } }))).toMatchObject([
    { path: 'market', kind: 'added', after: { engaged: 'no' } },
  ]);
});
