import { z } from 'zod';
import { publishedAlso } from '../processes/portal-views.ts';
import { contractVendor } from './present-vendors.ts';
import { amountBases, amountFlags, amountKinds } from '../../domain/contracts/amount.ts';
import { contractStages, routes } from '../../domain/contracts/contract-facts.ts';
import { lifecycles } from '../../domain/contracts/lifecycle.ts';
import { facetNames } from '../../domain/contracts/contract-filter.ts';
import { legalRegimes, publishers } from '../../domain/notices/process-facts.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { segmentView } from '../segments/views.ts';

/** Text cut into runs, those that matched the search marked. */
export const markedText = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));

/** An amount as shown; `minorUnits` in the currency's smallest unit. */
export const amountView = z.object({
  minorUnits: z.number().int().nullable(),
  currency: z.string().nullable(),
  kind: z.enum(amountKinds),
  basis: z.enum(amountBases),
  flag: z.enum(amountFlags).nullable(),
});

/** An organisation named on a contract; `id` is null where it has no page (a likely natural person, a placeholder). */
export const partyLink = z.object({ id: z.string().nullable(), name: z.string() });

/** A framework that a contract draws on; `contractId` where the register holds the framework itself. */
export const frameworkView = z.object({
  ocid: z.string().nullable(),
  reference: z.string().nullable(),
  title: z.string().nullable(),
  contractId: z.string().nullable(),
  basis: z.enum(['linked', 'inferred']),
});

/** One contract in a list. Days are `YYYY-MM-DD`. */
export const contractItem = z.object({
  id: z.string(),
  ocid: z.string(),
  title: z.string(),
  titleMarked: markedText,
  /** Best passage of the description, only when words were searched for. */
  snippet: markedText.nullable(),
  /** One sentence per searched term: where it was found. */
  why: z.array(z.string()),
  buyer: partyLink.nullable(),
  buyerType: z.enum(buyerTypes),
  suppliers: z.array(partyLink),
  scale: z.enum(['sme', 'large', 'mixed']).nullable(),
  amount: amountView.nullable(),
  isFrameworkAgreement: z.boolean(),
  frameworkReference: z.string().nullable(),
  status: z.enum(lifecycles),
  stage: z.enum(contractStages),
  regime: z.enum(legalRegimes),
  route: z.enum(routes),
  publisher: z.enum(publishers),
  /** Market segment of its process; null where it has not been classified yet. */
  segment: z.enum(segmentIds).nullable(),
  /** Signed, else awarded, else first published; null where none of these days is published. */
  datedOn: z.string().nullable(),
  startOn: z.string().nullable(),
  endOn: z.string().nullable(),
  maxEndOn: z.string().nullable(),
  cpvDivisions: z.array(z.string()),
});
export type ContractItem = z.output<typeof contractItem>;

/** One facet with its values, most frequent first. `isLowerBound`: more than 10,000 match, so each count is "at least". */
export const facet = z.object({
  name: z.enum(facetNames),
  isLowerBound: z.boolean(),
  values: z.array(
    z.object({ value: z.string(), label: z.string(), count: z.number().int(), isSelected: z.boolean() }),
  ),
});
export type Facet = z.output<typeof facet>;

/** How many match: exact to 10,000, above that only "more than". */
export const total = z.object({ count: z.number().int(), isCapped: z.boolean() });

/** Where a page stands in its list. */
export const listPlace = z.object({
  /** Number of the page's first row in the list, from 1. */
  from: z.number().int(),
  /** Cursor of the next page, null on the last. */
  next: z.string().nullable(),
  /** Cursor of the page before, null on the first. */
  previous: z.string().nullable(),
});

/** One notice in a contract's timeline. */
export const timelineEntry = z.object({
  noticeId: z.string(),
  noticeType: z.string().nullable(),
  label: z.string(),
  meaning: z.string().nullable(),
  tags: z.array(z.string()),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  concernsThisContract: z.boolean(),
});

/** An amount with where it came from and what it means. */
export const amountDetail = amountView.extend({
  of: z.enum(['process', 'lot', 'award', 'contract']),
  ofId: z.string().nullable(),
  originalText: z.string().nullable(),
  sourcePath: z.string(),
  kindMeaning: z.string(),
  flagMeaning: z.string().nullable(),
  isHeadline: z.boolean(),
  isSummed: z.boolean(),
});

/** A party on the contract page. */
export const partyDetail = partyLink.extend({
  roles: z.array(z.string()),
  identifiers: z.array(z.object({ scheme: z.string(), id: z.string(), url: z.string().nullable() })),
  scale: z.enum(['sme', 'large']).nullable(),
  isVcse: z.boolean().nullable(),
  buyerType: z.enum(buyerTypes).nullable(),
  place: z.string().nullable(),
  /** Why it has no page of its own, where it has none. */
  note: z.string().nullable(),
});

/** Everything about one contract. */
export const contractDetail = contractItem.omit({ titleMarked: true, snippet: true, why: true }).extend({
  awardId: z.string(),
  contractId: z.string(),
  isStandIn: z.boolean(),
  description: z.string().nullable(),
  processTitle: z.string(),
  processDescription: z.string().nullable(),
  statusMeaning: z.string(),
  endReason: z.string().nullable(),
  regimeBasis: z.string(),
  procedure: z.string().nullable(),
  directAwardReasons: z.array(z.string()),
  isAboveThreshold: z.boolean().nullable(),
  mainCategory: z.enum(['goods', 'services', 'works']).nullable(),
  awardedOn: z.string().nullable(),
  signedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  hasOptions: z.boolean(),
  optionsText: z.string().nullable(),
  framework: frameworkView.nullable(),
  /** Where this is a framework: call-offs held in the register. */
  callOffs: z.object({ count: z.number().int(), items: z.array(contractItem) }),
  amounts: z.array(amountDetail),
  parties: z.array(partyDetail),
  cpv: z.array(z.object({ code: z.string(), label: z.string().nullable() })),
  lots: z.array(
    z.object({ lotId: z.string(), title: z.string().nullable(), description: z.string().nullable() }),
  ),
  bids: z.array(z.object({ lotId: z.string(), measure: z.string(), count: z.number() })),
  priceWeights: z.array(z.object({ lotId: z.string(), percent: z.number() })),
  kpiCount: z.number().int().nullable(),
  performance: z.array(
    z.object({ metric: z.string(), rating: z.string().nullable(), periodEnd: z.string().nullable() }),
  ),
  changes: z.array(
    z.object({
      noticeId: z.string(),
      publishedAt: z.string(),
      description: z.string().nullable(),
      rationale: z.array(z.string()),
    }),
  ),
  timeline: z.array(timelineEntry),
  documents: z.array(z.object({ title: z.string(), url: z.string(), kind: z.string().nullable() })),
  /** Other contracts of the same process. */
  siblings: z.array(contractItem),
  /** Where else its process was published; null where it was published once. */
  publishedAlso: publishedAlso.nullable(),
  similar: z.array(contractItem),
  /** What we noticed about the data of this process, in sentences. */
  quality: z.array(z.string()),
  /** How the segment came about; null where the process has not been classified yet. */
  classification: segmentView.nullable(),
  /** Vendor groups that sell, or whose products the texts name. */
  vendors: z.array(contractVendor),
});
export type ContractDetail = z.output<typeof contractDetail>;
