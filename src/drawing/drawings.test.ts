import { describe, expect, it } from 'vitest';
import { marksIn, nestingFault, textsIn } from '../../test/support/svg-marks.ts';
import { seededRng } from '../lib/rng.ts';
import { drawCostCurves } from './draw-cost-curves.ts';
import { drawFrontier, type FrontierPoint } from './draw-frontier.ts';
import { drawShareBars } from './draw-share-bars.ts';
import { drawTornado } from './draw-tornado.ts';
import { drawWardleyMap, type WardleyPoint } from './draw-wardley-map.ts';
import { drawWeightLines } from './draw-weight-lines.ts';
import { drawYearColumns } from './draw-year-columns.ts';

const caption = { id: 'one', title: 'One', description: 'What is to be seen.' };
const pounds = (value: number): string => `£${Math.round(value)}`;
const plain = String;
const hostile = '<script>alert(1)</script>"&';
const evenly = (from: number, step: number): number[] =>
  Array.from({ length: 101 }, (_, at) => from + at * step);
const standings = { frontier: 'on it', dominated: 'under it', apart: 'no choice' };
const point = (parts: Partial<FrontierPoint>): FrontierPoint => ({
  name: 'A', cost: 10, low: 8, high: 14, value: 50, standing: 'frontier', note: null, ...parts,
}); // prettier-ignore
const part = (parts: Partial<WardleyPoint>): WardleyPoint => ({
  name: 'A', visibility: 0.5, evolution: 0.5, evolvesTo: null, mark: null, stage: 'Product', needs: [], ...parts,
}); // prettier-ignore
const stages = [
  { name: 'Genesis', to: 0.175 },
  { name: 'Commodity', to: 1 },
];

const curves = (...named: [string, number[]][]) =>
  drawCostCurves({ ...caption, pounds, curves: named.map(([name, quantiles]) => ({ name, quantiles })) });
const map = (...points: WardleyPoint[]) => drawWardleyMap({ ...caption, points, stages });
const frontier = (...points: FrontierPoint[]) =>
  drawFrontier({ ...caption, points, pounds, score: plain, standings });
const shares = (...rows: [string, number[]][]) =>
  drawShareBars({
    ...caption,
    head: 'Option',
    parts: (rows[0]?.[1] ?? []).map((_, at) => `${at + 1}.`),
    rows: rows.map(([name, own]) => ({ name, shares: own })),
    share: plain,
  });
const tornado = (middle: number, ...rows: [string, number, number][]) =>
  drawTornado({ ...caption, middle, pounds, rows: rows.map(([name, low, high]) => ({ name, low, high })) });
const years = (...panels: [string, number[][], (number | null)[]][]) =>
  drawYearColumns({
    ...caption,
    years: ['2027-28', '2028-29'],
    groups: ['Build', 'Run'],
    panels: panels.map(([name, byGroup, budget]) => ({ name, byGroup, budget })),
    pounds,
  });
const weights = (...lines: [string, number, number][]) =>
  drawWeightLines({
    ...caption, now: 0.2, looked: 0.5, score: plain, share: plain,
    lines: lines.map(([name, atNone, atAll]) => ({ name, atNone, atAll })),
  }); // prettier-ignore

const none: readonly [string, () => { svg: string }][] = [
  ['cost curves', () => curves()],
  ['a frontier', () => frontier()],
  ['shares', () => shares()],
  ['a tornado', () => tornado(5)],
  ['a map', () => map()],
  ['weights', () => weights()],
  ['years', () => years()],
];

const named: readonly [string, (name: string) => { svg: string }][] = [
  ['cost curves', (name) => curves([name, evenly(10, 1)])],
  ['a frontier', (name) => frontier(point({ name, note: name }))],
  ['shares', (name) => shares([name, [0.5, 0.5]])],
  ['a tornado', (name) => tornado(5, [name, 4, 9])],
  ['a map', (name) => map(part({ name }))],
  ['weights', (name) => weights([name, 20, 60])],
  ['years', (name) => years([name, [[1, 2], [3, -4]], [5, null]])],
]; // prettier-ignore

const wrong: readonly [string, () => unknown][] = [
  ['cost curves', () => curves(['A', evenly(Number.NaN, 1)])],
  ['curves that fall', () => curves(['A', evenly(10, -1)])],
  ['a frontier', () => frontier(point({ value: Number.NaN }))],
  ['shares that don’t add up', () => shares(['A', [0.5, 0.4]])],
  ['a tornado', () => tornado(Number.NaN, ['A', 1, 2])],
  ['a map', () => map(part({ visibility: 1.2 }))],
  ['weights', () => weights(['A', Number.NaN, 1])],
  ['years', () => years(['A', [[1], [2]], [null]])],
];

