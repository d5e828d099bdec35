import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { operations } from '../../src/app/index.ts';
import type { Operation } from '../../src/app/operation.ts';
import type { Context } from '../../src/app/context.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { keepApprovedCase } from '../support/signed-cases.ts';

/** Two bodies keep cases in one service; neither may learn anything of the other’s by any operation, nor the public of either’s. */
const canary = 'Zephyrquartz';
const mine = 'zephyrquartz-case';
const example = readFileSync(join(import.meta.dirname, '../../examples/council-system.yaml'), 'utf8')
  .replace(/draws: \d+/u, 'draws: 1000')
  .replace(/^title: .*$/mu, `title: ${canary} replaces its system`);

let database: TestDatabase;
let own: Context;
let other: Context;

beforeAll(async () => {
  database = await openTestDatabase('embedded');
  own = testContext({ register: database.register });
  other = { ...own, actor: { personId: 'other', bodyId: 'other', roles: ['operator'] } };
  await database.register.write((transaction) =>
    sql`insert into body values ('other', 'Another body', null)`.execute(transaction),
  );
  await keepApprovedCase(own, mine);
  await saveCase(own, {
    text: example.replace(/^id: .*$/mu, `id: ${mine}`),
    seen: 1,
    by: `${canary} analyst`,
  });
  await workOutStored(own, mine);
}, 120_000);
afterAll(() => database.drop());

/** What operations on a case ask for beside its id. */
const asked: Record<string, Record<string, unknown>> = {
  'decisions.answer-review': {
    trigger: 'no-award',
    answer: 'stands',
    because: 'x',
    reasons: 'x',
    post: 'y',
    name: 'z',
  },
  'decisions.change': { seen: 1, changes: [{ path: ['title'], value: 'Mine now' }] },
  'decisions.sign': {
    action: 'submit',
    post: 'Procurement manager',
    name: 'A',
    reasons: 'Because I say so.',
  },
};

const ofCases = operations.filter(
  (one): one is Extract<Operation, { output: unknown }> => one.kind !== 'stream' && 'case' in one.input.shape,
);

async function answerOf(context: Context, one: (typeof ofCases)[number], id: string): Promise<string> {
  const input = one.input.parse({ case: id, ...asked[one.id] });
  try {
    return JSON.stringify(await one.run({ ...context, stdin: () => none() }, input));
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return `${String(error.code)}: ${error.message}`;
  }
}

async function* none(): AsyncGenerator<Uint8Array> {
  yield* await Promise.resolve([]);
}

describe('a case of another body', () => {
  it('is asked for by more than a dozen operations', () => {
    expect(ofCases.length).toBeGreaterThan(12);
  });

  it.each(ofCases.map((one) => [one.id, one] as const))('doesn’t exist for %s', async (_, one) => {
    const stranger = await answerOf(other, one, mine);
    // The very answer that an id of nothing gets: nobody can find out by guessing which ids there are.
    expect(stranger).toBe((await answerOf(other, one, 'zephyrquartz-none')).replace('zephyrquartz-none', mine));
    expect(stranger).not.toContain(canary);
  }); // prettier-ignore

  it('is there for its own body', async () => {
    const show = ofCases.find(({ id }) => id === 'decisions.show');
    expect(show && (await answerOf(own, show, mine))).toContain(canary);
  });

  it('isn’t in any list, and its id is free', async () => {
    for (const one of operations.filter(({ id }) => /^decisions\.(find|review)$/u.test(id))) {
      if (one.kind === 'stream') continue;
      expect(JSON.stringify(await one.run(other, one.input.parse({})))).not.toMatch(/zephyrquartz/iu);
    }
    const taken = await saveCase(other, { text: example.replace(/^id: .*$/mu, `id: ${mine}`), seen: null });
    expect(taken).toMatchObject({ id: mine, revision: 1 });
    const show = ofCases.find(({ id }) => id === 'decisions.versions');
    expect(show && JSON.parse(await answerOf(own, show, mine))).toMatchObject({ versions: { length: 2 } });
  });
});

describe('the public', () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = testApp({ register: database.register });
  });
  afterAll(() => app.close());

  it('finds nothing of a case in what operations tell everybody', async () => {
    const open = operations.filter(
      ({ access, surfaces, input }) =>
        access === 'public' && surfaces.includes('api') && input.safeParse({}).success,
    );
    expect(open.length).toBeGreaterThan(30);
    for (const one of open) {
      const [noun = '', verb = ''] = one.id.split('.');
      const url = `/api/v1/${noun}/${verb}`;
      const answer = await app.inject({ url });
      expect([url, /zephyrquartz/iu.test(answer.body + JSON.stringify(answer.headers))]).toEqual([
        url,
        false,
      ]);
    }
  }, 120_000);

  it.each(['', '/result', '/case.yaml', '/pack', '/figures/ranks.svg', '/records/1', '/none', '/records/99'])(
    'keeps nothing of a case’s page %s in a shared store',
    async (page) => {
      const { headers } = await app.inject(`/decisions/${mine}${page}`);
      expect(headers['cache-control']).toMatch(/^private, no-/u);
    },
  );

  it('is told by each page and file not to list it', async () => {
    for (const page of ['', '/result', '/none']) {
      const { body } = await app.inject(`/decisions/${mine}${page}`);
      expect([page, body.includes('<meta name="robots" content="noindex">')]).toEqual([page, true]);
    }
    const { headers } = await app.inject(`/decisions/${mine}/case.yaml`);
    expect(headers['x-robots-tag']).toBe('noindex');
  });
});
