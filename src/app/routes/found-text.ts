import { dayInWords } from '../../lib/day-in-words.ts';
import { countText } from '../count-text.ts';
import { textSection } from '../text-form.ts';
import { findingsShown } from './findings-shown.ts';
import type { FoundRoutesView } from './views.ts';

const verdictNames = {
  usable: 'Can be used, as far as is known',
  check: 'Can be used if a doubt is cleared',
  'not-yet': 'Not open yet',
  unknown: 'Status unknown',
  cannot: 'Can’t be used',
} as const;

const opennessNames = {
  open: 'open',
  if: 'with conditions',
  'not-needed': 'not needed',
  closed: 'not open',
} as const;

/**
 * Routes and procedures for a need, as text.
 *
 * @example foundText(await findRoutesForNeed.run(context, input))
 */
export function foundText(found: FoundRoutesView): string {
  const { asked, regime, threshold, routes, procedures } = found;
  return [
    `${asked.segment}, ${countText(asked.months, 'month')} from ${dayInWords(asked.startOn)}, award by ${dayInWords(asked.awardOn)}`,
    found.warnings.join('\n'),
    textSection(
      `Law: ${regime.name}`,
      [
        regime.isModelled ? '' : 'This law isn’t modelled here: no threshold, no procedures, no timetable.',
        regime.note,
        ...regime.differences,
        ...found.otherLaw.map(({ name, note }) => `${name}: ${note}`),
        threshold?.text ?? '',
        found.thresholdNote ?? '',
      ]
        .filter((line) => line !== '')
        .join('\n'),
    ),
    textSection('Changes of the body', found.bodyChanges.map(({ text }) => text).join('\n')),
    ...routes.map((route, index) =>
      textSection(
        `${index + 1}. ${route.number === null ? '' : `${route.number} `}${route.name}: ${verdictNames[route.verdict]}`,
        [`${route.status.text}.`, ...findingsShown(route).map(({ text }) => text), route.awards?.text ?? '']
          .filter((line) => line !== '')
          .join('\n'),
      ),
    ),
    routes.length === 0 ? 'No framework or dynamic market is held for this segment.' : '',
    textSection(
      'Procedures',
      procedures
        .map(({ name, openness, because }) => `${name}: ${opennessNames[openness]}. ${because}`)
        .join('\n'),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
