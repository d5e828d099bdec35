import { textBlock } from '../text-form.ts';
import type { CandidateView, DecisionOutcome, IdentityDecisionView } from './views.ts';

/** What a decision led to, as text. */
export function outcomeText({ decision, organisations }: DecisionOutcome): string {
  const sides = organisations.map(
    ({ id, name, keys }) =>
      `${name}\n${textBlock([
        ['id', id],
        ['keys', keys.join(', ')],
      ])}`,
  );
  return [decisionText(decision), ...sides].join('\n\n');
}

/** A page of decisions as text. */
export function decisionListText(items: readonly IdentityDecisionView[], next: string | null): string {
  if (items.length === 0) return 'Nothing has been decided yet.';
  return [...items.map(decisionText), ...(next === null ? [] : [`Next page: --cursor ${next}`])].join('\n\n');
}

function decisionText(decision: IdentityDecisionView): string {
  const { number, kind, keys, apartFrom, reason, madeBy, madeAt } = decision;
  const says =
    kind === 'same' ? `${keys.join(' and ')} are one` : `${keys.join(', ')} apart from ${apartFrom ?? ''}`;
  const withdrawn =
    decision.withdrawnAt === null
      ? ''
      : [decision.withdrawnAt, decision.withdrawnBy, decision.withdrawnReason]
          .filter((part) => part !== null)
          .join(', ');
  return `Decision ${number}: ${says}\n${textBlock([
    ['reason', reason],
    ['made', `${madeAt}, ${madeBy}`],
    ['withdrawn', withdrawn],
    [
      'in effect',
      decision.withdrawnAt === null && !decision.isFollowed
        ? 'no: it would join two company numbers, or nothing shows its keys'
        : '',
    ],
  ])}`;
}

/** Pairs to review, as text. */
export function reviewText(page: {
  items: readonly CandidateView[];
  total: number;
  nextSkip: number | null;
}): string {
  if (page.items.length === 0) return 'No pair of organisations waits for review.';
  const pairs = page.items.map(({ score, parts, sides }) =>
    [
      `${score.toFixed(2)}  ${sides.map(({ name }) => name).join('  |  ')}`,
      textBlock([
        ['ids', sides.map(({ id }) => id).join(' ')],
        ...sides.map(({ name, keys }): [string, string] => [name.slice(0, 30), keys.slice(0, 6).join(', ')]),
        ...parts.map(({ part, weight, detail }): [string, string] => [
          part,
          `${weight > 0 ? '+' : ''}${weight}  ${detail}`,
        ]),
      ]),
    ].join('\n'),
  );
  const next = page.nextSkip === null ? [] : [`More: --skip ${page.nextSkip}`];
  return [
    `${page.total} ${page.total === 1 ? 'pair' : 'pairs'}. Join two: sourcing organisations merge ID ID --reason "…"`,
    ...pairs,
    ...next,
  ].join('\n\n');
}
