import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ContractFacts } from '../../domain/contracts/contract-facts.ts';
import { minimise } from '../../domain/notices/minimise.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { JsonObject } from '../../lib/json.ts';
import { isObject } from '../../lib/json.ts';
import { writeDate } from '../../sample/calendar.ts';
import { generateSample } from '../../sample/generate-releases.ts';
import type { ProcessPlan, StepKind } from '../../sample/process-plan.ts';
import { stories } from '../../sample/stories/stories.ts';
import { processFactsOf } from '../notices/process-facts-of.ts';
import { readReference } from '../reference.ts';

const found = new Map<string, { plan: ProcessPlan; facts: ProcessFacts }>();

beforeAll(() => {
  const reference = readReference(join(import.meta.dirname, '../../../reference'));
  const plans = new Map<string, ProcessPlan>();
  const releases = new Map<string, JsonObject[]>();
  for (const { line, plan } of generateSample({ processes: 1_500, seed: 5, asOf: '2026-11-01' })) {
    const release: unknown = JSON.parse(line);
    if (!isObject(release)) throw new Error('a release is no object');
    plans.set(plan.ocid, plan);
    releases.set(plan.ocid, [...(releases.get(plan.ocid) ?? []), minimise(release).release]);
  }
  for (const [ocid, plan] of plans) {
    found.set(ocid, { plan, facts: processFactsOf(releases.get(ocid) ?? [], reference) });
  }
});

function has(plan: ProcessPlan, ...kinds: StepKind[]): boolean {
  return plan.steps.some((step) => kinds.includes(step.kind));
}

function headline(contract: ContractFacts | undefined): number | null {
  if (contract === undefined || contract.headlineIndex === null) return null;
  return contract.amounts[contract.headlineIndex]?.minorUnits ?? null;
}

describe('the sample read as notices are read', () => {
  it('merges without any quarrel', () => {
    const notes = [...found.values()].flatMap(({ facts }) => facts.quality);
    // Contracts Finder loses line breaks, and so does the sample: that is mended and told, and nothing else is.
    const mended = notes.filter((note) => note.includes('line breaks published as “rn”'));
    expect(mended.length).toBeGreaterThan(0);
    expect(notes.filter((note) => !mended.includes(note))).toEqual([]);
  });

  it('has as many contracts as lots that were awarded', () => {
    for (const { plan, facts } of found.values()) {
      if (!has(plan, 'UK5', 'UK6', 'UK7', 'award')) continue;
      expect(facts.contracts.length).toBe(plan.lots.length);
    }
  });

  it('shows the true value of a contract that never changed, net or gross', () => {
    let compared = 0;
    for (const { plan, facts } of found.values()) {
      if (!has(plan, 'UK7', 'award') || has(plan, 'UK10', 'UK11')) continue;
      if (plan.isFramework || plan.lots.length > 1 || plan.lots[0]?.amount.placeholder !== null) continue;
      const shown = headline(facts.contracts[0]);
      if (shown === null) continue;
      const { net, gross } = plan.lots[0].amount;
      expect([Math.round(net * 100), Math.round(gross * 100)]).toContain(shown);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('finds the ends of contracts, the published final cost and the reason', () => {
    let ends = 0;
    for (const { plan, facts } of found.values()) {
      const contract = facts.contracts[0];
      if (plan.shape === 'act' && has(plan, 'UK7') && !has(plan, 'UK10')) {
        expect(contract?.endOn).toBe(writeDate(plan.lots[0]?.end ?? 0));
      }
      if (!has(plan, 'UK11') || plan.end.lotId !== '1') continue;
      const final = contract?.amounts.find((amount) => amount.kind === 'final' && amount.basis === 'net');
      expect(final?.minorUnits).toBe(Math.round(plan.end.finalNet * 100));
      expect(contract?.endReason).toBe(plan.end.reason);
      ends += 1;
    }
    expect(ends).toBeGreaterThan(10);
  });

  it('links call-offs under the Act to their framework, and reads the reference of older ones in the text', () => {
    let linked = 0;
    let inferred = 0;
    for (const { plan, facts } of found.values()) {
      if (plan.framework !== null && has(plan, 'UK6', 'UK7')) {
        expect(facts.framework).toMatchObject({ ocid: plan.framework.ocid, basis: 'linked' });
        linked += 1;
      }
      if (plan.shape === 'legacy' && /RM9\d{3}/u.test(plan.reason?.text ?? '')) {
        expect(facts.framework).toMatchObject({ basis: 'inferred', ocid: null });
        inferred += 1;
      }
    }
    expect(linked).toBeGreaterThan(5);
    expect(inferred).toBeGreaterThan(10);
  });

  it('keeps no contact data: neither a contact point nor an e-mail address of a text', () => {
    const texts = [...found.values()].map(({ facts }) => JSON.stringify(facts));
    expect(texts.some((text) => text.includes('@') || text.includes('Procurement Team'))).toBe(false);
    const plans = [...found.values()].map(({ plan }) => plan.description);
    expect(plans.some((text) => text.includes('@example.org'))).toBe(true);
  });

  it('finds persons and placeholders among the suppliers', () => {
    const mentions = [...found.values()].flatMap(({ facts }) => facts.mentions);
    expect(mentions.some((mention) => mention.isPersonLikely)).toBe(true);
    expect(mentions.some((mention) => mention.isPlaceholder)).toBe(true);
  });

  it('tells the planted stories', () => {
    const tideway = found.get(stories.tideway.contract)?.facts.contracts[0];
    expect(headline(tideway)).toBe(740_000_000);
    expect(tideway?.endOn).toBe('2028-03-31');
    expect(tideway?.hasOptions).toBe(false);
    expect(found.get(stories.tideway.contract)?.facts.regime).toBe('pcr-2015');
    const fair = found.get(stories.marram.fairNotice.ocid)?.facts;
    expect(fair?.notices.map((notice) => notice.noticeType)).toEqual(['UK3', 'UK4', 'UK6', 'UK7', 'UK11']);
    expect(fair?.contracts.map((contract) => contract.stage)).toEqual(['signed', 'completed']);
  });
});
