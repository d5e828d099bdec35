import { diffArrays, diffWordsWithSpace } from 'diff';
import type { Basis, Paragraph, Playbook, PlaybookCheck } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds } from '../../domain/segments/playbook/sections.ts';
import { conditionText } from './condition-text.ts';
import { sectionHeadings } from './playbook-text.ts';

/** A stretch of a changed line: as it was and is, only before, or only after. */
export type ChangedPart = { kind: 'same' | 'removed' | 'added'; text: string };

/** A line of a playbook that one version has and the other hasn’t, or has in other words. */
export type PlaybookChange = {
  /** Heading under which it stands. */
  place: string;
  kind: 'changed' | 'moved' | 'removed' | 'added';
  parts: ChangedPart[];
};

/** `key` names a line that stays the same one however much of it is rewritten. */
type Line = { place: string; key: string | null; text: string };

const aboutHeading = 'About the playbook';
const checksHeading = 'Checks';

/**
 * What changed between two versions of a playbook: line by line (a paragraph or a statement of a check each), and word by word where
 * a line was rewritten.
 *
 * @example playbookChanges(before, after)[0] // { place: 'Risks', kind: 'changed', parts: [{ kind: 'same', text: 'Use outgrows ' }, …] }
 */
export function playbookChanges(before: Playbook, after: Playbook): PlaybookChange[] {
  const parts = diffArrays(linesOf(before), linesOf(after), {
    comparator: (one, other) => one.place === other.place && one.text === other.text,
  });
  const removed = parts.flatMap((part) => (part.removed ? part.value : []));
  const added = parts.flatMap((part) => (part.added ? part.value : []));
  const origins = pairLines(removed, added);
  const paired = new Set(origins.values());
  return parts.flatMap(({ value, added: isAdded, removed: isRemoved }): PlaybookChange[] => {
    if (isRemoved) return value.filter((line) => !paired.has(line)).map((line) => wholeLine('removed', line));
    if (!isAdded) return [];
    return value.map((line) => {
      const origin = origins.get(line);
      if (origin === undefined) return wholeLine('added', line);
      return origin.text === line.text
        ? { place: line.place, kind: 'moved', parts: [{ kind: 'same', text: line.text }] }
        : rewritten(origin, line);
    });
  });
}

/** For each added line the removed one that it was before, where one is alike: those most alike are one line rewritten. */
function pairLines(removed: readonly Line[], added: readonly Line[]): Map<Line, Line> {
  const alike = added
    .flatMap((line) =>
      removed
        .filter(({ place }) => place === line.place)
        .map((origin) => ({ line, origin, shared: sharedShare(origin, line) })),
    )
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((one, other) => other.shared - one.shared);
  const origins = new Map<Line, Line>();
  const taken = new Set<Line>();
  for (const { line, origin } of alike) {
    if (origins.has(line) || taken.has(origin)) continue;
    origins.set(line, origin);
    taken.add(origin);
  }
  return origins;
}

/** Share of words in common from which two lines are taken for one that was rewritten. */
const leastShared = 0.4;

function sharedShare(one: Line, other: Line): number {
  if (one.key !== null && one.key === other.key) return 1;
  const words = new Set(one.text.split(/\s+/u));
  const others = new Set(other.text.split(/\s+/u));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(words.size, others.size);
}

function rewritten({ place, text }: Line, after: Line): PlaybookChange {
  const parts = diffWordsWithSpace(text, after.text).map(({ value, added, removed }) => ({
    kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
    text: value,
  }));
  return { place, kind: 'changed', parts };
}

function wholeLine(kind: 'removed' | 'added', { place, text }: Line): PlaybookChange {
  return { place, kind, parts: [{ kind, text }] };
}

function linesOf({ summary, owner, status, reviewed, sections, checks, ownChecks }: Playbook): Line[] {
  return [
    aboutLine('summary', summary),
    aboutLine('owner', `Owner: ${owner ?? 'nobody yet'}`),
    aboutLine('status', `Status: ${status}`),
    aboutLine('reviewed', `Gone through on ${reviewed}`),
    ...sectionIds.flatMap((id) =>
      sections[id].map((paragraph) => ({
        place: sectionHeadings[id],
        key: paragraph.id,
        text: paragraphLine(paragraph),
      })),
    ),
    ...checks
      .slice(0, ownChecks)
      .flatMap((check) =>
        checkLines(check).map((text, index) => ({ place: checksHeading, key: `${check.id} ${index}`, text })),
      ),
  ];
}

function aboutLine(key: string, text: string): Line {
  return { place: aboutHeading, key, text };
}

function paragraphLine({ name, by, model, text, formula, basis }: Paragraph): string {
  const lead = [by, model, name].filter((part) => part !== null).join(', ');
  return [lead === '' ? '' : `${lead}.`, text, formula === null ? '' : `Formula: ${formula}.`, mark(basis)]
    .filter((part) => part !== '')
    .join(' ');
}

function checkLines({ id, title, when, outcome, because, act, basis, passage }: PlaybookCheck): string[] {
  return [
    `${id}, title: ${title}`,
    `${id}, ${outcome} when: ${conditionText(when)}.`,
    `${id}, why: ${because} ${mark(basis)}`,
    `${id}, what to do: ${act}`,
    `${id}, more in: ${passage}`,
  ];
}

function mark(basis: Basis): string {
  return basis.kind === 'judgement' ? '[judgement]' : `[source: ${basis.sources.join(', ')}]`;
}
