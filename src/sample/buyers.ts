import { seededRng } from '../lib/rng.ts';
import { between, drawFrom, element, happens, pick, tableOf } from './draw.ts';
import type { Tables } from './tables.ts';

/** An invented public body. */
export type Buyer = {
  /** The true identity, written only to the truth file. */
  id: string;
  name: string;
  /** Welsh or short form under which some notices appear. */
  otherName: string | null;
  /** Short name used inside texts. */
  shortName: string;
  kind: string;
  /** Class of contracting authority as the notices code it. */
  authority: string;
  isWelsh: boolean;
  isCentral: boolean;
  /** Whether contracts above £20m are plausible. */
  isLarge: boolean;
  ppon: string;
  address: Address;
};

/** A postal address whose postcode cannot exist: no real inward code has the letters C, I, K, M, O or V. */
export type Address = { street: string; locality: string; postcode: string; region: string };

const localKinds: Record<string, string> = {
  council: 'REGIONAL_AUTHORITY',
  welshCouncil: 'REGIONAL_AUTHORITY',
};

/** The older law's class of a body. */
export function legacyClass(buyer: Buyer): string {
  return buyer.kind === 'department' ? 'MINISTRY' : (localKinds[buyer.kind] ?? 'BODY_PUBLIC');
}

/**
 * The invented bodies of one sample: named departments and agencies, then trusts, councils, universities and the rest
 * in the measured shares. The same seed and size give the same list.
 */
export function makeBuyers(tables: Tables, seed: string, size: number): Buyer[] {
  const rng = seededRng(`${seed}/buyers`);
  const { places, localities, streets, departments, agencies } = tables.names;
  const others = tableOf(
    Object.entries(tables.parties.buyers.kinds).filter(
      ([kind]) => kind !== 'department' && kind !== 'agency',
    ),
  );
  const used = new Set<string>();
  const buyers: Buyer[] = [];
  for (let index = 0; index < size; index += 1) {
    const named = [...departments, ...agencies][index];
    const kind =
      named === undefined ? drawFrom(rng, others) : index < departments.length ? 'department' : 'agency';
    const place = pick(rng, places.first) + pick(rng, places.second);
    const names = named === undefined ? nameOf(kind, place, rng.next(), places.welsh) : same(named);
    const locality = pick(rng, localities);
    const isWelsh = kind === 'welshCouncil' || kind === 'welshHealth';
    const isCentral = named !== undefined;
    // A second body of the same name gets a point of the compass; a third is the same body drawn again and left out.
    const prefix = used.has(names.name) ? `${pick(rng, ['North', 'East', 'South', 'West'])} ` : '';
    if (used.has(prefix + names.name)) continue;
    used.add(prefix + names.name);
    buyers.push({
      id: `B${String(index).padStart(5, '0')}`,
      name: prefix + names.name,
      otherName: prefix === '' ? names.otherName : null,
      shortName: prefix + names.shortName,
      kind,
      authority: authorityOf(kind, isCentral),
      isWelsh,
      isCentral,
      isLarge: isCentral || happens(rng, 0.12),
      ppon: pponOf('AEU', index),
      address: {
        street: `${between(rng, 1, 180)} ${pick(rng, streets)}`,
        locality: isWelsh || kind === 'council' ? names.shortName.replace(/ .*$/u, '') : locality[0],
        postcode: unrealPostcode(isWelsh ? 'CF' : locality[1], index),
        region: isWelsh ? 'UKL22' : locality[2],
      },
    });
  }
  return buyers;
}

/** The central purchasing bodies that set up national frameworks. */
export function makePurchasing(tables: Tables): Buyer[] {
  return tables.names.purchasing.map((name, index) => ({
    id: `P${String(index).padStart(5, '0')}`,
    ...same(name),
    kind: 'purchasing',
    authority: authorityOf('purchasing', index === 0),
    isWelsh: false,
    isCentral: index === 0,
    isLarge: true,
    ppon: pponOf('AUE', index),
    address: {
      street: `${index + 2} Exchange Square`,
      locality: 'Liverpool',
      postcode: unrealPostcode('L', index),
      region: 'UKD72',
    },
  }));
}

function authorityOf(kind: string, isCentral: boolean): string {
  if (isCentral) return 'publicAuthorityCentralGovernment';
  return kind === 'utility' ? 'publicUndertaking' : 'publicAuthoritySubCentralGovernment';
}

/**
 * A postcode of a real area with an inward code that the Royal Mail never uses.
 *
 * @example unrealPostcode('LS', 3) // 'LS4 3MV'
 */
export function unrealPostcode(area: string, index: number): string {
  return `${area}${1 + (index % 9)} ${index % 10}${element(['VK', 'KV', 'VM', 'MV', 'CV', 'KC'], index)}`;
}

/**
 * A number of the procurement register's form that cannot be one: real ones hold no vowels.
 *
 * @param mark three letters that tell buyers from suppliers
 * @example pponOf('AEU', 42) // 'PAEU-0042-AAAA'
 */
export function pponOf(mark: string, index: number): string {
  let rest = Math.floor(index / 10_000);
  let letters = '';
  for (let i = 0; i < 4; i += 1) {
    letters = element(['A', 'E', 'U'], rest % 3) + letters;
    rest = Math.floor(rest / 3);
  }
  return `P${mark}-${String(index % 10_000).padStart(4, '0')}-${letters}`;
}

type Names = { name: string; otherName: string | null; shortName: string };

function nameOf(kind: string, place: string, at: number, welsh: readonly [string, string][]): Names {
  const choose = (list: readonly string[]): string => element(list, Math.floor(at * list.length));
  const plain = (name: string, otherName: string | null = null): Names => ({
    name,
    otherName,
    shortName: place,
  });
  switch (kind) {
    case 'nhs': {
      const form = choose([
        'University Hospitals',
        'Community and Mental Health',
        'Hospitals',
        'and District',
      ]);
      return plain(`${place} ${form} NHS Foundation Trust`, `${place} ${form} NHS FT`);
    }
    case 'welshCouncil': {
      const [english, native] = element(welsh, Math.floor(at * welsh.length));
      return {
        name: `${english} County Borough Council`,
        otherName: `Cyngor Bwrdeistref Sirol ${native}`,
        shortName: english,
      };
    }
    case 'welshHealth': {
      const [english, native] = element(welsh, Math.floor(at * welsh.length));
      return {
        name: `${english} University Health Board`,
        otherName: `Bwrdd Iechyd Prifysgol ${native}`,
        shortName: english,
      };
    }
    case 'university':
      return at < 0.6
        ? plain(`University of ${place}`, `The University of ${place}`)
        : plain(`${place} Metropolitan University`);
    case 'police':
      return plain(`${place}shire Constabulary`, `Police and Crime Commissioner for ${place}shire`);
    case 'fire':
      return plain(`${place}shire Fire and Rescue Authority`, `${place}shire Fire & Rescue Service`);
    case 'housing':
      return plain(at < 0.5 ? `${place} Homes Limited` : `${place} Housing Association`);
    case 'utility':
      return plain(`${place} Water Undertaking`);
    case 'school':
      return plain(`${place} Learning Trust`);
    default: {
      const form = choose([
        'Borough Council',
        'District Council',
        'City Council',
        'County Council',
        'Metropolitan Borough Council',
        'Council',
      ]);
      return plain(`${place} ${form}`, form === 'City Council' ? `City of ${place}` : `${place} Council`);
    }
  }
}

function same(name: string): Names {
  return { name, otherName: null, shortName: name };
}
