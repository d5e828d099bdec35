import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSummable, type Amount } from '../../src/domain/contracts/amount.ts';
import { textAt } from '../../src/domain/notices/json-fields.ts';
import { minimise } from '../../src/domain/notices/minimise.ts';
import { isObject, type JsonObject } from '../../src/lib/json.ts';
import { factsFrom } from '../factories/process.ts';
import { checks } from './uk-profile-checks.ts';
import { specialChecks } from './uk-profile-special-checks.ts';
import { describeShared, readObjects } from '../support/shared-data.ts';

/** Releases of a folder of pages or lines, by ocid. */
function releasesByOcid(folder: string, isWanted: (name: string) => boolean): Map<string, JsonObject[]> {
  const byOcid = new Map<string, JsonObject[]>();
  for (const name of readdirSync(folder).filter(isWanted).toSorted()) {
    for (const object of readObjects(join(folder, name))) {
      const listed = object['releases'];
      for (const release of Array.isArray(listed) ? listed.filter(isObject) : [object]) {
        const ocid = textAt(release, 'ocid') ?? '';
        byOcid.set(ocid, [...(byOcid.get(ocid) ?? []), release]);
      }
    }
  }
  return byOcid;
}

const brief = (amount: Amount): string =>
  `${amount.kind} ${amount.basis} ${amount.minorUnits} ${amount.flag ?? 'believed'}`;

describeShared('the notices of Find a Tender', 'find-a-tender', (folder) => {
  const byOcid = releasesByOcid(folder, (name) => name.endsWith('.json'));
  const factsOfOcid = new Map([...byOcid].map(([ocid, releases]) => [ocid, factsFrom(releases)]));

  it('are all read', () => {
    expect([...byOcid.values()].flat().length).toBe(1057);
    expect(factsOfOcid.size).toBe(1003);
  });

  it.each([...checks, ...specialChecks])(
    'ocds-h6vhtk-$ocid · $read',
    ({ ocid, expected, contracts, amounts, contractAmounts }) => {
      const facts = factsOfOcid.get(`ocds-h6vhtk-${ocid}`);
      expect(facts).toMatchObject(expected);
      if (contracts !== undefined) expect(facts?.contracts).toMatchObject(contracts);
      if (amounts !== undefined) expect(facts?.amounts.map(brief)).toEqual(amounts);
      if (contractAmounts !== undefined)
        expect(facts?.contracts[0]?.amounts.map(brief)).toEqual(contractAmounts);
    },
  );

  it('give every notice under the Act its type and its official page', () => {
    const untyped = [...factsOfOcid.values()]
      .filter(
        (facts) =>
          facts.regimeBasis !== 'no legal basis published' &&
          !/CELEX|legalBasis.id|Scotland|SC Ref|names the/.test(facts.regimeBasis),
      )
      .flatMap((facts) => facts.notices)
      .filter((notice) => notice.noticeType === null || notice.url === null);
    expect(untyped).toEqual([]);
  });

  it('rate indicators as published', () => {
    const ratings = factsOfOcid
      .get('ocds-h6vhtk-04f7de')
      ?.contracts[0]?.performance.map((result) => [result.rating, result.periodEnd]);
    expect(ratings).toEqual(['met', 'slightlyBelow', 'met', 'met'].map((rating) => [rating, '2026-06-30']));
  });

  const flagsOf = (ocid: string, minorUnits: number): unknown[] =>
    (factsOfOcid.get(`ocds-h6vhtk-${ocid}`)?.contracts ?? [])
      .flatMap((one) => one.amounts)
      .filter((one) => one.minorUnits === minorUnits && one.basis === 'net')
      .map((one) => one.flag);

  it('leave several suppliers of one lot their own values, as their texts say', () => {
    // tender.description: lot 1 is worth 750,000 a year, four years: two contracts of 1,500,000.
    expect(flagsOf('05e4c2', 150000000)).toEqual([null, null]);
    // noAgreedMetricsRationale: each contract is below five million; the fourth supplier has another value.
    expect(flagsOf('06be77', 180192400)).toEqual([null, null, null]);
    // Ten awards, one price for each lot held: 17,500 for the first, 81,500 for all five.
    expect(flagsOf('067664', 8150000)).toEqual([null, null, null]);
  });

  it('count the ceiling of a framework once', () => {
    expect(flagsOf('05126d', 400000000)).toEqual([null, 'shared', 'shared']);
  });

  it('publish 543 net contract values in pounds; what is summed and what is left out add up to them', () => {
    const net = [...factsOfOcid.values()]
      .flatMap((facts) => facts.contracts.flatMap((one) => one.amounts))
      .filter((one) => /^contracts\[\d+\]\.value\.amount$/.test(one.sourcePath) && one.currency === 'GBP');
    const parts: Record<string, { count: number; pence: number }> = {};
    for (const one of net) {
      const key = one.flag ?? (isSummable(one) ? 'summed' : one.kind);
      const { count, pence } = parts[key] ?? { count: 0, pence: 0 };
      parts[key] = { count: count + 1, pence: pence + (one.minorUnits ?? 0) };
    }
    expect(net.reduce((sum, one) => sum + (one.minorUnits ?? 0), 0)).toBe(107359507248);
    expect(parts).toEqual({
      summed: { count: 514, pence: 83016594683 },
      ceiling: { count: 10, pence: 18731031658 },
      'above-threshold': { count: 6, pence: 4805047000 },
      'out-of-range': { count: 1, pence: 8900 },
      shared: { count: 2, pence: 800000000 },
      'decimal-shift': { count: 1, pence: 6825000 },
      placeholder: { count: 7, pence: 7 },
      zero: { count: 2, pence: 0 },
    });
  });

  it('keep no contact data', () => {
    const stored = JSON.stringify([...byOcid.values()].flat().map((release) => minimise(release).release));
    for (const trace of [
      'contact@example.org',
      '7946 0000',
      'contactPoint',
      'streetAddress":"2 Marsham Street',
    ]) {
      expect(stored).not.toContain(trace);
    }
  });

  it('name every buyer, and a type of buyer for nineteen in twenty', () => {
    const all = [...factsOfOcid.values()];
    expect(all.filter((facts) => facts.buyerPartyIds.length === 0)).toEqual([]);
    const types = all.flatMap((facts) =>
      facts.mentions.filter((one) => one.roles.includes('buyer')).map((one) => one.buyerType),
    );
    expect(
      types.filter((type) => type === 'unknown' || type === 'other-public').length / types.length,
    ).toBeLessThan(0.05);
  });
});

