import type { ComposedOption, ComposedOptions } from '../../domain/decisions/appraisal/compose-options.ts';
import type { NotExpressed } from '../../domain/decisions/appraisal/composition-problem.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { countText } from '../count-text.ts';
import { textTable } from '../text-form.ts';
import { namesOf, type CaseNames } from './case-names.ts';
import { listText, pointsText, poundsText } from './figure-text.ts';

/**
 * The best compositions as text: which model for each component, what each composition is worth and costs, and what the figures
 * leave out.
 *
 * @param modelName name of a delivery model by its id
 * @example compositionText(document, composed, modelName).split('\n')[0] // 'These are the 5 best compositions within the limits, proven.'
 */
export function compositionText(
  document: CaseDocument,
  composed: ComposedOptions,
  modelName: (id: string) => string,
): string {
  const { lead, rows, notes } = compositionParts(document, composed, modelName);
  return [...lead, ...(rows.length === 0 ? [] : ['', textTable(rows)]), '', ...notes].join('\n');
}

/**
 * What {@link compositionText} says, in its parts: sentences before the table, its rows with the heads first (none where nothing
 * keeps the limits), and what the figures leave out.
 */
export function compositionParts(
  document: CaseDocument,
  composed: ComposedOptions,
  modelName: (id: string) => string,
): { lead: string[]; rows: string[][]; notes: string[] } {
  const names = namesOf(document);
  const { best, bestUnmixed } = composed;
  const [first] = best;
  return {
    lead: [
      ...verdictText(composed).split('\n'),
      ...(first === undefined ? [] : [mixText(first, bestUnmixed, modelName)]),
    ],
    rows: first === undefined ? [] : rowsOf(best, names, modelName),
    notes: notExpressedTexts(composed.notExpressed, names),
  };
}

function verdictText({ kind, best, shortfalls }: ComposedOptions): string {
  const count = best.length;
  if (kind === 'proven')
    return count === 1
      ? 'This is the only composition within the limits.'
      : `These are the ${count} best compositions within the limits, proven.`;
  if (kind === 'out-of-time')
    return 'The time ran out: these are the best compositions that were found, and there may be better ones.';
  const told = shortfalls.map(({ limit, available, needed }) => {
    const amount = limit === 'budget' ? poundsText : pointsText;
    const held =
      limit === 'budget'
        ? `The budget is ${amount(available)}`
        : `There are ${amount(available)} full-time equivalents of client staff`;
    return needed === null
      ? `${held}; more of that alone would not do.`
      : `${held}; ${amount(needed)} would do.`;
  });
  return ['No composition keeps the limits.', ...told].join('\n');
}

function mixText(
  best: ComposedOption,
  unmixed: ComposedOption | null,
  modelName: (id: string) => string,
): string {
  if (!best.isMixed)
    return 'The best takes one delivery model throughout: a mixed economy does not pay here.';
  if (unmixed === null)
    return 'The best mixes delivery models; no single model is offered for every component within the limits.';
  const model = modelName(unmixed.parts[0]?.model ?? '');
  return `The best mixes delivery models. Of those with one model throughout the best is ${model}; after cost it is worth ${poundsText(best.net - unmixed.net)} less.`;
}

function rowsOf(
  best: readonly ComposedOption[],
  names: CaseNames,
  modelName: (id: string) => string,
): string[][] {
  const places = best.map((_, index) => `${index + 1}.`);
  const row = (label: string, of: (one: ComposedOption) => string): string[] => [label, ...best.map(of)];
  return [
    ['', ...places],
    ...(best[0]?.parts ?? []).map(({ component }, at) =>
      row(names.component(component), ({ parts }) => partText(parts[at], modelName)),
    ),
    row('points (mean of components)', ({ value }) => pointsText(value)),
    row('cost of the choices', ({ choiceCost }) => poundsText(choiceCost)),
    row('joining unlike models', ({ interfaceCost }) => poundsText(interfaceCost)),
    row('suppliers after the first', ({ supplierCost }) => poundsText(supplierCost)),
    row('cost together', ({ cost }) => poundsText(cost)),
    row('points in pounds, less cost', ({ net }) => poundsText(net)),
    row('client staff', ({ staff }) => pointsText(staff)),
    row('suppliers', ({ suppliers }) => String(suppliers)),
  ];
}

function partText(
  part: ComposedOption['parts'][number] | undefined,
  modelName: (id: string) => string,
): string {
  if (part === undefined) return '';
  const model = modelName(part.model);
  return part.supplier === null ? model : `${model} (${part.supplier})`;
}

function notExpressedTexts(gaps: readonly NotExpressed[], names: CaseNames): string[] {
  const of = <Kind extends NotExpressed['kind']>(kind: Kind): Extract<NotExpressed, { kind: Kind }>[] =>
    gaps.filter((gap): gap is Extract<NotExpressed, { kind: Kind }> => gap.kind === kind);
  const without = of('component-without-choice').map(({ component }) => names.component(component));
  const free = of('interface-without-cost').map(
    ({ between: [one, other] }) => `${names.component(one)} with ${names.component(other)}`,
  );
  const own = of('choice-without-supplier').length;
  return [
    ...(without.length === 0
      ? []
      : [`Left out, because nothing was given to choose from: ${listText(without)}.`]),
    ...(free.length === 0 ? [] : [`Counted as free, because no cost was given: joining ${listText(free)}.`]),
    ...(own === 0
      ? []
      : [
          `${countText(own, 'choice')} without a supplier ${own === 1 ? 'counts' : 'count'} as the own team.`,
        ]),
    'Not expressed: what each year’s budget allows, and how uncertain these figures are. Points of all components count alike.',
  ];
}
