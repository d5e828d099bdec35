import type { CaseDocument } from './case-parts/case-document.ts';
import type { DeliveryModel } from './delivery-model.ts';

/** What a rule says about a model: for it, against it, or that something has to be done first. */
export type RuleEffect = 'for' | 'against' | 'condition';

/** A rule that fired. */
export type FiredRule = { rule: string; effect: RuleEffect; because: string };

/** One model for a component, with every rule that fired. */
export type SuggestedModel = {
  model: string;
  verdict: 'suggested' | 'possible' | 'unlikely';
  rules: FiredRule[];
};

/** What is known beside the component. Null is unknown, and no rule fires on it. */
export type SuggestionFacts = {
  /** Suppliers seen winning similar work in the register; the market may be larger. */
  suppliersSeen: number | null;
  /** Whether a permanent team with the skills is in post by the need date. */
  teamInPost: boolean | null;
};

type Component = CaseDocument['components'][number];
type Rule = (component: Component, model: DeliveryModel, facts: SuggestionFacts) => FiredRule | null;

/** Suppliers below which a market is thin. */
const fewSuppliers = 2;

const rules: readonly Rule[] = [
  ({ evolution }, model) => {
    const fits = model.evolution.includes(evolution);
    return {
      rule: 'evolution',
      effect: fits ? 'for' : 'against',
      because: fits
        ? `${model.name} is made for what is at the stage “${evolution}”.`
        : `${model.name} is made for ${model.evolution.join(' or ')}, and this is ${evolution}.`,
    };
  },
  ({ differentiation }, model) =>
    model.differentiation.includes(differentiation)
      ? null
      : {
          rule: 'differentiation',
          effect: 'against',
          because:
            differentiation === 'high'
              ? 'Doing it our own way matters, and this model means doing it as others do.'
              : 'Nothing sets us apart here, and this model is for what does.',
        },
  ({ volatility }, model) =>
    model.volatility.includes(volatility)
      ? null
      : {
          rule: 'volatility',
          effect: 'against',
          because:
            volatility === 'high'
              ? 'Rules change often, and each change would go through a supplier or a release.'
              : 'Little changes here, and this model pays for being able to change.',
        },
  ({ dataSensitivity }, model) =>
    dataSensitivity === 'official' || model.family === 'keep-control'
      ? null
      : {
          rule: 'data',
          effect: dataSensitivity === 'above' ? 'against' : 'condition',
          because:
            dataSensitivity === 'above'
              ? 'Data above OFFICIAL-SENSITIVE leaves few suppliers and needs a separate accreditation.'
              : 'Sensitive data: settle processor, place and clearance before the market is asked.',
        },
  (_, model, { suppliersSeen }) => {
    if (suppliersSeen === null || suppliersSeen >= fewSuppliers) return null;
    if (model.market === 'none' || model.market === 'any') return null;
    return {
      rule: 'market-depth',
      effect: 'condition',
      because: `${suppliersSeen === 0 ? 'No supplier was' : 'One supplier was'} seen winning similar work; the market may be larger. Open book, a should-cost model and engagement are due.`,
    };
  },
  (_, model, { teamInPost }) => {
    if (teamInPost !== false || (model.family !== 'keep-control' && model.staff.high < 8)) return null;
    return {
      rule: 'team',
      effect: 'condition',
      because: `It needs ${model.staff.low} to ${model.staff.high} people of our own (${model.skills.slice(0, 3).join(', ')}), who are not in post.`,
    };
  },
];

const verdicts = ['suggested', 'possible', 'unlikely'] as const;

/**
 * Delivery models for one component with the rules that fired, those without a rule against them first. A suggestion is
 * a start: the person decides, and the record shows where they chose otherwise.
 *
 * @param models in the order in which equals are listed
 * @example suggestModels(component, models, { suppliersSeen: 1, teamInPost: null })[0]?.verdict // 'suggested'
 */
export function suggestModels(
  component: Component,
  models: readonly DeliveryModel[],
  facts: SuggestionFacts,
): SuggestedModel[] {
  const found = models.map(({ id, ...model }): SuggestedModel => {
    const fired = rules.flatMap((rule) => rule(component, { id, ...model }, facts) ?? []);
    const against = fired.filter(({ effect }) => effect === 'against').length;
    return {
      model: id,
      verdict: against === 0 ? 'suggested' : against === 1 && isForStage(fired) ? 'possible' : 'unlikely',
      rules: fired,
    };
  });
  const conditions = ({ rules: fired }: SuggestedModel): number =>
    fired.filter(({ effect }) => effect === 'condition').length;
  return found.toSorted(
    (one, other) =>
      verdicts.indexOf(one.verdict) - verdicts.indexOf(other.verdict) || conditions(one) - conditions(other),
  );
}

function isForStage(fired: readonly FiredRule[]): boolean {
  return fired.some(({ rule, effect }) => rule === 'evolution' && effect === 'for');
}
