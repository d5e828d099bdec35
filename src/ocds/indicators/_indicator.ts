import type { SettingKind } from '../toolkit-settings.ts';
import type { IndicatorProcess } from './indicator-process.ts';
import type { IndicatorResults } from './indicator-results.ts';
import type { MainCurrency } from './main-currency.ts';
import type { SecondLowestBids } from './second-lowest-bids.ts';
import type { Statistics } from './statistics.ts';

/** What is worked out while processes are read, and what only when all were read. */
export type Calculation = {
  add?(process: IndicatorProcess): void;
  finish?(): void;
};

/** The settings of one indicator: those of its own section, and of the sections below it. */
export type IndicatorSettings = {
  number(name: string): number | null;
  codes(name: string): ReadonlySet<string> | null;
  /** The names of a table of numbers: `[R003.procurement_method_details]`. */
  table(name: string): ReadonlyMap<string, number>;
};

/** What a calculation works with. */
export type IndicatorRun = {
  settings: IndicatorSettings;
  results: IndicatorResults;
  statistics: Statistics;
  currency: MainCurrency;
  /** Whether the prices of a process may be compared: by the settings, its award criterion is price only. */
  comparesPrices: (process: IndicatorProcess) => boolean;
  /** How far the second-lowest valid bid lies above the winning one; worked out once for all who ask. */
  secondLowestBids: () => SecondLowestBids;
};

/**
 * One indicator of Cardinal. It is one file beside this one, a line in `indicator-list.ts`, a section of
 * `docs/methods/review-indicators.md` and a case in `test/golden/ocds/indicators`.
 */
export type Indicator = {
  /** As Cardinal numbers it, after the Open Contracting Partnership's guide to red flags. */
  code: `R${number}`;
  title: string;
  /** Properties of its section of the settings. */
  properties: Readonly<Record<string, SettingKind>>;
  /** Tables of numbers of its own: name → what its values are. */
  tables?: Readonly<Record<string, SettingKind>>;
  /** Maps from processes to organisations that it fills. */
  maps?: readonly string[];
  start(run: IndicatorRun): Calculation;
};
