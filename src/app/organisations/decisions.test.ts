import { beforeAll, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { insertDecision } from '../../db/queries/organisation-decisions.ts';
import { shortId } from '../../lib/hash.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Context } from '../context.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';
import { showSupplier } from '../suppliers/show-supplier.ts';
import { keepApart } from './keep-apart.ts';
import { listIdentityDecisions } from './list-decisions.ts';
import { mergeOrganisations } from './merge-organisations.ts';
import { reviewOrganisations } from './review-organisations.ts';
import { splitOrganisation } from './split-organisation.ts';
import { undoDecision } from './undo-decision.ts';

const award = (number: number, name: string, id?: string): JsonObject =>
  actRelease({
    ocid: `ocds-h6vhtk-00010${number}`,
    id: `00010${number}-2026`,
    suppliers: [{ id: id ?? `s${number}`, name }],
  });

/** A company, its name without the legal form, a second company, and one that only a charity number identifies. */
const releases = [
  award(1, 'Aldergate Systems Ltd', 'GB-COH-01234567'),
  award(2, 'Aldergate Systems'),
  award(3, 'Brackwater Cloud Ltd', 'GB-COH-07654321'),
  award(4, 'Aldergate Systems Ltd'),
  award(5, 'Aldergate Foundation', 'GB-CHC-1122334'),
];
const loose = 'name:supplier:aldergate systems';
const reason = 'The same address and web page.';

describeOnDatabases('decisions about who is who', (open) => {
  let database: TestDatabase;
  let context: Context;
  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, releases);
  });
  const id = (key: string): string => shortId([key]);
  const company = id('GB-COH:01234567');
  const suppliers = async (): Promise<[string, number][]> =>
    (await findSuppliers.run(context, findSuppliers.input.parse({ sort: 'name' }))).items.map((item) => [
      item.name,
      item.contractCount,
    ]);
  const merge = async (...ids: string[]): ReturnType<typeof mergeOrganisations.run> =>
    mergeOrganisations.run(context, mergeOrganisations.input.parse({ ids, reason }));
  const split = async (...keys: string[]): ReturnType<typeof splitOrganisation.run> =>
    splitOrganisation.run(context, splitOrganisation.input.parse({ keys, reason }));
  const undo = async (decision: number): ReturnType<typeof undoDecision.run> =>
    undoDecision.run(context, undoDecision.input.parse({ decision }));
  const before: [string, number][] = [
    ['Aldergate Foundation', 1],
    ['Aldergate Systems', 1],
    ['Aldergate Systems Ltd', 2],
    ['Brackwater Cloud Ltd', 1],
  ];

  it('begin with what the rules say', async () => {
    expect(await suppliers()).toEqual(before);
  });

  it('merge two organisations; the old address leads to the joined one; undoing parts them again', async () => {
    const { decision, organisations } = await merge(company, id(loose));
    expect(organisations.map((one) => one.id)).toEqual([company]);
    expect(decision).toMatchObject({ kind: 'same', keys: ['GB-COH:01234567', loose], isFollowed: true });
    expect(await suppliers()).toEqual([
      ['Aldergate Foundation', 1],
      ['Aldergate Systems Ltd', 3],
      ['Brackwater Cloud Ltd', 1],
    ]);
    expect((await showSupplier.run(context, { id: id(loose) })).id).toBe(company);
    await undo(decision.number);
    expect(await suppliers()).toEqual(before);
    await expect(undo(decision.number)).rejects.toThrow(/withdrawn already/u);
  });

  it('refuse to join two company numbers, and show both', async () => {
    await expect(merge(company, id('GB-COH:07654321'))).rejects.toThrow(
      /Aldergate Systems Ltd is company 01234567 and Brackwater Cloud Ltd is company 07654321/u,
    );
    const { decision } = await merge(id('GB-CHC:1122334'), company);
    await expect(merge(id('GB-CHC:1122334'), id('GB-COH:07654321'))).rejects.toThrow(/01234567.*07654321/u);
    await undo(decision.number);
  });

  it('split a name off, and refuse to join again what was split', async () => {
    const { decision, organisations } = await split('name:supplier:Aldergate Systems Limited');
    expect(organisations).toHaveLength(2);
    expect(await suppliers()).toContainEqual(['Aldergate Systems Ltd', 1]);
    await expect(merge(company, id('name:supplier:aldergate systems ltd'))).rejects.toThrow(
      new RegExp(`Decision ${decision.number} keeps`, 'u'),
    );
    await undo(decision.number);
    expect(await suppliers()).toEqual(before);
  });

  it.each([
    [['GB-COH:01234567'], /known by GB-COH:01234567/u],
    [['GB-COH:99999990'], /No notice shows GB-COH:99999990/u],
    [['Aldergate'], /neither an official identifier/u],
    [['GB-CHC:1122334', 'name:supplier:aldergate systems ltd'], /several organisations/u],
  ])('refuse to split off %j', async (keys, sentence) => {
    await expect(split(...keys)).rejects.toThrow(sentence);
  });

  it('refuse to part by a split what a merge joined', async () => {
    const { decision } = await merge(company, id(loose));
    await expect(split(loose)).rejects.toThrow(new RegExp(`undo ${decision.number}`, 'u'));
    await undo(decision.number);
  });

  it.each([
    [[id('GB-COH:01234567'), id('GB-COH:01234567')], /one organisation already/u],
    [[id('GB-COH:01234567'), 'nobody'], /No organisation has the id nobody/u],
  ])('refuse to merge %j', async (ids, sentence) => {
    await expect(merge(...ids)).rejects.toThrow(sentence);
  });

  const pairs = async (): Promise<string[][]> =>
    (await reviewOrganisations.run(context, reviewOrganisations.input.parse({}))).items.map(({ sides }) =>
      sides.map(({ name }) => name).toSorted(),
    );

  it('offer for review what is likely one, until somebody says that it is two', async () => {
    const pair = ['Aldergate Systems', 'Aldergate Systems Ltd'];
    expect(await pairs()).toEqual([pair]);
    const input = keepApart.input.parse({ ids: [id(loose), company], reason });
    const { decision } = await keepApart.run(context, input);
    expect(decision).toMatchObject({ kind: 'apart', keys: [loose], apartFrom: 'GB-COH:01234567' });
    expect(await pairs()).toEqual([]);
    await expect(keepApart.run(context, input)).rejects.toThrow(/says so already/u);
    await undo(decision.number);
    expect(await pairs()).toEqual([pair]);
  });

  it('offer for review with a score that is the sum of its parts', async () => {
    const { items } = await reviewOrganisations.run(context, reviewOrganisations.input.parse({}));
    for (const { score, parts } of items) {
      expect(score).toBeCloseTo(
        Math.min(
          1,
          parts.reduce((sum, { weight }) => sum + weight, 0),
        ),
        9,
      );
    }
    expect(items[0]?.parts.map(({ part }) => part)).toContain('name-but-form');
  });

  it('keep every decision with what was withdrawn, newest first, page by page', async () => {
    const numbers: number[] = [];
    let cursor: string | null = null;
    do {
      const input = listIdentityDecisions.input.parse({ limit: 2, ...(cursor !== null && { cursor }) });
      const page: Awaited<ReturnType<typeof listIdentityDecisions.run>> = await listIdentityDecisions.run(
        context,
        input,
      );
      numbers.push(...page.items.map(({ number }) => number));
      for (const item of page.items)
        expect(item).toMatchObject({ reason, withdrawnAt: '2026-11-01T12:00:00Z' });
      cursor = page.next;
    } while (cursor !== null);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(numbers.length).toBeGreaterThanOrEqual(4);
  });

  it('hold in a register that is filled anew, in any order', async () => {
    const { decision } = await merge(company, id(loose));
    const expected = await suppliers();
    for (const order of [releases, releases.toReversed()]) {
      const again = await open();
      const other = testContext({ register: again.register });
      await again.register.write(async (transaction) =>
        insertDecision(transaction, {
          decision: { kind: 'same', keys: decision.keys },
          reason,
          shown: [],
          madeBy: 'somebody',
          madeAt: '2026-11-01T12:00:00Z',
        }),
      );
      await ingestAll(again.register, order);
      const { items } = await findSuppliers.run(other, findSuppliers.input.parse({ sort: 'name' }));
      expect(items.map((item) => [item.name, item.contractCount])).toEqual(expected);
    }
  });
});
