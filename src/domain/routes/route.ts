import type { DigitalSegmentId } from '../segments/segment.ts';
import type { BodyType, Nation } from './regime.ts';
import type { UncertainDay } from './uncertain-day.ts';

/** `high`: read in a primary source · `medium`: in a secondary one · `low`: not verified, check it first. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** A fact and how sure it is. A fact that isn’t held is null in its place. */
export type Fact<Value> = {
  value: Value;
  confidence: Confidence;
  note: string | null;
  /** Where it was read, if elsewhere than the rest of the route. */
  source: string | null;
};

/** A day of a route’s life: `planned` until somebody has confirmed that it came to pass. */
export type DayFact = Fact<UncertainDay> & { state: 'confirmed' | 'planned' };

/** Frameworks that stay closed, frameworks that admit suppliers anew at times, and markets that can be joined at any time. */
export const routeKinds = ['framework', 'open-framework', 'dynamic-market'] as const;
export type RouteKind = (typeof routeKinds)[number];

/** Classification of what is bought. */
export const classifications = ['official', 'above-official'] as const;
export type Classification = (typeof classifications)[number];

/** Law under which a route was set up, and therefore its call-offs. */
export const routeRegimes = ['procurement-act', 'pcr-2015'] as const;
export type RouteRegime = (typeof routeRegimes)[number];

/** One lot of a route; a route whose lots aren’t held apart has one for all. */
export type RouteLot = {
  id: string;
  name: string;
  segments: readonly DigitalSegmentId[];
  /** What it is for; null where nothing is said of it. */
  classification: Classification | null;
  /** Longest call-off in months, every extension included; null where not held. */
  longestMonths: Fact<number> | null;
};

/** How suppliers get in. */
export type RouteEntry = {
  opens: 'always' | 'at-times' | 'closed';
  /** When it opens next, as far as that is known. */
  next: UncertainDay | null;
  /** What entering takes. */
  takes: string;
};

/** A framework or dynamic market as `reference/routes.yaml` has it. */
export type Route = {
  id: string;
  number: string | null;
  name: string;
  /** Who runs it. */
  owner: string;
  kind: RouteKind;
  /** `announced`: planned or being tendered · `set-up`: awarded. */
  stage: 'announced' | 'set-up';
  regime: Fact<RouteRegime> | null;
  lots: readonly RouteLot[];
  start: DayFact | null;
  /** End of what runs now: of an open framework, the end of its present framework. */
  end: DayFact | null;
  /** End with everything that may follow: further frameworks of an open scheme, extensions. */
  lastEnd: DayFact | null;
  /** When it was last seen to be in use. */
  seen: Fact<UncertainDay> | null;
  extensions: Fact<string> | null;
  value: Fact<{ minorUnits: number; vat: 'net' | 'gross' | 'unstated' }> | null;
  mayUse: Fact<{ bodyTypes: readonly BodyType[] | 'all'; nations: readonly Nation[] | 'all' }> | null;
  /** Whether a call-off without a competition is allowed. */
  directAward: Fact<boolean> | null;
  competition: Fact<string> | null;
  fee: Fact<string> | null;
  entry: Fact<RouteEntry> | null;
  /** Open Contracting ids of its procedure. */
  ocids: readonly string[];
  /** Ids of routes that it follows. */
  replaces: readonly string[];
  note: string | null;
  source: string;
  /** Day on which its facts were last checked. */
  checked: string;
  /** Invented, of the sample market. */
  isSample: boolean;
};
