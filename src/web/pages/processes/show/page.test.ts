import { expect, test } from 'vitest';
import { processDetailView } from '../../../../../test/factories/register-views.ts';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import type { ProcessDetail } from '../../../../app/processes/views.ts';
import { presentProcess, recordBody } from './present.ts';

const show = (changes: Partial<ProcessDetail> = {}): string =>
  renderPage('pages/processes/show/page.njk', presentProcess(processDetailView(changes), words));

test('each release is shown with its dates, its hash and its JSON', () => {
  const text = visibleText(show());
  expect(text).toContain('Release 012345-2026');
  expect(text).toContain('Published 10 January 2026 at 09:00');
  expect(text).toContain('a'.repeat(64));
  expect(text).toContain('"tag": [ "tender" ]');
});

test('folders of the machine that read a notice are not shown', () => {
  expect(visibleText(show())).toContain('From notices.jsonl:7');
  expect(show()).not.toContain('/home/someone');
});

test('all three records can be downloaded, with their size', () => {
  expect(linksOf(show()).filter(({ href }) => href.endsWith('.json'))).toEqual([
    {
      text: 'Download the compiled record (JSON, 1 kB)',
      href: '/processes/ocds-h6vhtk-0a1b2c/compiled.json',
    },
    {
      text: 'Download the versioned record (JSON, 1 kB)',
      href: '/processes/ocds-h6vhtk-0a1b2c/versioned.json',
    },
    { text: 'Download all releases (JSON, 1 kB)', href: '/processes/ocds-h6vhtk-0a1b2c/releases.json' },
  ]);
});

test('a download holds exactly the record', () => {
  const process = processDetailView();
  expect(JSON.parse(recordBody(process, 'compiled'))).toEqual(process.compiled);
  expect(JSON.parse(recordBody(process, 'releases'))).toEqual([process.releases[0]?.release]);
});

test('a record too long for a page is only downloaded', () => {
  const text = visibleText(show({ compiled: { description: 'x'.repeat(200_000) } }));
  expect(text).toContain('It is too long to show here (200 kB).');
});

test('the page is valid HTML, with and without contracts', async () => {
  expect(await htmlFaults(show())).toEqual([]);
  expect(await htmlFaults(show({ contracts: [], timeline: [], warnings: [] }))).toEqual([]);
});
