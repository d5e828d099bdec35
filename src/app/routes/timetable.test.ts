import ICAL from 'ical.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { testContext } from '../../../test/support/context.ts';
import { runLine } from '../../../test/support/command-line.ts';
import type { Register } from '../../db/register.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { readInput } from '../read-input.ts';
import { timetableCalendar, timetableCsv } from './timetable-files.ts';
import { planTimetable } from './timetable.ts';
import type { TimetableView } from './timetable-view.ts';

/** The tests happen on Sunday 1 November 2026. */
const asked = (parts: Record<string, unknown>) =>
  planTimetable.input.parse(readInput(planTimetable, { procedure: 'open', ...parts }));

const refusalOf = async (context: Context, parts: Record<string, unknown>): Promise<AppError> => {
  try {
    await planTimetable.run(context, asked(parts));
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('nothing was refused');
};

/** What a calendar program reads: id → day and title, or why it isn't a whole day. */
function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      id: event.uid,
      on: event.startDate.isDate ? event.startDate.toString() : 'no whole day',
      title: event.summary,
    };
  });
}

describeOnDatabases('a timetable', (open) => {
  let register: Register;
  let context: Context;
  const plan = async (parts: Record<string, unknown>): Promise<TimetableView> =>
    planTimetable.output.parse(await planTimetable.run(context, asked(parts)));
  const textsOf = ({ timetable }: TimetableView): string[] =>
    timetable?.remarks.map(({ text }) => text) ?? [];

  beforeAll(async () => {
    register = (await open()).register;
    context = testContext({ register });
  });

  test('says when the service starts, and by when the contract is signed', async () => {
    const { timetable } = await plan({ start: '2027-01-04' });
    const last = timetable?.milestones.at(-1);
    expect(timetable?.summary).toMatch(
      /^Begun on 4 January 2027, the contract is signed on .* and the service starts on .*\. With every step/u,
    );
    expect(last).toMatchObject({ id: 'go-live', basis: 'judgement', unit: 'working-days' });
    expect(timetable?.lateness).toBeNull();
    expect(timetable?.seen.text).toContain('fewer than 30');
    const callOff = await plan({ procedure: 'framework-direct', start: '2027-01-04' });
    expect(callOff.timetable?.seen.text).toContain('begins without a tender notice');
  });

  test('with both days it says how many are to spare', async () => {
    const { timetable } = await plan({ start: '2027-01-04', goLive: '2028-06-01' });
    expect(timetable?.direction).toBe('forwards');
    expect(timetable?.summary).toMatch(/, \d+ days before it has to\./u);
  });

  test('a first day that is past, and days on which nobody works, are told', async () => {
    expect(textsOf(await plan({ start: '2026-10-03' }))).toEqual([
      'The first day, 3 October 2026, has passed: today is 1 November 2026.',
      '3 October 2026 is no working day (Saturday): work begins on 5 October 2026.',
    ]);
    expect(textsOf(await plan({ goLive: '2027-12-27' }))).toEqual([
      '27 December 2027 is no working day (Christmas Day (substitute day)): the plan ends on the working day before it, 24 December 2027.',
    ]);
  });

  test('bank holidays that aren’t held, a fixed day that can’t be kept, and what changes nothing are told', async () => {
    const texts = textsOf(
      await plan({
        procedure: 'framework-direct',
        start: '2028-10-02',
        fix: ['award-approval=2028-10-04'],
        with: ['documents-later'],
      }),
    );
    expect(texts).toEqual([
      expect.stringMatching(
        /^“Award approved” is fixed on 4 October 2028, but can’t be reached before \d+ \w+ 20\d\d\. The plan/u,
      ),
      'Whether every document comes with the notice changes nothing in this procedure.',
      'Bank holidays are known up to 31 December 2028. After that only weekends are kept free here, so that later days can be wrong.',
    ]);
  });

  test('too late is told with how much, and with what would help', async () => {
    const { timetable } = await plan({ goLive: '2027-04-01' });
    expect(timetable?.lateness?.text).toMatch(
      /^Too late for 1 April 2027\. Begun today and done at a realistic pace, the service starts on \d+ \w+ 20\d\d: \d+ days after it has to\.$/u,
    );
    expect(timetable?.lateness?.helps.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^With every step as short as it can be done, .* earlier: in time\.$/u),
    );
    expect(timetable?.summary).toContain('work had to begin on');
  });

  test('law that isn’t modelled is named and gets no timetable', async () => {
    const { timetable, gap, regime } = await plan({
      nation: 'scotland',
      bodyType: 'nhs',
      start: '2027-01-04',
    });
    expect(timetable).toBeNull();
    expect(regime.id).toBe('scotland');
    expect(gap?.text).toBe(
      'The buyer follows Scottish procurement law, whose periods are not held here, so that there is no timetable.',
    );
  });

  describe('files', () => {
    test('a calendar program reads a whole day for every milestone and last day, the same every time', async () => {
      const answer = await plan({ start: '2027-01-04', bodyType: 'nhs' });
      const text = timetableCalendar(answer);
      const events = readCalendar(text);
      const milestones = answer.timetable?.milestones ?? [];
      expect(events.slice(0, milestones.length).map(({ on }) => on)).toEqual(
        milestones.map(({ realisticOn }) => realisticOn),
      );
      expect(events.find(({ title }) => title === 'Tender notice published (UK4)')?.id).toBe(
        'open.2027-01-04..tender-notice@digital-sourcing',
      );
      expect(events.at(-1)?.title).toBe('Last day: Contract published');
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(timetableCalendar(await plan({ start: '2027-01-04', bodyType: 'nhs' }))).toBe(text);
    });

    test('a broken calendar is seen by the parser', () => {
      expect(() =>
        readCalendar('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nno colon here\r\nEND:VCALENDAR\r\n'),
      ).toThrow();
    });

    test('the table has a line for each, with commas kept', async () => {
      const answer = await plan({ start: '2027-01-04' });
      const lines = timetableCsv(answer).trimEnd().split('\r\n');
      const all = (answer.timetable?.milestones.length ?? 0) + (answer.timetable?.deadlines.length ?? 0);
      expect(lines).toHaveLength(all + 1);
      expect(lines[1]).toBe(
        'milestone,start,Work begins,,prepare,2027-01-04,2027-01-04,no,,,"The need is agreed, somebody answers for it, and the team is named."',
      );
    });

    test('where there is no timetable there is no file', async () => {
      const answer = await plan({ nation: 'scotland', start: '2027-01-04' });
      expect(() => timetableCsv(answer)).toThrow(/so that there is no timetable/u);
      expect(() => timetableCalendar(answer)).toThrow(AppError);
    });

    test('the command prints text, a table or a calendar', async () => {
      const run = async (format: string) =>
        runLine(['routes', 'timetable', '--procedure', 'open', '--start', '2027-01-04', '--as', format], {
          register,
        });
      expect((await run('text')).stdout).toContain('2027-01-04  2027-01-04          Work begins');
      expect((await run('csv')).stdout).toMatch(/^kind,id,milestone/u);
      expect(readCalendar((await run('ics')).stdout).length).toBeGreaterThan(10);
    });
  });

  describe('refuses', () => {
    test.each([
      [{ procedure: 'restricted', start: '2027-01-04' }, 'procedure', /^Must be one of: below-threshold/u],
      [{ nation: 'france', start: '2027-01-04' }, 'nation', /^Must be one of: england/u],
      [{ start: '2027-02-30' }, 'start', /A day is written 2027-03-01/u],
      [{ start: 'soon' }, 'start', /A day is written 2027-03-01/u],
      [{ start: '2027-01-04', mobilisationWeeks: 1000 }, 'mobilisationWeeks', /At most 104 weeks/u],
      [{ start: '2027-01-04', with: ['haste'] }, 'with.0', /^Must be one of: qualifying-notice/u],
    ])('%j', async (parts, field, sentence) => {
      const { code, fields } = await refusalOf(context, parts);
      expect(code).toBe('bad-request');
      expect(fields[field]).toMatch(sentence);
    });

    test.each([
      [{}, /needs a day/u],
      [{ start: '2027-06-01', goLive: '2027-01-04' }, /after the service has to start on 4 January 2027/u],
      [{ start: '9999-12-31' }, /too far away/u],
      [{ goLive: '1999-12-31' }, /too far away/u],
      [{ start: '2027-01-04', fix: ['lunch=2027-02-01'] }, /fixes no milestone of this procedure/u],
      [{ start: '2027-01-04', fix: ['planned-notice=2027-02-01'] }, /fixes no milestone/u],
      [{ start: '2027-01-04', fix: ['go-live=2027-02-01'] }, /fixes no milestone/u],
      [{ start: '2027-01-04', fix: ['award-approval=2027-02-31'] }, /"2027-02-31" is not a day/u],
      [
        { start: '2027-01-04', fix: ['award-approval=2027-03-28'] },
        /28 March 2027 is no working day \(Sunday\)/u,
      ],
      [
        { start: '2027-01-04', fix: ['award-approval=2027-03-24', 'award-approval=2027-03-25'] },
        /is fixed twice/u,
      ],
    ])('%j, with a sentence that says what to do', async (parts, sentence) => {
      const { code, message } = await refusalOf(context, parts);
      expect(code).toBe('bad-request');
      expect(message).toMatch(sentence);
    });
  });
});
