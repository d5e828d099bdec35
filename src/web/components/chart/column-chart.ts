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
  legend: { series: number; name: string }[];
};

const width = 640;
const height = 260;
const space = { top: 12, right: 4, bottom: 26, left: 62 };
/** A bar that stands for something is never too thin to see or to hit. */
const thinnest = 2;

/**
 * Places the columns of a chart; the series of one column stand on top of each other. The scale begins at nought. Values
 * are drawn and never rounded; a column of nothing has no bar.
 *
 * @returns null where there is nothing to draw: the page says "not enough data" instead
 * @example columnChart({ id: 'committed', series: ['Committed'], columns, … })?.bars.length // 9
 */
export function columnChart(input: ColumnChartInput): ColumnChart | null {
  const totals = input.columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(0, ...totals);
  if (most <= 0) return null;
  const across = scaleBand<number>()
    .domain(input.columns.map((_, index) => index))
    .range([space.left, width - space.right])
    .paddingInner(0.25)
    .paddingOuter(0.1);
  const up = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([height - space.bottom, space.top]);
  const bars = input.columns.flatMap(({ label, parts }, index) => {
    let below = 0;
    return parts.flatMap(({ value, text, href }, series) => {
      if (value <= 0) return [];
      const top = up(below + value);
      const tall = Math.max(thinnest, up(below) - top);
      below += value;
      const bar = {
        x: across(index) ?? 0,
        y: top,
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
    ticks: up.ticks(4).map((value) => ({ y: round(up(value)), text: input.tick(value) })),
    labels: labelsOf(input, (index) => (across(index) ?? 0) + across.bandwidth() / 2),
    legend: input.series.length > 1 ? input.series.map((name, series) => ({ series, name })) : [],
  };
}

/** Labels under the columns: where they would touch each other only every second or third stands. */
function labelsOf(input: ColumnChartInput, middle: (index: number) => number): ColumnChart['labels'] {
  const longest = Math.max(...input.columns.map(({ label }) => label.length));
  const room = (width - space.left) / input.columns.length;
  const every = Math.max(1, Math.ceil((longest * 7 + 6) / room));
  return input.columns.flatMap(({ label }, index) =>
    index % every === 0 ? [{ x: round(middle(index)), text: label }] : [],
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
