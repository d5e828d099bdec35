import { expect, test } from 'vitest';
import { timetableAsk, timetableReference } from '../../../../test/factories/timetable.ts';
import { makeTimetable, type TimetableAsk } from './timetable.ts';
import { latenessOf } from './what-would-help.ts';

const reference = timetableReference();
const today = '2026-11-24';
const late = (parts: Partial<TimetableAsk>) => latenessOf({ ...timetableAsk(), ...parts }, reference, today);

test('a service that can start in time is not late, and neither is one without a day', () => {
  expect(late({ goLive: '2028-06-01' })).toBeNull();
  expect(late({ start: '2027-01-04' })).toBeNull();
});

test('it says by how many days, and what helps is really as early as it says', () => {
  const found = late({ goLive: '2027-04-01' });
  const { rows } = makeTimetable({ ...timetableAsk(), start: today }, reference);
  expect(found?.goLiveOn).toBe(rows.at(-1)?.realisticOn);
  expect(found?.lateDays).toBeGreaterThan(100);
  const shortest = found?.helps.find(({ remedy }) => remedy.kind === 'shortest');
  expect(shortest?.goLiveOn).toBe(rows.at(-1)?.shortestOn);
  expect(shortest?.isInTime).toBe(true);
  expect(found?.helps.every(({ earlierDays }) => earlierDays > 0)).toBe(true);
  expect(found?.helps.map(({ earlierDays }) => earlierDays)).toEqual(
    found?.helps.map(({ earlierDays }) => earlierDays).toSorted((one, other) => other - one),
  );
});

test('neither a direct award nor a smaller contract is proposed to save time', () => {
  const proposed = late({ goLive: '2027-01-04' })?.helps.flatMap(({ remedy }) =>
    remedy.kind === 'procedure' ? [remedy.procedure] : [],
  );
  expect(proposed).toContain('framework-direct');
  expect(proposed).not.toContain('direct-award');
  expect(proposed).not.toContain('below-threshold');
});

test('a Scottish body that calls off is not sent to a procedure that has no timetable for it', () => {
  const proposed = late({ nation: 'scotland', procedure: 'framework-competed', goLive: '2027-01-04' });
  const procedures = proposed?.helps.flatMap(({ remedy }) =>
    remedy.kind === 'procedure' ? [remedy.procedure] : [],
  );
  expect(procedures).toEqual(['framework-direct']);
});
