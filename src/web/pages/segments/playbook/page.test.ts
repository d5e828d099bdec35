import { describe, expect, test } from 'vitest';
import { linksOf, htmlFaults, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { testContext } from '../../../../../test/support/context.ts';
import { showPlaybook } from '../../../../app/segments/playbook.ts';
import type { PlaybookView } from '../../../../app/segments/playbook-view.ts';
import type { SegmentFacts } from '../../../../app/market/show-segment.ts';
import type { SegmentToday } from '../../../../app/segments/segment-today.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../../../domain/segments/segment.ts';
import { presentPlaybookPage } from './present.ts';

const coverage = { total: 4, measured: 4, gaps: {} };
const nothing = { contracts: 0, netCount: 0, netPence: 0 };
const rate = { part: 1, whole: 4, rate: null };
const share = { share: 0.5, part: 2, whole: 4 };

/** A market with four contracts. */
function marketOf(segment: DigitalSegmentId, contracts = 4): SegmentFacts {
  return {
    scope: { segments: [segment], buyerTypes: [], from: 2022, to: 2026 },
    asOf: '2026-11-01',
    prices: 'nominal',
    baseYear: null,
    deflators: null,
    counted: { contracts, netCount: contracts, netPence: contracts * 10_000_000 },
    coverage,
    unclassified: 0,
    committed: [],
    committedCoverage: coverage,
    segments: [],
    buyerTypes: [],
    sme: { byCount: share, byValue: share, countCoverage: coverage, valueCoverage: coverage },
    concentration: contracts === 0 ? null : { hhi: 2500, topFourShare: 0.75, sellers: 6 },
    concentrationCoverage: coverage,
    routes: [],
    directAward: rate,
    framework: share,
    frameworkByValue: share,
    routeCoverage: coverage,
    singleBid: rate,
    singleBidCoverage: coverage,
    segment,
    buyers: [],
    suppliers: contracts === 0 ? [] : [{ ...nothing, contracts: 2, netCount: 2, netPence: 20_000_000, id: 's1', name: 'Example Hosting Ltd' }],
    expiry: ['2026-Q4', '2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4', '2028-Q1', '2028-Q2'].map((quarter) => ({ ...nothing, quarter, contracts: 1 })),
    expiryCoverage: coverage,
  }; // prettier-ignore
}

/** Prices, terms and contracts of that market. */
function todayOf(segment: DigitalSegmentId, contracts = 12): SegmentToday {
  const none = { measured: contracts, pence: null };
  const own = {
    id: 'c1',
    title: 'Hosting of the permits service',
    buyer: { id: 'b1', name: 'Example Council' },
    suppliers: ['Example Hosting Ltd', null],
    netPence: 12_000_000,
    datedOn: '2026-10-01',
    endOn: '2027-03-31',
    maxEndOn: '2028-03-31',
  };
  return {
    segment,
    asOf: '2026-11-01',
    scope: { segments: [segment], buyerTypes: [], from: 2022, to: 2026 },
    contracts,
    value: contracts === 0 ? none : { measured: contracts, pence: { low: 5_000_000, median: 12_000_000, high: 90_000_000 } },
    yearly: none,
    term: { measured: contracts, months: contracts === 0 ? null : { low: 12, median: 24.5, high: 36 } },
    longest: { measured: 2, months: null },
    awards: contracts === 0 ? [] : [own],
    endingUntil: '2028-05-01',
    endings: contracts === 0 ? [] : [own],
  }; // prettier-ignore
}

async function show(
  segment: DigitalSegmentId,
  changes: Partial<PlaybookView> = {},
  contracts = 4,
): Promise<string> {
  const playbook = await showPlaybook.run(testContext(), { segment });
  const live = { market: marketOf(segment, contracts), today: todayOf(segment, contracts === 0 ? 0 : 12) };
  const view = presentPlaybookPage({ ...playbook, ...changes }, live, words, changes.version !== undefined);
  return renderPage('pages/segments/playbook/page.njk', view);
}

describe('the page of a playbook', () => {
  test.each(digitalSegmentIds)('of %s is a valid page whose own links lead somewhere', async (segment) => {
    const html = await show(segment);
    expect(await htmlFaults(html)).toEqual([]);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
    const inside = linksOf(html).filter(({ href }) => href.startsWith('#'));
    expect(inside.length).toBeGreaterThan(30);
    expect(inside.filter(({ href }) => !ids.has(href.slice(1)))).toEqual([]);
  });

  test('says that nobody has read it, and what each paragraph rests on', async () => {
    const text = visibleText(await show('cloud-hosting'));
    expect(text).toContain('Unreviewed No named owner has read it yet.');
    expect(text).toContain('Two firms hold more than 60% of infrastructure and platform services');
    expect(text).toContain('Source: Competition and Markets Authority');
    expect(text).toContain('Only somebody’s report of it was read.');
  });

  test('says who read it once somebody has', async () => {
    const text = visibleText(await show('cloud-hosting', { status: 'reviewed', owner: 'Head of cloud' }));
    expect(text).toContain('Reviewed Read by its owner, Head of cloud.');
  });

  test('has the figures of the register inside, with who sells and what ends soon', async () => {
    const html = await show('cloud-hosting');
    const text = visibleText(html);
    expect(text).toContain('75%');
    expect(text).toContain('end in this and the next five quarters 6');
    expect(text).toContain('Example Hosting Ltd');
    expect(linksOf(html).map(({ href }) => href)).toContain('/market/segments/cloud-hosting');
  });

  test('stands without a single contract', async () => {
    const html = await show('cloud-hosting', {}, 0);
    expect(await htmlFaults(html)).toEqual([]);
    expect(visibleText(html)).toContain(words.market.notEnough);
  });

  test('shows markup in a text as text', async () => {
    const html = await show('cloud-hosting', { summary: '<script>alert(1)</script>' });
    expect(html).not.toContain('<script>alert');
    expect(visibleText(html)).toContain('alert(1)');
  });

  test('shows what contracts cost, which were let last and which end soon, each with its page', async () => {
    const html = await show('cloud-hosting');
    const text = visibleText(html);
    expect(text).toContain('Value without VAT £50k £120k £900k 12');
    expect(text).toContain('Value without VAT for a year not enough data – – 12');
    expect(text).toContain('Months without options 12 24.5 36 12');
    expect(text).toContain('Example Hosting Ltd and a person, named with the contract');
    expect(text).toContain('31 March 2027 with options to 31 March 2028');
    expect(linksOf(html)).toContainEqual({ text: 'Hosting of the permits service', href: '/contracts/c1' });
  });

  test('reminds of its review, and not before it is due', async () => {
    const due = { isReviewDue: true, reviewDueOn: '2026-10-23' };
    expect(visibleText(await show('cloud-hosting', due))).toContain('Due for review since 23 October 2026');
    expect(visibleText(await show('cloud-hosting'))).not.toContain('Due for review');
  });

  test('says which version it is, that it changed since it was gone through, and why a newer one isn’t shown', async () => {
    const html = await show('cloud-hosting', {
      version: 3,
      savedAt: '2026-12-01T10:00:00Z',
      savedBy: 'Head of cloud',
      isChangedSince: true,
      warnings: ['Version 4 doesn’t fit this program: line 2, sumary: wrong.'],
    });
    const text = visibleText(html);
    expect(text).toContain('3 saved on 1 December 2026 by Head of cloud');
    expect(text).toContain('It was edited after that day');
    expect(text).toContain('Version 4 doesn’t fit this program');
    expect(text).toContain('You are looking at version 3');
    expect(await htmlFaults(html)).toEqual([]);
  });
});
