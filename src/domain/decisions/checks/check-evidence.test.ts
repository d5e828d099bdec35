import { expect, it } from 'vitest';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { evidenceFigure } from '../../../../test/factories/evidence-figure.ts';
import { toBeWritten } from '../to-be-written.ts';
import { checkEvidence } from './check-evidence.ts';

const models = new Set(['saas']);
const found = (parts: Record<string, unknown>): string[] =>
  checkEvidence(caseWith(parts), models).map(({ kind, path }) => `${kind} ${path}`);

it('fresh figures about what the case has are in order', () => {
  expect(found({ evidence: [evidenceFigure(), evidenceFigure({ id: 'b', about: ['buyer'] })] })).toEqual([]);
});

it('an old figure is a warning, and on the last day it isn’t old yet', () => {
  const at = (day: string) => ({ evidence: [evidenceFigure({ at: `${day}T12:00:00.000Z` })] });
  expect(found(at('2026-05-01'))).toEqual([]);
  expect(found(at('2026-04-30'))).toEqual(['warning evidence[0].at']);
});

it('a figure that stands twice is an error, and one about a component that has gone a warning', () => {
  expect(found({ evidence: [evidenceFigure(), evidenceFigure({ about: ['gone'] })] })).toEqual([
    'error evidence[1].id',
    'warning evidence[1].about',
  ]);
});

it('reasons name a component and a model that there are', () => {
  const because = 'Tried in 2025.';
  expect(found({ departures: [{ component: 'workflow', model: 'saas', because }] })).toEqual([]);
  expect(found({ departures: [{ component: 'gone', model: 'magic', because }] })).toEqual([
    'error departures[0].component',
    'error departures[0].model',
  ]);
});

it('what is still to be written is missing', () => {
  const need = { ...caseWith().need, statement: toBeWritten('what is needed') };
  expect(found({ need })).toEqual(['missing need.statement']);
  expect(found({})).toEqual([]);
});
