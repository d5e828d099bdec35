import { expect, test } from 'vitest';
import { columnChart, type ColumnChartInput } from './place-columns.ts';

const chart = (values: readonly (readonly number[])[]): ColumnChartInput => ({
  id: 'c',
  title: 'Committed',
  description: 'By year',
  series: values[0]?.length === 2 ? ['Committed', 'Options'] : ['Committed'],
  columns: values.map((parts, index) => ({
    label: String(2020 + index),
    parts: parts.map((value) => ({
      value,
      text: `£${value}`,
      href: `/contracts?committedIn=${2020 + index}`,
    })),
  })),
  tick: (value) => `£${value}`,
});

test('heights are in proportion to the values, from nought', () => {
  const drawn = columnChart(chart([[50], [100], [25]]));
  expect(drawn?.bars.map(({ height }) => height)).toEqual([111, 222, 55.5]);
  expect(drawn?.ticks.at(0)).toEqual({ y: 234, text: '£0' });
});

test('series of one column stand on top of each other and are named', () => {
  const drawn = columnChart(chart([[40, 60]]));
  const [lower, upper] = drawn?.bars ?? [];
  expect((upper?.y ?? 0) + (upper?.height ?? 0)).toBeCloseTo(lower?.y ?? -1, 6);
  expect(upper?.text).toBe('2020, Options, £60');
  expect(drawn?.legend).toEqual([
    { series: 0, name: 'Committed' },
    { series: 1, name: 'Options' },
  ]);
});

test('something small can still be seen, and nothing has no bar', () => {
  const drawn = columnChart(chart([[1_000_000], [1], [0]]));
  expect(drawn?.bars).toHaveLength(2);
  expect(drawn?.bars[1]?.height).toBe(2);
});

test('without any value there is no chart', () => {
  expect(columnChart(chart([]))).toBeNull();
  expect(columnChart(chart([[0], [0]]))).toBeNull();
});

test('labels that would touch each other are thinned out', () => {
  const drawn = columnChart(chart(Array.from({ length: 40 }, () => [1])));
  expect(drawn?.labels.length).toBeLessThan(20);
  expect(drawn?.labels[0]?.text).toBe('2020');
});

test('what comes in hangs from nought, and stacks apart from what goes out', () => {
  const drawn = columnChart(
    chart([
      [100, -40],
      [60, 20],
    ]),
  );
  const nought = drawn?.at(0) ?? Number.NaN;
  const [out, back] = drawn?.bars ?? [];
  expect((out?.y ?? 0) + (out?.height ?? 0)).toBeCloseTo(nought, 6);
  expect(back?.y).toBeCloseTo(nought, 6);
  expect((back?.height ?? 0) / (out?.height ?? 1)).toBeCloseTo(0.4, 3);
});

test('charts of one scale have the same rules', () => {
  const small = columnChart({ ...chart([[10]]), reach: { least: -50, most: 100 } });
  expect(small?.ticks.map(({ text }) => text)).toEqual(['£-50', '£0', '£50', '£100']);
});
