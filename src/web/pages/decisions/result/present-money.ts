import { namesOf } from '../../../../app/decisions/case-names.ts';
import { poundsText } from '../../../../app/decisions/figure-text.ts';
import { costRows } from '../../../../app/decisions/money-text.ts';
import { costNotes } from '../../../../app/decisions/run-text.ts';
import type { MoneyOfOption } from '../../../../domain/decisions/money/appraise-money.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { FigureView } from '../../../components/case/present-figure.ts';
import { rowTable, type RowTable } from '../../../components/case/row-table.ts';
import type { WorkedCase } from './worked-case.ts';

type Text = Catalogue['caseResult'];

/** The money of a result: the cost table, its figures, and the two money tables of each option. */
export function presentMoney(
  { stored: { document }, run: { money, rates, appraisal } }: WorkedCase,
  figures: readonly FigureView[],
  { caseResult: text }: Catalogue,
) {
  if (money === null || rates === null) return null;
  const nameOf = namesOf(document).option;
  const first = appraisal?.indicated?.option ?? money.options[0]?.option ?? '';
  // What is indicated first, then as the case has them.
  const ordered = money.options.toSorted(
    (one, other) => Number(other.option === first) - Number(one.option === first),
  );
  const [rate] = rates.schedule;
  return {
    table: rowTable(costRows(document, money), { caption: text.costTable, corner: text.option }),
    notes: costNotes(document, money, { rate: rate?.rate ?? 0, version: rates.version }),
    curves: figures.find(({ id }) => id === 'cost-curves') ?? null,
    years: figures.find(({ id }) => id === 'cost-by-year') ?? null,
    options: ordered.map((own) => ({
      name: nameOf(own.option),
      isFirst: own.option === first,
      tornado: figures.find(({ id }) => id === `tornado-${own.option}`) ?? null,
      economic: economicOf(own, nameOf(own.option), text),
      financial: financialOf(own, nameOf(own.option), text),
      contingency: text.contingency(poundsText(own.contingency)),
    })),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function economicOf({ economic }: MoneyOfOption, name: string, text: Text): RowTable {
  const rows = economic.map(({ year, cost, risk, benefit, discountFactor, presentCost }) => [
    year,
    ...[cost, risk, benefit].map(poundsText),
    discountFactor.toFixed(4),
    poundsText(presentCost),
  ]);
  const last = [
    text.together,
    ...(['cost', 'risk', 'benefit'] as const).map((key) => poundsText(sum(economic.map((one) => one[key])))),
    '',
    poundsText(sum(economic.map(({ presentCost }) => presentCost))),
  ];
  return rowTable([text.economicColumns, ...rows, last], {
    caption: `${text.economic}: ${name}`,
    corner: '',
  });
}

function financialOf({ financial, cash }: MoneyOfOption, name: string, text: Text): RowTable {
  const rows = financial.map(({ year, capital, resource, vat, risk, total, p50, p80, budget, gap }) => [
    year,
    ...[capital, resource, vat, risk, total, p50, p80].map(poundsText),
    budget === null ? text.noBudget : poundsText(budget),
    gap === null ? '' : poundsText(gap),
  ]);
  const held = financial.flatMap(({ budget }) => budget ?? []);
  const last = [
    text.together,
    ...(['capital', 'resource', 'vat', 'risk', 'total'] as const).map((key) =>
      poundsText(sum(financial.map((one) => one[key]))),
    ),
    ...[cash.p50.value, cash.p80.value].map(poundsText),
    held.length === 0 ? text.noBudget : poundsText(sum(held)),
    held.length === 0 ? '' : poundsText(sum(financial.flatMap(({ gap }) => gap ?? []))),
  ];
  return rowTable([text.financialColumns, ...rows, last], {
    caption: `${text.financial}: ${name}`,
    corner: '',
  });
}
