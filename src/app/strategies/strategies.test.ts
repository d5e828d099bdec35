import { beforeAll, expect, it } from 'vitest';
import { parseObject } from '../../lib/json.ts';
import { generateReleases } from '../../sample/generate-releases.ts';
import { testContext, testInstant } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { findBuyers } from '../buyers/find-buyers.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { findContractsInput } from '../contracts/contract-filter.ts';
import type { Context } from '../context.ts';
import { checkSegment } from '../segments/check.ts';
import { findStrategies } from './find.ts';
import { saveStrategy } from './save.ts';
import { showStrategy } from './show.ts';
import { listVersionsOfStrategy } from './versions.ts';
import type { StrategyView } from './views.ts';

describeOnDatabases('digital sourcing strategies', (open) => {
  let database: TestDatabase;
  let context: Context;
  let buyer: string;
  const show = async (rest: object = {}): Promise<StrategyView> =>
    showStrategy.run(context, showStrategy.input.parse({ buyer, ...rest }));
  const save = async (rest: object = {}) =>
    saveStrategy.run(context, saveStrategy.input.parse({ buyer, ...rest }));

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    const lines = generateReleases({ processes: 300, seed: 5, asOf: testInstant.slice(0, 10) });
    await ingestAll(database.register, [...lines].map(parseObject));
    const { items } = await findBuyers.run(context, findBuyers.input.parse({}));
    const found: { id: string; running: number }[] = [];
    for (const { id } of items.slice(0, 12)) {
      const { evidence } = await showStrategy.run(context, showStrategy.input.parse({ buyer: id }));
      found.push({ id, running: evidence.running });
    }
    buyer = found.toSorted((one, other) => other.running - one.running)[0]?.id ?? '';
  });

  it('is written from the register: every figure is one of the register’s', async () => {
    const { evidence, texts, kept, edited } = await show();
    expect([kept, edited]).toEqual([null, []]);
    expect(evidence.running).toBeGreaterThan(1);
    expect(evidence.coverage.total).toBe(evidence.running);
    expect(evidence.mix.reduce((sum, { contracts }) => sum + contracts, 0)).toBe(evidence.running);
    expect(evidence.mix.reduce((sum, { measured }) => sum + measured, 0)).toBe(evidence.coverage.measured);
    expect(texts.position).toContain(`has ${evidence.running} digital contracts`);
    // What a contract is told by itself is what the strategy counts; only what its segment says better is left out there.
    for (const one of evidence.differences) {
      expect(one.fired).toBeLessThanOrEqual(one.judged);
      for (const { id } of one.contracts) {
        const { notStated, segments } = await checkSegment.run(context, { contract: id });
        expect(one.segments).toContain(segments[0]?.id);
        expect(notStated.map((other) => other.id)).not.toContain(one.id);
      }
    }
    const { items } = await findContracts.run(
      context,
      findContractsInput.parse({ buyer: [buyer], endsFrom: evidence.asOf, limit: 100 }),
    );
    const listed = new Set(items.map(({ id }) => id));
    for (const { renewal, steps } of evidence.renewals) {
      expect(listed).toContain(renewal.id);
      expect(renewal.endOn >= evidence.asOf && renewal.endOn <= evidence.until).toBe(true);
      expect(steps.length).toBeGreaterThan(0);
    }
    expect(Object.values(texts).join(' ')).not.toMatch(/NaN|undefined|null|\b1 (?:contracts|renewals)\b/u);
  });

  it('is refused for somebody who isn’t there', async () => {
    await expect(showStrategy.run(context, showStrategy.input.parse({ buyer: 'nobody' }))).rejects.toThrow(
      'No buyer has the id nobody',
    );
    await expect(show({ revision: 7 })).rejects.toThrow('has no version 7');
    await expect(
      listVersionsOfStrategy.run(context, { buyer: 'nobody' }),
    ).rejects.toThrow('No strategy of nobody is kept');
  }); // prettier-ignore

  it('keeps what was edited, with its versions, and takes no second first one', async () => {
    const before = await show();
    expect(await save({ seen: 0, by: 'Commercial lead' })).toEqual({ buyer, version: 1, isChanged: true });
    expect(await save()).toEqual({ buyer, version: 1, isChanged: false });
    await expect(save({ seen: 0, aim: 'Mine.' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await save({ seen: 1, aim: 'Our aim.\r\n\r\n- One', note: 'First words' });
    const { texts, edited, kept, evidence } = await show();
    expect(texts.aim).toBe('Our aim.\n\n- One');
    expect(texts.position).toBe(before.texts.position);
    expect(edited).toEqual(['aim']);
    expect(kept).toMatchObject({ revision: 2, newest: 2, note: 'First words' });
    expect(evidence).toEqual(before.evidence);
    expect((await show({ revision: 1 })).texts.aim).toBe(before.texts.aim);
    const { versions } = await listVersionsOfStrategy.run(context, { buyer });
    expect(versions.map(({ version, savedBy }) => [version, savedBy])).toEqual([
      [2, 'local'],
      [1, 'Commercial lead'],
    ]);
    expect((await findStrategies.run(context, {})).strategies).toMatchObject([
      { buyer: { id: buyer }, version: 2, marking: 'OFFICIAL-SENSITIVE COMMERCIAL' },
    ]);
  });

  it('takes the figures of another day, writes unedited parts anew and leaves the edited ones', async () => {
    const later = testContext({ register: database.register, now: '2027-06-01T12:00:00Z' });
    const input = saveStrategy.input.parse({ buyer, figures: 'today' });
    expect(await saveStrategy.run(later, input)).toMatchObject({ version: 3, isChanged: true });
    const { texts, evidence, edited } = await show();
    expect(evidence.asOf).toBe('2027-06-01');
    expect(texts.aim).toBe('Our aim.\n\n- One');
    expect(edited).toEqual(['aim']);
    expect(texts.renewals).toContain('1 June 2029');
  });

  it('is kept by one body, and no other sees it', async () => {
    const other: Context = { ...context, actor: { ...context.actor, bodyId: 'other' } };
    expect((await findStrategies.run(other, {})).strategies).toEqual([]);
    const { kept } = await showStrategy.run(other, showStrategy.input.parse({ buyer }));
    expect(kept).toBeNull();
    await expect(
      showStrategy.run(other, showStrategy.input.parse({ buyer, revision: 1 })),
    ).rejects.toThrow('has no version 1');
    expect((await show()).kept?.newest).toBe(3);
  }); // prettier-ignore

  it('is saved once where two save at once', async () => {
    const saved = await Promise.allSettled(
      ['A', 'B', 'C'].map(async (aim) => save({ seen: 3, aim })),
    );
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await show()).kept?.newest).toBe(4);
  }); // prettier-ignore
});
