import { z } from 'zod';
import { leadBases } from '../../domain/market/decision-date.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { listPlace } from '../contracts/views.ts';
import { marketScopeView } from './market-scope.ts';
import { coverageView, quarterTotals } from './views.ts';

/** What ends, and by when its renewal has to be decided: one contract, or several that were let together. */
export const renewalItem = z.object({
  /** The contract; of several the one with the smallest id. */
  id: z.string(),
  /** All of them: contracts of one process with one title and one term. */
  contracts: z.array(z.object({ id: z.string(), suppliers: z.array(z.string()) })),
  title: z.string(),
  segment: z.enum(segmentIds).nullable(),
  route: z.enum(routes),
  buyer: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  /** Of all its contracts, each once. */
  suppliers: z.array(z.string()),
  /** Value when let, pence without VAT: of several the sum of those that can be relied on; null where none can. */
  netPence: z.number().int().nullable(),
  /** How many of its contracts have such a value. */
  netCount: z.number().int(),
  endOn: z.string(),
  maxEndOn: z.string().nullable(),
  /** End less the time that three of four procurements of this kind took; null where too few were seen. */
  decision: z
    .object({ on: z.string(), days: z.number().int(), basis: z.enum(leadBases), count: z.number().int() })
    .nullable(),
});
export type RenewalItem = z.output<typeof renewalItem>;

/** What `market.renewals` answers. */
export const renewals = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  quarters: z.array(quarterTotals),
  /** Of all contracts of the segments and kinds of buyer; one organisation's aren't counted apart. */
  coverage: coverageView,
  /** How many are listed over all pages, and how many contracts they are. */
  listed: z.object({ renewals: z.number().int(), contracts: z.number().int() }),
  items: z.array(renewalItem),
  ...listPlace.shape,
});
export type Renewals = z.output<typeof renewals>;
