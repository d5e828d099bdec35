import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { operations } from '../../src/app/index.ts';
import { inputFields } from '../../src/app/input-fields.ts';
import type { Operation } from '../../src/app/operation.ts';
import { saveStrategy } from '../../src/app/strategies/save.ts';
import { stories } from '../../src/sample/stories/stories.ts';
import { fillWithSample } from '../../src/app/sample/fill-with-sample.ts';
import { operationPath } from '../../src/api/register-api.ts';
import { commandWords, flagName } from '../../src/cli/command.ts';
import type { Register } from '../../src/db/register.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testApp } from '../support/app.ts';
import { runLine } from '../support/command-line.ts';
import { testContext } from '../support/context.ts';
import { keepApprovedCase, keepReadyCase, signingRequests } from '../support/signed-cases.ts';
import { describeOnDatabases } from '../support/database.ts';

/** Inputs as texts: name → values. */
type Texts = Record<string, string[]>;

const shared = operations.filter(
  (operation) => operation.surfaces.includes('api') && operation.surfaces.includes('cli'),
);
const reads = shared.filter((operation) => operation.kind === 'read');
const streams = shared.filter((operation) => operation.kind === 'stream');
const writes = shared.filter((operation) => operation.kind === 'write');

const list = z.object({ items: z.array(z.object({ id: z.string() })) });
const contracts = z.object({ items: z.array(z.object({ id: z.string(), ocid: z.string() })) });

/** Ways to ask each operation, beside asking it nothing; `ids` come from the register. */
type Ids = { contract: string; ocid: string; buyer: string; supplier: string };
const waysToAsk: Record<string, (ids: Ids) => Texts[]> = {
  'contracts.find': ({ buyer }) => [
    { limit: ['5'] },
    { q: ['"digital" -cloud'], facets: ['no'] },
    { buyer: [buyer], status: ['live', 'ended'], sort: ['value'] },
  ],
  'contracts.show': ({ contract }) => [{ id: [contract] }],
  'contracts.export': ({ buyer }) => [{ buyer: [buyer] }],
  'processes.show': ({ ocid }) => [{ ocid: [ocid] }],
  'buyers.find': () => [{ limit: ['3'] }],
  'buyers.show': ({ buyer }) => [{ id: [buyer] }],
  'suppliers.find': () => [{ limit: ['3'] }],
  'benchmarks.price': () => [
    { segment: ['digital-delivery'] },
    { product: ['dwellmark-housing'], per: ['dwellings'] },
  ],
  'routes.timetable': () => [
    { procedure: ['open'], start: ['2027-01-04'], fix: ['award-approval=2027-11-01'] },
    { procedure: ['framework-competed'], nation: ['wales'], goLive: ['2027-01-04'], with: ['standstill'] },
  ],
  'spend.find': () => [{ limit: ['3'], sort: ['largest'] }],
  'spend.buyers': () => [{ limit: ['3'] }],
  'spend.reconcile': ({ buyer }) => [{ buyer: [buyer] }],
  'suppliers.show': ({ supplier }) => [{ id: [supplier] }],
  'suppliers.vendor': ({ supplier }) => [{ id: [supplier] }],
  'products.find': () => [{ q: ['microsoft'] }],
  'products.show': () => [{ id: ['dwellmark-housing'] }],
  'vendors.show': () => [{ id: ['ibm'] }],
  'routes.find': () => [
    {
      segment: ['cloud-hosting'],
      valueExVat: ['2400000'],
      months: ['24'],
      bodyType: ['central'],
      start: ['2027-02-01'],
    },
  ],
  'routes.show': () => [{ id: ['g-cloud-15'] }],
  'segments.playbook': () => [
    { segment: ['cloud-hosting'] },
    { segment: ['cloud-hosting'], revision: ['1'] },
  ],
  'segments.today': () => [{ segment: ['cloud-hosting'] }],
  'segments.today-figures': () => [{ segment: ['cloud-hosting'] }],
  'segments.history': () => [{ segment: ['cloud-hosting'] }],
  'segments.diff': () => [{ segment: ['cloud-hosting'], from: ['1'], to: ['1'] }],
  'market.segment': () => [{ id: ['digital-delivery'] }],
  'organisations.figures': ({ buyer, supplier }) => [
    { id: [buyer] },
    { id: [supplier], side: ['supplier'], chart: ['segments'] },
  ],
  'market.organisation': ({ buyer }) => [{ id: [buyer] }],
  'market.figures': () => [{ chart: ['committed'] }],
  'decisions.show': () => [{ case: ['permits'] }],
  'decisions.export': () => [{ case: ['permits'], revision: ['1'] }],
  'decisions.versions': () => [{ case: ['permits'] }],
  'strategies.show': ({ buyer }) => [{ buyer: [buyer] }],
  'strategies.versions': ({ buyer }) => [{ buyer: [buyer] }],
  'methods.show': () => [{ id: ['simulation'] }],
  'decisions.figures': () => [{ case: ['permits'] }],
  'decisions.signing': () => [{ case: ['permits'] }],
  'decisions.records': () => [{ case: ['approved-by-api'] }],
  'decisions.record': () => [{ case: ['approved-by-api'], number: ['1'] }],
  'market.similar': () => [{ segment: ['sector-systems'], size: ['1m-10m'] }],
  'organisations.keys': ({ supplier }) => [{ id: [supplier] }],
};

