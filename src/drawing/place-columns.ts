import { scaleBand, scaleLinear } from 'd3-scale';

/** One value of a column: what it says in full, and the list of what stands behind it. */
export type ColumnPart = { value: number; text: string; href: string | null };

/** What a column chart shows. Every column has a part for each series, in the order of the series. */
export type ColumnChartInput = {
  /** Unique on the page. */
  id: string;
  title: string;
  description: string;
  series: readonly string[];
  columns: readonly { label: string; parts: readonly ColumnPart[] }[];
  /** Writes a value of the axis. */
  tick: (value: number) => string;
  /** Of the drawing; 640 by 260 where nothing is said. */
  size?: { width: number; height: number } | undefined;
  /** What the axis reaches at least: for several charts of one scale. */
  reach?: { least: number; most: number } | undefined;
};

/** A column chart ready to be drawn: numbers are units of the drawing. */
export type ColumnChart = {
  id: string;
  title: string;
  description: string;
  width: number;
  height: number;
  /** Left end of the lines of the axis. */
  left: number;
  bars: {
    x: number;
    y: number;
    width: number;
    height: number;
    series: number;
    text: string;
    href: string | null;
  }[];
  ticks: { y: number; text: string }[];
  labels: { x: number; text: string }[];
  /** Middle of each column. */
  middles: number[];
  /** Where a value stands. */
  at: (value: number) => number;
  legend: { series: number; name: string }[];
};

const usual = { width: 640, height: 260 };
const space = { top: 12, right: 4, bottom: 26, left: 62 };
/** A bar that stands for something is never too thin to see or to hit. */
const thinnest = 2;

/**
 * Places the columns of a chart; the series of one column stand on top of each other, and those below nought hang from it. The
 * scale holds nought. Values are drawn and never rounded; a column of nothing has no bar.
 *
 * @returns null where there is nothing to draw: the page says "not enough data" instead
 * @example columnChart({ id: 'committed', series: ['Committed'], columns, … })?.bars.length // 9
 */
export function columnChart(input: ColumnChartInput): ColumnChart | null {
  const { width, height } = input.size ?? usual;
  const { least, most } = reachOf(input);
  if (most <= 0 && least >= 0) return null;
  const across = scaleBand<number>()
    .domain(input.columns.map((_, index) => index))
    .range([space.left, width - space.right])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const up = scaleLinear()
    .domain([least, most])
    .nice(4)
    .range([height - space.bottom, space.top]);
  const bars = input.columns.flatMap(({ label, parts }, index) => {
    const ends = { above: 0, below: 0 };
    return parts.flatMap(({ value, text, href }, series) => {
      if (value === 0) return [];
      const side = value > 0 ? 'above' : 'below';
      const from = ends[side];
      ends[side] += value;
      const tall = Math.max(thinnest, Math.abs(up(from) - up(from + value)));
      const bar = {
        x: across(index) ?? 0,
        y: value > 0 ? up(from + value) : up(from),
        width: across.bandwidth(),
        height: tall,
        series,
        text: [label, input.series.length > 1 ? input.series[series] : null, text]
          .filter((one) => one !== null && one !== undefined)
          .join(', '),
        href,
      };
      return [
        { ...bar, x: round(bar.x), y: round(bar.y), width: round(bar.width), height: round(bar.height) },
      ];
    });
  });
  return {
    id: input.id,
    title: input.title,
    description: input.description,
    width,
    height,
    left: space.left,
    bars,
    middles: input.columns.map((_, index) => round((across(index) ?? 0) + across.bandwidth() / 2)),
    at: (value) => round(up(value)),
    ticks: up.ticks(4).map((value) => ({ y: round(up(value)), text: input.tick(value) })),
    labels: labelsOf(input, width, (index) => (across(index) ?? 0) + across.bandwidth() / 2),
    legend: input.series.length > 1 ? input.series.map((name, series) => ({ series, name })) : [],
  };
}

function reached(parts: readonly ColumnPart[], sign: 1 | -1): number {
  return parts.reduce((sum, { value }) => sum + (value * sign > 0 ? value : 0), 0);
}

/** What the columns reach above and below nought, and what the axis is to reach at least. */
function reachOf({ columns, reach }: ColumnChartInput): { least: number; most: number } {
  return {
    least: Math.min(0, reach?.least ?? 0, ...columns.map(({ parts }) => reached(parts, -1))),
    most: Math.max(0, reach?.most ?? 0, ...columns.map(({ parts }) => reached(parts, 1))),
  };
}

/** Labels under the columns: where they would touch each other only every second or third stands. */
function labelsOf(
  input: ColumnChartInput,
  width: number,
  middle: (index: number) => number,
): ColumnChart['labels'] {
  const longest = Math.max(...input.columns.map(({ label }) => label.length));
  const room = (width - space.left) / input.columns.length;
  const every = Math.max(1, Math.ceil((longest * 7 + 6) / room));
  return input.columns.flatMap(({ label }, index) =>
    index % every === 0 ? [{ x: round(middle(index)), text: label }] : [],
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
