import type { JsonObject } from '../../lib/json.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';
import type { LegalRegime, Publisher } from './process-facts.ts';

/** The law a process runs under and the path and value that decided it. */
export type RegimeFinding = { regime: LegalRegime; regimeBasis: string };

const found = (regime: LegalRegime, regimeBasis: string): RegimeFinding => ({ regime, regimeBasis });

/**
 * The legal regime of a process.
 *
 * Procurement Act (`tender.legalBasis.scheme` = `UKPGA`): below threshold first, because Part 6 alone governs it;
 * then the special regimes; then the devolved rules of the buyer; else the Act.
 * Older law (`CELEX`): Scottish by its portal, Provider Selection by its text, else by the directive's number.
 * Without a legal basis only Contracts Finder's procedure names and the Scottish portal say anything.
 *
 * @example regimeOf(compiled, 'find-a-tender') // { regime: 'light-touch', regimeBasis: 'tender.specialRegime = lightTouch' }
 */
export function regimeOf(compiled: JsonObject, publisher: Publisher): RegimeFinding {
  const tender = objectAt(compiled, 'tender');
  const basis = objectAt(tender, 'legalBasis');
  const scheme = textAt(basis, 'scheme');
  if (scheme === 'UKPGA') return actRegime(compiled, tender);
  if (scheme === 'CELEX') return directiveRegime(compiled, tender, textAt(basis, 'id') ?? '');
  if (publisher === 'public-contracts-scotland')
    return found('scotland', 'ocid prefix of Public Contracts Scotland');
  const details = textAt(tender, 'procurementMethodDetails') ?? '';
  if (publisher === 'contracts-finder') {
    const at = `tender.procurementMethodDetails = ${details}`;
    // "Competitive quotation (below threshold)", "Open (non-OJEU)".
    if (/below threshold|non-OJEU/i.test(details)) return found('below-threshold', at);
    // "Open procedure (above threshold)", "Restricted procedure (OJEU)".
    if (/above threshold|OJEU/i.test(details)) return found('pcr-2015', at);
  }
  return found('unknown', 'no legal basis published');
}

/** `tender.specialRegime[]`, strongest first. */
const specialRegimes: readonly (readonly [string, LegalRegime])[] = [
  ['defenceSecurity', 'defence'],
  ['utilities', 'utilities'],
  ['concession', 'concession'],
  ['lightTouch', 'light-touch'],
];

/** `parties[].details.classifications[]` of scheme `UK_CA_DEVOLVED_REGULATIONS`. */
const devolved: Readonly<Record<string, LegalRegime>> = {
  'GB-WLS': 'procurement-act-wales',
  'GB-NIR': 'procurement-act-northern-ireland',
  'GB-SCT': 'scotland',
};

function actRegime(compiled: JsonObject, tender: JsonObject | undefined): RegimeFinding {
  const below = belowThreshold(compiled, tender);
  if (below !== null) return found('below-threshold', below);
  const special = textsAt(tender, 'specialRegime');
  for (const [code, regime] of specialRegimes) {
    if (special.includes(code)) return found(regime, `tender.specialRegime = ${code}`);
  }
  for (const party of objectsAt(compiled, 'parties')) {
    if (!textsAt(party, 'roles').includes('buyer')) continue;
    for (const classification of objectsAt(objectAt(party, 'details'), 'classifications')) {
      if (textAt(classification, 'scheme') !== 'UK_CA_DEVOLVED_REGULATIONS') continue;
      const id = textAt(classification, 'id') ?? '';
      const regime = devolved[id];
      if (regime !== undefined) return found(regime, `parties[].details.classifications[].id = ${id}`);
    }
  }
  return found('procurement-act', 'tender.legalBasis.scheme = UKPGA');
}

