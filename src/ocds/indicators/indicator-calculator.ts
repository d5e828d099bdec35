import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { isObject } from '../../lib/json.ts';
import { memberIds } from '../json-members.ts';
import type { ToolkitSettings } from '../toolkit-settings.ts';
import type { Calculation, Indicator, IndicatorRun, IndicatorSettings } from './_indicator.ts';
import { indicators } from './indicator-list.ts';
import { IndicatorProcess } from './indicator-process.ts';
import { IndicatorResults } from './indicator-results.ts';
import type { IndicatorGroup } from './indicator-results.ts';
import { MainCurrency } from './main-currency.ts';
import { SecondLowestBids } from './second-lowest-bids.ts';
import type { Statistics } from './statistics.ts';

/** What a calculation needs beside the data. */
export type CalculatorOptions = {
  /** Null calculates every indicator with its defaults; otherwise those that have a section. */
  settings: ToolkitSettings | null;
  statistics: Statistics;
  /** Whether to note who took part in what. */
  map: boolean;
  /** Told what wasn't compared, in a sentence. */
  onWarning: (message: string) => void;
};

/** Which tenderers handed in bids, for the indicators that are about tenderers over many processes. */
const tendererMap = 'ocid_tenderer';
const aboutTenderers = new Set(['R025', 'R038', 'R048']);
const none: ReadonlySet<string> = new Set();

/**
 * Calculates review indicators from compiled releases, one after the other. Of a release only what the indicators count
 * is kept.
 *
 * @example const calculator = new IndicatorCalculator(options); calculator.add(release); calculator.finish({ meta: false }) // { OCID: { … } }
 */
export class IndicatorCalculator {
  readonly #calculations: Calculation[] = [];
  readonly #results: IndicatorResults;
  readonly #exclusions: ReadonlySet<string>;

  constructor(options: CalculatorOptions) {
    const { settings, map, onWarning } = options;
    const enabled = indicators.filter((indicator) => isEnabled(indicator, settings));
    const maps = [tendererMap, ...indicators.flatMap((indicator) => indicator.maps ?? [])];
    this.#results = new IndicatorResults(map ? maps : null);
    this.#exclusions = settings?.codes('exclusions', 'procurement_method_details') ?? none;
    const results = this.#results;
    if (map && enabled.some(({ code }) => aboutTenderers.has(code))) {
      this.#calculations.push({ add: (process) => mapTenderers(process, results) });
    }
    const only = settings?.codes('', 'price_comparison_procurement_methods') ?? none;
    const not = settings?.codes('', 'no_price_comparison_procurement_methods') ?? none;
    if (only.size > 0 && not.size > 0) {
      onWarning(
        'no_price_comparison_procurement_methods has no effect where price_comparison_procurement_methods is set.',
      );
    }
    const comparesPrices = (process: IndicatorProcess): boolean => process.hasMethodDetails({ only, not });
    const currency = new MainCurrency(settings?.text('', 'currency') ?? null, onWarning);
    const secondLowestBids = this.#shareSecondLowestBids(new SecondLowestBids(currency), comparesPrices);
    for (const indicator of enabled) {
      const { statistics } = options;
      const own = settingsOf(indicator, settings);
      this.#calculations.push(
        indicator.start({ settings: own, results, statistics, currency, comparesPrices, secondLowestBids }),
      );
    }
  }

  /** Takes a compiled release; one without an ocid, of a cancelled tender or an excluded method is passed over. */
  add(value: JsonValue): void {
    if (!isObject(value) || typeof value['ocid'] !== 'string') return;
    const process = new IndicatorProcess(value['ocid'], value);
    if (process.isCancelled || !process.hasMethodDetails({ only: none, not: this.#exclusions })) return;
    for (const calculation of this.#calculations) calculation.add?.(process);
  }

  /** The results; nothing can be added afterwards. */
  finish({ meta }: { meta: boolean }): { answer: JsonObject; counts: [IndicatorGroup, number][] } {
    for (const calculation of this.#calculations) calculation.finish?.();
    return { answer: this.#results.toJson({ meta }), counts: this.#results.counts() };
  }

  /** They are fed once, however many indicators ask for them. */
  #shareSecondLowestBids(
    bids: SecondLowestBids,
    comparesPrices: IndicatorRun['comparesPrices'],
  ): () => SecondLowestBids {
    let isFed = false;
    return () => {
      if (!isFed) {
        this.#calculations.push({
          add: (process) => {
            if (comparesPrices(process)) bids.add(process);
          },
        });
      }
      isFed = true;
      return bids;
    };
  }
}

function isEnabled({ code, tables }: Indicator, settings: ToolkitSettings | null): boolean {
  if (settings === null || settings.has(code)) return true;
  return Object.keys(tables ?? {}).some((name) => settings.has(`${code}.${name}`));
}

function mapTenderers(process: IndicatorProcess, results: IndicatorResults): void {
  for (const bid of process.submittedBids) {
    for (const id of memberIds(bid, 'tenderers')) results.mapAlso(tendererMap, process.ocid, id);
  }
}

function settingsOf({ code }: Indicator, settings: ToolkitSettings | null): IndicatorSettings {
  return {
    number: (name) => settings?.number(code, name) ?? null,
    codes: (name) => settings?.codes(code, name) ?? null,
    table: (name) =>
      new Map([...(settings?.names(`${code}.${name}`) ?? [])].map(([key, value]) => [key, Number(value)])),
  };
}
