import { describe, expect, test } from 'vitest';
import { processDetailView } from '../../../test/factories/register-views.ts';
import { htmlFaults, renderPage, visibleText, words } from '../../../test/support/page.ts';
import type { ProcessReview } from '../../app/indicators/views.ts';
import { presentProcess } from '../pages/processes/show/present.ts';

const single: ProcessReview['indicators'][number] = {
  code: 'R018',
  basis: 'bid-statistics',
  competition: 'competition',
  singleBidLots: 1,
  countedLots: 1,
  publishedReason: null,
};
const short: ProcessReview['indicators'][number] = {
  code: 'R003',
  basis: 'publication-to-deadline',
  competition: 'competition',
  days: 9,
  threshold: 15,
  publishedReason: 'The roof <b>leaked</b>.',
};
const comparable: NonNullable<ProcessReview['comparable']> = {
  segment: 'cloud-hosting',
  buyerType: 'nhs',
  year: 2026,
  competition: 'competition',
  contracts: 200,
  counted: 115,
  rate: { share: 0.41, low: 0.32, high: 0.5 },
};

const pageWith = (review: ProcessReview): string =>
  renderPage('pages/processes/show/page.njk', presentProcess(processDetailView({ review }), words));

describe('the review indicators on the page of a process', () => {
  test('the bare fact, how common it is, and what it was read from', () => {
    const text = visibleText(pageWith({ indicators: [single], comparable }));
    expect(text).toContain('One tender was received.');
    expect(text).toContain('41% of 115 comparable contracts (95% interval 32% to 50%)');
    expect(text).toContain('by the same kind of buyer (NHS), in 2026');
    expect(text).toContain('Read from the bid statistics in the notices.');
    expect(text).toContain('Common innocent reasons');
    expect(text).toContain('The buyer published no reason.');
    expect(text).toContain('A signal for review, not a finding.');
    expect(text).toContain(words.review.ratesLink);
  });

  test('the buyer’s published reason is quoted as text', () => {
    const page = pageWith({ indicators: [short], comparable: null });
    expect(visibleText(page)).toContain('9 whole days between the tender notice and the deadline.');
    expect(page).toContain('“The roof &lt;b&gt;leaked&lt;/b&gt;.”');
  });

  test('too few to compare is said, without a rate', () => {
    const few = { ...comparable, counted: 12, rate: null };
    expect(visibleText(pageWith({ indicators: [single], comparable: few }))).toContain(
      'Not enough data to say how common that is: the number of tenders is published for 12 comparable contracts, and a rate needs 30.',
    );
    expect(visibleText(pageWith({ indicators: [single], comparable: null }))).toContain(words.review.noClass);
  });

  test('a process without indicators has no such part', () => {
    expect(visibleText(pageWith({ indicators: [], comparable: null }))).not.toContain(words.review.heading);
  });

  test('the page is valid HTML', async () => {
    expect(await htmlFaults(pageWith({ indicators: [single, short], comparable }))).toEqual([]);
  });
});

describe('every sentence about review indicators', () => {
  const forbidden =
    /fraud|corrupt|collu|cartel|\brig(?:ged|ging)?\b|suspic|suspect|guilt|wrongdo|misconduct|illegal|unlawful|cheat|bribe|red flag|scandal|abuse|favourit|dodgy|crimin|offen[cs]e|breach|violat|accus|evidence of/i;

  /** Every text below a value; what is a function is called with likely values. */
  function textsBelow(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsBelow);
    return [];
  }

  const { review } = words;
  const place = { count: 115, kind: review.kinds.competition, buyerType: 'NHS', year: 2026 };
  const sentences = [
    ...textsBelow(review),
    ...[0, 1, 14].map((days) => review.shortPeriod(days, 15)),
    review.oneTender(1, 1),
    review.oneTender(2, 2),
    review.oneTender(1, 3),
    review.common({ share: 0.41, low: 0.32, high: 0.5 }, place),
    review.tooFew(1),
    review.page.figure(review.kinds.competition),
    review.page.interval('32%', '50%'),
    review.page.ofContracts('115', '200'),
    review.page.left(1),
    review.page.left(12),
  ];

  test('says nothing about anybody', () => {
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => forbidden.test(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => /NaN|undefined|null|∞/.test(sentence))).toEqual([]);
  });

  test('and the words that are looked for are found', () => {
    const planted = ['This looks suspicious.', 'A red flag.', 'Bids were rigged.', 'Evidence of collusion'];
    expect(planted.filter((sentence) => forbidden.test(sentence))).toEqual(planted);
  });

  test('every text of the catalogue was read: a new function must be called here', () => {
    const functions = [...Object.entries(review), ...Object.entries(review.page)].filter(
      ([, value]) => typeof value === 'function',
    );
    expect(functions.map(([name]) => name)).toEqual([
      'percent',
      'oneTender',
      'shortPeriod',
      'common',
      'tooFew',
      'figure',
      'interval',
      'ofContracts',
      'left',
    ]);
  });
});
