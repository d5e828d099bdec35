/** Words of the page that makes an evidence pack. */
export const casePackWords = {
  title: 'Evidence pack',
  lead: 'Everything that whoever decides is told, in the order in which they ask: a summary of one page, the five cases behind it, and the annexes. What the case doesn’t hold is said plainly.',
  fields: { for: 'Who reads it', version: 'Which version', format: 'Which format' },
  readers: {
    sobc: [
      'Investment committee, strategic outline case',
      'Is there a case for change, and which options go forward?',
    ],
    obc: [
      'Investment committee, outline business case',
      'Is this the preferred option, and may it go to the market?',
    ],
    fbc: ['Investment committee, full business case', 'May the contract be signed?'],
    'member-report': [
      'Members of a council',
      'Options considered, and what they mean for money, law and equality.',
    ],
    'trust-board': ['Board of an NHS trust', 'Quality, finance, risk and clinical safety.'],
  } as Readonly<Record<string, readonly [text: string, hint: string]>>,
  versions: {
    full: ['In full', 'For those who may see everything. It carries the marking of the case.'],
    release: [
      'For release',
      'What the case lets be published. What is withheld leaves a marked gap, and stands in a schedule with the reason. Somebody has to check it before it is published.',
    ],
  } as Readonly<Record<string, readonly [text: string, hint: string]>>,
  formats: {
    html: [
      'HTML',
      'The accessible master: one file, with the drawings; it prints with the marking on every page.',
    ],
    docx: ['Word', 'The same words and tables; drawings are told in words.'],
  } as Readonly<Record<string, readonly [text: string, hint: string]>>,
  button: 'Download the pack',
  note: 'A version of the case that nobody has worked out yet is worked out first, which takes some seconds.',
  faults: {
    for: 'Choose who reads it',
    version: 'Choose a version',
    format: 'Choose a format',
  },
};
