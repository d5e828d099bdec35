import type { z } from 'zod';
import type { BodyChange } from '../../domain/routes/body-change.ts';
import type { ProcedureRule } from '../../domain/routes/procedure.ts';
import type { Regimes } from '../../domain/routes/regime.ts';
import type { Route } from '../../domain/routes/route.ts';
import type { TimetableRules } from '../../domain/routes/timetable/timetable-rules.ts';
import type { BankHolidays } from '../../domain/routes/timetable/working-days.ts';
import { procedureEntries, regimeEntries } from './regime-entries.ts';
import { bodyChangeEntries, routeEntries } from './route-entries.ts';
import { bankHolidayEntries, timetableEntries } from './timetable-entries.ts';

/** What the routes to market go by. */
export type RouteReference = {
  regimes: Regimes;
  procedures: readonly ProcedureRule[];
  bankHolidays: BankHolidays;
  timetables: TimetableRules;
  /** Frameworks and dynamic markets, those of the sample market marked as such. */
  routes: readonly Route[];
  /** Bodies that end, those of the sample market marked as such. */
  bodyChanges: readonly BodyChange[];
};

/**
 * Reads what the routes to market go by.
 *
 * @param read a file of the folder by its schema, refusing what doesn't fit
 */
export function readRouteReference(
  read: <Schema extends z.ZodType>(name: string, schema: Schema) => z.output<Schema>,
): RouteReference {
  const held = { isSample: false };
  const invented = { isSample: true };
  return {
    regimes: read('regimes.yaml', regimeEntries),
    procedures: read('procedures.yaml', procedureEntries),
    bankHolidays: read('bank-holidays.yaml', bankHolidayEntries),
    timetables: read('timetables.yaml', timetableEntries),
    routes: [
      ...read('routes.yaml', routeEntries).map((route) => ({ ...route, ...held })),
      ...read('routes-sample.yaml', routeEntries).map((route) => ({ ...route, ...invented })),
    ],
    bodyChanges: [
      ...read('body-changes.yaml', bodyChangeEntries).map((change) => ({ ...change, ...held })),
      ...read('body-changes-sample.yaml', bodyChangeEntries).map((change) => ({ ...change, ...invented })),
    ],
  };
}
