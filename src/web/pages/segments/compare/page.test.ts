import { expect, test } from 'vitest';
import type { z } from 'zod';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { compareSegments } from '../../../../app/segments/compare.ts';
import { presentComparison } from './present.ts';

const share = { share: 0.4, part: 4, whole: 10 };
const rate = { part: 3, whole: 30, rate: { share: 0.1, low: 0.03, high: 0.26 } };
const comparison: z.output<typeof compareSegments.output> = {
  asOf: '2026-11-01',
  scope: { segments: [], buyerTypes: [], from: 2022, to: 2026 },
  sharedChecks: 1,
  segments: [
    {
      id: 'cloud-hosting',
      summary: 'Rented computing.',
      status: 'unreviewed',
      reviewed: '2026-11-23',
      reviewDueOn: '2027-05-23',
      isReviewDue: false,
      version: 1,
      pricing: ['Consumption', 'Committed spend'],
      models: ['Cloud platform'],
      checks: 14,
      market: {
        contracts: 10,
        netCount: 8,
        netPence: 120_000_000,
        smeByCount: share,
        topFourShare: 0.62,
        singleBid: rate,
        directAward: { ...rate, rate: null },
      },
    },
    {
      id: 'emerging-technology',
      summary: 'Things that are new.',
      status: 'reviewed',
      reviewed: '2026-11-23',
      reviewDueOn: '2027-05-23',
      isReviewDue: false,
      version: 1,
      pricing: ['Milestones'],
      models: ['Innovation partnership'],
      checks: 9,
      market: null,
    },
  ],
};
const html = renderPage('pages/segments/compare/page.njk', presentComparison(comparison, words));

test('each segment stands with its figures and a link to its playbook', () => {
  const text = visibleText(html);
  expect(text).toContain('Cloud hosting 10');
  expect(text).toContain('62%');
  expect(text).toContain('Priced by: Consumption · Committed spend');
  expect(text).toContain('1 more check holds in every segment.');
  expect(linksOf(html)).toContainEqual({
    text: 'Playbook: Cloud hosting',
    href: '/segments/cloud-hosting/playbook',
  });
});

test('a segment of which nothing is held says so', () => {
  expect(visibleText(html)).toContain(`Emerging technology 0 ${words.market.noShare}`);
});

test('is a valid page', async () => {
  expect(await htmlFaults(html)).toEqual([]);
});

test('names the playbooks that are due for review, and none where none is', () => {
  const due = comparison.segments.map((one, index) => ({ ...one, isReviewDue: index === 0 }));
  const shown = renderPage(
    'pages/segments/compare/page.njk',
    presentComparison({ ...comparison, segments: due }, words),
  );
  expect(visibleText(shown)).toContain('Due for review: Cloud hosting.');
  expect(visibleText(html)).not.toContain('Due for review');
  expect(visibleText(html)).toContain('next review by 23 May 2027');
});
