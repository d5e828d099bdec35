import type { PairPart } from '../../../domain/processes/pair-part.ts';
import type { Format } from '../format.ts';

const parts: Readonly<Record<PairPart['part'], string>> = {
  named: 'One names the number of the other',
  'same-source': 'Both name the same notice',
  'same-reference': 'The same number of the buyer’s',
  'same-buyer': 'The same buyer',
  'buyer-alike': 'Names of buyers alike',
  'other-buyer': 'Different buyers',
  'same-title': 'The same title, small words aside',
  'title-alike': 'Titles alike',
  'other-title': 'Different titles',
  'number-in-one': 'A number or year in one title alone',
  'same-value': 'The same value',
  'same-value-vat': 'The same value, once with VAT',
  'near-value': 'Nearly the same value',
  'other-value': 'Different values',
  'same-deadline': 'The same last day for tenders',
  'other-deadline': 'Different last days for tenders',
  'same-period': 'The same first and last day of the contract',
  'same-start': 'The same first day of the contract',
  'other-start': 'Different first days of the contract',
  'same-award': 'Awarded in the same days',
  'other-award': 'Awarded at different times',
  'published-near': 'Published in the same week',
  'published-apart': 'Published months apart',
  'same-suppliers': 'The same winners',
  'shared-suppliers': 'Winners in common',
  'supplier-alike': 'Names of winners alike',
  'other-suppliers': 'Different winners',
  'same-code': 'The same code',
  'other-code': 'Codes of different divisions',
};

/** Labels of values that these pages show. */
export const portalLabels = { pairPart: parts };

/** Words about processes that several portals published. */
export const portalWords = (format: Format) => ({
  reviewTitle: 'Several portals: pairs to review',
  reviewLead:
    'Processes on different portals that may be one, but not surely enough to count them once without being asked. Until somebody decides each is counted.',
  reviewCount: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'pair', other: 'pairs' })}, likeliest first`,
  reviewNone: 'No pair waits for review.',
  measured:
    'The confidence is a probability that follows from the reasons. Each has a weight; what speaks against has a minus.',
  confidence: (score: number) =>
    `Confidence ${format.share(score, 1, { under: 'under 1%', over: 'over 99%' })}`,
  pairName: (one: string, other: string) => (one === other ? one : `${one} and ${other}`),
  published: (day: string) => `first published ${day}`,
  contracts: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })}`,
  join: 'They are one',
  apart: 'They are two',
  toDecisions: 'What has been decided',
  toReview: 'Pairs to review',
  joinTitle: 'Count these two as one?',
  joinMeaning:
    'Lists, totals and measures count the process once. Both stay reachable as they were published. It holds for what is ingested later, and can be undone.',
  apartTitle: 'Count these two apart?',
  apartMeaning: 'No rule will join them, and this pair will not be offered again. It can be undone.',
  undoTitle: (number: number) => `Withdraw decision ${number}?`,
  undoMeaning:
    'What comparing the two says, and the other decisions, hold again. The decision stays in the history as withdrawn.',
  confirm: { join: 'Count them as one', apart: 'Count them apart', undo: 'Withdraw it' },
  decisionsTitle: 'Several portals: decisions',
  decisionsLead:
    'What people decided about processes on several portals, newest first. Ingestion follows these decisions and never changes them.',
  decisionsNone: 'Nothing has been decided yet.',
  same: 'Counted as one',
  notSame: 'Counted apart',
  notFollowed: 'Not in effect: another decision stands against it, or a process is not held.',
  also: 'Also published',
  alsoCounted: 'Several portals published this process. It is counted once, here.',
  alsoCountedElsewhere:
    'Several portals published this process. It is counted once, under the other record: the contracts here are in no list and no total.',
  mainLink: 'To the record that is counted',
  decided: (number: number, reason: string) => `Joined by decision ${number}: ${reason}`,
  through: 'The same as another of these',
  notOne: 'They are two: count them apart',
});
