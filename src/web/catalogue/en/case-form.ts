import type { Format } from '../format.ts';

/** Words of the pages on which a case is edited. */
export const caseFormWords = (format: Format) => ({
  notSaid: 'Not said',
  choose: 'Choose one',
  optional: '(optional)',
  oneEnd: 'One',
  otherEnd: 'The other',
  errorTitle: 'There is a problem',
  save: 'Save',
  addItem: (one: string) => `Add ${one}`,
  addTitle: (one: string) => `Add: ${one}`,
  itemTitle: (one: string, name: string) =>
    `${format.plural(1, { other: one.slice(0, 1).toUpperCase() + one.slice(1) })}: ${name}`,
  change: 'Change',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  like: 'Add one like it',
  rowActions: 'What to do',
  nameColumn: 'Name',
  backToTasks: 'Back to the task list',
  cancel: 'Cancel without saving',
  leaving: 'For the list of versions',
  note: 'Why you change it (optional)',
  by: 'Who saves (optional)',
  byHint: 'A post or a name. It is typed and not authenticated.',
  problems: 'What the checks say of this page',
  problemKind: { error: 'Error', warning: 'Warning', missing: 'Missing' },
  saved: 'Saved',
  unchanged: 'Nothing was changed, so nothing was saved.',
  conflictTitle: 'Somebody saved this case meanwhile',
  conflict: (revision: number, by: string) =>
    `Version ${revision} was saved by ${by} after you opened this page. What you typed is still below; where both of you changed the same answer, theirs stands beside it. Look through it and save again.`,
  theirs: (value: string) =>
    value === '' ? 'In the newer version nothing stands here.' : `In the newer version this reads: ${value}`,
  itemGone: (by: string) =>
    `The list was changed by ${by} since you opened the page. Look at it again, and make your change once more.`,
  removedTitle: 'Removed',
  removed: (name: string) => `“${name}” was removed.`,
  undo: 'Put it back',
  undoNote: (name: string) => `Put “${name}” back`,
  undoGone: (by: string) =>
    `It can’t be put back from here: ${by} saved the case since. The list of versions has the case as it was.`,
  shown: (from: number, to: number, total: number) =>
    `${format.number(from)} to ${format.number(to)} of ${format.number(total)}`,
  showAll: 'All options',
  faults: {
    needed: (label: string) => `Fill in “${label}”.`,
    neededChoice: (label: string) => `Choose an answer to “${label}”.`,
    number: (label: string) => `“${label}”: write a number, such as 1,250 or 1.2m.`,
    whole: (label: string) => `“${label}”: write a whole number, such as 7.`,
    uncertain: (label: string) =>
      `“${label}”: write one figure such as 1,250, or a spread such as 400 / 520 / 900.`,
    score: (label: string) => `“${label}”: write a score from 0 to 100, or a range such as 60 / 80.`,
    day: (label: string) => `“${label}”: write a day of the calendar, such as 31/3/2028.`,
    year: (label: string) => `“${label}”: write a financial year, such as 2027-28.`,
    when: (label: string) =>
      `“${label}”: write a year such as 2027-28, a span such as 2028-29 to 2033-34, or shares such as 2027-28 40%, 2028-29 60%.`,
    factors: (label: string) => `“${label}”: write names with factors, such as day-rate 1.15, volume 0.8.`,
    choice: (label: string) => `“${label}”: choose one of the answers.`,
    names: (label: string) =>
      `“${label}”: write short names of small letters, digits and hyphens, separated by commas.`,
  },
});
