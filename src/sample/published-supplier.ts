import type { Rng } from '../lib/rng.ts';
import type { Address } from './buyers.ts';
import { between, drawFrom, element, happens, pick, tableOf } from './draw.ts';
import type { Table } from './draw.ts';
import type { Supplier } from './suppliers.ts';
import type { Tables } from './tables.ts';

/** A firm as one process publishes it: under some name, with or without identifiers. */
export type PublishedSupplier = {
  /** True identities: one, or two for a joint venture; empty for a placeholder or a person of no firm. */
  supplierIds: string[];
  legalName: string;
  name: string;
  /** Scheme of the party id under the Act. */
  scheme: 'GB-COH' | 'GB-PPON' | 'GB-FTS';
  /** Company number as written; null where the process does not give it. */
  writtenNumber: string | null;
  ppon: string | null;
  hasSecondIdentifier: boolean;
  /** Number of the portal, new with every process. */
  portalId: number;
  /** Whether older notices give the company number. */
  hasLegacyNumber: boolean;
  hasFinderNumber: boolean;
  scale: 'sme' | 'large' | null;
  isVcse: boolean;
  address: Address;
};

/** The tables of this file, compiled once per sample. */
export type NameOdds = { schemes: Table<string>; faults: Table<string> };

/** Compiles the tables that {@link publish} draws from. */
export function nameOdds(tables: Tables): NameOdds {
  return {
    schemes: tableOf(Object.entries(tables.parties.identifiers.schemes)),
    faults: tableOf(Object.entries(tables.parties.names.faults)),
  };
}

/** Draws how a firm appears in one process. */
export function publish(rng: Rng, tables: Tables, odds: NameOdds, supplier: Supplier): PublishedSupplier {
  const { identifiers, scale } = tables.parties;
  const drawn = drawFrom(rng, odds.schemes);
  const scheme = drawn === 'GB-COH' && supplier.companyNumber === null ? 'GB-FTS' : drawn;
  return {
    supplierIds: [supplier.id],
    legalName: registeredName(supplier),
    name: writtenName(rng, tables, odds, supplier),
    scheme: scheme === 'GB-COH' || scheme === 'GB-PPON' ? scheme : 'GB-FTS',
    writtenNumber: supplier.companyNumber === null ? null : writeNumber(rng, tables, supplier.companyNumber),
    ppon: supplier.ppon,
    hasSecondIdentifier: happens(rng, identifiers.secondIdentifier),
    portalId: between(rng, 9_000_000, 9_999_999),
    hasLegacyNumber: happens(rng, identifiers.legacyWithNumber),
    hasFinderNumber: happens(rng, identifiers.finderWithNumber),
    scale: happens(rng, scale.unstated) ? null : supplier.isSme ? 'sme' : 'large',
    isVcse: supplier.ending === 'CIC',
    address: supplier.address,
  };
}

/** The name as the register of companies has it. */
export function registeredName(supplier: Supplier): string {
  return supplier.ending === '' ? supplier.baseName : `${supplier.baseName} ${supplier.ending}`;
}

/** A party that stands for nobody: the buyer withholds the name. */
export function withheld(rng: Rng): PublishedSupplier {
  const name = pick(rng, ['Withheld', 'Withheld', 'Supplier name withheld', 'WITHHELD', 'Not disclosed']);
  return nobody(rng, name, []);
}

/** A person trading alone, with an invented name. */
export function soleTrader(rng: Rng, tables: Tables): PublishedSupplier {
  const { given, family } = tables.names.people;
  const person = `${pick(rng, given)} ${pick(rng, family)}`;
  const style = rng.next();
  const name =
    style < 0.4
      ? person
      : style < 0.7
        ? `${element(['Mr', 'Ms', 'Mrs', 'Dr'], between(rng, 0, 3))} ${person}`
        : `${person} t/a ${pick(rng, tables.names.firms.first)} ${pick(rng, ['Design', 'Training', 'Web Services', 'Advice'])}`;
  return { ...nobody(rng, name, [`person:${person}`]), legalName: person, scale: 'sme' };
}

/** Two firms bidding as one, published as a single party. */
export function jointVenture(one: PublishedSupplier, other: PublishedSupplier): PublishedSupplier {
  return {
    ...one,
    supplierIds: [...one.supplierIds, ...other.supplierIds],
    legalName: `${one.legalName} and ${other.legalName}`,
    name: `${one.name} / ${other.name} Joint Venture`,
    scheme: 'GB-FTS',
    writtenNumber: null,
    ppon: null,
  };
}

function nobody(rng: Rng, name: string, supplierIds: string[]): PublishedSupplier {
  return {
    supplierIds,
    legalName: name,
    name,
    scheme: 'GB-FTS',
    writtenNumber: null,
    ppon: null,
    hasSecondIdentifier: false,
    portalId: between(rng, 9_000_000, 9_999_999),
    hasLegacyNumber: false,
    hasFinderNumber: false,
    scale: null,
    isVcse: false,
    address: { street: '', locality: '', postcode: '', region: 'UK' },
  };
}

function writeNumber(rng: Rng, tables: Tables, number: string): string {
  const { unpadded, lowerCase } = tables.parties.identifiers;
  if (number.startsWith('0')) return happens(rng, unpadded) ? number.replace(/^0+/u, '') : number;
  return /^[A-Z]/u.test(number) && happens(rng, lowerCase) ? number.toLowerCase() : number;
}

function writtenName(rng: Rng, tables: Tables, odds: NameOdds, supplier: Supplier): string {
  const { names } = tables.parties;
  const isUnlike = supplier.unlikeName !== null && happens(rng, names.unlikeUse);
  const base = isUnlike ? (supplier.unlikeName ?? supplier.baseName) : supplier.baseName;
  const inFull = happens(rng, names.limitedInFull);
  const ending = supplier.ending === 'Limited' && !inFull ? 'Ltd' : supplier.ending;
  let name = faulty(rng, drawFrom(rng, odds.faults), base, ending, supplier.companyNumber);
  if (!isUnlike && supplier.unlikeName !== null && happens(rng, names.tradingAs * 6)) {
    name = `${name} ${pick(rng, ['t/a', 'T/A', 'trading as'])} ${supplier.unlikeName}`;
  }
  return happens(rng, names.capitals) ? name.toUpperCase() : name;
}

function faulty(rng: Rng, fault: string, base: string, ending: string, number: string | null): string {
  switch (fault) {
    case 'dot':
      return `${base} ${ending}.`;
    case 'doubleSpace':
      return `${base}  ${ending}`;
    case 'trailingSpace':
      return `${base} ${ending} `;
    case 'noEnding':
      return base;
    case 'typingError': {
      const at = between(rng, 2, Math.max(2, base.length - 3));
      return `${base.slice(0, at)}${base.charAt(at + 1)}${base.charAt(at)}${base.slice(at + 2)} ${ending}`;
    }
    case 'ampersand':
      return `${base.replace(/ (\S+)$/u, ' & $1')} ${ending}`;
    case 'numberInName':
      return number === null ? `${base} ${ending}` : `${base} ${ending} (${number})`;
    default:
      return ending === '' ? base : `${base} ${ending}`;
  }
}
