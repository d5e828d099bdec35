import { sql } from 'kysely';
import { beforeAll, expect, it, test } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { readTextInput } from '../read-input.ts';
import { findRoutesForNeed } from './find.ts';
import { listDoors } from './doors.ts';
import { listRoutes } from './list.ts';
import { showRoute } from './show.ts';

const asked = {
  segment: ['cloud-hosting'],
  valueExVat: ['2400000'],
  months: ['24'],
  bodyType: ['central'],
  start: ['2027-02-01'],
};
const read = (more: Record<string, string[]>) =>
  findRoutesForNeed.input.parse(readTextInput(findRoutesForNeed, { ...asked, ...more }));
const find = async (more: Record<string, string[]>, context = testContext({ now: '2026-11-24T12:00:00Z' })) =>
  findRoutesForNeed.run(context, read(more));

test('without a register the routes are answered, and nothing is said of awards', async () => {
  const found = await find({});
  expect(found.routes.length).toBeGreaterThan(0);
  expect(found.routes.every(({ awards, isSample }) => awards === null && !isSample)).toBe(true);
  expect(found.threshold?.text).toMatch(
    /^£2,400,000 without VAT is £2,880,000 with VAT at 20%\. That reaches/u,
  );
  expect(found.asked).toMatchObject({ bodyType: 'central-government', endOn: '2029-02-01' });
});

test('a law that isn’t modelled is named and gets neither threshold nor procedures', async () => {
  const found = await find({ bodyType: ['local-government'], nation: ['scotland'] });
  expect(found.regime).toMatchObject({ id: 'scotland', isModelled: false });
  expect(found).toMatchObject({ threshold: null, procedures: [] });
  expect(findRoutesForNeed.present?.(found, read({}))).toContain('isn’t modelled here');
});

test('below the threshold and notifiable is said, with the VAT of each side', async () => {
  const found = await find({ valueExVat: ['100000'] });
  expect(found.threshold?.text).toContain('That is below the threshold of £135,018, which includes VAT');
  expect(found.threshold?.text).toContain('From £12,000 on the contract is notifiable');
});

test.each([
  ['segment', 'clouds'],
  ['nation', 'france'],
  ['bodyType', 'shop'],
  ['valueExVat', '-1'],
  ['valueExVat', '0'],
  ['months', '0'],
  ['months', '1.5'],
  ['start', '2027-02-30'],
  ['start', 'soon'],
])('%s %s is refused', (name, value) => {
  expect(() => read({ [name]: [value] })).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

test('an award after the start is refused, an id that isn’t there too', async () => {
  await expect(find({ award: ['2027-02-02'] })).rejects.toMatchObject({ code: 'bad-request' });
  const context = testContext();
  await expect(showRoute.run(context, { id: 'g-cloud-16' })).rejects.toMatchObject({ code: 'not-found' });
  expect((await showRoute.run(context, { id: 'rm1557.15' })).id).toBe('g-cloud-15');
});

describeOnDatabases('routes of a register', (open) => {
  let database: TestDatabase;
  const context = () => testContext({ register: database.register });

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register);
  });

  it('counts the awards through a route as the contracts name it, and shows invented routes', async () => {
    const { rows } = await sql<{ awards: number; suppliers: number; pence: number }>`
      select count(*)::int as awards, coalesce(sum(m.net_pence), 0)::bigint as pence,
        (select count(distinct s)::int from contract d join market_contract n using (contract_id), unnest(n.supplier_ids) s
          where n.is_counted and d.framework_reference = 'RM9557.14' and s <> '') as suppliers
      from contract c join market_contract m using (contract_id) where m.is_counted and c.framework_reference = 'RM9557.14'`.execute(
      database.register.read,
    );
    const [expected] = rows;
    const { awards } = await showRoute.run(context(), { id: 'sample-cloud-catalogue-14' });
    expect(expected?.awards).toBeGreaterThan(0);
    expect(awards).toMatchObject({
      awards: expected?.awards,
      suppliers: expected?.suppliers,
      netPence: expected?.pence,
    });
  });

  it('says of every segment what is open, and which routes need a look', async () => {
    const doors = await listDoors.run(context(), {});
    expect(doors.segments).toHaveLength(14);
    const all = await listRoutes.run(context(), { due: false });
    const due = await listRoutes.run(context(), { due: true });
    expect(due.routes.length).toBeLessThan(all.routes.length);
    expect(due.routes.every(({ reasons }) => reasons.length > 0)).toBe(true);
  });
});
