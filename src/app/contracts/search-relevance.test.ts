import { beforeAll, expect, it } from 'vitest';
import { actRelease, readOf } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { ingestReleases } from '../notices/ingest-releases.ts';
import type { Context } from '../context.ts';
import { findContracts } from './find-contracts.ts';
import type { ContractItem } from './views.ts';

/** Title and description of each contract; the later ones are newer. */
const texts: readonly [string, string][] = [
  ['Housing repairs system', 'Repairs ordered by tenants.'],
  ['Repairs at Middle House', 'New windows and doors.'],
  ['Managed print services', 'Printers in all offices.'],
  ['Connected Management Services', 'Fleet tracking.'],
  ['Managed services for the network', 'Switches and routers.'],
  ['Customer portal', 'A management system for customer requests.'],
  ['Contact centre', 'With customer relationship management built in, for all customer requests.'],
  ['Process simulation software', 'Runs as a service in our own rooms.'],
  ['IT support', 'Desktop support on site.'],
  ['Support for carers', 'We make it easy to find help.'],
];

describeOnDatabases('relevance of a search', (open) => {
  let context: Context;
  const search = async (q: string): Promise<ContractItem[]> =>
    (await findContracts.run(context, findContracts.input.parse({ q, facets: false }))).items;
  const titles = async (q: string): Promise<string[]> => (await search(q)).map((item) => item.title);
  const markedIn = (runs: ContractItem['titleMarked'] | null | undefined): string[] =>
    (runs ?? []).filter((run) => run.isMatch).map((run) => run.text);

  beforeAll(async () => {
    const database = await open();
    context = testContext({ register: database.register });
    await ingestReleases(context, {
      inputs: ['relevance'],
      read: async function* read() {
        for (const [index, [title, description]] of texts.entries()) {
          const parts = {
            ocid: `ocds-h6vhtk-00000${index}`,
            id: `00000${index}-2026`,
            title,
            description,
            signed: `2026-0${1 + (index % 9)}-15`,
            cpv: '98390000',
          };
          yield await Promise.resolve(readOf(actRelease(parts)));
        }
      },
      total: texts.length,
    });
  });

  it('puts the word as typed before another word of the same stem', async () => {
    expect(await titles('housing')).toEqual(['Housing repairs system', 'Repairs at Middle House']);
    expect(await titles('house')).toEqual(['Repairs at Middle House', 'Housing repairs system']);
  });

  it('puts words that stand together before words that stand apart', async () => {
    expect((await titles('managed services')).slice(0, 2)).toEqual([
      'Managed services for the network',
      'Managed print services',
    ]);
  });

  it('marks the words of an expression only where the expression stands', async () => {
    const items = await search('crm');
    expect(items.map((item) => item.title)).toEqual(['Contact centre']);
    expect(markedIn(items[0]?.titleMarked)).toEqual([]);
    expect(markedIn(items[0]?.snippet)).toEqual(
      expect.arrayContaining(['customer', 'relationship', 'management']),
    );
  });

  it('does not join the end of one field and the beginning of the next to an expression', async () => {
    expect(await titles('saas')).toEqual([]);
    expect(await titles('"software runs"')).toEqual([]);
    expect(await titles('software runs')).toEqual(['Process simulation software']);
  });

  it('finds IT in capitals, which is no common word here', async () => {
    expect(await titles('IT support')).toEqual(['IT support']);
    expect(await titles('information technology')).toEqual(['IT support']);
    expect(await titles('support')).toHaveLength(2);
  });

  it('shows with an ellipsis that a passage breaks off', async () => {
    const [item] = await search('windows');
    expect(item?.snippet?.map((run) => run.text).join('')).toBe('… windows and doors …');
  });
});
