import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject } from '../../lib/json.ts';
import { reviewIndicatorsOf } from './review-indicators-of.ts';

const tender = actRelease()['tender'];

function indicatorsOf(
  tenderChanges: JsonObject,
  changes: JsonObject = {},
): ReturnType<typeof reviewIndicatorsOf> {
  const release = actRelease({
    ...changes,
    tender: { ...(isObject(tender) ? tender : {}), ...tenderChanges },
  });
  return reviewIndicatorsOf(factsFrom([release]), release);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const statistics = (...rows: [lot: string | null, measure: string, value: number][]): JsonObject => ({
  bids: {
    statistics: rows.map(([lot, measure, value], index) => ({
      id: String(index),
      measure,
      value,
      ...(lot === null ? {} : { relatedLot: lot }),
    })),
  },
});

describe('one bid, by the bid statistics', () => {
  it('is told with how many lots it concerns', () => {
    expect(indicatorsOf({}, statistics(['1', 'bids', 1], ['2', 'bids', 4], ['2', 'smeBids', 1]))).toEqual([
      {
        code: 'R018',
        basis: 'bid-statistics',
        competition: 'competition',
        singleBidLots: 1,
        countedLots: 2,
        publishedReason: null,
      },
    ]);
  });

  it('is not told where more came, where none came, or where nothing is published', () => {
    expect(indicatorsOf({}, statistics([null, 'bids', 2]))).toEqual([]);
    expect(indicatorsOf({}, statistics([null, 'bids', 0]))).toEqual([]);
    expect(indicatorsOf({}, statistics([null, 'finalStageBids', 1]))).toEqual([]);
    expect(indicatorsOf({})).toEqual([]);
  });

  it('of a lot that is counted twice, the larger number counts', () => {
    expect(indicatorsOf({}, statistics(['1', 'bids', 3], ['1', 'bids', 1]))).toEqual([]);
  });

  it('says nothing about a direct award, and keeps a call-off apart', () => {
    const one = statistics([null, 'bids', 1]);
    const direct = { procurementMethod: 'direct', procurementMethodDetails: 'Direct award' };
    expect(indicatorsOf(direct, one)).toEqual([]);
    const facts = factsFrom([actRelease(one)]);
    expect(reviewIndicatorsOf({ ...facts, route: 'framework-call-off' }, {})).toMatchObject([
      { code: 'R018', competition: 'call-off' },
    ]);
    expect(reviewIndicatorsOf({ ...facts, regime: 'below-threshold' }, {})).toEqual([]);
    expect(reviewIndicatorsOf({ ...facts, stage: 'cancelled' }, {})).toEqual([]);
    expect(reviewIndicatorsOf({ ...facts, route: 'unknown' }, {})).toEqual([]);
  });

  it('says nothing where a likely natural person is the supplier', () => {
    const parties = [
      { id: 'B', name: 'Example Agency', roles: ['buyer'] },
      { id: 'S', name: 'Jane Doe', roles: ['supplier'] },
    ];
    const one = { ...statistics([null, 'bids', 1]), buyer: { id: 'B', name: 'Example Agency' }, parties };
    expect(factsFrom([actRelease(one)]).mentions.some(({ isPersonLikely }) => isPersonLikely)).toBe(true);
    expect(indicatorsOf({}, one)).toEqual([]);
  });

  it("comes with the buyer's published reason", () => {
    const rationale = { procurementMethodRationale: 'Only one supplier holds the accreditation.' };
    expect(indicatorsOf(rationale, statistics([null, 'bids', 1]))).toMatchObject([
      { publishedReason: 'Only one supplier holds the accreditation.' },
    ]);
  });
});

describe('a short time to bid, from the publication of the tender notice', () => {
  const published = { tag: ['tender'], date: '2026-05-06T10:00:00Z' };
  const until = (endDate: string, more: JsonObject = {}): ReturnType<typeof indicatorsOf> =>
    indicatorsOf({ tenderPeriod: { endDate }, ...more }, published);

  it('is told below fifteen whole days, with the reason for the haste', () => {
    const procedure = { isAccelerated: true, acceleratedRationale: 'The building was flooded.' };
    expect(until('2026-05-21T09:59:59Z', { procedure })).toEqual([
      {
        code: 'R003',
        basis: 'publication-to-deadline',
        competition: 'competition',
        days: 14,
        threshold: 15,
        publishedReason: 'The building was flooded.',
      },
    ]);
    expect(until('2026-05-21T10:00:00Z')).toEqual([]);
  });

  it('is not told where the deadline lies before the notice, or either is missing', () => {
    expect(until('2026-05-01T10:00:00Z')).toEqual([]);
    expect(until('soon')).toEqual([]);
    expect(indicatorsOf({ tenderPeriod: { endDate: '2026-05-07T10:00:00Z' } })).toEqual([]);
  });

  it('is not told of a call-off, which has no such period', () => {
    const release = actRelease({
      ...published,
      tender: { tenderPeriod: { endDate: '2026-05-07T10:00:00Z' } },
    });
    const facts = { ...factsFrom([release]), route: 'framework-call-off' as const };
    expect(reviewIndicatorsOf(facts, release)).toEqual([]);
  });
});
