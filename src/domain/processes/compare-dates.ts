import type { PairPart, PairVeto } from './pair-part.ts';
import type { ProcessProfile } from './process-profile.ts';

/** Deadlines, awards and first days further apart than these many days are of another round: tendered again, or yearly. */
const mostDays = { deadline: 45, decided: 200, start: 150, published: 400 } as const;

/**
 * What days say of two processes: like is compared with like, since one portal may show the tender and the other the award.
 *
 * @example dateParts(one, other) // [{ part: 'same-deadline', weight: 3, detail: '2026-03-02' }]
 */
export function dateParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  return [
    ...deadlineParts(one, other),
    ...periodParts(one, other),
    ...awardParts(one, other),
    ...publicationParts(one, other),
  ];
}

/**
 * Whether days show that one is another round of the other.
 *
 * @example vetoOfDates({ ...one, deadlineOn: '2026-03-02' }, { ...other, deadlineOn: '2027-03-01' }) // 'other-round'
 */
export function vetoOfDates(one: ProcessProfile, other: ProcessProfile): PairVeto | null {
  const apart = [
    [daysApart(one.deadlineOn, other.deadlineOn), mostDays.deadline],
    [closestDays(one.decidedOn, other.decidedOn)?.days ?? null, mostDays.decided],
    [closestDays(one.startOn, other.startOn)?.days ?? null, mostDays.start],
    [gapBetween(one, other), mostDays.published],
  ] as const;
  return apart.some(([days, most]) => days !== null && days > most) ? 'other-round' : null;
}

function deadlineParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const days = daysApart(one.deadlineOn, other.deadlineOn);
  if (days === null) return [];
  const detail = `${one.deadlineOn ?? ''}${days === 0 ? '' : ` · ${other.deadlineOn ?? ''}`}`;
  if (days <= 1) return [{ part: 'same-deadline', weight: 3, detail }];
  return days > 14 ? [{ part: 'other-deadline', weight: -1.5, detail }] : [];
}

function periodParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const start = closestDays(one.startOn, other.startOn);
  if (start === null) return [];
  if (start.days > 45) return [{ part: 'other-start', weight: -1.5, detail: start.detail }];
  if (start.days > 1) return [];
  const end = closestDays(one.endOn, other.endOn);
  return end !== null && end.days <= 1
    ? [{ part: 'same-period', weight: 2, detail: `${start.detail}, ${end.detail}` }]
    : [{ part: 'same-start', weight: 1, detail: start.detail }];
}

function awardParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const decided = closestDays(one.decidedOn, other.decidedOn);
  if (decided === null) return [];
  if (decided.days <= 7) return [{ part: 'same-award', weight: 0.7, detail: decided.detail }];
  return decided.days > 60 ? [{ part: 'other-award', weight: -1.5, detail: decided.detail }] : [];
}

function publicationParts(one: ProcessProfile, other: ProcessProfile): PairPart[] {
  const first = daysApart(one.firstPublishedOn, other.firstPublishedOn);
  const last = daysApart(one.lastPublishedOn, other.lastPublishedOn);
  if (first === null || last === null) return [];
  const detail = `${one.firstPublishedOn ?? ''} · ${other.firstPublishedOn ?? ''}`;
  if (Math.min(first, last) <= 7) return [{ part: 'published-near', weight: 0.5, detail }];
  return gapBetween(one, other) > 150 ? [{ part: 'published-apart', weight: -1.5, detail }] : [];
}

/** Days between the last notice of one and the first of the other; 0 where they overlap. */
function gapBetween(one: ProcessProfile, other: ProcessProfile): number {
  const after = daysFrom(one.lastPublishedOn, other.firstPublishedOn);
  const before = daysFrom(other.lastPublishedOn, one.firstPublishedOn);
  return Math.max(0, after ?? 0, before ?? 0);
}

function closestDays(
  ones: readonly string[],
  others: readonly string[],
): { days: number; detail: string } | null {
  let best: { days: number; detail: string } | null = null;
  for (const a of ones) {
    for (const b of others) {
      const days = daysApart(a, b);
      if (days !== null && (best === null || days < best.days))
        best = { days, detail: days === 0 ? a : `${a} · ${b}` };
    }
  }
  return best;
}

function daysApart(one: string | null, other: string | null): number | null {
  const days = daysFrom(one, other);
  return days === null ? null : Math.abs(days);
}

function daysFrom(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
