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
  kind: 'changed' | 'removed' | 'added';
  parts: ChangedPart[];
};

type Line = { place: string; text: string };

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
  const changes: PlaybookChange[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const next = parts[index + 1];
    if (part?.removed === true && next?.added === true) {
      changes.push(...pairedChanges(part.value, next.value));
      index += 1;
    } else if (part?.removed === true) changes.push(...part.value.map((line) => wholeLine('removed', line)));
    else if (part?.added === true) changes.push(...part.value.map((line) => wholeLine('added', line)));
  }
  return changes;
}

/** Lines that stand in the place of others: those most alike are one line rewritten. */
function pairedChanges(removed: readonly Line[], added: readonly Line[]): PlaybookChange[] {
  const open = [...added];
  const pairs = removed.map((line) => {
    const [best] = open
      .map((other) => ({ other, shared: other.place === line.place ? sharedShare(line.text, other.text) : 0 }))
      .toSorted((one, other) => other.shared - one.shared);
    if (best === undefined || best.shared < leastShared) return { line, other: null };
    open.splice(open.indexOf(best.other), 1);
    return { line, other: best.other };
  });
  return [
    ...pairs.map(({ line, other }) => (other === null ? wholeLine('removed', line) : rewritten(line, other))),
    ...open.map((line) => wholeLine('added', line)),
  ];
}

/** Share of words in common from which two lines are taken for one that was rewritten. */
const leastShared = 0.3;

function sharedShare(one: string, other: string): number {
  const words = new Set(one.split(/\s+/u));
  const others = new Set(other.split(/\s+/u));
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
  const about = (text: string): Line => ({ place: aboutHeading, text });
  return [
    about(summary),
    about(`Owner: ${owner ?? 'nobody yet'}`),
    about(`Status: ${status}`),
    about(`Gone through on ${reviewed}`),
    ...sectionIds.flatMap((id) =>
      sections[id].map((paragraph) => ({ place: sectionHeadings[id], text: paragraphLine(paragraph) })),
    ),
    ...checks
      .slice(0, ownChecks)
      .flatMap((check) => checkLines(check).map((text) => ({ place: checksHeading, text }))),
  ];
}

function paragraphLine({ name, by, model, text, formula, basis }: Paragraph): string {
  const lead = [by, model, name].filter((part) => part !== null).join(', ');
  return [lead === '' ? '' : `${lead}.`, text, formula === null ? '' : `Formula: ${formula}.`, mark(basis)]
    .filter((part) => part !== '')
    .join(' ');
}

function checkLines({ title, when, outcome, because, act, basis, passage }: PlaybookCheck): string[] {
  return [
    `${title}: ${outcome} when ${conditionText(when)}.`,
    `${title}: why: ${because} ${mark(basis)}`,
    `${title}: do: ${act}`,
    `${title}: more in ${passage}.`,
  ];
}

function mark(basis: Basis): string {
  return basis.kind === 'judgement' ? '[judgement]' : `[source: ${basis.sources.join(', ')}]`;
}
