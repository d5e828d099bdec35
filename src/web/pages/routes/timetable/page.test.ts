import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../../../../../test/support/app.ts';
import { describeOnDatabases } from '../../../../../test/support/database.ts';
import { headingLevels, htmlFaults, linksOf, visibleText } from '../../../../../test/support/page.ts';
import { registerPages } from '../../../register-pages.ts';

const asked = {
  form: '/routes/timetable',
  prefilled: '/routes/timetable?goLive=2027-10-01&segment=cloud-hosting',
  forwards: '/routes/timetable?plan=yes&procedure=open&nation=england&start=2027-01-04&bodyType=nhs',
  late: '/routes/timetable?procedure=dynamic-market&goLive=2027-01-04',
  fixed:
    '/routes/timetable?procedure=framework-competed&start=2026-12-26&with=standstill&with=urgent&fixed=award-approval&fixedOn=2027-09-01',
  wales: '/routes/timetable?procedure=below-threshold&nation=wales&start=2027-01-04',
  none: '/routes/timetable?procedure=open&nation=scotland&start=2027-01-04',
};

describeOnDatabases('the page of a timetable', (open) => {
  let app: FastifyInstance;
  const get = (url: string) => app.inject({ url, headers: { host: 'localhost:3000' } });

  beforeAll(async () => {
    app = testApp({ register: (await open()).register, pages: registerPages });
  });
  afterAll(() => app.close());

  test.each(Object.entries(asked))('%s is valid HTML with one first heading', async (_, url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(await htmlFaults(body)).toEqual([]);
    expect(headingLevels(body).filter((level) => level === 1)).toHaveLength(1);
    expect(visibleText(body)).not.toMatch(/NaN|undefined|null|\[object/u);
  });

  test('says the answer before the milestones, each day with its weekday', async () => {
    const text = visibleText((await get(asked.forwards)).body);
    expect(text).toContain('Begun on 4 January 2027');
    expect(text).toContain('Mon 4 January 2027');
    expect(text).toContain('Tender notice published (Notice UK4)');
    expect(text).toContain('At least 25 days by law');
  });

  test('a link with days fills the form and asks nothing yet', async () => {
    const { body } = await get(asked.prefilled);
    expect(body).toContain('value="2027-10-01"');
    expect(body).toMatch(/<option value="cloud-hosting" selected/u);
    expect(visibleText(body)).not.toContain('There is a problem');
  });

  test('too late leads to the plan from today, and says that a direct award is no way out', async () => {
    const { body } = await get(asked.late);
    const forwards = linksOf(body).find(({ text }) => text === 'Plan it forwards from today');
    expect(forwards?.href).toContain('start=2026-11-01');
    expect(visibleText(body)).toContain('A direct award is no way to save time');
    expect(visibleText((await get(forwards?.href ?? '')).body)).toContain('Begun on 2 November 2026');
  });

  test('a fixed day and a circumstance without effect are shown', async () => {
    const text = visibleText((await get(asked.fixed)).body);
    expect(text).toContain('Wed 1 September 2027 Fixed');
    expect(text).toContain('A state of urgency changes nothing in this procedure.');
  });

  test('law without a timetable is named, and has no files', async () => {
    const { body } = await get(asked.none);
    expect(visibleText(body)).toContain('The buyer follows Scottish procurement law');
    expect(linksOf(body).some(({ href }) => href.includes('.ics'))).toBe(false);
  });

  describe('what is missing or wrong is told at its field, and what was typed stays', () => {
    test.each([
      ['/routes/timetable?plan=yes&nation=england&start=2027-01-04', 'Choose a procedure.', '#procedure'],
      [
        '/routes/timetable?plan=yes&procedure=open&nation=england',
        'Give this day, or the one below.',
        '#start',
      ],
      [
        '/routes/timetable?plan=yes&procedure=open&start=2027-06-01&goLive=2027-01-04',
        'Must not be after 4 January 2027.',
        '#start',
      ],
      [
        '/routes/timetable?plan=yes&procedure=open&start=2027-06-01&fixed=award-approval',
        'Give the day of the milestone as well.',
        '#fixedOn',
      ],
      [
        '/routes/timetable?plan=yes&procedure=open&start=2027-06-01&fixed=award-approval&fixedOn=2027-12-25',
        '25 December 2027 is no working day (Saturday).',
        '#fixedOn',
      ],
      [
        '/routes/timetable?plan=yes&procedure=open&start=2027-06-01&approvalWeeks=many',
        'A number of weeks.',
        '#approvalWeeks',
      ],
    ])('%s', async (url, sentence, place) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(400);
      expect(visibleText(body)).toContain(sentence);
      expect(linksOf(body).some(({ href }) => href === place)).toBe(true);
      expect(body).toContain(`id="${place.slice(1)}"`);
      expect(await htmlFaults(body)).toEqual([]);
    });

    test('an address that nobody made says so', async () => {
      const { statusCode, body } = await get('/routes/timetable?procedure=open&start=2027-01-04&speed=fast');
      expect(statusCode).toBe(400);
      expect(visibleText(body)).toContain('has no input called “speed”'.replaceAll(/[“”]/gu, '"'));
    });
  });

  test('the files hold the same days', async () => {
    const { body } = await get(asked.forwards);
    const files = linksOf(body).filter(({ href }) => /timetable\.(csv|ics)/u.test(href));
    expect(files).toHaveLength(2);
    const [csv, ics] = await Promise.all(files.map(async ({ href }) => get(href)));
    expect(csv?.headers['content-type']).toContain('text/csv');
    expect(ics?.headers['content-type']).toContain('text/calendar');
    expect(csv?.body).toContain('start,Work begins,,prepare,2027-01-04');
    expect(ics?.body).toContain('DTSTART;VALUE=DATE:20270104');
  });
});
