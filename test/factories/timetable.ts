import { join } from 'node:path';
import { readReference } from '../../src/app/reference.ts';
import type { TimetableAsk, TimetableReference } from '../../src/domain/routes/timetable/timetable.ts';

const { routes } = readReference(join(import.meta.dirname, '../../reference'));

/** What a timetable goes by: the authored facts, and a register that has seen nothing unless said otherwise. */
export function timetableReference(parts: Partial<TimetableReference> = {}): TimetableReference {
  return {
    rules: routes.timetables,
    holidays: routes.bankHolidays,
    regimes: routes.regimes,
    measured: () => ({ window: null, whole: null }),
    ...parts,
  };
}

/** An open procedure in England of which nothing else is said. */
export function timetableAsk(): TimetableAsk {
  return {
    procedure: 'open',
    nation: 'england',
    bodyType: null,
    circumstances: [],
    start: null,
    goLive: null,
    fixed: new Map(),
    weeks: {},
  };
}
