import { addMonths } from '../../../lib/add-months.ts';
import { dayInWords } from '../../../lib/day-in-words.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import { isToBeWritten } from '../to-be-written.ts';

const error = problem('error');
const warning = problem('warning');
const missing = problem('missing');

/** Months after which a figure of the register is taken again. Judgement of the authors. */
const freshMonths = 6;

/**
 * Whether figures of the register are fresh, stand once and are about something in the case; whether reasons for other
 * models name what there is; and which texts are still to be written.
 *
 * @param models ids of the delivery models that are known
 * @example checkEvidence(document, models)[0]?.path // 'evidence[0].at'
 */
export function checkEvidence(document: CaseDocument, models: ReadonlySet<string>): CaseProblem[] {
  return [...checkFigures(document), ...checkDepartures(document, models), ...checkWritten(document)];
}

function checkFigures({ evidence, components, asOf }: CaseDocument): CaseProblem[] {
  const known = new Set(components.map(({ id }) => id));
  const seen = new Set<string>();
  return evidence.flatMap(({ id, about, at }, index) => {
    const found: CaseProblem[] = [];
    const path = `evidence[${index}]`;
    if (seen.has(id)) found.push(error(`${path}.id`, `“${id}” stands twice in the evidence: keep one.`));
    seen.add(id);
    for (const one of about)
      if (!known.has(one) && !isPlace(one))
        found.push(
          warning(`${path}.about`, `There is no component “${one}” any more: leave the figure out.`),
        );
    const day = at.slice(0, 10);
    if (addMonths(day, freshMonths) < asOf)
      found.push(
        warning(
          `${path}.at`,
          `It was taken on ${dayInWords(day)}, more than ${freshMonths} months before the facts of the case: take it again with "sourcing decisions evidence".`,
        ),
      );
    return found;
  });
}

/** Places of the document that a figure can be about, beside components. */
function isPlace(text: string): boolean {
  return ['buyer', 'costs', 'need.present'].includes(text);
}

function checkDepartures(
  { departures, components }: CaseDocument,
  models: ReadonlySet<string>,
): CaseProblem[] {
  return departures.flatMap(({ component, model }, index) => [
    ...(components.some(({ id }) => id === component)
      ? []
      : [error(`departures[${index}].component`, `There is no component “${component}”.`)]),
    // Without models, as where only the form is read, none can be missed.
    ...(models.size === 0 || models.has(model)
      ? []
      : [
          error(
            `departures[${index}].model`,
            `There is no delivery model “${model}”; "sourcing decisions models" lists them.`,
          ),
        ]),
  ]);
}

function checkWritten({ buyer, need }: CaseDocument): CaseProblem[] {
  const texts: [path: string, text: string, asked: string][] = [
    ['buyer.name', buyer.name, 'Which body decides'],
    ['need.statement', need.statement, 'What is needed, and by whom,'],
    ...need.outcomes.map(({ text }, index): [string, string, string] => [
      `need.outcomes[${index}].text`,
      text,
      `What will be better (outcome ${index + 1})`,
    ]),
    ['need.ifNothing', need.ifNothing, 'What happens if nothing is done'],
  ];
  return texts.flatMap(([path, text, asked]) =>
    isToBeWritten(text) ? [missing(path, `${asked} is still to be written.`)] : [],
  );
}
