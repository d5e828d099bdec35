import { normaliseName } from '../organisations/normalise-name.ts';
import type { BodyType, BuyingBody, Nation } from './regime.ts';

/** A body that others take over, as `reference/body-changes.yaml` has it. */
export type BodyChange = {
  id: string;
  /** Names of the bodies that end; empty where a whole kind of body is meant. */
  names: readonly string[];
  /** Of a whole kind of body: which. */
  bodyTypes: readonly BodyType[];
  nations: readonly Nation[];
  /** Who takes over; empty where that isn’t held. `share` is from 0 to 1, null where not held. */
  successors: readonly { name: string; share: number | null }[];
  /** First day of the successors; null where it isn’t held. */
  on: string | null;
  instrument: string;
  status: 'planned' | 'enacted';
  /** Pounds over the whole life from which the successor must consent, where a direction was given; null where that isn’t so. */
  consentAbove: number | null;
  note: string | null;
  source: string;
  reviewed: string;
  isSample: boolean;
};

/** A change that concerns a body, with what it means for a term. */
export type BodyChangeFinding = {
  change: BodyChange;
  /** Whether it names the body, or its whole kind. */
  reach: 'body' | 'kind';
  /** Whether the body ends before the term does; null where no day is held. */
  isWithinTerm: boolean | null;
  /** Whether the successor may have to consent. */
  mayNeedConsent: boolean;
};

/**
 * What is held of a body’s end: changes that name it, or else those of its whole kind.
 *
 * @param name of the body; null where nobody said it
 * @param term last day of the contract as `YYYY-MM-DD`, and its value without VAT over the whole life
 * @example bodyChangesOf('Woking Borough Council', body, { endOn: '2029-01-31', netPence: 240_000_000 }, changes)[0]?.isWithinTerm // true
 */
export function bodyChangesOf(
  name: string | null,
  { bodyType, nation }: BuyingBody,
  { endOn, netPence }: { endOn: string; netPence: number },
  changes: readonly BodyChange[],
): BodyChangeFinding[] {
  const key = name === null ? '' : normaliseName(name);
  const named =
    key === '' ? [] : changes.filter(({ names }) => names.some((one) => normaliseName(one) === key));
  const meant =
    named.length > 0
      ? named
      : changes.filter(
          ({ names, bodyTypes, nations }) =>
            names.length === 0 && bodyTypes.includes(bodyType) && nations.includes(nation),
        );
  return meant.map((change) => {
    const isWithinTerm = change.on === null ? null : change.on <= endOn;
    return {
      change,
      reach: named.length > 0 ? 'body' : 'kind',
      isWithinTerm,
      mayNeedConsent:
        isWithinTerm !== false && change.consentAbove !== null && netPence > change.consentAbove * 100,
    };
  });
}
