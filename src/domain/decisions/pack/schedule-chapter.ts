import { paragraph, type PackChapter } from './pack-document.ts';
import type { WithheldEntry } from './schedule.ts';

/**
 * The schedule of a version for release as its last chapter: what was withheld, by which exemption, why, and when that is looked
 * at again; and which sections nobody has decided on.
 *
 * @example scheduleChapter([], []).sections[0]?.blocks[0] // { kind: 'paragraph', text: 'Nothing is withheld from this version.' }
 */
export function scheduleChapter(
  entries: readonly WithheldEntry[],
  undecided: readonly string[],
): PackChapter {
  const withheld =
    entries.length === 0
      ? [paragraph('Nothing is withheld from this version.')]
      : [
          paragraph(
            'Where “Withheld” stands with a number, something was left out. An exemption is what probably applies; whoever answers for information rights decides, and weighs the public interest where the law asks for it.',
          ),
          {
            kind: 'table' as const,
            caption: 'What is withheld, and why',
            head: ['Number', 'Section', 'What', 'Category', 'Exemption', 'Why', 'Looked at again'],
            numeric: [],
            anchor: 'schedule',
            rows: entries.map(({ number, section, items, category, exemption, because, review }) => ({
              cells: [String(number), section, itemsText(items), category, exemption, because, review],
            })),
          },
        ];
  return {
    id: 'schedule',
    title: 'Schedule of what is withheld',
    sections: [
      {
        id: 'schedule',
        title: 'What is withheld from this version',
        blocks: [
          ...withheld,
          ...(undecided.length === 0
            ? []
            : [
                { kind: 'heading' as const, text: 'Not decided' },
                paragraph(
                  `The case says nothing of the release of ${undecided.length === 1 ? 'this section, which therefore stands' : 'these sections, which therefore stand'} here: ${undecided.join('; ')}.`,
                ),
              ]),
        ],
      },
    ],
  };
}

/** Things with names by their names; passages by their number. */
function itemsText(items: readonly { name: string; count: number }[]): string {
  return items
    .map(({ name, count }) => {
      if (name === 'passage') return count === 1 ? '1 passage' : `${count} passages`;
      return count === 1 ? name : `${name} (${count} times)`;
    })
    .join('; ');
}
