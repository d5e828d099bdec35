import type { CaseDocument } from './case-parts/case-document.ts';
import { evolutions } from './case-parts/need.ts';
import { levels, type DeliveryModel } from './delivery-model.ts';
import { suggestModels, type SuggestionFacts } from './suggest-models.ts';

type Component = CaseDocument['components'][number];

/** What a suggestion would be if one fact were another. */
export type SuggestionChange = {
  /** The other fact, as the end of “if …”. */
  if: string;
  /** Models that would be suggested then, and those that wouldn’t be any more. */
  enters: string[];
  leaves: string[];
  /** Models that would get a condition, and those that would lose one. */
  conditions: string[];
  freed: string[];
};

/**
 * How far the suggestions for a component rest on each fact: what would change if it stood one stage further or less far,
 * mattered more or less, changed more or less often, if the market were thin or not, and if the team were in post or not.
 * Facts that change nothing are left out.
 *
 * @example suggestionChanges(component, models, facts)[0]?.if // 'it were a commodity'
 */
export function suggestionChanges(
  component: Component,
  models: readonly DeliveryModel[],
  facts: SuggestionFacts,
): SuggestionChange[] {
  const standing = outcomeOf(component, models, facts);
  return variations(component, facts).flatMap(({ text, component: other, facts: otherFacts }) => {
    const then = outcomeOf(other, models, otherFacts);
    const change = {
      if: text,
      enters: without(then.suggested, standing.suggested),
      leaves: without(standing.suggested, then.suggested),
      conditions: without(then.conditions, standing.conditions).filter((model) =>
        standing.suggested.includes(model),
      ),
      freed: without(standing.conditions, then.conditions).filter((model) =>
        standing.suggested.includes(model),
      ),
    };
    const moved = [change.enters, change.leaves, change.conditions, change.freed];
    return moved.every((list) => list.length === 0) ? [] : [change];
  });
}

type Variation = { text: string; component: Component; facts: SuggestionFacts };

const stageTexts = {
  genesis: 'it were new and uncertain',
  custom: 'it were built for each',
  product: 'several sold it as a product',
  commodity: 'it were a commodity',
} as const;

function variations(component: Component, facts: SuggestionFacts): Variation[] {
  const place = evolutions.indexOf(component.evolution);
  const stages = [place - 1, place + 1].flatMap((at) => (at < 0 ? [] : (evolutions[at] ?? [])));
  return [
    ...stages.map((evolution) => ({
      text: stageTexts[evolution],
      component: { ...component, evolution },
      facts,
    })),
    ...otherLevels(component.differentiation).map((differentiation) => ({
      text: `doing it our own way mattered ${amountTexts[differentiation]}`,
      component: { ...component, differentiation },
      facts,
    })),
    ...otherLevels(component.volatility).map((volatility) => ({
      text: `rules changed it ${oftenTexts[volatility]}`,
      component: { ...component, volatility },
      facts,
    })),
    ...(facts.suppliersSeen === null
      ? []
      : [
          facts.suppliersSeen > 1
            ? { text: 'one supplier alone were seen', component, facts: { ...facts, suppliersSeen: 1 } }
            : { text: 'several suppliers were seen', component, facts: { ...facts, suppliersSeen: 3 } },
        ]),
    ...(facts.teamInPost === null
      ? []
      : [
          {
            text: facts.teamInPost ? 'the team were not in post' : 'the team were in post',
            component,
            facts: { ...facts, teamInPost: !facts.teamInPost },
          },
        ]),
  ];
}

const otherLevels = (own: string): (typeof levels)[number][] => levels.filter((level) => level !== own);

const amountTexts = { low: 'little', medium: 'somewhat', high: 'much' } as const;
const oftenTexts = { low: 'seldom', medium: 'now and then', high: 'often' } as const;

function outcomeOf(
  component: Component,
  models: readonly DeliveryModel[],
  facts: SuggestionFacts,
): { suggested: string[]; conditions: string[] } {
  const found = suggestModels(component, models, facts);
  return {
    suggested: found.filter(({ verdict }) => verdict === 'suggested').map(({ model }) => model),
    conditions: found
      .filter(({ rules }) => rules.some(({ effect }) => effect === 'condition'))
      .map(({ model }) => model),
  };
}

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((one) => !those.includes(one));
