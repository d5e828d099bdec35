import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { bankHolidayEntries, timetableEntries } from './timetable-entries.ts';

const textOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../reference', name), 'utf8');

/** What a schema finds in a file in which one text is put in the place of another. */
function faultsOf(schema: z.ZodType, file: string, [from, to]: readonly [string, string]): string[] {
  const text = textOf(file);
  expect(text).toContain(from);
  const { error } = schema.safeParse(parse(text.replace(from, to)));
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('the bank holidays', () => {
  test('are read as they are', () => {
    expect(bankHolidayEntries.safeParse(parse(textOf('bank-holidays.yaml'))).success).toBe(true);
  });

  test.each([
    [["on: '2024-01-01'", "on: '2024-02-30'"], 'divisions.0.years.0.days.0.on: a day as YYYY-MM-DD'],
    [["on: '2024-01-01'", "on: '2023-01-02'"], 'divisions: 2023-01-02 is not in 2024 (england-and-wales)'],
    [
      ['year: 2025', 'year: 2026'],
      'divisions: the years of england-and-wales must follow one another: 2024, 2026',
    ],
    [['id: scotland', 'id: northern-ireland'], 'divisions: "scotland" must stand here once'],
  ] as const)('with %j are refused, with the place', (change, fault) => {
    expect(faultsOf(bankHolidayEntries, 'bank-holidays.yaml', change)).toContain(fault);
  });
});

describe('the timetables', () => {
  test('are read as they are', () => {
    expect(timetableEntries.safeParse(parse(textOf('timetables.yaml'))).success).toBe(true);
  });

  test.each([
    [
      ['milestone: engagement-notice,', 'milestone: lunch,'],
      'procedures: no milestone has this id: open, lunch',
    ],
    [['law: tendering', 'law: hurry'], 'procedures: no period is called "hurry": open, tenders-due'],
    [['since: planned-notice', 'since: lunch'], 'procedures: no step before is "lunch": open, tender-notice'],
    [
      ['shortest: 2, realistic: 10', 'shortest: 12, realistic: 10'],
      'procedures: the shortest is longer than the realistic: open, engagement-notice',
    ],
    [
      ['after: contract-signed', 'after: lunch'],
      'deadlines: no milestone is called "lunch": contract-details',
    ],
    [['phase: prepare', 'phase: dream'], /^milestones\.0\.phase: /u],
    [['- id: direct-award', '- id: open'], 'procedures: "direct-award" must stand here once'],
    [['setting: preparation', 'mood: good'], /Unrecognized key: "mood"/u],
  ] as const)('with %j are refused, with the place', (change, fault) => {
    const faults = faultsOf(timetableEntries, 'timetables.yaml', change);
    expect(faults).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault));
  });
});
