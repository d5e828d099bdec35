import type { Mention, OrganisationKey } from './mention.ts';
import { normaliseName, tradingNameOf } from './normalise-name.ts';

/**
 * What the size of a body is told in: residents of its area, homes that it lets or manages, people whom it employs. In the
 * order in which a body's sizes are shown.
 */
export const sizeMeasures = ['residents', 'dwellings', 'staff'] as const;
export type SizeMeasure = (typeof sizeMeasures)[number];

/** One published size of a body. */
export type BodySize = {
  measure: SizeMeasure;
  value: number;
  /** The value is rounded to this. */
  roundedTo: number;
  /** Year that it is of. */
  year: number;
  source: string;
  /** Day on which the entry was last looked at. */
  reviewed: string;
  /** What else is in it; null where it is the body alone. */
  covers: string | null;
};

/** A body of `reference/body-size.yaml` with its sizes, one per measure. */
export type SizedBody = {
  id: string;
  /** Names as notices write them, the usual one first. */
  names: readonly string[];
  /** Official numbers, `SCHEME:id`. */
  keys: readonly OrganisationKey[];
  sizes: readonly BodySize[];
  /** Invented, for the sample market. */
  isSample: boolean;
};

/** Bodies with a known size, ready to be looked up. */
export type BodySizes = {
  bodies: readonly SizedBody[];
  byKey: ReadonlyMap<OrganisationKey, SizedBody>;
  /** By {@link normaliseName}. */
  byName: ReadonlyMap<string, SizedBody>;
};

/**
 * Makes the catalogue of a list of bodies.
 *
 * @throws Error where two bodies share an id, a number or a name, or a body gives a measure twice: then a size could be anybody's
 * @example bodySizes(bodies).byName.get('leeds city council')?.sizes[0]?.value // 812000
 */
export function bodySizes(bodies: readonly SizedBody[]): BodySizes {
  const ids = new Map<string, SizedBody>();
  const byKey = new Map<OrganisationKey, SizedBody>();
  const byName = new Map<string, SizedBody>();
  for (const body of bodies) {
    claim(ids, body.id, body, 'id');
    for (const key of body.keys) claim(byKey, key, body, 'number');
    for (const name of new Set(body.names.map(normaliseName))) claim(byName, name, body, 'name');
    if (new Set(body.sizes.map(({ measure }) => measure)).size < body.sizes.length)
      throw new Error(`The body ${body.id} gives the same measure twice.`);
  }
  return { bodies, byKey, byName };
}

function claim(taken: Map<string, SizedBody>, value: string, body: SizedBody, what: string): void {
  const other = taken.get(value);
  if (other !== undefined)
    throw new Error(`The ${what} "${value}" stands at ${other.id} and again at ${body.id}.`);
  taken.set(value, body);
}

/** The body that an organisation is, and what says so. */
export type BodyFound = { body: SizedBody; basis: 'number' | 'name' };

/**
 * Which body with a known size an organisation is: by an official number, else by a whole name. Null where two bodies would
 * fit, and where its name has a trading name in it: "Kent County Council t/a …" is a shop of the council, not the council.
 *
 * @param organisation with all its numbers and spellings
 * @example bodyOf({ keys: [], name: 'LEEDS CITY COUNCIL', names: [] }, sizes)?.body.id // 'leeds-city-council'
 */
export function bodyOf(
  organisation: Pick<Mention, 'keys' | 'name'> & { names: readonly string[] },
  { byKey, byName }: BodySizes,
): BodyFound | null {
  const numbered = new Set(organisation.keys.flatMap((key) => byKey.get(key) ?? []));
  const [first] = numbered;
  if (first !== undefined) return numbered.size === 1 ? { body: first, basis: 'number' } : null;
  if (tradingNameOf(organisation.name) !== null) return null;
  const named = new Set(
    [organisation.name, ...organisation.names].flatMap((name) => byName.get(normaliseName(name)) ?? []),
  );
  const [only] = named;
  return only === undefined || named.size > 1 ? null : { body: only, basis: 'name' };
}
