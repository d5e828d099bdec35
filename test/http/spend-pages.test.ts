import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases } from '../support/database.ts';
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';
import { ingestSpendFiles, spendFolder } from '../support/spend-files.ts';

describeOnDatabases('the choice of a buyer whose payments are set against contracts', (open) => {
  const save = spendFolder();
  let app: FastifyInstance;
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });

  beforeAll(async () => {
    const { register } = await open();
    const context = testContext({ register });
    for (const [name, day] of [
      ['Marram District Council', '15/03/2026'],
      ['Marram Pension Fund', '16/03/2026'],
      ['Otterby Town Council', '17/03/2026'],
    ] as const) {
      const path = save(`${name}.csv`, `Date,Supplier,Net Amount\n${day},Aldergate Systems Ltd,100\n`);
      await ingestSpendFiles(context, [path], { publisher: name });
    }
    app = testApp({ register, pages: registerPages });
  });
  afterAll(() => app.close());

  it('stands where no buyer is given, leads to each, and is linked from the payments', async () => {
    const answer = await get('/spend/reconcile');
    expect(answer.statusCode).toBe(200);
    expect(await htmlFaults(answer.body)).toEqual([]);
    const toBuyers = linksOf(answer.body).filter(({ href }) => href.includes('reconcile?buyer='));
    expect(toBuyers.map(({ text }) => text)).toEqual([
      'Marram District Council',
      'Marram Pension Fund',
      'Otterby Town Council',
    ]);
    for (const { href, text } of toBuyers) {
      const chosen = await get(href);
      expect(chosen.statusCode).toBe(200);
      expect(visibleText(chosen.body)).toContain(text);
    }
    expect(linksOf((await get('/spend')).body).map(({ href }) => href)).toContain('/spend/reconcile');
    expect((await get('/spend/reconcile?buyer=')).statusCode).toBe(200);
  });

  it('stands where the words given are those of several buyers, and of one it shows the payments', async () => {
    const several = await get('/spend/reconcile?buyer=marram');
    expect(several.statusCode).toBe(200);
    expect(visibleText(several.body)).toContain('2 buyers have “marram” in the name. Choose one.');
    expect(visibleText((await get('/spend/reconcile?buyer=otterby')).body)).toContain('March 2026');
    expect(visibleText((await get('/spend/reconcile?name=nobody')).body)).toContain(
      'No payment of such a buyer is held.',
    );
  });

  it('does not hide what is wrong with the rest of the query', async () => {
    expect((await get('/spend/reconcile?buyer=marram&verdict=none')).statusCode).toBe(400);
  });
});
