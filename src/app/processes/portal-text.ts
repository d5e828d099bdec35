import { textBlock } from '../text-form.ts';
import type { ProcessDecision, ProcessPair, PublishedAlso } from './portal-views.ts';

/** Reasons as lines of a block: what it is with its weight, and what it rests on. */
function partLines(parts: ProcessPair['parts']): [string, string][] {
  return parts.map(({ part, weight, detail }) => [part, `${weight > 0 ? '+' : ''}${weight}  ${detail}`]);
}

/** Pairs to review, as text. */
export function processReviewText(page: {
  items: readonly ProcessPair[];
  total: number;
  nextSkip: number | null;
}): string {
  if (page.items.length === 0) return 'No pair of processes waits for review.';
  const pairs = page.items.map(({ score, parts, sides }) =>
    [
      `${score.toFixed(2)}  ${sides.map(({ title }) => title).join('  |  ')}`,
      textBlock([
        ...sides.map(({ ocid, publisher, buyer }): [string, string] => [
          publisher,
          `${ocid}  ${buyer ?? ''}`,
        ]),
        ...partLines(parts),
      ]),
    ].join('\n'),
  );
  const next = page.nextSkip === null ? [] : [`More: --skip ${page.nextSkip}`];
  return [
    `${page.total} ${page.total === 1 ? 'pair' : 'pairs'}. Join two: sourcing processes join OCID OCID --reason "…"`,
    ...pairs,
    ...next,
  ].join('\n\n');
}

/** A decision as text. */
export function processDecisionText(decision: ProcessDecision): string {
  const { number, kind, ocids, reason, madeBy, madeAt, isFollowed } = decision;
  const withdrawn = [decision.withdrawnAt, decision.withdrawnBy, decision.withdrawnReason];
  const isStanding = decision.withdrawnAt === null;
  return `Decision ${number}: ${ocids.join(' and ')} are ${kind === 'same' ? 'one' : 'two'}\n${textBlock([
    ...decision.shown.map(({ ocid, title, publisher }): [string, string] => [publisher, `${ocid}  ${title}`]),
    ['reason', reason],
    ['made', `${madeAt}, ${madeBy}`],
    ['withdrawn', isStanding ? '' : withdrawn.filter((part) => part !== null).join(', ')],
    ['in effect', isStanding && !isFollowed ? 'no: another decision stands against it' : ''],
  ])}`;
}

/** A page of decisions as text. */
export function processDecisionListText(items: readonly ProcessDecision[], next: string | null): string {
  if (items.length === 0) return 'Nothing has been decided yet.';
  return [...items.map(processDecisionText), ...(next === null ? [] : [`Next page: --cursor ${next}`])].join(
    '\n\n',
  );
}

/** Where else a process was published, as text; empty where it wasn't. */
export function publishedAlsoText(also: PublishedAlso | null, ocid: string): string {
  if (also === null) return '';
  const counted = also.mainOcid === ocid ? 'Counted under this process.' : `Counted under ${also.mainOcid}.`;
  const others = also.others.map(({ confidence, parts, decision, ...side }) => {
    const says =
      decision !== null
        ? `joined by decision ${decision.number}: ${decision.reason}`
        : confidence === null
          ? 'through another of these'
          : `confidence ${(100 * confidence).toFixed(1)} %`;
    return `${side.publisher}  ${side.ocid}  ${says}\n${textBlock(partLines(parts))}`.trimEnd();
  });
  return [counted, ...others].join('\n');
}
