import type { z } from 'zod';
import {
  countOrganisations,
  findOrganisationRows,
  placeOfOrganisation,
  type Side,
} from '../../db/queries/organisations.ts';
import type { Context } from '../context.ts';
import { listMark } from '../cursor.ts';
import { readListPage } from '../list-page.ts';
import { presentOrganisation } from './present-organisation.ts';
import type { findOrganisationsInput, organisationPage } from './views.ts';

/** One page of the organisations on one side of contracts. */
export async function findOrganisations(
  context: Context,
  input: z.output<typeof findOrganisationsInput>,
  side: Side,
): Promise<z.output<typeof organisationPage>> {
  const register = await context.register();
  const text = input.q?.trim() === '' ? null : (input.q?.trim() ?? null);
  const mark = listMark({ side, text, sort: input.sort });
  const list = { side, text, order: input.sort };
  const [{ rows, ...place }, total] = await Promise.all([
    readListPage(
      { cursor: input.cursor, limit: input.limit, mark },
      async ({ after, ...asked }) =>
        findOrganisationRows(register, {
          ...list,
          ...asked,
          after: after?.map((value) => value ?? '') ?? null,
        }),
      (row) => placeOfOrganisation(row, input.sort),
    ),
    countOrganisations(register, list),
  ]);
  return { items: rows.map(presentOrganisation), total, ...place };
}
