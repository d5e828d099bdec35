import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json.ts';
import type { QualityIssue } from './prepare.ts';
import { prepareRelease } from './prepare.ts';
import { prepareRulesOf, prepareSettings } from './prepare-settings.ts';
import { readSettings } from './toolkit-settings.ts';

function prepare(
  release: JsonObject,
  settings = '',
): { release: JsonObject; issues: string[]; warnings: string[] } {
  const issues: QualityIssue[] = [];
  const warnings: string[] = [];
  prepareRelease(release, prepareRulesOf(readSettings(settings, 'settings', prepareSettings)), {
    issue: (issue) => issues.push(issue),
    warn: (message) => warnings.push(message),
  });
  const texts = issues.map(
    ({ path, indexes, value, description }) => `${path} ${indexes} ${value} ${description}`,
  );
  return { release, issues: texts, warnings };
}

describe('preparing a compiled release without settings', () => {
  it('tells what could be mended, with its place', () => {
    const { issues } = prepare({
      bids: {
        details: [
          { status: 'valid', value: { amount: 0, currency: 'GBP' } },
          { status: 'Valid', value: { amount: 1 }, items: [{}, { classification: { id: '1' } }] },
          {},
        ],
      },
      awards: [{ status: 'Active', items: [{ classification: { id: '1' } }] }, { status: null }, {}],
    });
    expect(issues).toEqual([
      '/bids/details[]/value/amount 0  is zero',
      '/bids/details[]/value/currency 1  not set',
      '/bids/details[]/items[]/classification/scheme 1.1  not set',
      '/bids/details[]/status 1 Valid invalid',
      '/bids/details[]/status 2  not set',
      '/awards[]/items[]/classification/scheme 0.0  not set',
      '/awards[]/status 0 Active invalid',
      '/awards[]/status 2  not set',
    ]);
  });

  it('makes ids texts and single organisations lists', () => {
    const { release } = prepare({
      parties: { id: 1 },
      buyer: { id: 1 },
      bids: { details: [{ status: 'valid', tenderers: { id: 2 } }] },
      awards: [
        {
          id: 7,
          status: 'active',
          suppliers: { id: 2 },
          items: [{ classification: { id: 72, scheme: 'CPV' } }],
        },
      ],
      contracts: [{ awardID: 7 }],
    });
    expect(release).toEqual({
      parties: [{ id: '1' }],
      buyer: { id: '1' },
      bids: { details: [{ status: 'valid', tenderers: [{ id: '2' }] }] },
      awards: [
        {
          id: '7',
          status: 'active',
          suppliers: [{ id: '2' }],
          items: [{ classification: { id: '72', scheme: 'CPV' } }],
        },
      ],
      contracts: [{ awardID: '7' }],
    });
  });

  it.each([
    [{ bids: 5, awards: 'x', parties: null, tender: [], buyer: 'y', contracts: [null] }],
    [{ bids: { details: [null, 5, 'x', []] }, awards: [null, 5, 'x', []] }],
    [{}],
  ])('leaves %j as it is', (release) => {
    const before = structuredClone(release);
    expect(prepare(release)).toEqual({ release: before, issues: [], warnings: [] });
  });
});

describe('preparing with settings', () => {
  it('a default must be of the standard too, and a replaced code', () => {
    const settings = '[defaults]\nbid_status = ok\n[codelists.award_status]\nyes = fine';
    expect(prepare({ bids: { details: [{}] }, awards: [{ status: 'yes' }] }, settings).issues).toEqual([
      '/bids/details[]/status 0 ok invalid',
      '/awards[]/status 0 fine invalid',
    ]);
  });

  it('a redacted amount is not told as zero', () => {
    const release = { bids: { details: [{ status: 'valid', value: { amount: 0, currency: 'GBP' } }] } };
    expect(prepare(release, '[redactions]\namount = 0').issues).toEqual([]);
  });

  it("auctions' bids stay where there are bids already", () => {
    const release = { auctions: [{ stages: [{ bids: [{ id: 1 }] }] }], bids: {} };
    const { warnings, release: after } = prepare(
      structuredClone(release),
      '[modifications]\nmove_auctions = true',
    );
    expect(after).toEqual(release);
    expect(warnings).toEqual(['The bids of its auctions were not moved, because it has bids already.']);
  });

  it('a prefix is put before what a redaction left', () => {
    const settings =
      '[redactions]\norganization_id = 0\n[modifications]\nprefix_tenderer_or_supplier_id = X-';
    const { release } = prepare(
      { awards: [{ status: 'active', suppliers: [{ id: 0 }, { id: 1 }, { id: 'X-2' }] }] },
      settings,
    );
    expect(release).toEqual({
      awards: [{ status: 'active', suppliers: [{}, { id: 'X-1' }, { id: 'X-2' }] }],
    });
  });

  it('an award is cancelled only where all its contracts are', () => {
    const settings = '[corrections]\naward_status_by_contract_status = true';
    const award = (id: string): JsonObject => ({ id, status: 'active' });
    const contracts = [
      { awardID: 'a', status: 'cancelled' },
      { awardID: 'b', status: 'active' },
      { awardID: 'b', status: 'cancelled' },
    ];
    const { release } = prepare({ awards: [award('a'), award('b'), award('c')], contracts }, settings);
    expect(release['awards']).toMatchObject([
      { status: 'cancelled' },
      { status: 'active' },
      { status: 'active' },
    ]);
  });
});
