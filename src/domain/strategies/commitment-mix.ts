import { committedParts } from '../market/committed-value.ts';

/** A contract with the ways to read it that a mix counts by. */
export type MixedContract<Segment extends string> = Parameters<typeof committedParts>[0] & {
  segment: Segment;
  model: string | null;
};

/** One part of a mix; `model` is null where nothing tells it. */
export type MixPart<Segment extends string> = {
  segment: Segment;
  model: string | null;
  /** Contracts of this part, and those whose money could be spread over their term. */
  contracts: number;
  measured: number;
  /** Committed from the first day of a financial year on, without VAT and without options. */
  pence: number;
};

/**
 * What contracts commit from a financial year on, by market segment and delivery model, the largest part first. Values lie in a
 * straight line over the term, as everywhere.
 *
 * @param fromYear financial year, by the year in which it begins
 * @example commitmentMix(contracts, 2026)[0] // { segment: 'cloud-hosting', model: 'cloud-platform', contracts: 3, … }
 */
export function commitmentMix<Segment extends string>(
  contracts: readonly MixedContract<Segment>[],
  fromYear: number,
): MixPart<Segment>[] {
  const parts = new Map<string, MixPart<Segment>>();
  for (const contract of contracts) {
    const { segment, model } = contract;
    const key = `${segment} ${model ?? ''}`;
    const part = parts.get(key) ?? { segment, model, contracts: 0, measured: 0, pence: 0 };
    part.contracts += 1;
    const years = committedParts(contract);
    if (years.length > 0) part.measured += 1;
    for (const { year, pence } of years) if (year >= fromYear) part.pence += pence;
    parts.set(key, part);
  }
  return [...parts.values()].toSorted(
    (one, other) =>
      other.pence - one.pence ||
      other.contracts - one.contracts ||
      (one.segment < other.segment ? -1 : 1) ||
      ((one.model ?? '') < (other.model ?? '') ? -1 : 1),
  );
}
