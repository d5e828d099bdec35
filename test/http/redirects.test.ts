import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contractKey } from '../../src/domain/contracts/contract-facts.ts';
import { shortId } from '../../src/lib/hash.ts';
import { isObject } from '../../src/lib/json.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { actRelease } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import type { TestDatabase } from '../support/database.ts';
import { describeOnDatabases } from '../support/database.ts';
import { ingestAll } from '../support/ingest.ts';

const ocid = 'ocds-h6vhtk-00000a';
const standIn = contractKey(ocid, '1', '-');
const signed = contractKey(ocid, '1', '1');

const company = { scheme: 'GB-COH', id: '01234567' };
const platform = { scheme: 'GB-PPON', id: 'PBBB-2222-BBBB' };
const idOf = ({ scheme, id }: typeof company): string => shortId([`${scheme}:${id}`]);

describeOnDatabases('addresses that have changed', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  beforeEach(async () => {
    database = await open();
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterEach(async () => {
    await app.close();
    await database.drop();
  });

  /** Status of an answer, and where it leads. */
  const get = async (url: string): Promise<string> => {
    const { statusCode, headers } = await app.inject({ url, headers: { host: 'localhost:3000' } });
    return headers.location === undefined ? String(statusCode) : `${statusCode} ${headers.location}`;
  };
  /** A notice in which a supplier shows these identifiers. */
  const notice = (number: number, name: string, ...shown: (typeof company)[]) => {
    const [first = company] = shown;
    const id = `GB-FTS-${number}`;
    const release = actRelease({
      ocid: `ocds-h6vhtk-00000${number}`,
      id: `00000${number}-2026`,
      suppliers: [{ id, name, identifier: first }],
    });
    const parties = [...(Array.isArray(release['parties']) ? release['parties'] : [])];
    const more = { additionalIdentifiers: shown.slice(1) };
    return {
      ...release,
      parties: parties.map((party) =>
        isObject(party) && party['id'] === id ? { ...party, ...more } : party,
      ),
    };
  };

  it('the address of an award leads to its contract once the contract notice has come', async () => {
    await ingestAll(database.register, [actRelease({ ocid, id: '000001-2026', noticeType: 'UK6' })]);
    expect(await get(`/contracts/${standIn}`)).toBe('200');
    expect(await get(`/contracts/${signed}`)).toBe('404');

    await ingestAll(database.register, [actRelease({ ocid, id: '000002-2026', noticeType: 'UK7' })]);
    expect(await get(`/contracts/${standIn}`)).toBe(`301 /contracts/${signed}`);
    expect(await get(`/contracts/${signed}`)).toBe('200');
  });

  it('(control) the address of another award, or of none, leads nowhere', async () => {
    const other = actRelease({ ocid: 'ocds-h6vhtk-00000b', id: '000003-2026', noticeType: 'UK6' });
    await ingestAll(database.register, [other, actRelease({ ocid, id: '000002-2026', noticeType: 'UK7' })]);
    expect(await get(`/contracts/${contractKey('ocds-h6vhtk-00000b', '1', '-')}`)).toBe('200');
    expect(await get(`/contracts/${contractKey('ocds-h6vhtk-00000c', '1', '-')}`)).toBe('404');
  });

  it('the address of an organisation leads to the one that it turned out to be', async () => {
    const apart = [notice(1, 'Aldergate Systems Ltd', company), notice(2, 'Aldergate', platform)];
    await ingestAll(database.register, apart);
    expect(await get(`/suppliers/${idOf(platform)}`)).toBe('200');
    expect(await get(`/suppliers/${idOf(company)}`)).toBe('200');

    await ingestAll(database.register, [notice(3, 'Aldergate Systems', company, platform)]);
    expect(await get(`/suppliers/${idOf(platform)}`)).toBe(`301 /suppliers/${idOf(company)}`);
    expect(await get(`/suppliers/${idOf(company)}`)).toBe('200');
  });

  it('(control) organisations that nothing joins keep their addresses, and a buyer is no supplier', async () => {
    const apart = [notice(1, 'Aldergate Systems Ltd', company), notice(2, 'Brackwater Ltd', platform)];
    await ingestAll(database.register, apart);
    expect(await get(`/suppliers/${idOf(platform)}`)).toBe('200');
    expect(await get(`/suppliers/${idOf(company)}`)).toBe('200');
    expect(await get(`/buyers/${idOf(company)}`)).toBe('404');
    expect(await get(`/suppliers/${idOf({ scheme: 'GB-COH', id: '09999999' })}`)).toBe('404');
  });
});
