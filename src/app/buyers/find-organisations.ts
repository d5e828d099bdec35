import type { z } from 'zod';
import {
  afterOrganisationRow,
  countOrganisations,
  findOrganisationRows,
  type Side,
} from '../../db/queries/organisations.ts';
import type { Context } from '../context.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
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
  const after = readCursor(input.cursor, mark)?.map((value) => value ?? '') ?? null;
  const list = { side, text, order: input.sort };
  const [rows, total] = await Promise.all([
    findOrganisationRows(register, { ...list, limit: input.limit + 1, after }),
    countOrganisations(register, list),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(presentOrganisation),
    total,
    next:
      rows.length > input.limit && last !== undefined
        ? writeCursor(mark, afterOrganisationRow(last, input.sort))
        : null,
  };
}
