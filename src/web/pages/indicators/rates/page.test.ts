import { describe, expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { SingleBidClass } from '../../../../app/indicators/views.ts';
import { presentRates } from './present.ts';

const enough: SingleBidClass = {
  segment: 'cloud-hosting',
  buyerType: 'nhs',
  year: 2026,
  competition: 'competition',
  contracts: 200,
  counted: 115,
  rate: { share: 0.41, low: 0.32, high: 0.5 },
};
const few: SingleBidClass = { ...enough, year: 2025, contracts: 40, counted: 29, rate: null };

const page = (
  classes: readonly SingleBidClass[],
  asked: Parameters<typeof presentRates>[0]['asked'] = {},
): string =>
  renderPage('pages/indicators/rates/page.njk', presentRates({ classes, asked, asOf: '2026-11-01' }, words));

describe('the page of review indicators', () => {
  test('gives a rate with its interval, and how many contracts it rests on', () => {
    const text = visibleText(page([enough, few]));
    expect(text).toContain('2026, Cloud hosting, NHS');
    expect(text).toContain('41%');
    expect(text).toContain('32% to 50%');
    expect(text).toContain('115 of 200 contracts');
  });

  test('leaves out classes with too few and says so; of a part of the market their number is shown', () => {
    const all = visibleText(page([enough, few]));
    expect(all).not.toContain('2025, Cloud hosting');
    expect(all).toContain('1 class with fewer than 30 contracts counted is left out here');
    const part = visibleText(page([enough, few], { segment: 'cloud-hosting' }));
    expect(part).toContain('2025, Cloud hosting, NHS');
    expect(part).toContain('29 measured, fewer than 30');
  });

  test('counts call-offs apart', () => {
    const text = visibleText(page([enough, { ...enough, competition: 'call-off', counted: 31 }]));
    expect(text).toContain('One tender received: competitions open to the market');
    expect(text).toContain('One tender received: call-offs under an agreement');
    expect(visibleText(page([enough], { competition: 'competition' }))).not.toContain('call-offs under');
  });

  test('says where there is nothing to count', () => {
    expect(visibleText(page([]))).toContain(words.market.notEnough);
    expect(visibleText(page([]))).not.toMatch(/NaN|undefined/);
  });

  test('leads to no contract, buyer or supplier; its figures can be downloaded', () => {
    const hrefs = linksOf(page([enough, few])).map(({ href }) => href);
    expect(hrefs.filter((href) => /^\/(?:contracts|buyers|suppliers)[/?]/.test(href))).toEqual([]);
    expect(hrefs).toContain('/indicators.csv?competition=competition');
  });

  test('is valid HTML', async () => {
    expect(await htmlFaults(page([enough, few]))).toEqual([]);
    expect(await htmlFaults(page([]))).toEqual([]);
  });
});
