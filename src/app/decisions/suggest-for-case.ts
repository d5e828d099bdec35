import { z } from 'zod';
import type { EvidenceFigure } from '../../domain/decisions/case-parts/evidence.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { compareChoices } from '../../domain/decisions/compare-choices.ts';
import { evidenceSentence } from '../../domain/decisions/evidence/evidence-sentence.ts';
import { suggestModels } from '../../domain/decisions/suggest-models.ts';
import { suggestionChanges } from '../../domain/decisions/suggestion-changes.ts';
import { suggestionFacts } from '../../domain/decisions/suggestion-facts.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { collectEvidence } from './case-evidence.ts';
import { givenCaseInput, readGivenCase } from './given-case.ts';
import { suggestionsText } from './suggestions-text.ts';
import { suggestions, type Suggestions } from './suggestions-view.ts';

/** Delivery models for each component of a case. */
export const suggestForCase = operation({
  id: 'decisions.suggest',
  summary:
    'Suggest delivery models for each component of a sourcing case, with the rule that fired for each and what would change it.',
  kind: 'read',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject(givenCaseInput),
  output: suggestions,
  present: suggestionsText,
  run: async (context, given) => {
    const { document } = await readGivenCase(context, given);
    const { figures } = await collectEvidence(context, document);
    return suggestionsOf(context, document, figures);
  },
});

/**
 * What is suggested for a case by figures of the register, live or as the case kept them.
 *
 * @example suggestionsOf(context, document, document.evidence).components[0]?.models[0]?.verdict // 'suggested'
 */
export function suggestionsOf(
  { reference }: Pick<Context, 'reference'>,
  document: CaseDocument,
  figures: readonly EvidenceFigure[],
): Suggestions {
  const models = reference.deliveryModels;
  const names = Object.fromEntries(models.map(({ id, name }) => [id, name]));
  const { lightBelow } = reference.decisions.triage.limits;
  return {
    id: document.id,
    title: document.title,
    modelNames: names,
    optionNames: Object.fromEntries(document.options.map(({ id, name }) => [id, name])),
    components: document.components.map((component) => {
      const { figure, ...facts } = suggestionFacts(document, component.id, figures, lightBelow);
      const found = suggestModels(component, models, facts);
      return {
        id: component.id,
        name: component.name,
        evidence: figure === null ? null : { ...figure, sentence: evidenceSentence(figure) },
        teamInPost: facts.teamInPost,
        models: found.map((one) => ({ ...one, name: names[one.model] ?? one.model })),
        differences: compareChoices(document, component.id, found),
        changes: suggestionChanges(component, models, facts),
      };
    }),
  };
}
