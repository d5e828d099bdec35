import { beforeAll, describe, expect, it } from 'vitest';
import { generatePlans } from './generate-releases.ts';
import type { ProcessPlan } from './process-plan.ts';
import type { PublishedSupplier } from './published-supplier.ts';

/** First word of a name without its last letter: the crude likeness by which names are compared here. */
function stem(name: string): string {
  const [first = ''] = name.toLowerCase().replace(/^the /u, '').split(/[ &.]/u);
  return first.slice(0, -1);
}

let plans: ProcessPlan[] = [];
let mentions: PublishedSupplier[] = [];

beforeAll(() => {
  plans = [...generatePlans({ processes: 4_000, seed: 3, asOf: '2026-11-01' })];
  mentions = plans.flatMap((plan) => plan.lots.flatMap((lot) => lot.suppliers));
});

/** Distinct published names with the firm behind each; joint ventures, persons and placeholders apart. */
function firmOfName(): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of mentions) {
    const [id] = one.supplierIds;
    if (id !== undefined && one.supplierIds.length === 1 && !id.startsWith('person')) found.set(one.name, id);
  }
  return found;
}

describe('names and identifiers of the sample market', () => {
  it('has at least one in ten alike pairs of names that belong to different firms', () => {
    const groups = Map.groupBy(firmOfName(), ([name]) => stem(name));
    let same = 0;
    let different = 0;
    for (const group of groups.values()) {
      for (const [at, [, firm]] of group.entries()) {
        for (const [, other] of group.slice(at + 1)) {
          if (firm === other) same += 1;
          else different += 1;
        }
      }
    }
    expect(different / (same + different)).toBeGreaterThan(0.1);
    expect(same).toBeGreaterThan(500);
  });

  it('has at least one in ten pairs of names of one firm that look unlike', () => {
    const groups = Map.groupBy(firmOfName(), ([, firm]) => firm);
    let alike = 0;
    let unlike = 0;
    for (const group of groups.values()) {
      for (const [at, [name]] of group.entries()) {
        for (const [other] of group.slice(at + 1)) {
          if (stem(name) === stem(other)) alike += 1;
          else unlike += 1;
        }
      }
    }
    expect(unlike / (alike + unlike)).toBeGreaterThan(0.1);
  });

  it('writes company numbers from ranges that no living firm has', () => {
    const numbers = mentions.flatMap((one) => (one.writtenNumber === null ? [] : [one.writtenNumber]));
    for (const number of numbers) {
      expect(number).toMatch(/^(9\d{7}|(sc|ni|oc)9\d{5}|0014\d{4}|14\d{4})$/iu);
    }
    expect(numbers.some((number) => /^14\d{4}$/u.test(number))).toBe(true);
    expect(numbers.some((number) => /^[a-z]/u.test(number))).toBe(true);
  });

  it('gives different firms different company numbers', () => {
    const firmOf = new Map<string, string>();
    for (const one of mentions) {
      if (one.writtenNumber === null || one.supplierIds.length !== 1) continue;
      const number = one.writtenNumber.toUpperCase().padStart(8, '0');
      const firm = one.supplierIds[0] ?? '';
      expect(firmOf.get(number) ?? firm).toBe(firm);
      firmOf.set(number, firm);
    }
  });

  it('gives every body its own register number, with vowels that real ones never have', () => {
    const nameOf = new Map(plans.map((plan) => [plan.buyer.ppon, plan.buyer.name] as const));
    for (const [ppon, name] of nameOf) {
      expect(ppon).toMatch(/^P[AEU]{3}-\d{4}-[AEU]{4}$/u);
      expect(plans.filter((plan) => plan.buyer.ppon === ppon).every((plan) => plan.buyer.name === name)).toBe(
        true,
      );
    }
  });

  it('has persons, placeholders, joint ventures and bodies with Welsh names', () => {
    expect(mentions.some((one) => one.supplierIds[0]?.startsWith('person') === true)).toBe(true);
    expect(mentions.some((one) => /withheld/iu.test(one.name))).toBe(true);
    expect(mentions.some((one) => one.supplierIds.length === 2)).toBe(true);
    expect(plans.some((plan) => plan.buyerName.startsWith('Cyngor'))).toBe(true);
    expect(plans.some((plan) => plan.buyerName.includes(' / Cyngor'))).toBe(true);
  });
});
