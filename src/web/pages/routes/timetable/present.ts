import type { TimetableView } from '../../../../app/routes/timetable-view.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

type Plan = NonNullable<TimetableView['timetable']>;

/** A timetable as its page shows it; without one, why there is none. */
export function presentTimetable(
  { asOf, asked, procedure, regime, gap, timetable, reviewed }: TimetableView,
  query: Readonly<Record<string, readonly string[]>>,
  words: Catalogue,
) {
  const { timetable: text, format } = words;
  return {
    name: procedure.name,
    gap: gap === null ? null : { text: gap.text, note: regime.note },
    law: text.lawLead(regime.name, procedure.source),
    differences: regime.differences,
    plan: timetable === null ? null : presentPlan(timetable, words),
    fromTodayHref:
      timetable === null || timetable.lateness === null || asked.start !== null
        ? null
        : paths.routesTimetable({ ...query, start: asOf }),
    files:
      timetable === null
        ? []
        : [
            { text: text.csv, href: paths.routesTimetableCsv(query) },
            { text: text.ics, href: paths.routesTimetableIcs(query) },
          ],
    reviewed: text.reviewed(format.day(reviewed.periods), format.day(reviewed.holidays)),
    methodHref: paths.method('timetable'),
  };
}

function presentPlan(
  { direction, summary, milestones, deadlines, seen, lateness, remarks }: Plan,
  { timetable: text }: Catalogue,
) {
  return {
    summary,
    lateness:
      lateness === null ? null : { text: lateness.text, helps: lateness.helps.map((help) => help.text) },
    realistic: text.realistic[direction],
    shortest: text.shortest[direction],
    paceNote: text.paceNote[direction],
    rows: milestones.map((one) => ({
      name: one.name,
      notice: one.notice === null ? null : text.notice(one.notice),
      what: one.text,
      realistic: text.weekday(one.realisticOn),
      shortest: text.weekday(one.shortestOn),
      tags: [...(one.isFixed ? [text.fixedTag] : []), ...(one.isPast ? [text.pastTag] : [])],
      period: one.period,
      law: one.law.map((limit) => limit.text),
    })),
    deadlines: deadlines.map((one) => ({
      name: one.name,
      notice: one.notice === null ? null : text.notice(one.notice),
      what: one.text,
      realistic: one.realisticOn === null ? text.soon : text.weekday(one.realisticOn),
      shortest: one.shortestOn === null ? text.soon : text.weekday(one.shortestOn),
      law: one.law?.text ?? null,
    })),
    seen: seen.text,
    remarks: remarks.map((remark) => remark.text),
  };
}