/** Bodies that each write takes. */
const bodies: Record<string, Record<string, string>> = {
  'decisions.work-out': { case: 'permits' },
  'decisions.sign': {
    case: 'ready-by-api',
    action: 'submit',
    post: signingRequests.submitted.post,
    name: signingRequests.submitted.name,
    reasons: signingRequests.submitted.reasons,
  },
  'decisions.begin-stage': { case: 'approved-by-api' },
  'decisions.answer-review': {
    case: 'approved-by-api',
    trigger: 'few-suppliers',
    answer: 'stands',
    post: 'Director of Place',
    name: 'Olga Owner',
    reasons: 'Two more firms told us last week that they will bid for the second lot.',
  },
  // The contract and the buyer are set once the sample is there.
  'decisions.start': {},
  'strategies.save': {},
  'data.report-correction': { page: '/contracts', message: 'The value of this contract is wrong.' },
};

function queryOf(texts: Texts): string {
  const query = new URLSearchParams(
    Object.entries(texts).flatMap(([name, values]) => values.map((value): [string, string] => [name, value])),
  );
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function flagsOf(operation: Operation, texts: Texts): string[] {
  const flags = Object.entries(texts).flatMap(([name, values]) =>
    values.map((value) => `--${flagName(name)}=${value}`),
  );
  return [...commandWords(operation), ...flags];
}

describeOnDatabases('one core behind the API and the command line', (open) => {
  let register: Register;
  let app: FastifyInstance;
  let ids: Ids;

  beforeAll(async () => {
    register = (await open()).register;
    await fillWithSample(testContext({ register }), 60);
    app = testApp({ register });
    const context = testContext({ register });
    await saveCase(context, { text: stringify(smallCase), seen: null });
    for (const surface of ['api', 'command']) {
      await keepReadyCase(context, `ready-by-${surface}`);
      await keepApprovedCase(context, `approved-by-${surface}`);
    }
    await workOutStored(context, 'permits');
    const contract = contracts.parse((await app.inject('/api/v1/contracts/find?limit=1')).json()).items[0];
    const tideway = `/api/v1/contracts/find?ocid=${stories.tideway.contract}`;
    bodies['decisions.start'] = {
      contract: contracts.parse((await app.inject(tideway)).json()).items[0]?.id ?? '',
    };
    const buyer = list.parse((await app.inject('/api/v1/buyers/find?limit=1')).json()).items[0];
    const supplier = list.parse((await app.inject('/api/v1/suppliers/find?limit=1')).json()).items[0];
    bodies['strategies.save'] = { buyer: buyer?.id ?? '', note: 'As written.' };
    await saveStrategy.run(context, saveStrategy.input.parse({ buyer: buyer?.id }));
    ids = {
      contract: contract?.id ?? '',
      ocid: contract?.ocid ?? '',
      buyer: buyer?.id ?? '',
      supplier: supplier?.id ?? '',
    };
  }, 180_000);
  afterAll(() => app.close());

  const askApi = (operation: Operation, texts: Texts) =>
    app.inject(`/api/v1${operationPath(operation)}${queryOf(texts)}`);
  const askCommand = (operation: Operation, texts: Texts) =>
    runLine([...flagsOf(operation, texts), '--json'], { register });

  test.each(reads.map((operation) => [operation.id, operation] as const))(
    '%s answers the same bytes on both',
    async (id, operation) => {
      for (const texts of [{}, ...(waysToAsk[id]?.(ids) ?? [])]) {
        const api = await askApi(operation, texts);
        const command = await askCommand(operation, texts);
        if (api.statusCode === 200) {
          expect(command).toEqual({
            code: 0,
            stderr: '',
            stdout: api.body,
            stdoutBytes: Buffer.from(api.body),
          });
        } else {
          expectSameRefusal(api.json(), command);
        }
      }
      // At least one way of asking is answered.
      const last = waysToAsk[id]?.(ids).at(-1) ?? {};
      expect((await askApi(operation, last)).statusCode).toBe(200);
    },
  );

  test.each(streams.map((operation) => [operation.id, operation] as const))(
    '%s writes the same bytes on both, in every form',
    async (id, operation) => {
      const texts = waysToAsk[id]?.(ids)[0] ?? {};
      const forms =
        operation.kind === 'stream' && operation.columns !== undefined ? ['jsonl', 'csv', 'xlsx'] : ['jsonl'];
      for (const format of forms) {
        const api = await askApi(operation, { ...texts, format: [format] });
        const command = await runLine([...flagsOf(operation, texts), '--format', format], { register });
        expect(api.statusCode).toBe(200);
        expect(command.code).toBe(0);
        expect(command.stdoutBytes.equals(api.rawPayload)).toBe(true);
      }
    },
  );

  test.each(writes.map((operation) => [operation.id, operation] as const))(
    '%s does the same on both',
    async (id, operation) => {
      const body = bodies[id] ?? {};
      const api = await app.inject({
        method: 'POST',
        url: `/api/v1${operationPath(operation)}`,
        payload: body,
      });
      // What can be done once is done to a case of each surface’s own.
      const texts = Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name, [value.replace(/-by-api$/u, '-by-command')]]),
      );
      const command = await askCommand(operation, texts);
      expect({ status: api.statusCode, code: command.code }).toEqual({ status: 200, code: 0 });
      expect(Object.keys(JSON.parse(command.stdout))).toEqual(Object.keys(api.json()));
    },
  );

  test.each(
    shared
      .filter((operation) => operation.kind !== 'write')
      .map((operation) => [operation.id, operation] as const),
  )('%s refuses an unknown input and a wrong one alike on both', async (_, operation) => {
    const wrong: Texts[] = [{ colour: ['blue'] }, { colour: ['blue'], q: ['x'] }];
    for (const field of inputFields(operation.input)) {
      if (field.type === 'number' || field.choices.length > 0) wrong.push({ [field.name]: ['wrong'] });
      if (field.name === 'cursor') wrong.push({ cursor: ['bm90IGEgY3Vyc29y'] });
      if (!field.isList) wrong.push({ [field.name]: ['1', '2'] });
      if (field.name === 'id' || field.name === 'ocid') wrong.push({ [field.name]: ['nothing-here'] });
    }
    for (const texts of wrong) {
      const api = await askApi(operation, texts);
      if (api.statusCode === 200) continue;
      expect(api.headers['content-type']).toMatch(/^application\/problem\+json/);
      expectSameRefusal(api.json(), await askCommand(operation, texts));
    }
    expect((await askApi(operation, { colour: ['blue'] })).json()).toMatchObject({
      status: 400,
      fields: { colour: 'Not known.' },
    });
  });
});

