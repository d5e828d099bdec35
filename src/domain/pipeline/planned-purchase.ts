import type { SegmentId } from '../segments/segment.ts';

/** How far a planned purchase has come, in the order in which purchases go. */
export const purchaseStages = ['idea', 'business-case', 'engagement', 'ready'] as const;
export type PurchaseStage = (typeof purchaseStages)[number];

/**
 * How sure the buyer is. low: may well not happen · medium: expected, not yet approved · high: approved and paid for.
 * It is shown and never multiplied into a sum.
 */
export const purchaseConfidences = ['low', 'medium', 'high'] as const;
export type PurchaseConfidence = (typeof purchaseConfidences)[number];

/** Whether VAT is left out of the values; a plan always says. */
export const purchaseVatBases = ['net', 'gross'] as const;
export type PurchaseVatBasis = (typeof purchaseVatBases)[number];

/** What is mainly bought, as a pipeline notice asks. */
export const purchaseCategories = ['goods', 'services', 'works'] as const;
export type PurchaseCategory = (typeof purchaseCategories)[number];

/** A purchase that a buyer plans, as entered. */
export type PlannedPurchase = {
  /** The buyer as entered: an id or name of an organisation of the register. */
  buyer: string;
  /** The buyer's own reference: a purchase is known by buyer and reference. */
  reference: string;
  title: string;
  description: string | null;
  segment: SegmentId;
  category: PurchaseCategory | null;
  cpvCodes: readonly string[];
  /** Lowest and highest value over the whole term in the currency's smallest unit; both null where none is known. */
  lowMinorUnits: number | null;
  highMinorUnits: number | null;
  /** ISO 4217. */
  currency: string;
  vatBasis: PurchaseVatBasis;
  /** First and last day on which the contract may start. */
  startFrom: string;
  startTo: string;
  /** Length of the contract in months. */
  months: number | null;
  /** Day on which the tender notice is expected. */
  noticeOn: string | null;
  stage: PurchaseStage;
  confidence: PurchaseConfidence;
  /** Whether others may see it; what may not be shared appears in no list of the pipeline, no export and no sum. */
  isShareable: boolean;
  /** Sets up a framework: its value is a ceiling and enters no sum. */
  isFramework: boolean;
  /** The contract that it follows, and the process in which it is published already. */
  replacesContractId: string | null;
  processOcid: string | null;
};
