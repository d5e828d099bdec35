import { expect, it } from 'vitest';
import { authoredReference } from '../../../test/factories/reference.ts';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import { playbookChanges } from './playbook-changes.ts';
import { playbooksOf } from './playbooks.ts';

const found = playbooksOf(authoredReference()).get('cloud-hosting');
if (found === undefined) throw new Error('There is no playbook to change.');
const before: Playbook = found;

const withRisks = (
  change: (risks: Playbook['sections']['risks']) => Playbook['sections']['risks'],
): Playbook => ({
  ...before,
  sections: { ...before.sections, risks: change(before.sections.risks) },
});

it('nothing changed between a playbook and itself', () => {
  expect(playbookChanges(before, before)).toEqual([]);
});

it('a rewritten paragraph is told word by word', () => {
  const after = withRisks(([first, ...rest]) =>
    first === undefined ? rest : [{ ...first, text: first.text.replace('Dependence', 'Lock-in') }, ...rest],
  );
  const [change, ...others] = playbookChanges(before, after);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ place: 'Risks', kind: 'changed' });
  expect(change?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: 'Dependence' },
    { kind: 'added', text: 'Lock-in' },
  ]);
});

it('a paragraph that moved is told as moved, also where a word of it changed', () => {
  const moved = playbookChanges(
    before,
    withRisks(([first, ...rest]) => (first === undefined ? rest : [...rest, first])),
  );
  expect(moved.map(({ kind }) => kind)).toEqual(['moved']);
  const both = playbookChanges(
    before,
    withRisks(([first, ...rest]) =>
      first === undefined ? rest : [...rest, { ...first, text: `${first.text} Always.` }],
    ),
  );
  expect(both.map(({ kind }) => kind)).toEqual(['changed']);
});

it('what was added and what was taken out are told whole, under their heading', () => {
  const after = withRisks(([, ...rest]) => [
    ...rest,
    { id: null, name: null, text: 'Quite another thing.', basis: { kind: 'judgement' }, formula: null, by: null, model: null },
  ]); // prettier-ignore
  expect(playbookChanges(before, after).map(({ kind, place }) => [kind, place])).toEqual([
    ['removed', 'Risks'],
    ['added', 'Risks'],
  ]);
});

it('a mark, an owner and a check are told too', () => {
  const [check, ...rest] = before.checks;
  if (check === undefined) throw new Error('There is no check to change.');
  const after: Playbook = {
    ...before,
    owner: 'Head of cloud',
    checks: [{ ...check, outcome: 'stop' }, ...rest],
  };
  const changes = playbookChanges(before, after);
  expect(changes.map(({ place }) => place)).toEqual(['About the playbook', 'Checks']);
  expect(changes[1]?.parts).toContainEqual({ kind: 'added', text: 'stop' });
});
