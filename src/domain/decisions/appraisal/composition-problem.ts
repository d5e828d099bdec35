import type { CompositionProblem } from '../../../maths/composition.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

type Choice = NonNullable<CaseDocument['composition']>['choices'][number];

/** What the composition of a case says nothing about, so that its result doesn’t either. */
export type NotExpressed =
  /** Components of the case that have no choices; they are left out. */
  | { kind: 'component-without-choice'; component: string }
  /** Components that exchange data, with no cost of joining them: it counts as nothing. */
  | { kind: 'interface-without-cost'; between: [string, string] }
  /** Choices whose supplier isn’t named: they count as the own team, and so as no supplier to be managed. */
  | { kind: 'choice-without-supplier'; component: string; model: string }
  /** Always: what a limit allows in each year, and how uncertain these figures are. */
  | { kind: 'years' | 'uncertainty' };

/** A composition to be solved, with the names of what it is made of. */
export type CaseComposition = {
  problem: CompositionProblem;
  /** The choices of each component, in the order of the problem. */
  components: { component: string; choices: Choice[] }[];
  notExpressed: NotExpressed[];
};

/**
 * The problem of which choice to take for each component: worth is points × the price of a point, the term counts as one year,
 * and a choice without a supplier is delivered by the own team.
 *
 * @returns null where the case says nothing of it
 * @example compositionProblem(document)?.problem.components.length // 5
 */
export function compositionProblem(
  document: Pick<CaseDocument, 'components' | 'composition'>,
): CaseComposition | null {
  const { composition } = document;
  if (composition === undefined) return null;
  const byComponent = Map.groupBy(composition.choices, ({ component }) => component);
  const components = [...byComponent].map(([component, choices]) => ({ component, choices }));
  const at = new Map(components.map(({ component }, index) => [component, index]));
  const problem: CompositionProblem = {
    components: components.map(({ choices }) => ({
      options: choices.map(({ model, supplier, value, cost, staff }) => ({
        model,
        supplier: supplier ?? null,
        worth: value * composition.pricePerPoint,
        costByYear: [cost],
        teamFte: staff,
      })),
    })),
    interfaces: composition.interfaces.flatMap(({ between, cost }) => {
      const [one, other] = [at.get(between[0]), at.get(between[1])];
      return one === undefined || other === undefined || one === other
        ? []
        : [{ between: [one, other] as const, costByYear: [cost] }];
    }),
    extraSupplier: {
      teamFte: composition.staffPerExtraSupplier,
      costByYear: [composition.costPerExtraSupplier],
    },
    teamCapacityFte: composition.staffCapacity ?? Infinity,
    budgetByYear: [composition.budget ?? Infinity],
  };
  return { problem, components, notExpressed: gapsOf(document.components, composition) };
}

/** A key for two components, whichever is named first. */
const pair = (one: string, other: string): string => [one, other].toSorted().join('\n');

function gapsOf(
  components: CaseDocument['components'],
  { choices, interfaces }: NonNullable<CaseDocument['composition']>,
): NotExpressed[] {
  const priced = new Set(interfaces.map(({ between: [one, other] }) => pair(one, other)));
  const chosen = new Set(choices.map(({ component }) => component));
  const joined = new Map(
    components.flatMap(({ id, connects }) =>
      connects.map((other): [string, [string, string]] => [pair(id, other), [id, other]]),
    ),
  );
  return [
    ...components
      .filter(({ id }) => !chosen.has(id))
      .map(({ id }) => ({ kind: 'component-without-choice' as const, component: id })),
    ...[...joined]
      .filter(
        ([key, [one, other]]) => one !== other && chosen.has(one) && chosen.has(other) && !priced.has(key),
      )
      .map(([, between]) => ({ kind: 'interface-without-cost' as const, between })),
    ...choices
      .filter(({ supplier }) => supplier === undefined)
      .map(({ component, model }) => ({ kind: 'choice-without-supplier' as const, component, model })),
    { kind: 'years' },
    { kind: 'uncertainty' },
  ];
}
