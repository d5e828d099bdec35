import { textSection } from '../text-form.ts';
import { listText } from './figure-text.ts';
import type { Suggestions } from './suggestions-view.ts';

type Suggested = Suggestions['components'][number];
type Names = Readonly<Record<string, string>>;

/**
 * What is suggested for a case, as text: per component the models with the rules that fired, where the case chose
 * otherwise, and what would change the suggestion.
 *
 * @example suggestionsText(suggestions).split('\n')[0] // 'Replace the licensing casework system'
 */
export function suggestionsText({ title, components, modelNames, optionNames }: Suggestions): string {
  if (components.length === 0)
    return `${title}\nThe case has no components: divide the service into what could be sourced apart.`;
  return [title, ...components.map((one) => componentText(one, { ...optionNames, ...modelNames }))].join(
    '\n\n',
  );
}

function componentText(component: Suggested, names: Names): string {
  const { name, evidence, models, changes } = component;
  const ofVerdict = (verdict: string): Suggested['models'] => models.filter((one) => one.verdict === verdict);
  const known =
    evidence === null ? 'The register couldn’t say how many suppliers there are.' : evidence.sentence;
  return textSection(
    name,
    [
      known,
      ...ofVerdict('suggested').map((one) => modelText(one)),
      otherText('Possible', ofVerdict('possible')),
      textSection('Where the case differs', differenceSentences(component, names).join('\n')),
      textSection('What would change it', changes.map((change) => changeSentence(change, names)).join('\n')),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

function modelText({ name, rules }: Suggested['models'][number]): string {
  return [
    `Suggested: ${name}`,
    ...rules.map(({ effect, because }) => `  ${effect === 'condition' ? 'on condition: ' : ''}${because}`),
  ].join('\n');
}

function otherText(heading: string, models: Suggested['models']): string {
  const lines = models.map(({ name, rules }) => {
    const against = rules.filter(({ effect }) => effect === 'against').map(({ because }) => because);
    return `${heading}: ${name}. ${against.join(' ')}`;
  });
  return lines.join('\n');
}

/**
 * Where a case chose otherwise than suggested, in sentences with the author’s reasons.
 *
 * @example differenceSentences(component, names)[0] // 'SaaS is suggested and no option uses it. No reason is given.'
 */
export function differenceSentences({ differences }: Suggested, names: Names): string[] {
  return differences.map(({ kind, model, options, because }) => {
    const name = names[model] ?? model;
    const what =
      kind === 'suggested-not-chosen'
        ? `${name} is suggested and no shortlisted option uses it.`
        : `${name} isn’t suggested and ${listText(options.map((id) => `“${names[id] ?? id}”`))} ${options.length === 1 ? 'uses' : 'use'} it.`;
    return `${what} ${because === null ? 'No reason is given.' : `The reason given: ${sentence(because)}`}`;
  });
}

/**
 * What a suggestion would be if one fact were another, in a sentence.
 *
 * @example changeSentence({ if: 'it were a commodity', enters: ['saas'], leaves: [], conditions: [], freed: [] }, names)
 * // 'If it were a commodity, SaaS would be suggested.'
 */
export function changeSentence(change: Suggested['changes'][number], names: Names): string {
  const named = (ids: readonly string[]): string => listText(ids.map((id) => names[id] ?? id));
  const parts = [
    change.enters.length === 0 ? '' : `${named(change.enters)} would be suggested`,
    change.leaves.length === 0 ? '' : `${named(change.leaves)} would not be any more`,
    change.conditions.length === 0 ? '' : `${named(change.conditions)} would get a condition`,
    change.freed.length === 0 ? '' : `${named(change.freed)} would lose a condition`,
  ].filter((part) => part !== '');
  return `If ${change.if}, ${parts.join('; ')}.`;
}

const sentence = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);
