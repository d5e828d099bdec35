import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../../test/factories/evidence-figure.ts';
import { mergeEvidence } from './merge-evidence.ts';

it('replaces a figure where it stands, keeps the others and adds what is new', () => {
  const [old, other] = [evidenceFigure(), evidenceFigure({ id: 'other' })];
  const merged = mergeEvidence([old, other], [evidenceFigure({ id: 'new' }), { ...old, value: 9 }]);
  expect(merged.map(({ id, value }) => [id, value])).toEqual([
    ['workflow-suppliers-seen', 9],
    ['other', 14],
    ['new', 14],
  ]);
});
