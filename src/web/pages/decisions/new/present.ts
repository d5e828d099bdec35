import { listExamples } from '../../../../app/decisions/example-cases.ts';
import { financialYearName } from '../../../../domain/decisions/case-years.ts';
import { londonDayOf } from '../../../../lib/days.ts';
import { casePage } from '../../../components/case/case-page.ts';
import type { FieldFault, Typed } from '../../../components/case-form/field-text.ts';
import { presentForm } from '../../../components/case-form/present-form.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { beginningFields } from './beginning.ts';

/** What went wrong: with the questions, or with a text that was brought. */
type Wrong = { faults?: Readonly<Record<string, FieldFault>>; textFaults?: readonly string[] };

/** The page on which a case begins, with what was typed and what is wrong with it. */
export async function showNew(request: PageRequest, wrong: Wrong = {}): Promise<PageAnswer> {
  const { context, form: sent, words } = request;
  const { cases: text } = words;
  const isSent = Object.keys(sent).length > 0 && sent['text'] === undefined;
  const typed: Typed = isSent ? sent : yearsOf(londonDayOf(context.clock.now()));
  const form = presentForm(
    beginningFields,
    text.newFields,
    { typed, ...(wrong.faults && { faults: wrong.faults }) },
    { document: noDocument, reference: context.reference, words },
  );
  const textFaults = (wrong.textFaults ?? []).slice(0, 20);
  const errors = [...form.errors, ...textFaults.map((fault) => ({ text: fault, href: '#file' }))];
  return casePage(
    {
      template: 'pages/decisions/new/page.njk',
      view: {
        form,
        errors,
        textFault: textFaults.length > 0 ? text.uploadRefused : null,
        pasted: sent['text'] ?? '',
        examples: await listExamples(context),
        action: paths.caseNew(),
        casesHref: paths.cases(),
      },
      title: text.newTitle,
      document: null,
      hasError: errors.length > 0,
    },
    words,
  );
}

/** A case that isn’t there yet has nothing that fields could name. */
const noDocument = {
  options: [],
  components: [],
  criteria: [],
  assessors: [],
  costs: { groups: [], lines: [], risks: [], treatments: [], correlations: [] },
  benefits: [],
};

/** The financial year of a day as the price base, and the next as the first that is costed. */
function yearsOf(day: string): Record<string, string> {
  const startsIn = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
  return { priceBase: financialYearName(startsIn), firstYear: financialYearName(startsIn + 1) };
}
