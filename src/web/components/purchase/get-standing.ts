import type { Context } from '../../../app/context.ts';
import { listPlannedPurchases } from '../../../app/pipeline/list-purchases.ts';
import type { PurchaseView } from '../../../app/pipeline/views.ts';
import { AppError } from '../../../lib/errors.ts';

/**
 * The purchase of that id, as it stands.
 *
 * @throws AppError `not-found` where there is none, or where it has been withdrawn
 */
export async function getStandingPurchase(context: Context, id: string): Promise<PurchaseView> {
  const asked = listPlannedPurchases.input.safeParse({ id, limit: 1 });
  const { items } = asked.success ? await listPlannedPurchases.run(context, asked.data) : { items: [] };
  const [newest] = items;
  if (newest !== undefined && newest.withdrawnAt === null) return newest;
  throw new AppError('not-found', `No planned purchase stands under the id ${id}.`);
}
