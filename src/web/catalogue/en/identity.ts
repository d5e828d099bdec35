import type { CandidatePartName } from '../../../domain/organisations/score-candidate.ts';
import type { Format } from '../format.ts';

const parts: Readonly<Record<CandidatePartName, string>> = {
  'same-name': 'The same name',
  'name-but-form': 'The same name, once without its legal form',
  'name-likeness': 'Names alike',
  'trading-name': 'One trades under the name of the other',
  'seen-together': 'A notice shows both numbers on one party',
  'same-place': 'The same place',
  'other-place': 'Different places',
  'buyers-in-common': 'Buyers in common',
  'same-vendor': 'The same entry in the list of vendors',
  'other-form': 'Different legal forms',
  'telling-word': 'A word that tells sister companies apart',
  'other-number': 'Different numbers in one register',
};

type Place = 'title' | 'lot' | 'description';

const places: Readonly<Record<Place, string>> = {
  title: 'title',
  lot: 'title of a lot',
  description: 'description',
};

/** Labels of values that these pages show. */
export const identityLabels = {
  candidatePart: parts,
  vendorBasis: { number: 'an official number', name: 'its name' },
  vendorKind: {
    vendor: 'Vendor',
    reseller: 'Reseller',
    integrator: 'Integrator',
    consultancy: 'Consultancy',
    operator: 'Network operator',
  },
  soldWay: {
    direct: 'as its own, or for its group',
    'through-reseller': 'as a reseller',
    inferred: 'in a contract that names it',
  },
  exposureWay: {
    direct: 'a supplier belongs to it',
    'through-reseller': 'its product, sold by a reseller',
    inferred: 'its product is named',
  },
  certainty: { high: 'certainty high', medium: 'certainty medium', low: 'certainty low' },
};

/** Words of the pages where people decide who is who. */
export const identityWords = (format: Format) => ({
  reviewTitle: 'Who is who: pairs to review',
  reviewLead:
    'Organisations that may be one but that the rules did not join. Nothing is joined until somebody decides. Two company numbers are never joined.',
  reviewCount: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'pair', other: 'pairs' })}, likeliest first`,
  reviewMeasured: (compared: number, day: string) =>
    `Found by comparing ${format.number(compared)} organisations on ${day}. The score is the sum of its parts, kept between 0 and 1.`,
  reviewNone: 'No pair waits for review.',
  score: 'Score',
  keyShown: (key: string) => {
    const name = /^name:(buyer|supplier):(.*)$/su.exec(key);
    return name === null ? key.replace(':', ' ') : `the ${name[1] ?? ''} name “${name[2] ?? ''}”`;
  },
  moreKeys: (count: number) => `and ${format.number(count)} more`,
  parted: (weight: number) => (weight > 0 ? `+${weight.toFixed(2)}` : weight.toFixed(2).replace('-', '−')),
  pairName: (one: string, other: string) => `${one} and ${other}`,
  merge: 'They are one',
  apart: 'They are two',
  next: 'Next pairs',
  first: 'Back to the first pairs',
  toDecisions: 'What has been decided',
  toReview: 'Pairs to review',
  mergeTitle: (one: string, other: string) => `Join ${one} and ${other}?`,
  mergeMeaning:
    'Their contracts and totals become those of one organisation. Links to either go on working. It holds for what is ingested later, and can be undone.',
  apartTitle: (one: string, other: string) => `Keep ${one} and ${other} apart?`,
  apartMeaning: 'No rule will join them, and this pair will not be offered again. It can be undone.',
  splitTitle: (key: string, name: string) => `Split ${key} off ${name}?`,
  splitMeaning:
    'What notices show under it becomes an organisation of its own. It holds for what is ingested later, and can be undone.',
  undoTitle: (number: number) => `Withdraw decision ${number}?`,
  undoMeaning:
    'The rules and the other decisions hold again. The decision stays in the history as withdrawn.',
  reason: 'Reason',
  reasonHint: 'A sentence that somebody else can check, for example the register or page that you looked at.',
  reasonMissing: 'Say in a sentence why',
  reasonLong: 'Use at most 1,000 characters',
  refused: 'This cannot be decided',
  confirm: { merge: 'Join them', apart: 'Keep them apart', split: 'Split it off', undo: 'Withdraw it' },
  cancel: 'Cancel',
  errorTitle: 'There is a problem',
  decisionsTitle: 'Who is who: decisions',
  decisionsLead:
    'What people decided, newest first. Ingestion follows these decisions and never changes them.',
  decisionsNone: 'Nothing has been decided yet.',
  decision: (number: number) => `Decision ${number}`,
  same: (keys: string) => `${keys} are one`,
  notSame: (keys: string, from: string) => `${keys}: not ${from}`,
  and: ' and ',
  made: 'Made',
  by: (at: string, person: string) => `${at}, ${person}`,
  withdrawn: 'Withdrawn',
  notFollowed: 'Not in effect: it would join two company numbers, or no notice shows its keys.',
  state: 'State',
  stands: 'In effect',
  undo: 'Withdraw',
  older: 'Older decisions',
  keysTitle: (name: string) => `What makes ${name}`,
  keysLead:
    'The identifiers and names that were joined to this organisation. What does not belong to it can be split off; the one it is known by stays.',
  key: 'Identifier or name',
  notIts: 'Split off',
  knownBy: 'Known by this',
  toKeys: 'What makes this organisation, and what to split off',
  vendor: 'Vendor group and products',
  vendorCaption: 'Products that titles of its contracts name',
  group: 'Group',
  vendorKind: 'Kind',
  recognised: 'Recognised by',
  vendorSource: (source: string, day: string) => `${source}; looked at on ${day}`,
  product: 'Product',
  maker: 'Made by',
  soldAs: 'Sold',
  productNone: 'Named without a product',
  vendors: 'Vendor groups',
  vendorsHint: 'who sells, and whose products are named',
  vendorFound: (way: string, named: readonly string[], certainty: string) =>
    [way, ...named, certainty].join('; '),
  namedIn: (product: string, place: Place) => `${product} in the ${places[place]}`,
  productsNamed: 'Products named',
  productFound: (vendor: string, place: Place) => `by ${vendor}; in the ${places[place]}`,
  vendorNote: (count: number) =>
    `From the titles of ${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })} and their lots, the newest first; descriptions are not read here. What share of a contract goes to the maker is not published.`,
});
