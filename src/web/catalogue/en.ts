import { formatIn } from './format.ts';
import { amountWords, contractListWords, contractWords } from './en/contracts.ts';
import { cpvDivisions } from './en/cpv-divisions.ts';
import { labels } from './en/labels.ts';
import { errorWords, layoutWords } from './en/layout.ts';
import { organisationWords, recordWords } from './en/registers.ts';
import { aboutWords, accessibilityWords, correctionWords, dataWords, homeWords } from './en/site.ts';

const format = formatIn('en-GB');

/** All interface text in English. Another language is a file beside this one, of the same shape. */
export const en = {
  language: 'en',
  format,
  labels: { ...labels, cpvDivision: cpvDivisions },
  layout: layoutWords(format),
  errors: errorWords,
  list: contractListWords(format),
  amount: amountWords,
  contract: contractWords(format),
  organisations: organisationWords(format),
  record: recordWords,
  home: homeWords(format),
  data: dataWords(format),
  about: aboutWords,
  accessibility: accessibilityWords,
  corrections: correctionWords,
};
