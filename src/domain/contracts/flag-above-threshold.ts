import type { JsonObject } from '../../lib/json.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import { objectAt, objectsAt, textAt, textsAt } from '../notices/json-fields.ts';
import type { Threshold } from '../notices/facts-reference.ts';
import type { Amount } from './amount.ts';

/** From here on the notice contradicts itself, and the process says so. VAT, lots and kinds of buyer explain less. */
const doubtedFrom = 2;
/**
 * From here on the value isn't believed. Of 523 processes below the threshold ten are at least twice
 * it: up to 6.2 times they read like the price with the wrong box ticked, from 8.9 times on like pence for pounds.
 */
const flaggedFrom = 7;

/** What is compared: sums paid in the end may have grown. */
const comparedKinds: readonly Amount['kind'][] = ['ceiling', 'estimate', 'award', 'contract'];

/**
 * Marks values in pounds far above the threshold of the Procurement Act that the notice says the process is below. From seven times on they
 * carry the flag `above-threshold`; from twice on the process says that its notice contradicts itself.
 * Nothing happens outside the Act, or where no threshold is known for the day.
 *
 * @param amounts of the process and its contracts; their `flag` is set in place
 * @param day of first publication
 * @example flagAboveThreshold(amounts, { compiled, day: '2026-07-29' }, reader)
 */
export function flagAboveThreshold(
  amounts: readonly Amount[],
  { compiled, day }: { compiled: JsonObject; day: string | null },
  reader: FactsReader,
): void {
  if (reader.regime !== 'below-threshold' || day === null) return;
  // On Contracts Finder "(below threshold)" is part of a procedure's name, and the thresholds are another law's.
  if (textAt(objectAt(objectAt(compiled, 'tender'), 'legalBasis'), 'scheme') !== 'UKPGA') return;
  const threshold = thresholdOf(compiled, day, reader.reference.thresholds);
  if (threshold === null) return;
  const times = (amount: Amount): number =>
    amount.flag === null && amount.currency === 'GBP' && comparedKinds.includes(amount.kind)
      ? (amount.minorUnits ?? 0) / threshold.grossMinorUnits
      : 0;
  const [highest] = amounts.toSorted((one, other) => times(other) - times(one));
  if (highest === undefined || times(highest) < doubtedFrom) return;
  const isCounted = times(highest) < flaggedFrom;
  reader.quality.push(
    `${highest.sourcePath}: ${times(highest).toFixed(1)} times the threshold of £${pounds(threshold)} ` +
      `(${threshold.name}) that the notice says it is below; ` +
      `${isCounted ? 'one of the two is a slip' : 'the value isn’t counted'}.`,
  );
  // Net and gross are one value: where one can't be, neither can the other.
  const paths = new Set(amounts.filter((one) => times(one) >= flaggedFrom).map(valuePath));
  for (const amount of amounts) if (paths.has(valuePath(amount))) amount.flag ??= 'above-threshold';
}

/**
 * The highest threshold that may apply to a process on a day: the doubt must not rest on what the notice leaves open.
 * Without a category it is that of works, without a kind of buyer that of sub-central bodies.
 *
 * @returns null where none is known for the day
 * @example thresholdOf(compiled, '2026-07-29', reference.thresholds)?.id // 'light-touch'
 */
function thresholdOf(compiled: JsonObject, day: string, thresholds: readonly Threshold[]): Threshold | null {
  const ids = thresholdIds(compiled);
  const inForce = thresholds.filter(
    ({ id, from, to }) => ids.has(id) && from <= day && (to === null || to >= day),
  );
  return inForce.toSorted((one, other) => other.grossMinorUnits - one.grossMinorUnits)[0] ?? null;
}

/** `tender.specialRegime[]` and the thresholds that go with it. */
const specialThresholds: Readonly<Record<string, string>> = {
  concession: 'concession',
  lightTouch: 'light-touch',
  utilities: 'utilities',
  defenceSecurity: 'defence',
};

function thresholdIds(compiled: JsonObject): Set<string> {
  const tender = objectAt(compiled, 'tender');
  const categories = [tender, ...objectsAt(compiled, 'awards')].flatMap(
    (holder) => textAt(holder, 'mainProcurementCategory') ?? [],
  );
  const ids = new Set(
    textsAt(tender, 'specialRegime').flatMap((special) => specialThresholds[special] ?? []),
  );
  if (categories.length === 0 || categories.includes('works')) ids.add('works');
  // `UK_CA_TYPE`; an undertaking may buy for its utility without saying so.
  const types = buyerTypesOf(compiled);
  if (types.some((type) => type === 'publicUndertaking' || type === 'privateUtility')) ids.add('utilities');
  const isCentral = types.length > 0 && types.every((type) => type === 'publicAuthorityCentralGovernment');
  return ids.add(isCentral ? 'central' : 'sub-central');
}

function buyerTypesOf(compiled: JsonObject): string[] {
  return objectsAt(compiled, 'parties')
    .filter((party) => textsAt(party, 'roles').includes('buyer'))
    .flatMap((party) => objectsAt(objectAt(party, 'details'), 'classifications'))
    .filter((classification) => textAt(classification, 'scheme') === 'UK_CA_TYPE')
    .flatMap((classification) => textAt(classification, 'id') ?? []);
}

function pounds({ grossMinorUnits }: Threshold): string {
  return Math.round(grossMinorUnits / 100).toLocaleString('en-GB');
}

function valuePath(amount: Amount): string {
  return amount.sourcePath.replace(/Gross$/, '');
}
