import type { AmountBasis, AmountKind } from '../contracts/amount.ts';
import type { BuyerType } from '../organisations/mention.ts';
import type { LegalRegime } from './process-facts.ts';

/** Where an authored fact was read and when somebody last checked it. */
export type Provenance = { source: string; reviewed: string };

/** One kind of notice under the Procurement Act 2023. */
export type NoticeType = Provenance & {
  code: string;
  name: string;
  /** What it is for. */
  meaning: string;
  /** When it is due. */
  when: string;
  /** What it isn’t due for, as far as that is held. */
  exemptions: readonly string[];
};

/** A financial threshold of the Act, between two days. Amounts include VAT. */
export type Threshold = Provenance & {
  id: string;
  name: string;
  from: string;
  to: string | null;
  grossMinorUnits: number;
};

/** Words in a body's name that say what kind of buyer it is; tried in order. */
export type BuyerTypeName = Provenance & { type: BuyerType; pattern: RegExp };

/** The range in which an amount can be believed, in the smallest unit. */
export type PlausibleRange = Provenance & {
  kinds: readonly AmountKind[];
  currency: string;
  regime: LegalRegime | null;
  leastMinorUnits: number;
  mostMinorUnits: number;
};

/** A framework whose published ceiling a call-off may carry by mistake. */
export type KnownFramework = Provenance & {
  reference: string;
  name: string;
  aliases: readonly RegExp[];
  ceilings: readonly { minorUnits: number; currency: string; basis: AmountBasis }[];
};

/** The authored facts that reading a process needs. */
export type FactsReference = {
  noticeTypes: readonly NoticeType[];
  thresholds: readonly Threshold[];
  buyerTypeNames: readonly BuyerTypeName[];
  /** Values in hundredths that stand for "no value". */
  placeholders: ReadonlySet<number>;
  /** Texts (in lower case) that stand in place of a name or an identifier. */
  placeholderNames: ReadonlySet<string>;
  plausibleRanges: readonly PlausibleRange[];
  frameworks: readonly KnownFramework[];
};
