import type { AmountShown } from './present-amount.ts';
import type { StatusTag } from './present-contract-card.ts';

/** One value of a fact: a text, perhaps linked, or an amount, or a coloured word, with a note behind it. */
export type FactValue = {
  text?: string;
  href?: string | null;
  note?: string | null;
  amount?: AmountShown;
  tag?: StatusTag;
};

/** One line of a summary. */
export type Fact = { key: string; hint: string | null; values: FactValue[] };

/** A line of a summary, or none where there is nothing to say. */
export function fact(
  key: string,
  value: string | FactValue | FactValue[] | null,
  hint: string | null = null,
): Fact[] {
  if (value === null) return [];
  const values = typeof value === 'string' ? [{ text: value }] : [value].flat();
  return values.length === 0 ? [] : [{ key, hint, values }];
}