function expectSameRefusal(
  problem: Record<string, unknown>,
  command: { code: number; stdout: string; stderr: string },
): void {
  const { instance, ...rest } = problem;
  expect(instance).toBeTypeOf('string');
  expect(command.stdout).toBe('');
  expect(JSON.parse(command.stderr)).toEqual(rest);
  expect(command.code).toBeGreaterThanOrEqual(2);
}

describe('the list of operations', () => {
  test('has operations on both surfaces, and a way to ask each', () => {
    expect(shared.length).toBeGreaterThan(5);
    const needAsking = shared.filter(
      (operation) =>
        operation.kind !== 'write' && inputFields(operation.input).some((field) => field.isRequired),
    );
    expect(needAsking.map((operation) => operation.id).filter((id) => waysToAsk[id] === undefined)).toEqual(
      [],
    );
    expect(writes.map((operation) => operation.id).filter((id) => bodies[id] === undefined)).toEqual([]);
  });

  test('gives every operation its own id and its own words', () => {
    const ids = operations.map((operation) => operation.id);
    const words = operations.map((operation) => commandWords(operation).join(' '));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(words).size).toBe(words.length);
    expect(ids.filter((id) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  test('no input has a name that the command line keeps for itself, and every one says what it means', () => {
    const fields = operations.flatMap((operation) =>
      inputFields(operation.input).map((field) => ({ ...field, id: operation.id })),
    );
    const kept = ['help', 'version', 'json', 'format', 'output'];
    expect(
      fields.filter((field) => kept.includes(field.name)).map((field) => `${field.id} ${field.name}`),
    ).toEqual([]);
    expect(
      fields.filter((field) => field.meaning === '').map((field) => `${field.id} ${field.name}`),
    ).toEqual([]);
  });

  test('what reads local files or changes the machine is on the command line only', () => {
    const local = operations.filter(
      (operation) => operation.kind === 'job' || /^(ocds|sample|config|service|harvest)\./.test(operation.id),
    );
    expect(
      local.filter((operation) => operation.surfaces.includes('api')).map((operation) => operation.id),
    ).toEqual([]);
  });
});

describe('the description of the API', () => {
  const description = z.looseObject({
    openapi: z.string(),
    info: z.looseObject({ title: z.string(), version: z.string() }),
    paths: z.record(
      z.string(),
      z.partialRecord(
        z.enum(['get', 'post']),
        z.looseObject({
          operationId: z.string(),
          responses: z.record(z.string(), z.unknown()),
          parameters: z
            .array(
              z.object({
                name: z.string(),
                in: z.literal('query'),
                required: z.boolean(),
                description: z.string().optional(),
                schema: z.looseObject({}),
                style: z.literal('form').optional(),
                explode: z.literal(true).optional(),
              }),
            )
            .optional(),
        }),
      ),
    ),
  });

  test('is OpenAPI 3.1 with one path per operation, and every reference leads somewhere', async () => {
    const app = testApp();
    const document: unknown = (await app.inject('/api/v1/openapi.json')).json();
    await app.close();
    const { openapi, paths } = description.parse(document);
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).toSorted()).toEqual(
      operations
        .filter((operation) => operation.surfaces.includes('api'))
        .map(operationPath)
        .toSorted(),
    );
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    );
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((reference) => lookUp(document, reference.split('/')) === undefined)).toEqual(
      [],
    );
  });
});

function lookUp(value: unknown, path: readonly string[]): unknown {
  let at: unknown = value;
  for (const name of path)
    at =
      typeof at === 'object' && at !== null
        ? Object.entries(at).find(([key]) => key === name)?.[1]
        : undefined;
  return at;
}
