import { asDrawing, ink, paper, quietInk, ruleInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { columnChart, type ColumnChart } from './place-columns.ts';
import { fillOf, surfaceFills } from './series-look.ts';
import { escapeXml, svgElement, svgText } from './svg-element.ts';
import { surfaceLegend } from './surface-legend.ts';
import { textLines } from './text-size.ts';

/** What one option costs in each year, by group; below 0 is what comes in. */
export type YearPanel = {
  name: string;
  /** Pounds of each group, in the order of the groups, by year. */
  byGroup: readonly (readonly number[])[];
  /** What there is in each year; null where nobody has said. */
  budget: readonly (number | null)[];
};

/** What is drawn: one panel for each option, with one scale for all. */
export type YearColumnsInput = DrawingCaption & {
  years: readonly string[];
  groups: readonly string[];
  panels: readonly YearPanel[];
  pounds: (value: number) => string;
};

const width = 720;
const gap = 20;
const panelHeight = 190;
const headHeight = 40;

/**
 * Cost by financial year, stacked by group, a panel for each option; a bar across a column is that year’s budget.
 *
 * @throws RangeError where a panel hasn’t a figure for each group and year, or one is no number
 * @example drawYearColumns({ id: 'years', title: 'By year', description: '', years: ['2027-28'], groups: ['Run'], panels: [{ name: 'SaaS', byGroup: [[5]], budget: [null] }], pounds: String }).table.heads // ['Option and group', '2027-28', 'Together']
 */
export function drawYearColumns({ years, groups, panels, pounds, ...caption }: YearColumnsInput): Drawing {
  for (const panel of panels) checkPanel(panel, { years, groups });
  const perRow = panels.length < 2 ? 1 : 2;
  const panelWidth = (width - gap * (perRow - 1)) / perRow;
  const reach = {
    least: Math.min(0, ...panels.flatMap((panel) => years.map((_, year) => sumOf(panel, year, -1)))),
    most: Math.max(
      0,
      ...panels.flatMap((panel) => years.map((_, year) => sumOf(panel, year, 1))),
      ...panels.flatMap(({ budget }) => budget.flatMap((one) => one ?? [])),
    ),
  };
  const hasBudget = panels.some(({ budget }) => budget.some((one) => one !== null));
  const legend = surfaceLegend(caption.id, groups, {
    width,
    stroke: hasBudget ? 'Budget of the year' : null,
  });
  const rows = Math.ceil(panels.length / perRow);
  const marks = panels.flatMap((panel, index) => {
    const chart = columnChart({
      ...caption,
      id: `${caption.id}-${index}`,
      series: groups,
      columns: years.map((label, year) => ({
        label: yearLabel(label, years.length),
        parts: panel.byGroup.map((own) => ({ value: own[year] ?? 0, text: pounds(own[year] ?? 0), href: null })),
      })),
      tick: pounds,
      size: { width: panelWidth, height: panelHeight },
      reach,
    });
    const [x, y] = [(index % perRow) * (panelWidth + gap), legend.height + Math.floor(index / perRow) * (panelHeight + headHeight)];
    return svgElement('g', { transform: `translate(${x} ${y})` }, panelMarks(panel, chart, { id: caption.id, panelWidth }));
  }); // prettier-ignore
  return asDrawing(
    caption,
    { width, height: Math.max(legend.height + rows * (panelHeight + headHeight), 40) },
    [surfaceFills(caption.id, groups.length), ...legend.marks, ...marks],
    tableOf({ years, groups, panels, pounds }),
  );
}

function checkPanel(
  { name, byGroup, budget }: YearPanel,
  { years, groups }: Pick<YearColumnsInput, 'years' | 'groups'>,
): void {
  const isWhole =
    byGroup.length === groups.length &&
    byGroup.every((own) => own.length === years.length && own.every(Number.isFinite)) &&
    budget.length === years.length;
  if (!isWhole)
    throw new RangeError(
      `${name} needs a figure for each group and year, and a budget or none for each year.`,
    );
}

function sumOf({ byGroup }: YearPanel, year: number, sign: 1 | -1): number {
  return byGroup.reduce((sum, own) => sum + Math.max(0, sign * (own[year] ?? 0)) * sign, 0);
}

/** The end of a financial year is left out where there is little room. */
function yearLabel(year: string, count: number): string {
  return count > 5 ? year.replace(/^\d\d(\d\d)-\d\d$/u, '’$1') : year;
}

function panelMarks(
  { name, budget }: YearPanel,
  chart: ColumnChart | null,
  { id, panelWidth }: { id: string; panelWidth: number },
): string[] {
  const [shown = ''] = textLines(name, { width: panelWidth - 8, most: 1 });
  const head = svgText(shown, { x: 0, y: 20, 'font-weight': 700 });
  if (chart === null) return [head, svgText('Costs nothing.', { x: 0, y: 44 })];
  const nought = chart.at(0);
  const columns = new Map(chart.bars.map(({ x, width: across }) => [x, across]));
  const [barWidth = 0] = columns.values();
  const drawn = [
    ...chart.ticks.flatMap(({ y, text }) => [
      svgElement('line', { x1: chart.left, x2: chart.width, y1: y, y2: y, stroke: y === nought ? quietInk : ruleInk }),
      svgText(text, { x: chart.left - 6, y: y + 4, 'text-anchor': 'end', fill: quietInk, 'font-size': 12 }),
    ]),
    ...chart.bars.map(({ x, y, width: across, height, series, text }) =>
      svgElement(
        'rect',
        { x, y, width: across, height, fill: fillOf(id, series), stroke: paper, 'stroke-width': 0.75 },
        svgElement('title', {}, escapeXml(text)),
      ),
    ),
    ...chart.labels.map(({ x, text }) =>
      svgText(text, { x, y: chart.height - 8, 'text-anchor': 'middle', fill: quietInk, 'font-size': 12 }),
    ),
    ...chart.middles.flatMap((x, year) => {
      const held = budget[year] ?? null;
      if (held === null) return [];
      const half = barWidth / 2 + 3;
      return [svgElement('line', { x1: x - half, x2: x + half, y1: chart.at(held), y2: chart.at(held), stroke: ink, 'stroke-width': 2.5 })];
    }),
  ]; // prettier-ignore
  return [head, svgElement('g', { transform: 'translate(0 24)' }, drawn)];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function tableOf({
  years,
  groups,
  panels,
  pounds,
}: Omit<YearColumnsInput, keyof DrawingCaption>): Drawing['table'] {
  const cell = (value: number): { text: string; value: number } => ({ text: pounds(value), value });
  return {
    heads: ['Option and group', ...years, 'Together'],
    rows: panels.flatMap(({ name, byGroup, budget }) => {
      const totals = years.map((_, year) => sum(byGroup.map((own) => own[year] ?? 0)));
      const held = budget.flatMap((one) => one ?? []);
      return [
        ...byGroup.flatMap((own, index) =>
          own.some((value) => value !== 0)
            ? [{ name: `${name}: ${groups[index] ?? ''}`, cells: [...own, sum(own)].map(cell) }]
            : [],
        ),
        { name: `${name}: together`, cells: [...totals, sum(totals)].map(cell) },
        ...(held.length === 0
          ? []
          : [{ name: `${name}: budget`, cells: [...budget.map((one) => (one === null ? { text: 'none', value: null } : cell(one))), cell(sum(held))] }]),
      ];
    }),
  }; // prettier-ignore
}