describe('every drawing', () => {
  it.each(none)('of nothing is still one: %s', (_, draw) => {
    expect(nestingFault(draw().svg)).toBeNull();
  });

  it.each(named)('of one thing holds a hostile name as text, and no style: %s', (_, draw) => {
    const { svg } = draw(hostile);
    expect(nestingFault(svg)).toBeNull();
    expect(svg).not.toMatch(/<script|NaN|undefined|\bstyle=|<style|\bon[a-z]+=/u);
    expect(textsIn(svg).join(' ')).toContain('&lt;script&gt;');
  });

  it.each(wrong)('refuses what is no figure: %s', (_, draw) => {
    expect(draw).toThrow(RangeError);
  });

  it('is the same for the same figures, and another for others', () => {
    const drawn = (last: number): string => tornado(5, ['A', 4, last]).svg;
    expect(drawn(9)).toBe(drawn(9));
    expect(drawn(9)).not.toBe(drawn(8));
  });
});

describe('cost curves', () => {
  it('are marked at P10, P50 and P80, the dearer one further right', () => {
    const { svg, table } = curves(['Cheap', evenly(100, 1)], ['Dear', evenly(150, 1)]);
    const diamonds = marksIn(svg, 'path').filter(({ d }) => d?.endsWith('Z') === true);
    const starts = diamonds.map(({ d }) => Number(/^M([\d.]+)/u.exec(d ?? '')?.[1]));
    expect(starts).toHaveLength(6);
    const [p10 = 0, p50 = 0, p80 = 0, dear10 = 0] = starts;
    expect((p80 - p50) / (p50 - p10)).toBeCloseTo(30 / 40, 2);
    expect((dear10 - p10) / (p50 - p10)).toBeCloseTo(50 / 40, 2);
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['£110', '£150', '£180', '£190'],
      ['£160', '£200', '£230', '£240'],
    ]);
  });

  it('of costs that are certain, and of what comes in, stand in the drawing', () => {
    const { svg, width } = curves(['Certain', evenly(-500, 0)]);
    const [line] = marksIn(svg, 'path');
    const places = [...(line?.d ?? '').matchAll(/[ML]([\d.]+) /gu)].map(([, x]) => Number(x));
    expect(places.length).toBeGreaterThan(90);
    expect(places.every((x) => x > 0 && x < width)).toBe(true);
  });

  it('of fifteen options keep their numbers apart', () => {
    const many = Array.from({ length: 15 }, (_, at): [string, number[]] => [
      `Option ${at}`,
      evenly(1000 + 6 * at, 1),
    ]);
    const numbers = marksIn(curves(...many).svg, 'circle').slice(0, 15);
    const gaps = numbers.flatMap((one, at) =>
      numbers
        .slice(at + 1)
        .map((two) => Math.hypot(Number(one.cx) - Number(two.cx), Number(one.cy) - Number(two.cy))),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(12);
  });
});

describe('cost by year', () => {
  it('has one scale for all options, hangs what comes in, and marks the budget', () => {
    const { svg, table } = years(
      ['A', [[100, 0], [0, 50]], [80, null]],
      ['B', [[0, 200], [0, -40]], [null, null]],
    ); // prettier-ignore
    const bars = marksIn(svg, 'rect').filter(({ fill, stroke }) => fill?.startsWith('url(') === true && stroke === '#ffffff');
    expect(bars.map(({ height }) => Math.round((Number(height) / Number(bars[0]?.height)) * 100))).toEqual([100, 50, 200, 40]);
    expect(Number(bars[3]?.y)).toBeGreaterThan(Number(bars[2]?.y) + 100);
    expect(textsIn(svg)).toContain('Budget of the year');
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])).toEqual([
      ['A: Build', 100, 0, 100],
      ['A: Run', 0, 50, 50],
      ['A: together', 100, 50, 150],
      ['A: budget', 80, null, 80],
      ['B: Build', 0, 200, 200],
      ['B: Run', 0, -40, -40],
      ['B: together', 0, 160, 160],
    ]);
  }); // prettier-ignore
});

describe('a tornado', () => {
  it('has bars from the mean to either end, also where both lie on one side', () => {
    const { svg } = tornado(100, ['Usual', 80, 140], ['One-sided', 110, 120]);
    const [low, high, near, far] = marksIn(svg, 'rect').filter(({ height }) => height === '16').map(({ x, width }) => [Number(x), Number(width)]);
    expect((high?.[1] ?? 0) / (low?.[1] ?? 1)).toBeCloseTo(2, 2);
    expect((low?.[0] ?? 0) + (low?.[1] ?? 0)).toBeCloseTo(high?.[0] ?? 0, 1);
    expect(near?.[0]).toBeCloseTo(far?.[0] ?? 0, 1);
    expect((far?.[1] ?? 0) / (near?.[1] ?? 1)).toBeCloseTo(2, 2);
  }); // prettier-ignore
});

