import { expect, test } from 'vitest';
import { readConfig, settings } from './config.ts';
import { AppError } from './lib/errors.ts';

function refusal(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

test('every setting has a working default, and an empty variable counts as not given', () => {
  const config = readConfig({ PORT: '' });
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    isSampleOn: true,
    databaseUrl: null,
    logLevel: 'warn',
  });
  expect(config.dataDir).toMatch(/\/var$/);
  expect(config.report.map((row) => row.name)).toEqual(settings.map((setting) => setting.name));
  expect(config.report.every((row) => row.from === 'default')).toBe(true);
});

test.each([
  [{ PORT: '70000' }, 'bad-request: The setting PORT (now "70000") must be a whole number from 0 to 65535.'],
  [{ PORT: '3000x' }, 'bad-request: The setting PORT (now "3000x") must be a whole number from 0 to 65535.'],
  [
    { SAMPLE: 'of' },
    'bad-request: The setting SAMPLE (now "of") must be one of: on, off. Did you mean "on"?',
  ],
  [
    { FIND_A_TENDER_URL: 'example.org' },
    'bad-request: The setting FIND_A_TENDER_URL (now "example.org") must be an address that begins with http:// or https://.',
  ],
])(
  'a value that cannot be used is refused with its name, its value and what it takes: %o',
  (environment, sentence) => {
    expect(refusal(environment)).toBe(sentence);
  },
);

test('an address that others could reach is refused while there are no accounts; loopback addresses are accepted', () => {
  expect(refusal({ HOST: '0.0.0.0' })).toContain('this machine only');
  expect(refusal({ HOST: '127.0.0.1.example.org' })).toContain('this machine only');
  expect(['127.0.0.1', '127.0.0.2', '::1', 'localhost'].map((HOST) => refusal({ HOST }))).toEqual(
    Array(4).fill('accepted'),
  );
});

test('a password never shows, neither in the report nor in a refusal', () => {
  const url = 'postgres://app:hunter2@db.example:5432/register?password=hunter2';
  const config = readConfig({ DATABASE_URL: url });
  expect(config.databaseUrl).toBe(url);
  expect(JSON.stringify(config.report)).not.toContain('hunter2');
  expect(config.report.find((row) => row.name === 'DATABASE_URL')?.value).toContain(
    'postgres://app:••••@db.example',
  );
  expect(refusal({ DATABASE_URL: 'mysql://app:hunter2@db/x' })).not.toContain('hunter2');
  expect(refusal({ DATABASE_URL: 'postgres://app:hunter2@db:99999999/x' })).not.toContain('hunter2');
});
