import { z } from 'zod';
import type { Basis } from '../../domain/segments/playbook/playbook.ts';
import { reviewDue } from '../../domain/segments/playbook/review-due.ts';
import { sectionIds } from '../../domain/segments/playbook/sections.ts';
import { factsAsked } from '../../domain/segments/checks/condition.ts';
import { londonDayOf } from '../../lib/days.ts';
import { operation } from '../operation.ts';
import { conditionText } from './condition-text.ts';
import { playbookText } from './playbook-text.ts';
import { playbookView, type PlaybookView } from './playbook-view.ts';
import { livePlaybook, playbookVersion, type StoredPlaybook } from './playbook-store.ts';
import { playbookField, versionField } from './playbook-version-views.ts';

/** Shows the playbook of a segment. */
export const showPlaybook = operation({
  id: 'segments.playbook',
  summary: 'Show the playbook of a market segment: how it sells, what goes wrong, terms, levers and checks.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({
    segment: playbookField,
    revision: versionField.optional().describe('Version, from 1; left out, the one that counts now.'),
  }),
  output: playbookView,
  present: playbookText,
  run: async (context, { segment, revision }) => {
    const names = new Map(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
    const stored = await (revision === undefined
      ? livePlaybook(context, segment)
      : playbookVersion(context, segment, revision));
    return presentPlaybook(stored, names, londonDayOf(context.clock.now()));
  },
});

/** A playbook as operations answer it; `models` gives delivery models their names. */
function presentPlaybook(
  { playbook, version, saved, warnings }: StoredPlaybook,
  models: ReadonlyMap<string, string>,
  today: string,
): PlaybookView {
  const { sections, checks, ownChecks, sources, ...rest } = playbook;
  const due = reviewDue(rest.reviewed, today);
  return {
    ...rest,
    reviewDueOn: due.on,
    isReviewDue: due.isDue,
    version,
    savedAt: saved?.at ?? null,
    savedBy: saved?.by ?? null,
    isChangedSince: saved !== null && londonDayOf(new Date(saved.at)) > rest.reviewed,
    warnings,
    sections: sectionIds.map((id) => ({
      id,
      paragraphs: sections[id].map(({ model, basis, ...paragraph }) => ({
        ...paragraph,
        ...basisOf(basis),
        model: model === null ? null : { id: model, name: models.get(model) ?? model },
      })),
    })),
    checks: checks.map(({ when, basis, ...check }, index) => ({
      ...check,
      ...basisOf(basis),
      when: conditionText(when),
      facts: factsAsked(when),
      isOwn: index < ownChecks,
    })),
    sources: [...sources],
  };
}

function basisOf(basis: Basis): { basis: 'source' | 'judgement'; sources: string[] } {
  return { basis: basis.kind, sources: basis.kind === 'source' ? [...basis.sources] : [] };
}
