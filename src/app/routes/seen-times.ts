import { listProcurementDays } from '../../db/queries/procurement-times.ts';
import type { Procedure } from '../../domain/routes/procedure.ts';
import {
  measureTimes,
  type MeasuredTimes,
  type SeenTimes,
} from '../../domain/routes/timetable/measured-periods.ts';
import { addMonths } from '../../lib/add-months.ts';
import type { Context } from '../context.ts';
import { keepAnswers } from '../market/keep-answers.ts';

/** The first day of the Procurement Act’s procedures: what was begun before is another cohort. */
const actFrom = '2025-02-24';
/** Months that every procurement counted has had to come to its end, so that slow ones are not left out. */
const monthsToFinish = 12;

const daysOf = keepAnswers(listProcurementDays);

/** What the register saw of procurements, and of which: begun under the Act, and a year or more ago. */
export type ProcurementTimes = {
  from: string;
  to: string;
  /** Whether the notices of a procedure show how long it takes at all. */
  isSeen: (procedure: Procedure) => boolean;
  of: (procedure: Procedure, segment: string | null) => MeasuredTimes;
};

/** Reads how long procurements took, for every procedure. */
export async function readProcurementTimes(context: Context, today: string): Promise<ProcurementTimes> {
  const cohort = { from: actFrom, to: addMonths(today, -monthsToFinish) };
  const rows = cohort.to < cohort.from ? [] : await daysOf(await context.register(), cohort);
  const routeOf = new Map(context.reference.routes.timetables.procedures.map(({ id, route }) => [id, route]));
  const seenOf = (procedure: Procedure): SeenTimes => {
    const own = rows.filter(({ route }) => route === routeOf.get(procedure));
    return {
      ...cohort,
      window: own.filter(({ part }) => part === 'window'),
      whole: own.filter(({ part }) => part === 'whole'),
    };
  };
  const partsOf = (procedure: Procedure): Set<string | null> =>
    new Set(
      context.reference.routes.timetables.procedures
        .find(({ id }) => id === procedure)
        ?.steps.map(({ measured }) => measured),
    );
  return {
    ...cohort,
    isSeen: (procedure) => partsOf(procedure).has('remainder'),
    of: (procedure, segment) => {
      const { window, whole } = measureTimes(seenOf(procedure), segment);
      const parts = partsOf(procedure);
      // Where a procedure has several deadlines the notice doesn’t say which one its day is.
      return {
        window: parts.has('window') ? window : null,
        whole: parts.has('remainder') ? whole : null,
      };
    },
  };
}
