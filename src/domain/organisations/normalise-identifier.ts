import type { OrganisationKey } from './mention.ts';

/** An identifier as text in its register's form, or null where it isn't one. */
type Form = (id: string) => string | null;

const shaped =
  (pattern: RegExp): Form =>
  (id) =>
    pattern.test(id) ? id : null;

/**
 * Registers whose numbers join mentions of one organisation. Portal-local schemes (GB-FTS, GB-CFS, GB-SRS, GB-CQC
 * places of care) and foreign lists without a known form aren't here: they join nothing.
 * Codes are those of org-id.guide.
 */
const registers: Readonly<Record<string, Form>> = {
  'GB-COH': companyNumber,
  // The Act's central digital platform: PBZB-4962-TVLR.
  'GB-PPON': shaped(/^[A-Z]{4}-\d{4}-[A-Z]{4}$/),
  'GB-CHC': (id) => /^0*(\d{6,7})(?:-\d{1,4})?$/.exec(id)?.[1] ?? null,
  'GB-SC': scottishCharity,
  'GB-NIC': (id) => /^(?:NIC)?(\d{6})$/.exec(id)?.[1] ?? null,
  'GB-NHS': shaped(/^[A-Z0-9]{3,9}$/),
  'GB-UKPRN': shaped(/^1\d{7}$/),
  'GB-MPR': (id) => /^(?:IP)?0*(\d{1,6}[RSC]?)$/.exec(id)?.[1] ?? null,
  'GB-LAE': shaped(/^[A-Z]{2,4}$/),
  'GB-LAS': shaped(/^[A-Z]{2,4}$/),
  'GB-PLA': shaped(/^[A-Z]{2,4}$/),
  'GB-LANI': shaped(/^[A-Z]{2,4}$/),
  'GB-GOR': shaped(/^[A-Z]{1,3}\d{1,5}$/),
  'GB-EDU': shaped(/^\d{5,7}$/),
};

const companyPattern =
  /^(SC|NI|OC|SO|NC|RC|RS|BR|SR|NR|IP|SP|NP|NO|LP|SL|NL|FC|SF|NF|GE|GS|GN|ZC|SZ|NZ|CE|CS|AC|SA|NA|IC|SI|OE|PC|R0|R)(\d{1,6})([A-Z])?$/;

/**
 * A Companies House number in its official form of eight characters: digits padded, prefix in upper case.
 * Numbers of register offices (RC, IP …) keep their form; eight characters at most.
 *
 * @example companyNumber('sc 21174') // 'SC021174'
 */
function companyNumber(id: string): string | null {
  const compact = id
    .replace(
      /^(?:(?:COMPANY|REGISTERED|REGISTRATION|REG|CRN|NUMBER|NUM|NO)\b[\s.:#]*)+(?=[A-Z]{0,2}\s?\d)/,
      '',
    )
    // A spreadsheet's number: 1234567.0.
    .replace(/\.0+$/, '')
    .replaceAll(/[\s./-]/g, '');
  if (/^\d{1,8}$/.test(compact)) {
    const padded = compact.padStart(8, '0');
    // One to four digits are seldom a company (the oldest live numbers are few); all zeros or nines never.
    return /^(\d)\1{7}$/.test(padded) || padded === '12345678' || compact.length < 5 ? null : padded;
  }
  const match = companyPattern.exec(compact);
  if (match === null) return null;
  const [, prefix = '', digits = '', suffix = ''] = match;
  return prefix + digits.padStart(8 - prefix.length - suffix.length, '0') + suffix;
}

function scottishCharity(id: string): string | null {
  const digits = /^(?:SC|SCO)?(\d{1,6})$/.exec(id.replaceAll(' ', ''))?.[1];
  return digits === undefined ? null : `SC${digits.padStart(6, '0')}`;
}

/**
 * An official identifier as a key for joining, `SCHEME:id`, or null where the scheme joins nothing or the id hasn't
 * the register's form.
 *
 * @example normaliseIdentifier('GB-COH', '1953344') // 'GB-COH:01953344'
 */
export function normaliseIdentifier(scheme: string | null, id: string | null): OrganisationKey | null {
  if (scheme === null || id === null) return null;
  const register = scheme.trim().toUpperCase();
  const form = registers[register];
  if (form === undefined) return null;
  const upper = id.trim().toUpperCase();
  const official = form(upper.startsWith(`${register}-`) ? upper.slice(register.length + 1) : upper);
  return official === null ? null : `${register}:${official}`;
}

/**
 * The company number that some buyers write behind a name, in brackets or after "company number": a key for joining, or null.
 * Only the full form counts, since years and lot numbers stand there too.
 *
 * @example companyNumberIn('Alpha Limited (01234567)') // 'GB-COH:01234567'
 */
export function companyNumberIn(name: string): OrganisationKey | null {
  const written = numberBehindName.exec(name);
  return written === null ? null : normaliseIdentifier('GB-COH', written[1] ?? written[2] ?? null);
}

/** A company number at the end of a name: eight digits, or two letters and six digits. */
export const numberBehindName =
  /\s*(?:\((?:company\s*)?(?:(?:registration\s*)?(?:no|number|reg)\b[.:]?\s*)?(\d{8}|[a-z]{2}\d{6})\)|[,-]?\s*\b(?:company|registration)\s+(?:registration\s+)?(?:no|number)\b[.:]?\s*(\d{8}|[a-z]{2}\d{6}))\s*$/i;

/**
 * The key of an identifier that is published without a scheme (older law on Find a Tender): the form decides.
 * Eight digits or a company prefix is a company number; a PPON is one; a bare number of another length, a tax
 * number or `N/A` is nothing, and neither is `SC0…`, which Scottish charities and old Scottish companies share.
 *
 * @example guessIdentifier('OC307742') // 'GB-COH:OC307742'
 */
export function guessIdentifier(id: string | null): OrganisationKey | null {
  if (id === null) return null;
  const compact = id.trim().toUpperCase().replaceAll(' ', '');
  if (/^[A-Z]{4}-\d{4}-[A-Z]{4}$/.test(compact)) return normaliseIdentifier('GB-PPON', compact);
  // Seven digits are a company number without its leading zero; charities have six or seven too, so only eight digits
  // and prefixed numbers count.
  if (/^\d{8}$/.test(compact) && !compact.startsWith('2') && !compact.startsWith('3'))
    return normaliseIdentifier('GB-COH', compact);
  if (/^SC0\d{5}$/.test(compact)) return null;
  return /^[A-Z]{2}\d{6}[A-Z]?$|^R0\d{6}$/.test(compact) ? normaliseIdentifier('GB-COH', compact) : null;
}
