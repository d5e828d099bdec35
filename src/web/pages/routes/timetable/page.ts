import { answerTimetable, planTimetable } from '../../../../app/routes/timetable.ts';
import { timetableCalendar, timetableCsv } from '../../../../app/routes/timetable-files.ts';
import type { TimetableView } from '../../../../app/routes/timetable-view.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentTimetableForm } from './form.ts';
import { presentTimetable } from './present.ts';

/** The form, and with a procedure the timetable that it asks for. */
export const timetablePage: Page = {
  method: 'GET',
  pattern: routePatterns.routesTimetable,
  async answer(request) {
    const isAsked = 'procedure' in request.query || 'plan' in request.query;
    if (!isAsked) return showPage(request, { answer: null, faults: {}, refusal: null });
    const faults = missingParts(request);
    if (Object.keys(faults).length > 0) return showPage(request, { answer: null, faults, refusal: null });
    try {
      const answer = await answerOf(request);
      return showPage(request, { answer, faults: {}, refusal: null });
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showPage(request, { answer: null, faults: error.fields, refusal: error.message });
      throw error;
    }
  },
};

/** The same milestones as a file for a spreadsheet. */
export const timetableCsvPage: Page = {
  method: 'GET',
  pattern: routePatterns.routesTimetableCsv,
  answer: async (request) => ({
    kind: 'file',
    name: 'timetable.csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    body: timetableCsv(await answerOf(request)),
  }),
};

/** The same milestones as a calendar. */
export const timetableCalendarPage: Page = {
  method: 'GET',
  pattern: routePatterns.routesTimetableIcs,
  answer: async (request) => ({
    kind: 'file',
    name: 'timetable.ics',
    contentType: 'text/calendar; charset=utf-8',
    body: timetableCalendar(await answerOf(request)),
  }),
};

/** Reads the query as the operation’s input; one fixed day comes as a milestone and a day of their own. */
async function answerOf({ context, query }: PageRequest): Promise<TimetableView> {
  const { plan: _, fixed = [], fixedOn = [], ...rest } = query;
  const own = fixed.length > 0 && fixedOn.length > 0 ? [`${fixed[0]}=${fixedOn[0]}`] : [];
  const fix = [...(rest['fix'] ?? []), ...own];
  const asked = fix.length === 0 ? rest : { ...rest, fix };
  return answerTimetable(context, readQuery(planTimetable, planTimetable.input, asked));
}

/** Questions that are left open, told at their own field. */
function missingParts({ query, words }: PageRequest): Record<string, string> {
  const { timetable: text } = words;
  const faults: Record<string, string> = {};
  if (!('procedure' in query)) faults['procedure'] = text.procedureFault;
  if ('fixed' in query && !('fixedOn' in query)) faults['fixedOn'] = text.fixedDayFault;
  if ('fixedOn' in query && !('fixed' in query)) faults['fixed'] = text.fixedMilestoneFault;
  return faults;
}

type Shown = {
  answer: TimetableView | null;
  faults: Readonly<Record<string, string>>;
  refusal: string | null;
};

function showPage({ context, query, words }: PageRequest, { answer, faults, refusal }: Shown): PageAnswer {
  const form = presentTimetableForm(query, { faults, refusal }, context.reference.routes.timetables, words);
  const hasError = form.errors.length > 0 || refusal !== null;
  return {
    kind: 'page',
    template: 'pages/routes/timetable/page.njk',
    view: { form, found: answer === null ? null : presentTimetable(answer, query, words) },
    title: words.timetable.title,
    status: hasError ? 400 : 200,
    hasError,
    section: 'market',
    crumbs: [
      { text: words.layout.home, href: paths.home() },
      { text: words.layout.market, href: paths.market() },
    ],
    isIndexed: Object.keys(query).length === 0,
  };
}
