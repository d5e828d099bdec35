import { describe, expect, test } from 'vitest';
import { htmlFaults, linksOf, renderPage, visibleText, words } from '../../../../../test/support/page.ts';
import { AppError } from '../../../../lib/errors.ts';
import { presentError } from './present.ts';

const show = (refusal: AppError | null): string =>
  renderPage('pages/site/error/page.njk', presentError(refusal, words));

describe('an address that cannot be read', () => {
  test('each faulty part is named in the words of the page', () => {
    const text = visibleText(
      show(new AppError('bad-request', '…', { fields: { status: 'Must be one of: live.' } })),
    );
    expect(text).toContain('Status today : Must be one of: live.');
  });

  test('a part that does not exist comes with what was perhaps meant', () => {
    const refusal = new AppError(
      'bad-request',
      'contracts.find has no input called "statuss". Did you mean "status"?',
      {
        fields: { statuss: 'Not known.' },
      },
    );
    expect(visibleText(show(refusal))).toContain(
      'statuss : This page knows no such word. Did you mean “status”?',
    );
  });

  test('a cursor of another list leads back to the first page', () => {
    const html = show(new AppError('bad-cursor', 'The cursor belongs to another list.'));
    expect(visibleText(html)).toContain('Start again from the first page');
    expect(linksOf(html).map(({ href }) => href)).toContain('/contracts');
  });
});

test.each([
  ['/contracts', 'Search contracts', 'Start again from the first page of contracts'],
  ['/buyers', 'Find a buyer', 'Start again from the first page of buyers'],
  ['/suppliers', 'Find a supplier', 'Start again from the first page of suppliers'],
  ['/products', 'Part of a name', 'Start again from the list of products'],
])('the fault of a list, %s, names its own search and leads back to it', (path, label, again) => {
  const refusal = new AppError('bad-request', '…', { fields: { q: 'Too long.' } });
  const html = renderPage('pages/site/error/page.njk', presentError(refusal, words, `${path}?q=x`));
  expect(visibleText(html)).toContain(`${label} : Too long.`);
  expect(linksOf(html)).toContainEqual({ text: again, href: path });
  expect(html).toContain(`action="${path}"`);
});

test('a page that is not there offers a search', () => {
  const view = presentError(new AppError('not-found', 'No contract has the id <b>.'), words);
  expect(view.status).toBe(404);
  expect(show(new AppError('not-found', '…'))).toContain('name="q"');
});

test('a fault of ours tells nothing of its inside and says that it is ours', () => {
  const view = presentError(null, words);
  expect(view.status).toBe(500);
  expect(visibleText(show(null))).toContain('This is not your doing.');
});

test('a database that does not answer is no fault of the reader', () => {
  const view = presentError(new AppError('database-unavailable', 'connect ECONNREFUSED /var/…'), words);
  expect(view.status).toBe(503);
  expect(JSON.stringify(view)).not.toContain('ECONNREFUSED');
});

test('every page of a failure is valid HTML', async () => {
  for (const code of [
    'bad-request',
    'bad-cursor',
    'not-found',
    'forbidden',
    'database-unavailable',
  ] as const) {
    expect(
      await htmlFaults(show(new AppError(code, 'One sentence.', { fields: { q: 'Too long.' } }))),
    ).toEqual([]);
  }
  expect(await htmlFaults(show(null))).toEqual([]);
});
