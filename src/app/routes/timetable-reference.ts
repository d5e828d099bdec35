import type { TimetableReference } from '../../domain/routes/timetable/timetable.ts';
import type { Context } from '../context.ts';

/** What timetables go by: the authored facts, and what the register saw. */
export function timetableReference(
  { reference }: Context,
  measured: TimetableReference['measured'],
): TimetableReference {
  const { timetables, bankHolidays, regimes } = reference.routes;
  return { rules: timetables, holidays: bankHolidays, regimes, measured };
}
