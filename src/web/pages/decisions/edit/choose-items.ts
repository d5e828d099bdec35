import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { tasksOfCase } from '../../../../app/decisions/tasks-of-case.ts';
import { criterionGroups } from '../../../../domain/decisions/case-parts/appraisal.ts';
import { modelFamilies } from '../../../../domain/decisions/delivery-model.ts';
import { toCriterion } from '../../../../domain/decisions/library-criterion.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import { fact } from '../../../components/facts.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { presentProblems } from './present-problems.ts';

/** Something ready that can be added to a list of the case. */
type Offer = {
  id: string;
  name: string;
  hint: string;
  /** What more there is to know, folded away. */
  details: { summary: string; facts: ReturnType<typeof fact> } | null;
  isThere: boolean;
  isSuggested: boolean;
  item: Record<string, unknown>;
};

type Offers = { part: string; list: 'options' | 'criteria'; groups: { heading: string; offers: Offer[] }[] };

/** The fifteen delivery models to choose options from, and the two comparators. */
export function offerModels({ context, words }: PageRequest, { document, problems }: StoredCase): Offers {
  const { caseOwn: text } = words;
  const { shortlist } = tasksOfCase(context, document, problems).triage;
  const suggested = new Set((shortlist ?? []).map(({ model }) => model));
  const ids = new Set(document.options.map(({ id }) => id));
  const isUsed = (model: string): boolean => document.options.some((option) => option.model === model);
  const freeId = (wanted: string): string => (ids.has(wanted) ? `${wanted}-2` : wanted);
  const comparator = (role: 'business-as-usual' | 'do-minimum', name: string, hint: string): Offer => ({
    id: role,
    name,
    hint,
    details: null,
    isThere: document.options.some((option) => option.role === role),
    isSuggested: false,
    item: { id: freeId(role), name, role, because: text.bauBecause },
  });
  return {
    part: 'delivery-models',
    list: 'options',
    groups: [
      {
        heading: text.comparators,
        offers: [
          comparator('business-as-usual', text.bau, text.bauHint),
          comparator('do-minimum', text.minimum, text.minimumHint),
        ],
      },
      ...modelFamilies.map((family) => ({
        heading: text.families[family],
        offers: context.reference.deliveryModels
          .filter((model) => model.family === family)
          .map((model): Offer => {
            const { id, name, summary, closesOff, exit } = model;
            return {
              id,
              name,
              hint: summary,
              isThere: isUsed(id),
              isSuggested: suggested.has(id),
              item: { id: freeId(id), name, model: id, closesOff, exit },
              details: {
                summary: text.more(name),
                facts: [
                  ...fact(text.fits, model.fits.join('; ')),
                  ...fact(text.fails, model.fails.join('; ')),
                  ...fact(
                    text.skills,
                    `${words.format.list(model.skills)}; ${text.staff(model.staff.low, model.staff.high)}`,
                  ),
                  ...fact(text.costs, model.costs.join('; ')),
                  ...fact(text.risks, model.risks.join('; ')),
                  ...fact(text.exit, exit),
                  ...fact(text.closesOff, closesOff),
                ],
              },
            };
          }),
      })),
    ],
  };
}

/** The criteria library, by its five groups. */
export function offerCriteria({ context, words }: PageRequest, { document }: StoredCase): Offers {
  const { caseOwn: text } = words;
  return {
    part: 'criteria-library',
    list: 'criteria',
    groups: criterionGroups.map((group) => ({
      heading: words.caseChoices['criterionGroup']?.[group] ?? group,
      offers: context.reference.decisions.criteria
        .filter((one) => one.group === group)
        .map((entry): Offer => ({
          id: entry.id,
          name: entry.name,
          hint: entry.description,
          isThere: document.criteria.some(({ id }) => id === entry.id),
          isSuggested: false,
          item: toCriterion(entry),
          details: {
            summary: text.criterionMore(entry.name),
            facts: [
              ...fact(text.worst, entry.worst),
              ...fact(text.best, entry.best),
              ...fact(text.notTwice, entry.notTwice),
            ],
          },
        })),
    })),
  };
}

/** The page on which offers are chosen. */
export function showOffers(
  { words }: PageRequest,
  stored: StoredCase,
  { part, groups }: Offers,
  refusal: string | null = null,
): PageAnswer {
  const texts = words.caseParts[part] ?? { title: part, lead: '' };
  return casePage(
    {
      template: 'pages/decisions/edit/choose.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        groups,
        refusal,
        problems: presentProblems(stored, part, words),
        action: paths.caseEdit(stored.id, part),
        tasksHref: paths.caseTasks(stored.id),
      },
      title: texts.title,
      document: stored.document,
      crumbs: [crumbOf(stored)],
      hasError: refusal !== null,
    },
    words,
  );
}

/** Adds the offers that were chosen to their list. */
export async function addOffers(
  request: PageRequest,
  stored: StoredCase,
  offers: Offers,
): Promise<PageAnswer> {
  const { context, form, words } = request;
  const chosen = offers.groups
    .flatMap((group) => group.offers)
    .filter(({ id, isThere }) => !isThere && (form[`add:${id}`] ?? '') !== '');
  if (chosen.length === 0) return showOffers(request, stored, offers, words.caseOwn.nothingChosen);
  const { length } = stored.document[offers.list];
  const items = chosen.map(({ item }) => item);
  const changes: CaseChange[] =
    length === 0
      ? [{ path: [offers.list], value: items }]
      : items.map((value, index) => ({ path: [offers.list, length + index], value }));
  const saved = await saveChanges(context, stored, changes, { form, fields: [] });
  if (saved.kind === 'saved')
    return { kind: 'redirect', to: paths.caseEdit(stored.id, offers.list, { done: 'saved' }), status: 303 };
  const [fault] = Object.values(saved.faults);
  return showOffers(
    request,
    stored,
    offers,
    typeof fault === 'object' ? fault.says : words.caseForm.errorTitle,
  );
}