describe('a frontier', () => {
  it('places cost across and value up, and draws each standing with a mark of its own', () => {
    const { svg, table } = frontier(
      point({ name: 'Cheap', cost: 10, value: 40 }),
      point({ name: 'Good', cost: 20, low: 18, high: 26, value: 80 }),
      point({ name: 'Beaten', cost: 22, value: 60, standing: 'dominated' }),
      point({ name: 'As it is', cost: 16, value: 20, standing: 'apart', note: 'comparator' }),
    );
    const [cheap, good, beaten] = marksIn(svg, 'circle').slice(-3);
    expect(Number(good?.cx)).toBeGreaterThan(Number(cheap?.cx));
    expect(Number(good?.cy)).toBeLessThan(Number(cheap?.cy));
    expect([cheap?.fill === good?.fill, cheap?.fill === beaten?.fill]).toEqual([true, false]);
    expect(table.rows[3]?.cells.at(-1)?.text).toBe('no choice; comparator');
  });

  it('of fifteen options names them in a list', () => {
    const many = Array.from({ length: 15 }, (_, at) =>
      point({ name: `Option ${at + 1}`, cost: 10 + at, value: 30 + at }),
    );
    const texts = textsIn(frontier(...many).svg);
    expect(texts.filter((text) => text.startsWith('Option '))).toHaveLength(15);
    expect(texts.filter((text) => text === '15')).toHaveLength(2);
  });
});

describe('shares', () => {
  it('fill their bar, and are written where there is room', () => {
    const { svg } = shares(['A', [0.75, 0.24, 0.01]]);
    const wide = marksIn(svg, 'rect').filter(({ fill, stroke }) => fill?.startsWith('url(') === true && stroke === '#ffffff').map(({ width }) => Number(width));
    expect(wide[0]).toBeCloseTo((wide[1] ?? 0) * (0.75 / 0.24), 0);
    expect(textsIn(svg)).toContain('0.75');
    expect(textsIn(svg)).not.toContain('0.01');
  }); // prettier-ignore
});

describe('a Wardley map', () => {
  it('places evolution across and visibility up, and joins what needs each other', () => {
    const { svg } = map(
      part({ name: 'Form', visibility: 0.9, evolution: 0.8, mark: 'buy', needs: [1] }),
      part({ name: 'Rules', visibility: 0.2, evolution: 0.1, mark: 'build', evolvesTo: 0.4 }),
    );
    const circle = marksIn(svg, 'circle')[0];
    const square = marksIn(svg, 'rect').find(({ width }) => width === '12');
    expect(Number(circle?.cx)).toBeGreaterThan(Number(square?.x));
    expect(Number(circle?.cy)).toBeLessThan(Number(square?.y));
    const link = marksIn(svg, 'line').find(({ x1, y1 }) => x1 === circle?.cx && y1 === circle?.cy);
    expect(Number(link?.x2)).toBeCloseTo(Number(square?.x) + 6, 1);
    expect(textsIn(svg)).toEqual(
      expect.arrayContaining(['Form', 'Rules', 'build', 'buy', 'Genesis', 'Commodity']),
    );
  });

  it('of forty parts keeps its names apart', () => {
    const rng = seededRng('map');
    const many = Array.from({ length: 40 }, (_, at) =>
      part({ name: `Part of the service ${at}`, visibility: rng.next(), evolution: rng.next(), needs: [(at + 1) % 40] }),
    );
    const texts = [...map(...many).svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="12" stroke[^>]*>([^<]*)/gu)].map(
      ([, x, y, text = '']) => ({ x: Number(x), y: Number(y), wide: text.length * 5.4 }),
    );
    const covered = texts.flatMap((one, at) =>
      texts.slice(at + 1).filter((two) => Math.abs(one.y - two.y) < 10 && one.x < two.x + two.wide && two.x < one.x + one.wide),
    );
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(covered).toEqual([]);
  }); // prettier-ignore
});

describe('values by weight', () => {
  it('go straight from none to all, and keep their names apart at the end', () => {
    const { svg, table } = weights(['A', 20, 60], ['B', 80, 60.5], ['C', 10, 61]);
    expect(table.rows[0]?.cells.map(({ value }) => value)).toEqual([28, 20, 30, 40, 50, 60]);
    const heights = [...svg.matchAll(/<text x="524" y="([\d.]+)"/gu)].map(([, y]) => Number(y)).toSorted((a, b) => a - b);
    expect(heights).toHaveLength(3);
    expect(Math.min((heights[1] ?? 0) - (heights[0] ?? 0), (heights[2] ?? 0) - (heights[1] ?? 0))).toBeGreaterThanOrEqual(18.9);
    expect(textsIn(svg)).toEqual(expect.arrayContaining(['now 0.2', '0.5']));
  }); // prettier-ignore
});
