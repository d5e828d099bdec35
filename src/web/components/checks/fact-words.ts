import type { CheckFinding } from '../../../app/segments/check-views.ts';
import { facts } from '../../../domain/segments/checks/facts.ts';
import type { FactName } from '../../../domain/segments/checks/facts.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** What the words of a fact are found by. */
export type FactWords = {
  /** The name of a delivery model. */
  model: (id: string) => string;
  words: Catalogue;
};

type Fact = CheckFinding['facts'][number];

/**
 * The value of a fact as a page says it: what is chosen from a list by its name, and not by its id.
 *
 * @example factValueWords({ name: 'route', value: 'open', … }, { model, words }) // 'Open procedure'
 */
export function factValueWords({ name, value }: Fact, { model, words }: FactWords): string {
  const declared = isFactName(name) ? facts[name] : null;
  if (declared === null || declared.type === 'number' || declared.type === 'yes-no') return value;
  const named = namesOf(name, { model, words });
  return words.format.list(value.split(', ').map((id) => named(id) ?? id.replaceAll('-', ' ')));
}

/** Names of what can be chosen for a fact; most are words already. */
function namesOf(name: string, { model, words }: FactWords): (id: string) => string | undefined {
  const { regime, route, buyerType } = words.labels;
  const listed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    regime,
    route,
    'buyer-type': buyerType,
  };
  if (name === 'delivery-models') return model;
  return (id) => listed[name]?.[id];
}

/** Whether a fact of that name is declared. */
export function isFactName(name: string): name is FactName {
  return Object.hasOwn(facts, name);
}
