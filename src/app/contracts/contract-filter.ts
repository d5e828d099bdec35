import { z } from 'zod';
import { marketFilter } from '../market/market-filter.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { legalRegimes, publishers } from '../../domain/notices/process-facts.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { lifecycles } from '../../domain/contracts/lifecycle.ts';
import { valueBands } from '../../domain/contracts/value-band.ts';

/** Longest search text that is read; longer text is refused with a sentence. */
export const longestQuery = 500;

/** What narrows a list of contracts. Values of one field are alternatives; fields must all hold. */
export const contractFilter = z.strictObject({
  q: z
    .string()
    .max(longestQuery, `Search text can have at most ${longestQuery} characters. Use fewer words.`)
    .optional()
    .describe('Words to find. "exact phrase" in quotation marks, -word leaves out.'),
  segment: z.array(z.enum(segmentIds)).default([]).describe('Market segments, or not-digital.'),
  buyer: z.array(z.string()).default([]).describe('Ids of buyers.'),
  supplier: z.array(z.string()).default([]).describe('Ids of suppliers.'),
  buyerType: z.array(z.enum(buyerTypes)).default([]).describe('Kinds of buyer.'),
  regime: z.array(z.enum(legalRegimes)).default([]).describe('Legal regimes.'),
  route: z.array(z.enum(routes)).default([]).describe('How the contract was reached.'),
  status: z.array(z.enum(lifecycles)).default([]).describe('Where the contract stands today.'),
  year: z
    .array(z.coerce.number().int().min(1990).max(2100))
    .default([])
    .describe('Years of signature or award.'),
  valueBand: z.array(z.enum(valueBands)).default([]).describe('Bands of value.'),
  cpvDivision: z
    .array(z.string().regex(/^\d{2}$/u, 'A CPV division has two digits, for example 72.'))
    .default([])
    .describe('CPV divisions, two digits.'),
  publisher: z.array(z.enum(publishers)).default([]).describe('Where the notices were published.'),
  framework: z
    .string()
    .max(100)
    .optional()
    .describe('ocid or reference (RM1557.14) of the framework drawn on.'),
  ocid: z.string().max(200).optional().describe('Only contracts of this process.'),
  endsFrom: z.iso.date().optional().describe('Ends (without options) on or after this day.'),
  endsTo: z.iso.date().optional().describe('Ends (without options) on or before this day.'),
  agreements: z
    .enum(['all', 'contracts', 'frameworks'])
    .default('all')
    .describe('Contracts only, framework agreements only, or both.'),
  ...marketFilter,
});
export type ContractFilter = z.output<typeof contractFilter>;

/** Orders of a list. relevance falls back to newest where nothing is searched for. */
export const contractOrders = ['relevance', 'newest', 'value', 'ending'] as const;

/** Input of `contracts.find`. */
export const findContractsInput = contractFilter.extend({
  sort: z.enum(contractOrders).default('relevance').describe('Order of the list.'),
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe('Which page; from the `next` or `previous` of the page beside it.'),
  facets: z.stringbool().or(z.boolean()).default(true).describe('Count facets too.'),
});
