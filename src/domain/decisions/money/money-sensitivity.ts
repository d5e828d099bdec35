import { switchingValue } from '../../../maths/switching-value.ts';
import { partialInformation } from '../../../maths/sensitivity/partial-information.ts';
import { tornado, type InputDraws, type TornadoBar } from '../../../maths/sensitivity/tornado.ts';
import { simulateCost } from '../../../maths/simulation/simulate-cost.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { costModel, type Stress } from './option-costs.ts';
import {
  expectedPresentValue,
  meanOfUncertain,
  simulateOptions,
  type CaseMoney,
  type MoneySettings,
  type OptionMoney,
} from './simulate-options.ts';

/** Draws that sensitivity looks at: each line’s own are kept, and their number is bounded for 500 lines. */
const sensitivityDraws = 16_384;

/** Draws of each line and risk of an option, and of the total. */
type Columns = { option: string; totals: Float64Array; byId: Map<string, Float64Array> };

function columnsOf(document: CaseDocument, settings: MoneySettings, { option, lines }: OptionMoney): Columns {
  const { totals, columns } = simulateCost(
    costModel(document, option, lines, { view: 'economic', basis: settings }),
    {
      draws: Math.min(sensitivityDraws, Math.max(1000, document.appraisal.draws)),
      seed: document.appraisal.seed,
      rates: settings.rates,
      keepColumns: true,
    },
  );
  return { option, totals, byId: new Map(columns.map(({ id, values }) => [id, values])) };
}

/**
 * Which lines, reference classes and risks move the cost of an option most, greatest first.
 *
 * @example costTornado(document, settings, money)[0] // { id: 'licences', rankCorrelation: 0.8, lowMean: 12e6, highMean: 14e6 }
 */
export function costTornado(
  document: CaseDocument,
  settings: MoneySettings,
  money: OptionMoney,
): TornadoBar[] {
  const { totals, byId } = columnsOf(document, settings, money);
  return tornado(joinClasses(money, byId), totals).filter(({ rankCorrelation }) => rankCorrelation !== 0);
}

/** Lines that one reference class multiplies rise and fall together: they are one entry, by the id of their class. */
function joinClasses({ lines }: OptionMoney, byId: ReadonlyMap<string, Float64Array>): InputDraws[] {
  const classOf = new Map(
    lines.flatMap(({ id, classId }) => (classId === null ? [] : [[id, classId] as const])),
  );
  const joined = new Map<string, Float64Array>();
  for (const [id, values] of byId) {
    const key = classOf.get(id) ?? id;
    const sum = joined.get(key);
    joined.set(key, sum === undefined ? values : sum.map((value, draw) => value + (values[draw] ?? 0)));
  }
  return [...joined].map(([id, values]) => ({ id, values }));
}

/** What an enquiry is worth: knowing for certain what it would settle brings at most that, before choosing. */
export type EnquiryWorth = {
  id: string;
  label: string;
  /** Expected value of perfect partial information, pounds. */
  worth: number;
  cost: number;
  days: number | null;
  isWorthIt: boolean;
};

/**
 * The worth of each enquiry of the case, by the draws of what it would settle. Where it settles several figures, that of their
 * sum: at least as much is known in truth.
 *
 * @param worthOf pounds that the value of an option is worth beside its cost; 0 compares costs alone
 * @example enquiryWorths(document, settings, options, () => 0)[0]?.isWorthIt // true
 */
export function enquiryWorths(
  document: CaseDocument,
  settings: MoneySettings,
  options: readonly OptionMoney[],
  worthOf: (option: string) => number,
): EnquiryWorth[] {
  if (document.enquiries.length === 0 || options.length < 2) return [];
  const columns = options.map((money) => columnsOf(document, settings, money));
  const netBenefits = columns.map(({ option, totals }) => totals.map((cost) => worthOf(option) - cost));
  const draws = netBenefits[0]?.length ?? 0;
  return document.enquiries.map(({ id, label, resolves, cost, days }) => {
    const found = new Float64Array(draws);
    for (const figure of resolves) {
      const own = columns.find(({ byId }) => byId.has(figure))?.byId.get(figure);
      if (own !== undefined)
        for (let draw = 0; draw < draws; draw += 1) found[draw] = (found[draw] ?? 0) + (own[draw] ?? 0);
    }
    const isKnown = found.every((value) => value === found[0]);
    const { value, error } = isKnown ? { value: 0, error: 0 } : partialInformation(found, netBenefits);
    // Classes of draws find a little in chance: what isn’t clearly above nothing is nothing.
    const worth = value > 2 * error ? value : 0;
    const price = meanOfUncertain(cost);
    return { id, label, worth, cost: price, days: days ?? null, isWorthIt: worth > price };
  });
}

