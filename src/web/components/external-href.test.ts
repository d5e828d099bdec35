import { expect, test } from 'vitest';
import { externalHref } from './external-href.ts';

test('addresses of the web are linked', () => {
  expect(externalHref('https://www.find-tender.service.gov.uk/Notice/012345-2026')).not.toBeNull();
  expect(externalHref('http://example.org/a b')).not.toBeNull();
});

test('addresses that would run something, or are none, are not', () => {
  expect(externalHref('javascript:alert(1)')).toBeNull();
  expect(externalHref('data:text/html,<script>')).toBeNull();
  expect(externalHref('see portal')).toBeNull();
  expect(externalHref(null)).toBeNull();
});
