import type { SectionId } from '../../domain/segments/playbook/sections.ts';
import { textSection } from '../text-form.ts';
import type { PlaybookView } from './playbook-view.ts';

/** Headings of the sections. */
export const sectionHeadings: Readonly<Record<SectionId, string>> = {
  scope: 'What it is, and what it isn’t',
  'business-model': 'How suppliers make money',
  pricing: 'How it is priced, and how that goes wrong',
  market: 'Structure of the market',
  risks: 'Risks',
  terms: 'Contract approach and terms to have',
  exit: 'Exit',
  levers: 'Levers, by who can pull them',
  client: 'What a good client can do',
  'small-firms': 'Small firms and start-ups',
  kpis: 'Performance indicators',
  routes: 'Routes',
  models: 'Related ways to source',
};

/** Marks of what a paragraph rests on. */
const marks = { source: 'source', judgement: 'judgement' } as const;

/**
 * A playbook as text, each paragraph with its mark.
 *
 * @example playbookText(view).split('\n')[0] // 'cloud-hosting: unreviewed, gone through on 2026-11-23'
 */
export function playbookText(playbook: PlaybookView): string {
  const owner = playbook.owner ?? 'nobody yet';
  return [
    `${playbook.segment}: ${playbook.status}, gone through on ${playbook.reviewed}, owner ${owner}, version ${playbook.version}\n${playbook.summary}`,
    [
      ...playbook.warnings,
      playbook.isReviewDue ? `It was to be gone through again by ${playbook.reviewDueOn}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
    ...playbook.sections.map(({ id, paragraphs }) =>
      textSection(sectionHeadings[id], paragraphs.map((paragraph) => paragraphText(paragraph)).join('\n')),
    ),
    textSection('Checks', playbook.checks.map(checkLines).join('\n')),
    textSection(
      'Sources',
      playbook.sources
        .map(({ id, title, publisher, date, read, note }) =>
          [`${id}: ${title}, ${publisher}, ${date} (${readWords[read]})`, note].filter(Boolean).join('. '),
        )
        .join('\n'),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const readWords = {
  primary: 'read',
  secondary: 'read in somebody’s report',
  unverified: 'not read: check it first',
} as const;

function paragraphText(paragraph: PlaybookView['sections'][number]['paragraphs'][number]): string {
  const { name, by, model, text, formula, basis, sources } = paragraph;
  const lead = [by, model?.name, name].filter((part) => part != null).join(', ');
  const sum = formula === null ? '' : ` = ${formula}.`;
  const mark = basis === 'source' ? `${marks.source}: ${sources.join(', ')}` : marks.judgement;
  return `- ${lead === '' ? '' : `${lead}${sum === '' ? ':' : ''}${sum} `}${text} [${mark}]`;
}

function checkLines({ outcome, id, title, when, act }: PlaybookView['checks'][number]): string {
  return `${outcome.padEnd(6)} ${id}: ${title}\n         when ${when}\n         do: ${act}`;
}