/** The path that says "below threshold", unless any part of the process is above it. */
function belowThreshold(compiled: JsonObject, tender: JsonObject | undefined): string | null {
  let path: string | null = null;
  const look = (value: unknown, at: string): boolean => {
    if (value === false) path ??= `${at} = false`;
    return value === true;
  };
  if (look(tender?.['aboveThreshold'], 'tender.aboveThreshold')) return null;
  for (const name of ['awards', 'contracts']) {
    for (const [index, item] of objectsAt(compiled, name).entries()) {
      if (look(item['aboveThreshold'], `${name}[${index}].aboveThreshold`)) return null;
    }
  }
  const details = textAt(tender, 'procurementMethodDetails');
  // "Below threshold - without competition".
  if (path === null && details?.startsWith('Below threshold') === true) {
    return `tender.procurementMethodDetails = ${details}`;
  }
  return path;
}

/** `tender.legalBasis.id` of scheme CELEX: the directive that the older regulations carried out. */
const directives: Readonly<Record<string, LegalRegime>> = {
  '32014L0024': 'pcr-2015',
  '32004L0018': 'pcr-2015',
  '32014L0025': 'utilities',
  '32004L0017': 'utilities',
  '32014L0023': 'concession',
  '32009L0081': 'defence',
};

function directiveRegime(
  compiled: JsonObject,
  tender: JsonObject | undefined,
  directive: string,
): RegimeFinding {
  const scottish = scottishBasis(compiled);
  if (scottish !== null) return found('scotland', scottish);
  const selection = providerSelectionPath(compiled, tender);
  if (selection !== null)
    return found('provider-selection', `${selection} names the Provider Selection Regime`);
  const regime = directives[directive];
  return regime === undefined
    ? found('unknown', `tender.legalBasis.id = ${directive}`)
    : found(regime, `tender.legalBasis.id = ${directive}`);
}

/** Scottish notices reach Find a Tender from Public Contracts Scotland, which signs them. */
function scottishBasis(compiled: JsonObject): string | null {
  if (textAt(compiled, 'ocid')?.startsWith('ocds-r6ebe6') === true)
    return 'ocid prefix of Public Contracts Scotland';
  for (const link of objectsAt(compiled, 'links')) {
    if (textAt(link, 'href')?.includes('publiccontractsscotland') === true) {
      return 'links[].href at Public Contracts Scotland';
    }
  }
  // "(SC Ref:839408)" at the end of the release's description.
  return /\(SC Ref:\d+\)/.test(textAt(compiled, 'description') ?? '') ? 'description has (SC Ref:…)' : null;
}

// "Providers Selection Regime" too; the letters PSR alone only beside the regime's own words.
const selectionPattern =
  /Providers?'? Selection Regime|Health Care Services \(\s?Provider Selection|\bPSR\b[^.\n]{0,30}\b(?:direct award|most suitable provider|competitive process|regulations)|(?:direct award [ABC]|most suitable provider)\b[^.\n]{0,30}\bPSR\b/i;

function providerSelectionPath(compiled: JsonObject, tender: JsonObject | undefined): string | null {
  for (const name of [
    'title',
    'description',
    'procurementMethodRationale',
    'crossBorderLaw',
    'reviewDetails',
  ]) {
    if (selectionPattern.test(textAt(tender, name) ?? '')) return `tender.${name}`;
  }
  if (selectionPattern.test(textAt(compiled, 'description') ?? '')) return 'description';
  for (const lot of objectsAt(tender, 'lots')) {
    if (selectionPattern.test(textAt(lot, 'description') ?? '')) return 'tender.lots[].description';
  }
  for (const amendment of objectsAt(tender, 'amendments')) {
    if (selectionPattern.test(textAt(amendment, 'description') ?? ''))
      return 'tender.amendments[].description';
    for (const change of objectsAt(amendment, 'unstructuredChanges')) {
      const text = textAt(objectAt(change, 'newValue'), 'text') ?? '';
      if (selectionPattern.test(text)) return 'tender.amendments[].unstructuredChanges[].newValue.text';
    }
  }
  return null;
}
