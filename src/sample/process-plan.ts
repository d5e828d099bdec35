import type { Buyer } from './buyers.ts';
import type { Day } from './calendar.ts';
import type { PublishedSupplier } from './published-supplier.ts';

/** Which publisher and law a process is written for. */
export type Shape = 'act' | 'legacy' | 'finder';

/** A sum as it will be published. `placeholder` stands in its place, as a literal number. */
export type PlannedAmount = {
  /** Pounds without VAT, the truth. */
  net: number;
  /** Pounds with VAT. */
  gross: number;
  /** Whether only the gross amount is published. */
  hidesNet: boolean;
  placeholder: string | null;
};

/** Bids of one lot as the award notice counts them. */
export type PlannedBids = { all: number; final: number; sme: number; vcse: number };

/** One lot, its award and its contract. Days of what has not happened are planned days. */
export type PlannedLot = {
  id: string;
  title: string | null;
  estimate: PlannedAmount;
  amount: PlannedAmount;
  awarded: Day;
  signed: Day;
  start: Day;
  end: Day;
  maxEnd: Day | null;
  optionsText: string | null;
  suppliers: PublishedSupplier[];
  bids: PlannedBids | null;
  priceWeight: number | null;
  hasSocialValue: boolean;
  indicators: string[];
};

/** Which notice is published; `+` marks an update of the same notice type. */
export type StepKind =
  | 'UK1'
  | 'UK1+'
  | 'UK2'
  | 'UK2+'
  | 'UK3'
  | 'UK4'
  | 'UK4+'
  | 'UK5'
  | 'UK6'
  | 'UK7'
  | 'UK7+'
  | 'UK9'
  | 'UK10'
  | 'UK11'
  | 'UK12'
  | 'planning'
  | 'tender'
  | 'tender+'
  | 'award';

/** One notice: what and when. */
export type Step = { kind: StepKind; day: Day; second: number; noticeId: string };

/** How a process ended or stands on the as-of day. */
export type Outcome =
  'planned' | 'tendering' | 'cancelled' | 'awarded' | 'running' | 'completed' | 'terminated';

/** What changed while the contract ran (UK10). */
export type PlannedChange = {
  /** Whether the notice announces the change before it is made. */
  isProposed: boolean;
  reason: string;
  text: string;
  amount: PlannedAmount | null;
  end: Day | null;
};

/** Everything that happens in one process; its releases are written from it, one at a time. */
export type ProcessPlan = {
  ocid: string;
  /** The process that this is, where another portal publishes it once more. */
  sameAs?: string;
  shape: Shape;
  segment: string;
  hasBorrowedTitle: boolean;
  title: string;
  description: string;
  reference: string;
  category: 'goods' | 'services' | 'works';
  codes: { id: string; description: string }[];
  buyer: Buyer;
  buyerName: string;
  contactEmail: string;
  region: string;
  isAboveThreshold: boolean;
  method: string | null;
  procedure: string;
  isCompetitive: boolean;
  reason: { id: string; text: string } | null;
  specialRegime: string | null;
  /** Set where the process itself is the setting up of a framework: its value is a ceiling. */
  isFramework: boolean;
  /** Framework process that this call-off draws on. */
  framework: { ocid: string; lot: string } | null;
  lots: PlannedLot[];
  deadline: Day;
  suitsSme: boolean;
  suitsVcse: boolean;
  engagementText: string;
  change: PlannedChange | null;
  end: {
    /** The lot whose end a termination notice tells. */
    lotId: string;
    reason: string;
    day: Day;
    /** True final cost of that lot without VAT. */
    finalNet: number;
  };
  /** Whether an award under the older law gives its period, which is rare. */
  showsLegacyPeriod: boolean;
  cancelText: string;
  ratings: string[];
  steps: Step[];
  outcome: Outcome;
  /** A GUID of the process, used by Contracts Finder's ids. */
  guid: string;
};
