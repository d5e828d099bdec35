import { strategyHeadings } from '../../../app/strategies/strategy-as-text.ts';
import type { Format } from '../format.ts';

/** Words about digital sourcing strategies. */
export const strategyWords = (format: Format) => ({
  listTitle: 'Digital sourcing strategies',
  listLead:
    'A strategy says how one organisation means to source its digital services: what it is committed to, where its practice differs from the playbooks, what ends and how to approach it. It begins with what the register shows; you put it right and keep it.',
  listCaption: 'Strategies that are kept here',
  listEmpty: 'None is kept yet. Find your organisation among the buyers and open its strategy.',
  toBuyers: 'Find an organisation among the buyers',
  columns: { buyer: 'Organisation', version: 'Version', marking: 'Marking', saved: 'Saved' },
  title: (buyer: string) => `Digital sourcing strategy: ${buyer}`,
  caption: 'Digital sourcing strategy',
  contents: 'On this page',
  sections: strategyHeadings,
  marking: 'Marking',
  notKept:
    'This was written from published notices just now, and nobody has kept it. Read it, put it right, and keep it as your own.',
  keptAs: (version: number, newest: number, saved: string, by: string) =>
    `Version ${format.number(version)} of ${format.number(newest)}, saved ${saved} by ${by}.`,
  figuresOf: (day: string) => `The figures are those of ${day}.`,
  isOld: (version: number) => `You are reading version ${format.number(version)}, which isn’t the newest.`,
  toNewest: 'Open the newest version',
  edit: 'Edit',
  editOld: 'Edit from this version',
  keep: 'Edit and keep',
  bringUp: 'Bring the figures up to today',
  bringUpHint: 'Parts that nobody has edited are written anew; what you wrote stays as you wrote it.',
  saved: {
    kept: 'The strategy is kept.',
    unchanged: 'Nothing was changed.',
    figures: 'The figures are those of today.',
    same: 'The figures were those of today already.',
  } as Readonly<Record<string, string>>,
  savedTitle: 'Saved',
  running: 'digital contracts that run today or later',
  committed: (years: string) => `committed in ${years} and later`,
  committedNote: (measured: number, total: number) =>
    `without VAT and options, of ${format.number(measured)} of ${format.number(total)} ${format.plural(total, { one: 'contract', other: 'contracts' })}`,
  differences: 'checks of playbooks that fired',
  renewals: 'renewals within two years',
  renewalsNote: (now: number) =>
    now === 0 ? 'none has to be decided now' : `${format.number(now)} to decide now or within three months`,
  mixTitle: 'Committed by segment and delivery model',
  mixNote:
    'No notice states a delivery model. It is read from the segment where that is bought in one way only, and from words of the notice for products.',
  mixHeads: {
    segment: 'Segment',
    model: 'Delivery model',
    contracts: 'Contracts',
    money: 'Committed',
    share: 'Share',
  },
  modelUnknown: 'Not told',
  noMoney: 'no value',
  shareWords: { under: 'under 1%', over: 'over 99%' },
  differencesTitle: 'Every check that fired',
  differencesNote:
    'A check that fires asks a question. Notices leave most terms out, and there may be a good reason.',
  differenceCount: (fired: number, judged: number) =>
    `Fired on ${format.number(fired)} of ${format.number(judged)} ${format.plural(judged, { one: 'contract that says', other: 'contracts that say' })} enough.`,
  notStated: (count: number) =>
    count === 0
      ? ''
      : `${format.number(count)} ${format.plural(count, { one: 'says', other: 'say' })} too little.`,
  inContracts: 'Contracts',
  furtherContracts: (count: number) => `and ${format.number(count)} more`,
  playbook: 'Playbook',
  renewalsTitle: 'Every renewal, with the recommended approach',
  renewalsCut: (shown: number, found: number) =>
    `The first ${format.number(shown)} of ${format.number(found)} are shown.`,
  renewalsLink: 'All renewals of this organisation',
  ends: (day: string) => `Ends on ${day}`,
  decide: {
    late: (day: string) => `Decide now: three of four such procurements would have begun by ${day}`,
    soon: (day: string) => `Decide by ${day}`,
    later: (day: string) => `Decide by ${day}`,
    unknown: () => 'Too few procurements are known to say by when to decide',
  },
  urgency: { late: 'Now', soon: 'Soon', later: 'Later', unknown: 'Not known' },
  from: { check: 'because a check fired', playbook: 'from the playbook' },
  ways: 'Ways to source it',
  beginCase: 'Begin a sourcing case',
  toRoutes: 'Find a route',
  toTimetable: 'Plan the timetable',
  none: 'None.',
  versionsTitle: 'Versions',
  versionsHeads: { version: 'Version', saved: 'Saved', by: 'By', note: 'Why' },
  editTitle: (buyer: string) => `Edit the strategy of ${buyer}`,
  editLead:
    'Leave an empty line between paragraphs. Lines that begin with a hyphen are a list. Nothing else is special.',
  editMarking: 'Marking',
  by: 'Your name or post',
  byHint: 'It is recorded as typed, not authenticated.',
  note: 'Why you change it',
  noteHint: 'For the list of versions.',
  save: 'Keep the strategy',
  cancel: 'Cancel',
  errorTitle: 'There is a problem',
  fromBuyer: 'Digital sourcing strategy of this organisation',
});
