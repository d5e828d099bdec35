import type { CaseRun } from '../../../../app/decisions/case-run.ts';
import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { changesRows, criteriaRows, valueAndCostRows } from '../../../../app/decisions/appraisal-tables.ts';
import {
  changesNote,
  notEligibleRows,
  readyHeading,
  readySentences,
} from '../../../../app/decisions/appraisal-text.ts';
import { namesOf } from '../../../../app/decisions/case-names.ts';
import { compositionParts } from '../../../../app/decisions/composition-text.ts';
import type { CaseFigure } from '../../../../app/decisions/figures/case-figure.ts';
import { drawCase } from '../../../../app/decisions/figures/draw-case.ts';
import { pointsText, poundsText } from '../../../../app/decisions/figure-text.ts';
import { indicatedText } from '../../../../app/decisions/indicated-text.ts';
import { enquirySentences, stressSentences, switchSentences } from '../../../../app/decisions/money-text.ts';
import { disagreementText, robustnessText } from '../../../../app/decisions/robustness-text.ts';
import { recommendationText } from '../../../../app/decisions/run-text.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentFigure, type FigureView } from '../../../components/case/present-figure.ts';
import { rowTable } from '../../../components/case/row-table.ts';
import { paths } from '../../../paths.ts';
import { presentMoney } from './present-money.ts';
import { presentProblems } from './present-problems.ts';
import type { WorkedCase } from './worked-case.ts';
import { presentTrial, type TrialAsked } from './present-trial.ts';

/** The result of a case, for its page. */
export function presentResult(worked: WorkedCase, asked: TrialAsked, words: Catalogue) {
  const { stored, run, workedOutAt, newest } = worked;
  const { document, revision } = stored;
  const { appraisal } = run;
  const text = words.caseResult;
  const names = namesOf(document);
  const isNewest = revision === newest;
  const figures = figuresOf(worked);
  const figure = (id: string): FigureView | null => figures.find((one) => one.id === id) ?? null;
  const errors = stored.problems.filter(({ kind }) => kind === 'error').length;
  const recommended = document.recommendation;
  const notEligible = appraisal === null ? [] : notEligibleRows(appraisal.standings);
  return {
    document: { id: document.id, title: document.title },
    worked: text.worked(revision, workedOutAt),
    older: isNewest ? null : { text: text.older(revision), href: paths.caseResult(document.id) },
    partial: errors === 0 ? null : text.partial(errors),
    indicated: appraisal === null ? [text.nothingAppraised] : indicatedText(appraisal, names),
    recommendation: recommendationText(document)?.split('\n') ?? null,
    differs:
      recommended !== undefined &&
      appraisal?.indicated != null &&
      appraisal.indicated.option !== recommended.option,
    ready:
      appraisal === null
        ? null
        : { heading: readyHeading(appraisal), sentences: readySentences(appraisal, names) },
    valueAndCost:
      appraisal?.values == null
        ? null
        : rowTable(valueAndCostRows(appraisal, names), {
            caption: text.valueAndCost, corner: text.option, numeric: [1, 2],
          }),
    frontier: figure('frontier'),
    bestAtPrice: figure('best-at-price'),
    steps: (appraisal?.costComparison?.steps ?? []).map(({ from, to, extraPoints, extraCost, perPoint }) =>
      text.pointPriceStep(names.option(from), names.option(to), pointsText(extraPoints), poundsText(extraCost), poundsText(perPoint)),
    ),
    trial: presentTrial(worked, asked, words),
    firmness: appraisal?.robustness == null ? [] : robustnessText(appraisal.robustness, names),
    ranks: figure('ranks'),
    weights: figures.filter(({ id }) => id.startsWith('weight-')),
    criteria: criteriaTable(appraisal, names, text),
    disagreement: appraisal?.scores == null ? [] : disagreementText(appraisal.scores, names),
    money: presentMoney(worked, figures, words),
    changes:
      appraisal?.indicated == null || appraisal.changes.length === 0
        ? null
        : {
            table: rowTable(changesRows(appraisal.changes, appraisal.indicated, names), {
              caption: text.changeByWeight, corner: '', numeric: [],
            }),
            note: changesNote(appraisal.indicated.pricePerPoint),
          },
    switches: run.money === null ? [] : switchSentences(document, run.money),
    stress: run.money === null ? [] : stressSentences(document, run.money),
    enquiries: run.money === null ? [] : enquirySentences(run.money),
    composition: presentComposition(run, document, text),
    notEligible:
      notEligible.length === 0
        ? null
        : rowTable([[text.option, text.whyNot], ...notEligible], {
            caption: text.notEligible, corner: text.option, numeric: [],
          }),
    problems: presentProblems(stored, words),
  };
} // prettier-ignore

/** Figures with the addresses of their files, which name the version unless it is the newest. */
function figuresOf({ stored, run, newest }: WorkedCase): FigureView[] {
  const { document, revision } = stored;
  const query = revision === newest ? {} : { revision };
  const href = (figure: CaseFigure, format: 'csv' | 'svg'): string =>
    paths.caseFigureFile(document.id, figure.id, format, query);
  return drawCase({ ...run, document }).map((figure) =>
    presentFigure(figure, { csvHref: href(figure, 'csv'), svgHref: href(figure, 'svg') }),
  );
}

type Text = Catalogue['caseResult'];

function criteriaTable(
  appraisal: CaseRun['appraisal'],
  names: ReturnType<typeof namesOf>,
  text: Text,
): ReturnType<typeof rowTable> | null {
  if (appraisal?.values == null) return null;
  const { values } = appraisal;
  const [head = [], ...rows] = criteriaRows(values, names);
  const named = [...head.slice(0, 2), ...values.options.map(({ option }) => names.option(option))];
  return rowTable([named, ...rows], { caption: text.pointsByCriterion, corner: '' });
}

function presentComposition(
  { composition, modelNames }: CaseRun,
  document: StoredCase['document'],
  text: Text,
) {
  if (composition === null) return null;
  const { lead, rows, notes } = compositionParts(document, composition, (id) => modelNames[id] ?? id);
  return {
    lead,
    notes,
    table:
      rows.length === 0
        ? null
        : rowTable(rows, { caption: text.compositionCaption, corner: text.compositionCaption, numeric: [] }),
  };
}
