import { expect, test } from 'vitest';
import { dataStatusView } from '../../../../../test/factories/register-views.ts';
import { htmlFaults, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { DataStatus } from '../../../../app/data/views.ts';
import { presentDataStatus } from './present.ts';

const show = (changes: Partial<DataStatus> = {}): string =>
  renderPage('pages/data/status/page.njk', presentDataStatus(dataStatusView(changes), words));

test('completeness is a share of what was issued and is not known to be absent', () => {
  const text = visibleText(show());
  expect(text).toContain('2025 Find a Tender 80,000 79,000 500 500 over 99%');
  expect(text).toContain('2026 Find a Tender 70,000 60,000 0 10,000 86%');
});

test('the numbers of invented notices are not measured', () => {
  expect(visibleText(show({ isSample: true }))).toContain('Completeness cannot be measured.');
});

test('flags that mark nothing are left out', () => {
  const text = visibleText(show());
  expect(text).toContain('Looks like a placeholder');
  expect(text).not.toContain('Below zero');
});

test('coverage states how many contracts carry a field, of how many', () => {
  expect(visibleText(show())).toContain('End date 82% 2,881 of 3,524');
});

test('a run names its files without their folders, and its problems with their lines', () => {
  const html = show();
  const text = visibleText(html);
  expect(text).toContain('Read from: a.jsonl, b.jsonl, c.jsonl, and 1 more');
  expect(text).toContain('a.jsonl, line 1,204: The line is not JSON.');
  expect(html).not.toContain('/home/someone');
});

test('a run that was cut off says so', () => {
  const [run] = dataStatusView().runs;
  if (run === undefined) throw new Error('The factory makes a run.');
  expect(visibleText(show({ runs: [{ ...run, finishedAt: null }] }))).toContain('Not finished');
});

test('an empty register has a valid page too', async () => {
  const empty = {
    publishers: [],
    completeness: [],
    flags: [],
    coverage: [],
    runs: [],
    routesDue: [],
    computedAt: null,
  };
  expect(await htmlFaults(show(empty))).toEqual([]);
  expect(await htmlFaults(show())).toEqual([]);
});
