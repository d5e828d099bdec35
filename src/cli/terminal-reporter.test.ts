import { expect, test } from 'vitest';
import { terminalReporter } from './terminal-reporter.ts';

function reporterOn(parts: { isTTY?: boolean; isJson?: boolean; columns?: number }) {
  let text = '';
  let ms = 0;
  const stream = { write: (piece: string) => (text += piece), isTTY: parts.isTTY, columns: parts.columns };
  const reporter = terminalReporter(stream, parts.isJson === true, () => ms);
  return { reporter, written: () => text, wait: (more: number) => (ms += more) };
}

const state = (done: number, total: number | null = 4_000) => ({
  label: 'Storing',
  done,
  total,
  unit: 'notices',
});

test('a terminal shows a bar with count, rate and time left, redrawn in place', () => {
  const { reporter, written, wait } = reporterOn({ isTTY: true, columns: 120 });
  reporter.progress(state(0));
  wait(2_000);
  reporter.progress(state(1_000));
  expect(written().split('\r\u001B[K').at(-1)).toBe(
    'Storing [######------------------] 25 % · 1,000 of 4,000 notices · 500/s · 6 s left',
  );
  reporter.close();
  expect(written().endsWith('\n')).toBe(true);
});

test('a bar never breaks the line of a narrow terminal', () => {
  const { reporter, written } = reporterOn({ isTTY: true, columns: 20 });
  reporter.progress(state(1));
  expect(written().replace('\r\u001B[K', '')).toHaveLength(19);
});

test('a message stands on its own line, with the bar taken away before it', () => {
  const { reporter, written } = reporterOn({ isTTY: true });
  reporter.progress(state(1));
  reporter.warn('line 5 is no JSON');
  expect(written().endsWith('\r\u001B[Kline 5 is no JSON\n')).toBe(true);
});

test('of the messages about one input the first twenty are told, the rest is counted at the end', () => {
  const { reporter, written } = reporterOn({});
  for (let line = 1; line <= 1_250; line += 1)
    reporter.warn(`page.json.gz, line ${line}: It is not valid JSON`);
  for (let line = 1; line <= 20; line += 1) reporter.warn(`other.json, line ${line}: It has no ocid`);
  for (let each = 1; each <= 25; each += 1) reporter.warn(`Something else ${each}`);
  expect(written().split('\n')).toHaveLength(20 + 20 + 25 + 1);
  expect(written()).toContain('page.json.gz, line 20: ');
  expect(written()).not.toContain('page.json.gz, line 21: ');
  reporter.close();
  reporter.close();
  expect(written().trim().split('\n').slice(65)).toEqual(['… and 1,230 more in page.json.gz']);
});

test('a log gets a line every five seconds and no bar', () => {
  const { reporter, written, wait } = reporterOn({});
  for (let i = 0; i <= 110; i += 1) {
    reporter.progress(state(i * 10, null));
    wait(100);
  }
  reporter.close();
  const lines = written().trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('Storing · 500 notices · 100/s');
});

test('a machine gets JSON Lines, the last with the final count', () => {
  const { reporter, written, wait } = reporterOn({ isJson: true });
  reporter.progress(state(0));
  wait(1_000);
  reporter.progress(state(100));
  wait(10);
  reporter.progress(state(4_000));
  reporter.warn('careful');
  reporter.close();
  const lines = written()
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toEqual([
    {
      progress: {
        label: 'Storing',
        done: 100,
        total: 4_000,
        unit: 'notices',
        ratePerSecond: 100,
        secondsLeft: 39,
      },
    },
    { warning: 'careful' },
    {
      progress: {
        label: 'Storing',
        done: 4_000,
        total: 4_000,
        unit: 'notices',
        ratePerSecond: 3_960,
        secondsLeft: 0,
      },
    },
  ]);
});

test('what was left out is counted', () => {
  const { reporter } = reporterOn({});
  reporter.skipped(2);
  reporter.skipped(1);
  expect(reporter.skippedCount()).toBe(3);
});
