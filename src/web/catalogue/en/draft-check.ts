import type { Format } from '../format.ts';

/** Words about checking a draft tender. */
export const draftCheckWords = (format: Format) => ({
  title: 'Check a draft tender',
  lead: 'Paste a draft, or send it as a file. The checks of its market’s playbook say what should be dealt with before it is published, with the reason, the source and the passage that says more.',
  privacy: 'Nothing is kept: the draft is read, answered and forgotten, and never written to the disk.',
  draft: 'Text of the draft',
  draftHint:
    'Its first line is taken for its title. A release of the Open Contracting Data Standard (JSON) is read too.',
  file: 'Or a file',
  fileHint: (size: string) =>
    `Word (.docx), OpenDocument (.odt), text or OCDS JSON, up to ${size}. A PDF can’t be read.`,
  segment: 'Playbook',
  segmentHint: 'Left open, it is that of the likeliest market by what the draft says.',
  anySegment: 'The likeliest',
  button: 'Check the draft',
  errorTitle: 'There is a problem',
  missing: 'Paste the text of the draft, or choose a file.',
  both: 'Give the draft once: as text or as a file.',
  tooLarge: (size: string) => `The file is larger than ${size}. Send the part that matters, or its text.`,
  textTooLong: (size: string) =>
    `The text is longer than ${size}. Send it as a file, or the part that matters.`,
  result: (subject: string) => `Checked: ${subject}`,
  summary: (stops: number, warnings: number, advice: number) => {
    const counted = (count: number, one: string, other: string): string =>
      count === 0 ? `no ${other}` : `${format.number(count)} ${format.plural(count, { one, other })}`;
    const text = format.list([
      counted(stops, 'stop', 'stops'),
      counted(warnings, 'warning', 'warnings'),
      advice === 0
        ? 'no advice'
        : `${format.number(advice)} ${format.plural(advice, { one: 'piece', other: 'pieces' })} of advice`,
    ]);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  playbook: 'Playbook',
  unreviewed: 'Nobody who answers for this playbook has read it yet.',
  chosen: 'You chose it.',
  notReadHeading: 'What was not read',
  headings: { stop: 'Stop until it is dealt with', warn: 'Warnings', advise: 'Advice' },
  nothing:
    'No check found anything. That says what was looked for wasn’t found; it doesn’t say that the draft is good.',
  because: 'Why',
  act: 'Do',
  judgement: 'Judgement',
  source: 'Source',
  facts: 'Read',
  more: 'More',
  clear: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'check', other: 'checks' })} found nothing.`,
  notStatedHeading: 'What the draft doesn’t state',
  notStatedLead: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'check', other: 'checks' })} couldn’t be judged, because the draft doesn’t state what ${format.plural(count, { one: 'it asks', other: 'they ask' })} for, or states it twice and differently.`,
  notStatedHeads: { check: 'Check', missing: 'Not stated' },
  notOfDrafts: (count: number) =>
    `${format.number(count)} more ${format.plural(count, { one: 'check asks', other: 'checks ask' })} for what no draft states, such as bids, costs of options or months left: ${format.plural(count, { one: 'it is', other: 'they are' })} for cases and contracts.`,
  statedHeading: 'What was read from the draft',
  statedLead:
    'Judge the findings by this: where something was read wrongly, the checks that rest on it are wrong.',
  statedHeads: { what: 'What', value: 'Read as', evidence: 'From the words' },
  another: 'Check another draft',
});
