import type { LegalRegime } from '../notices/process-facts.ts';
import type { BuyerType } from '../organisations/mention.ts';

/** The four nations, as cases have them. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/** Kinds of body that can buy: every kind of buyer that is known. */
export type BodyType = Exclude<BuyerType, 'unknown'>;

/** A public body that buys, as far as the law that it buys under goes. */
export type BuyingBody = { bodyType: BodyType; nation: Nation };

/** Law that a body falls under, as `reference/regimes.yaml` has it. */
export type Regime = {
  id: LegalRegime;
  name: string;
  nations: readonly Nation[];
  bodyTypes: readonly BodyType[];
  /** Whether its thresholds, notices and periods are held: without that there is no list of procedures and no timetable. */
  isModelled: boolean;
  /** What this law is, or where it is described if it isn’t modelled. */
  note: string;
  /** Where it departs from what is modelled. */
  differences: readonly string[];
  source: string;
  reviewed: string;
};

/** Law beside the regime that may take a purchase of some bodies out of it. */
export type OtherLaw = {
  id: LegalRegime;
  name: string;
  bodyTypes: readonly BodyType[];
  note: string;
  source: string;
  reviewed: string;
};

/** Which threshold counts for a kind of body: id of `reference/thresholds.yaml`. */
export type BodyThreshold = {
  bodyTypes: readonly BodyType[];
  /** From here on the Act’s procedures are due. */
  procedures: string;
  /** From here on a contract below the threshold is advertised and its details are published. */
  notices: string;
  /** Why it is this one, where that isn’t plain; null where it is. */
  note: string | null;
  source: string;
  reviewed: string;
};

/** `reference/regimes.yaml`. */
export type Regimes = {
  regimes: readonly Regime[];
  otherLaw: readonly OtherLaw[];
  thresholds: readonly BodyThreshold[];
};

/**
 * The law that a body buys under: the first entry that names its nation and its kind.
 *
 * @throws Error where no entry does; the file is checked for gaps when it is read
 * @example regimeOf({ bodyType: 'local-government', nation: 'scotland' }, regimes).id // 'scotland'
 */
export function regimeOf({ bodyType, nation }: BuyingBody, { regimes }: Pick<Regimes, 'regimes'>): Regime {
  const found = regimes.find((one) => one.nations.includes(nation) && one.bodyTypes.includes(bodyType));
  if (found === undefined) throw new Error(`No regime is held for ${bodyType} in ${nation}.`);
  return found;
}

/**
 * Law beside its regime that may take a purchase of a body out of it.
 *
 * @example otherLawOf({ bodyType: 'nhs', nation: 'england' }, regimes).map(({ id }) => id) // ['provider-selection']
 */
export function otherLawOf({ bodyType }: BuyingBody, { otherLaw }: Pick<Regimes, 'otherLaw'>): OtherLaw[] {
  return otherLaw.filter((one) => one.bodyTypes.includes(bodyType));
}

/**
 * The thresholds that count for a body.
 *
 * @throws Error where none are held; the file is checked for gaps when it is read
 * @example bodyThresholdOf({ bodyType: 'central-government', nation: 'england' }, regimes).procedures // 'central'
 */
export function bodyThresholdOf(
  { bodyType }: BuyingBody,
  { thresholds }: Pick<Regimes, 'thresholds'>,
): BodyThreshold {
  const found = thresholds.find((one) => one.bodyTypes.includes(bodyType));
  if (found === undefined) throw new Error(`No threshold is held for ${bodyType}.`);
  return found;
}
