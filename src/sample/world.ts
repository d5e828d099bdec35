import { makeBuyers, makePurchasing } from './buyers.ts';
import type { Buyer } from './buyers.ts';
import { dayFrom, dayOf } from './calendar.ts';
import type { Day } from './calendar.ts';
import { tableOf } from './draw.ts';
import type { Table } from './draw.ts';
import { nameOdds } from './published-supplier.ts';
import type { NameOdds } from './published-supplier.ts';
import { makeSuppliers } from './suppliers.ts';
import type { Field } from './suppliers.ts';
import { readTables } from './tables.ts';
import type { Tables } from './tables.ts';
import type { Shape } from './process-plan.ts';

/** First day of the Procurement Act 2023. */
export const actDay: Day = dayOf('2025-02-24');

/** A stretch of time with its notices per year and publishers. */
export type Period = { from: Day; to: Day; shapes: Table<Shape> };

/** What is drawn from again and again, compiled once. Everything here is of bounded size. */
export type World = {
  tables: Tables;
  seed: string;
  asOf: Day;
  /** Processes apart from the stories. */
  count: number;
  buyersByKind: Map<string, Buyer[]>;
  buyerKinds: Table<string>;
  fields: Map<string, Field>;
  periods: Table<Period>;
  segments: Table<string>;
  names: NameOdds;
  odds: Odds;
  titles: Map<string, { titles: Template[]; sentences: Template[]; codes: Table<string> }>;
  closings: Template[];
  /** Central purchasing bodies. */
  purchasing: Buyer[];
  /** How many of the first processes set up the national frameworks that call-offs link to. */
  frameworkCount: number;
};

/** A text with slots: even positions are literal, odd ones are names of slots. */
export type Template = readonly string[];

/** Tables of numbers and words by what they decide. */
export type Odds = ReturnType<typeof compileOdds>;

/**
 * Prepares a sample: reads the tables and makes the bodies and firms.
 * The number of bodies and firms grows with the square root of the number of processes and stops at 3,000 and 20,000.
 */
export function makeWorld(options: { seed: string; processes: number; asOf: Day }): World {
  const tables = readTables();
  const root = Math.sqrt(options.processes);
  const buyersByKind = new Map<string, Buyer[]>();
  for (const buyer of makeBuyers(tables, options.seed, clamp(Math.round(6 * root), 140, 3_000))) {
    const list = buyersByKind.get(buyer.kind) ?? [];
    list.push(buyer);
    buyersByKind.set(buyer.kind, list);
  }
  return {
    tables,
    seed: options.seed,
    asOf: options.asOf,
    count: options.processes,
    buyersByKind,
    buyerKinds: tableOf(
      Object.entries(tables.parties.buyers.kinds).filter(([kind]) => buyersByKind.has(kind)),
    ),
    fields: makeSuppliers(tables, options.seed, clamp(Math.round(20 * root), 300, 20_000)),
    periods: compilePeriods(tables, options.asOf),
    segments: tableOf(Object.entries(tables.market.segments.counts)),
    names: nameOdds(tables),
    odds: compileOdds(tables),
    titles: new Map(
      Object.entries(tables.texts.segments).map(([id, text]) => [
        id,
        {
          titles: text.titles.map(compileTemplate),
          sentences: text.sentences.map(compileTemplate),
          codes: tableOf(Object.entries(text.codes)),
        },
      ]),
    ),
    closings: tables.texts.closings.map(compileTemplate),
    purchasing: makePurchasing(tables),
    frameworkCount: clamp(Math.floor(options.processes / 10), 2, 16),
  };
}

/** Fills a template's slots. A slot's value is only computed where the template has it. */
export function fill(template: Template, slot: (name: string) => string): string {
  let text = '';
  for (let i = 0; i < template.length; i += 1) {
    const part = template[i] ?? '';
    text += i % 2 === 0 ? part : slot(part);
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function compileTemplate(text: string): Template {
  return text.split(/\{(\w+)\}/u);
}

function compilePeriods(tables: Tables, asOf: Day): Table<Period> {
  const rows = tables.market.periods.rows;
  const periods: [Period, number][] = [];
  rows.forEach((row, index) => {
    const from = dayOf(row.from);
    const next = rows[index + 1];
    const to = Math.min(asOf, next === undefined ? dayFrom(2200, 1, 1) : dayOf(next.from));
    if (to > from)
      periods.push([{ from, to, shapes: shapeTable(row.shapes) }, (row.perYear * (to - from)) / 365]);
  });
  return tableOf(periods);
}

function shapeTable(shapes: Record<string, number>): Table<Shape> {
  return tableOf<Shape>([
    ['act', shapes['act'] ?? 0],
    ['legacy', shapes['legacy'] ?? 0],
    ['finder', shapes['contractsFinder'] ?? 0],
  ]);
}

function numbers(counts: Record<string, number>): Table<number> {
  return tableOf(Object.entries(counts).map(([value, count]) => [Number(value), count] as const));
}

function texts(counts: Record<string, number>): Table<string> {
  return tableOf(Object.entries(counts));
}

function compileOdds(tables: Tables) {
  const { market, terms } = tables;
  return {
    openings: texts(market.actProcesses.openings),
    below: texts(market.actProcesses.below),
    above: texts(market.actProcesses.above),
    special: texts(market.actProcesses.special),
    legacyNow: texts(market.legacyProcesses.now),
    legacyBefore: texts(market.legacyProcesses.before),
    finderKinds: texts(market.finderProcesses.kinds),
    finderDetails: texts(market.finderProcesses.details),
    placeholders: texts(market.money.placeholders),
    durations: numbers(terms.durations.months),
    options: numbers(terms.options.months),
    bidsDigital: numbers(terms.bids.digital),
    bidsOther: numbers(terms.bids.other),
    price: numbers(terms.weights.price),
    windowsAbove: numbers(terms.windows.above),
    windowsBelow: numbers(terms.windows.below),
    reasons: texts(terms.directReasons.reasons),
    updateDays: numbers(terms.changes.updateDays),
    changeReasons: texts(terms.changes.reasons),
    endReasons: texts(terms.ends.reasons),
    indicators: numbers(terms.indicators.counts),
    ratings: texts(terms.indicators.ratings),
    lots: numbers(terms.lots.counts),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
