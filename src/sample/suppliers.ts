import { seededRng } from '../lib/rng.ts';
import { pponOf, unrealPostcode } from './buyers.ts';
import type { Address } from './buyers.ts';
import { between, drawFrom, element, happens, pick, tableOf } from './draw.ts';
import type { Tables } from './tables.ts';

/** An invented firm. */
export type Supplier = {
  /** The true identity, written only to the truth file. */
  id: string;
  /** Registered name without its ending. */
  baseName: string;
  /** Limited, PLC, LLP, CIC; empty for a sole trader. */
  ending: string;
  /** Number in the companies register as written there; null where there is none. */
  companyNumber: string | null;
  ppon: string;
  isSme: boolean;
  segment: string;
  /** A name nothing like the registered one, under which it also appears. */
  unlikeName: string | null;
  address: Address;
};

/** Firms of one segment, most successful first. */
export type Field = { small: Supplier[]; large: Supplier[] };

/**
 * The invented firms of one sample by segment. About four fifths are small. One in ten bears almost the name of the firm
 * before it but is another firm; one in seven also trades under a name unlike its own.
 */
export function makeSuppliers(tables: Tables, seed: string, size: number): Map<string, Field> {
  const rng = seededRng(`${seed}/suppliers`);
  const { names, parties, market } = tables;
  const shift = Math.floor(seededRng(`${seed}/numbers`).next() * 9_999_000);
  const fields = new Map<string, Field>();
  for (const segment of Object.keys(names.descriptors)) fields.set(segment, { small: [], large: [] });
  const segments = tableOf(Object.entries(market.segments.counts).map(([id, n]) => [id, n + 6] as const));
  const combinations = names.firms.first.length * names.firms.second.length;
  let before: Supplier | undefined;
  for (let index = 0; index < size; index += 1) {
    const isAlike = before !== undefined && happens(rng, parties.names.alikeShare);
    const segment: string = isAlike && before !== undefined ? before.segment : drawFrom(rng, segments);
    const descriptor = pick(rng, names.descriptors[segment] ?? ['Services']);
    const isSme = happens(rng, 0.8);
    const at = (index * 389 + Math.floor(shift / 7)) % combinations;
    const stem =
      element(names.firms.first, at % names.firms.first.length) +
      element(names.firms.second, Math.floor(at / names.firms.first.length));
    const ending = drawFrom(rng, isSme ? smallEndings : largeEndings);
    const baseName =
      isAlike && before !== undefined ? almost(before.baseName, between(rng, 0, 5)) : `${stem} ${descriptor}`;
    const place = pick(rng, names.localities);
    const supplier: Supplier = {
      id: `S${String(index).padStart(5, '0')}`,
      baseName,
      ending,
      companyNumber: happens(rng, 0.97) ? companyNumber(index + shift, ending, rng.next()) : null,
      ppon: pponOf('EUA', (index + shift) % 810_000),
      isSme,
      segment,
      unlikeName: happens(rng, parties.names.unlikeShare)
        ? unlike(tables, baseName, rng.next(), index)
        : null,
      address: {
        street: `${between(rng, 1, 240)} ${pick(rng, names.streets)}`,
        locality: place[0],
        postcode: unrealPostcode(place[1], index + 3),
        region: place[2],
      },
    };
    before = supplier;
    const field = fields.get(segment);
    (isSme ? field?.small : field?.large)?.push(supplier);
  }
  return filled(fields);
}

const smallEndings = tableOf([
  ['Limited', 90],
  ['LLP', 4],
  ['CIC', 3],
]);
const largeEndings = tableOf([
  ['Limited', 78],
  ['PLC', 16],
  ['LLP', 4],
]);

/** Every segment needs a firm of each size even in the smallest sample. */
function filled(fields: Map<string, Field>): Map<string, Field> {
  const all = [...fields.values()];
  const anySmall = all.flatMap((field) => field.small).slice(0, 5);
  const anyLarge = all.flatMap((field) => field.large).slice(0, 5);
  for (const field of all) {
    if (field.small.length === 0) field.small.push(...anySmall);
    if (field.large.length === 0) field.large.push(...anyLarge);
  }
  return fields;
}

/**
 * A number in the form of the companies register from ranges that are not in use: 9xxxxxxx, SC9xxxxx, NI9xxxxx and OC9xxxxx
 * lie beyond everything issued (9999xxxx is kept for the planted stories). Numbers that begin with zeros are all issued; 0014xxxx was given out around 1915 and fewer
 * than one in a hundred of those firms still exists.
 */
function companyNumber(serial: number, ending: string, at: number): string {
  const five = String((serial * 37) % 100_000).padStart(5, '0');
  if (ending === 'LLP') return `OC9${five}`;
  if (at < 0.05) return `SC9${five}`;
  if (at < 0.075) return `NI9${five}`;
  if (at < 0.16) return `0014${String((serial * 37) % 10_000).padStart(4, '0')}`;
  return `9${String((serial * 7_919) % 9_990_000).padStart(7, '0')}`;
}

/** Almost the same name, as sister companies and unrelated namesakes have it. */
function almost(name: string, kind: number): string {
  const [first = name, ...rest] = name.split(' ');
  const tail = rest.join(' ');
  switch (kind) {
    case 0:
      return `${name} (UK)`;
    case 1:
      return `${first} ${tail} Group`;
    case 2:
      return `${first}s ${tail}`;
    case 3:
      return `${first} ${tail} Northern`;
    case 4:
      return `${first.slice(0, -1)}e ${tail}`;
    default:
      return `The ${name}`;
  }
}

/** A former name, a brand or initials. */
function unlike(tables: Tables, name: string, at: number, index: number): string {
  const { first, second } = tables.names.firms;
  if (at < 0.25) {
    const initials = name.split(' ').map((word) => word.slice(0, 1));
    return `${initials.join('').toUpperCase()}${element(['X', 'Q', 'Z', 'J'], index)} ${element(['Group', 'UK', 'Partners'], index)}`;
  }
  const brand = element(first, index * 17 + 5) + element(second, index * 11 + 3);
  return at < 0.6 ? brand : `${brand} ${element(['Holdings', 'Works', 'Partnership', 'Collective'], index)}`;
}
