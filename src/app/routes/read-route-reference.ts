import type { z } from 'zod';
import type { ProcedureRule } from '../../domain/routes/procedure.ts';
import type { Regimes } from '../../domain/routes/regime.ts';
import type { TimetableRules } from '../../domain/routes/timetable/timetable-rules.ts';
import type { BankHolidays } from '../../domain/routes/timetable/working-days.ts';
import { procedureEntries, regimeEntries } from './regime-entries.ts';
import { bankHolidayEntries, timetableEntries } from './timetable-entries.ts';

/** What the routes to market go by. */
export type RouteReference = {
  regimes: Regimes;
  procedures: readonly ProcedureRule[];
  bankHolidays: BankHolidays;
  timetables: TimetableRules;
};

/**
 * Reads what the routes to market go by.
 *
 * @param read a file of the folder by its schema, refusing what doesn't fit
 */
export function readRouteReference(
  read: <Schema extends z.ZodType>(name: string, schema: Schema) => z.output<Schema>,
): RouteReference {
  return {
    regimes: read('regimes.yaml', regimeEntries),
    procedures: read('procedures.yaml', procedureEntries),
    bankHolidays: read('bank-holidays.yaml', bankHolidayEntries),
    timetables: read('timetables.yaml', timetableEntries),
  };
}
