import type { CaseDocument } from './case-parts/case-document.ts';
import { segmentPhrase } from '../segments/segment-phrase.ts';
import { levels, type DeliveryModel } from './delivery-model.ts';
import { poundsText } from './pounds-text.ts';

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
  /** Whole-life value of the case in pounds with VAT, and the value below which a case is light. */
  size?: { wholeLifeValue: number; lightBelow: number } | null;
};

type Component = CaseDocument['components'][number];
type Rule = (component: Component, model: DeliveryModel, facts: SuggestionFacts) => FiredRule | null;

/** Suppliers below which a market is thin. */
const fewSuppliers = 2;

/** Client staff from which setting a model up is a project of its own. */
const manyStaff = 8;

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
  ({ differentiation }, model) => {
    const side = beyond(differentiation, model.differentiation);
    return side === null
      ? null
      : {
          rule: 'differentiation',
          effect: 'against',
          because:
            side === 'above'
              ? `Doing it our own way matters${differentiation === 'high' ? '' : ' somewhat'}, and this model means doing it as others do.`
              : `${differentiation === 'low' ? 'Nothing' : 'Little'} sets us apart here, and this model is for what does.`,
        };
  },
  ({ volatility }, model) => {
    const side = beyond(volatility, model.volatility);
    return side === null
      ? null
      : {
          rule: 'volatility',
          effect: 'against',
          because:
            side === 'above'
              ? `Rules change ${volatility === 'high' ? 'often' : 'now and then'}, and each change would go through a supplier or a release.`
              : `${volatility === 'low' ? 'Little' : 'Not much'} changes here, and this model pays for being able to change.`,
        };
  },
  ({ segment }, model) => {
    const { segments = [] } = model;
    return segment === undefined || segments.length === 0 || segments.some((one) => one === segment)
      ? null
      : {
          rule: 'segment',
          effect: 'against',
          because: `${model.name} is for ${segments.map((one) => `“${segmentPhrase(one)}”`).join(', ')}, and this is bought as “${segmentPhrase(segment)}”.`,
        };
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
    if (suppliersSeen === null || model.market === 'none' || model.market === 'any') return null;
    if (suppliersSeen >= fewSuppliers)
      return {
        rule: 'market-depth',
        effect: 'for',
        because: `${suppliersSeen} suppliers were seen winning similar work; the market may be larger.`,
      };
    return {
      rule: 'market-depth',
      effect: 'condition',
      because: `${suppliersSeen === 0 ? 'No supplier was' : 'One supplier was'} seen winning similar work; the market may be larger. Open book, a should-cost model and engagement are due.`,
    };
  },
  (_, model, { teamInPost }) => {
    if (teamInPost !== false || (model.family !== 'keep-control' && model.staff.high < manyStaff))
      return null;
    return {
      rule: 'team',
      effect: 'condition',
      because: `It needs ${model.staff.low} to ${model.staff.high} people of our own (${model.skills.slice(0, 3).join(', ')}), who are not in post.`,
    };
  },
  (_, model, { size }) =>
    size == null || size.wholeLifeValue >= size.lightBelow || model.staff.high < manyStaff
      ? null
      : {
          rule: 'size',
          effect: 'against',
          because: `Setting it up takes up to ${model.staff.high} people of our own, and the whole case is worth ${poundsText(size.wholeLifeValue)} with VAT, below ${poundsText(size.lightBelow)}.`,
        },
];

/** Whether a level lies above or below all that a model is made for; null where it is one of them. */
function beyond(
  level: (typeof levels)[number],
  made: readonly (typeof levels)[number][],
): 'above' | 'below' | null {
  if (made.includes(level)) return null;
  return made.every((one) => levels.indexOf(one) < levels.indexOf(level)) ? 'above' : 'below';
}

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