describeShared('the other British portals', 'notices', (folder) => {
  const byOcid = releasesByOcid(folder, (name) => name.endsWith('.jsonl'));
  const all = [...byOcid.values()].map(factsFrom);

  it('are all read, each under its publisher', () => {
    const publishers = new Map<string, number>();
    for (const facts of all) publishers.set(facts.publisher, (publishers.get(facts.publisher) ?? 0) + 1);
    expect(Object.fromEntries(publishers)).toEqual({
      'contracts-finder': 191,
      'find-a-tender': 9,
      'public-contracts-scotland': 51,
      sell2wales: 53,
    });
  });

  it('Contracts Finder: values without a VAT basis, call-offs by their procedure, suitability of the whole tender', () => {
    const found = all.filter((facts) => facts.publisher === 'contracts-finder');
    const bases = new Set(
      found.flatMap((facts) => facts.contracts.flatMap((one) => one.amounts.map((amount) => amount.basis))),
    );
    expect([...bases]).toEqual(['unstated']);
    expect(
      found
        .filter((facts) => facts.procedure === 'Call-off from a framework agreement')
        .every((facts) => facts.route === 'framework-call-off'),
    ).toBe(true);
  });

  it('Public Contracts Scotland: Scottish law, net amounts, notices without an id dated', () => {
    const scottish = all.filter((facts) => facts.publisher === 'public-contracts-scotland');
    expect(scottish.every((facts) => facts.regime === 'scotland')).toBe(true);
    expect(scottish.flatMap((facts) => facts.amounts).every((amount) => amount.basis === 'net')).toBe(true);
    expect(scottish.every((facts) => facts.notices.every((notice) => notice.noticeId !== ''))).toBe(true);
  });

  it('show an early Contracts Finder award with its one value and many suppliers', () => {
    const several = all
      .flatMap((facts) => facts.contracts)
      .filter((one) => one.supplierPartyIds.length >= 30);
    expect(several.length).toBeGreaterThan(0);
    for (const one of several)
      expect(one.amounts.filter((amount) => amount.of === 'award').length).toBeLessThanOrEqual(1);
  });
});

describeShared('other countries', 'golden/compile', (folder) => {
  const byOcid = releasesByOcid(
    folder,
    (name) => name.endsWith('.releases.jsonl') && !name.startsWith('fts'),
  );
  const read = [...byOcid.values()].map(factsFrom);

  it('get the generic profile: no British rules, amounts by kind where the standard says so', () => {
    expect(read.length).toBeGreaterThan(200);
    expect(new Set(read.map((facts) => facts.regime))).toEqual(new Set(['unknown']));
    expect(
      read.every(
        (facts) => facts.framework === null && facts.notices.every((notice) => notice.noticeType === null),
      ),
    ).toBe(true);
    const kinds = new Set(
      read.flatMap((facts) =>
        facts.contracts.flatMap((one) => one.amounts.filter(isSummable).map((amount) => amount.kind)),
      ),
    );
    expect(kinds.has('contract') && kinds.has('award')).toBe(true);
  });
});
