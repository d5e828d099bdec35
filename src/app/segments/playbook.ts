import { z } from 'zod';
import type { Basis, Playbook } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds } from '../../domain/segments/playbook/sections.ts';
import { factsAsked } from '../../domain/segments/checks/condition.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { operation } from '../operation.ts';
import { conditionText } from './condition-text.ts';
import { playbookText } from './playbook-text.ts';
import { playbookView, type PlaybookView } from './playbook-view.ts';
import { playbookOf } from './playbooks.ts';

/** Shows the playbook of a segment. */
export const showPlaybook = operation({
  id: 'segments.playbook',
  summary: 'Show the playbook of a market segment: how it sells, what goes wrong, terms, levers and checks.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({ segment: z.enum(digitalSegmentIds).describe('The segment.') }),
  output: playbookView,
  present: playbookText,
  run: async (context, { segment }) => {
    const names = new Map(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
    return presentPlaybook(playbookOf(context.reference, segment), names);
  },
});

/** A playbook as operations answer it; `models` gives delivery models their names. */
function presentPlaybook(playbook: Playbook, models: ReadonlyMap<string, string>): PlaybookView {
  const { sections, checks, ownChecks, sources, ...rest } = playbook;
  return {
    ...rest,
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