/** What an option costs under a what-if. */
export type StressResult = {
  id: string;
  name: string;
  options: { option: string; p50: number; change: number }[];
  /** The cheapest by P50 among those compared. */
  cheapest: string | null;
};

/**
 * Every named what-if of the case, from the same draws.
 *
 * @param compared options among which the cheapest is looked for
 * @example stressResults(document, settings, money, ['saas', 'mixed'])[0]?.cheapest // 'saas'
 */
export function stressResults(
  document: CaseDocument,
  settings: MoneySettings,
  money: CaseMoney,
  compared: readonly string[],
): StressResult[] {
  const planned = new Map(money.options.map(({ option, cost }) => [option, cost.p50.value]));
  return document.stressTests.map(({ id, name, ...stress }: { id: string; name: string } & Stress) => {
    const { options } = simulateOptions(document, settings, compared, stress);
    const found = options.map(({ option, cost }) => ({
      option,
      p50: cost.p50.value,
      change: cost.p50.value - (planned.get(option) ?? cost.p50.value),
    }));
    const rivals = found.filter(({ option }) => compared.includes(option));
    const cheapest = rivals.toSorted((one, other) => one.p50 - other.p50)[0]?.option ?? null;
    return { id, name, options: found, cheapest };
  });
}

/** A figure at which the cheapest option changes. */
export type CostSwitch = {
  /** A driver, or one line. */
  what: 'driver' | 'line';
  id: string;
  /** Its option, where it is a line. */
  option: string | null;
  /** Times what it is now. */
  factor: number;
  /** For a line: the unit cost now and at the switch, pounds. */
  unitCost: { now: number; turnsAt: number } | null;
  cheapest: string;
  becomes: string;
};

/** A share of the cost that is a difference of arithmetic only. */
const alike = 1e-9;
/** Changes beyond these factors are no news. */
const [leastFactor, mostFactor] = [0.25, 4];

/**
 * How far a driver or the unit cost of a line would have to change before the cheapest option by expected cost is another,
 * the nearest first. Lines common to both options switch nothing.
 *
 * @param compared options among which the cheapest is looked for
 * @example costSwitches(money, rates, ['saas', 'mixed'])[0] // { what: 'line', id: 'subscription', factor: 1.3, … }
 */
export function costSwitches(
  { options }: CaseMoney,
  { rates }: Pick<MoneySettings, 'rates'>,
  compared: readonly string[],
): CostSwitch[] {
  const ranked = options
    .filter(({ option }) => compared.includes(option))
    .map((money) => ({ money, mean: money.cost.mean.value }))
    .toSorted((one, other) => one.mean - other.mean);
  const [first] = ranked;
  if (first === undefined) return [];
  const cheapest = first.money.option;
  return ranked
    .slice(1)
    .flatMap(({ money: rival, mean }) => {
      const lead = mean - first.mean;
      // Options that cost the same part at any change, and no figure is the one at which they turn.
      if (lead <= Math.abs(first.mean) * alike) return [];
      const drivers = new Set([...first.money.lines, ...rival.lines].flatMap((line) => line.drivers));
      const byDriver = [...drivers].flatMap((id) => {
        const of = ({ lines }: OptionMoney): number =>
          expectedPresentValue(
            lines.filter((line) => line.drivers.includes(id)),
            rates,
          );
        const factor = factorAt(lead, of(rival) - of(first.money));
        return factor === null
          ? []
          : [
              {
                what: 'driver' as const,
                id,
                option: null,
                factor,
                unitCost: null,
                cheapest,
                becomes: rival.option,
              },
            ];
      });
      const byLine = [
        ...linesOfOne(first.money, rival).map((line) => ({ line, sign: -1, option: cheapest })),
        ...linesOfOne(rival, first.money).map((line) => ({ line, sign: 1, option: rival.option })),
      ].flatMap(({ line, sign, option }) => {
        const factor = factorAt(lead, sign * expectedPresentValue([line], rates));
        if (factor === null) return [];
        const unitCost = { now: line.unitCost, turnsAt: line.unitCost * factor };
        return [
          { what: 'line' as const, id: line.id, option, factor, unitCost, cheapest, becomes: rival.option },
        ];
      });
      return [...byDriver, ...byLine];
    })
    .toSorted((one, other) => Math.abs(Math.log(one.factor)) - Math.abs(Math.log(other.factor)));
}

/** What the one pays and the other doesn’t. */
function linesOfOne(one: OptionMoney, other: OptionMoney): OptionMoney['lines'] {
  return one.lines.filter(({ id }) => !other.lines.some((line) => line.id === id));
}

function factorAt(lead: number, perUnit: number): number | null {
  const found = switchingValue({ now: 1, lead, perUnit });
  return found === null || found.value < leastFactor || found.value > mostFactor ? null : found.value;
}
