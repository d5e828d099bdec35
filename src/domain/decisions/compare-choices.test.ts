import { expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../test/factories/sourcing-case.ts';
import { compareChoices } from './compare-choices.ts';
import type { SuggestedModel } from './suggest-models.ts';

const suggested: SuggestedModel[] = [
  { model: 'saas', verdict: 'suggested', rules: [] },
  { model: 'cots', verdict: 'suggested', rules: [] },
  { model: 'in-house-build', verdict: 'unlikely', rules: [] },
  { model: 'joint-venture', verdict: 'unlikely', rules: [] },
];
const compare = (parts: Record<string, unknown> = {}) =>
  compareChoices(caseWith(parts), 'workflow', suggested);

it('shows what was chosen and isn’t suggested, and what is suggested and wasn’t chosen', () => {
  expect(compare()).toEqual([
    { kind: 'suggested-not-chosen', model: 'cots', options: [], because: null },
    { kind: 'chosen-not-suggested', model: 'in-house-build', options: ['build'], because: null },
  ]);
});

it('takes the reason of the option, and rather the one that was given for the difference', () => {
  const options = [
    ...smallCase.options.slice(0, 3),
    { id: 'build', name: 'Build it', model: 'in-house-build', because: 'Tests control.' },
    { id: 'licence', name: 'License it', model: 'cots', shortlisted: false, because: 'No host.' },
  ];
  expect(compare({ options }).map(({ because }) => because)).toEqual(['No host.', 'Tests control.']);
  const departures = [{ component: 'workflow', model: 'cots', because: 'Said apart.' }];
  expect(compare({ options, departures })[0]?.because).toBe('Said apart.');
  const elsewhere = [{ component: 'register', model: 'cots', because: 'Said apart.' }];
  expect(compare({ options, departures: elsewhere })[0]?.because).toBe('No host.');
});

it('a mixed option counts by component, and a case without a choice differs nowhere', () => {
  const mixed = { id: 'mixed', name: 'Mixed', models: { workflow: 'saas', register: 'in-house-build' } };
  const options = [...smallCase.options.slice(0, 2), mixed];
  expect(compare({ options }).map(({ model }) => model)).toEqual(['cots']);
  expect(compare({ options: smallCase.options.slice(0, 2) })).toEqual([]);
});
