import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { parseSegment } from '../../domain/segments/segment.ts';
import { segmentPhrase } from '../../domain/segments/segment-phrase.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { textSection } from '../text-form.ts';
import { listText } from './figure-text.ts';
import type { EvidenceView } from './evidence-view.ts';

/** A group of figures under one heading: those of a market, or of one part of the case. */
export type EvidenceGroup = { heading: string; about: string[]; ids: string[] };

const parts: Readonly<Record<string, string>> = {
  buyer: 'The buyer',
  'need.present': 'The present contract',
  costs: 'Costs',
};

/**
 * Figures by what they are about, components by their names.
 *
 * @example groupEvidence(document, figures)[0]?.heading // 'Case workflow: sector systems'
 */
export function groupEvidence(
  { components }: Pick<CaseDocument, 'components'>,
  figures: readonly { id: string; about: readonly string[] }[],
): EvidenceGroup[] {
  return [...Map.groupBy(figures, ({ about }) => about.join(' '))].map(([, group]) => {
    const about = [...(group[0]?.about ?? [])];
    const named = components.filter(({ id }) => about.includes(id));
    const segment = parseSegment(named[0]?.segment ?? '');
    const names = named.length > 0 ? named.map(({ name }) => name) : about.map((path) => parts[path] ?? path);
    return {
      heading: `${listText(names)}${segment === null ? '' : ` (${segmentPhrase(segment)})`}`,
      about,
      ids: group.map(({ id }) => id),
    };
  });
}

/**
 * What the register shows for a case, as text.
 *
 * @example evidenceText(view).split('\n')[0] // 'Replace the licensing casework system'
 */
export function evidenceText({
  title,
  at,
  figures,
  groups,
  beside,
  gaps,
  fills,
  revision,
}: EvidenceView): string {
  const sentences = new Map(
    figures.map(({ id, sentence, items }) => [
      id,
      [sentence, ...items.map(({ text, on }) => `  ${on ?? 'no day'}  ${text}`)].join('\n'),
    ]),
  );
  return [
    `${title}\nWhat the register showed on ${dayInWords(at.slice(0, 10))}${revision === null ? '' : `; kept in version ${revision}`}`,
    ...groups.map(({ heading, ids }) =>
      textSection(heading, ids.map((id) => sentences.get(id) ?? '').join('\n')),
    ),
    figures.length === 0 ? 'The register shows nothing for this case.' : '',
    textSection(
      'Typed, and seen in the register',
      beside
        .filter(({ differs }) => differs)
        .map(({ path, typed, register }) => `${path}: ${typed}; register: ${register}`)
        .join('\n'),
    ),
    textSection(
      'Empty places that the register could fill (--fill with --keep)',
      fills.map(({ path, value }) => `${path.join('.')}: ${String(value)}`).join('\n'),
    ),
    textSection('Not asked', gaps.map(({ about, because }) => `${about}: ${because}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
