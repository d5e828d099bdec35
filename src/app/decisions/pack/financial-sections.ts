import {
  bullets,
  paragraph,
  type PackBlock,
  type PackSection,
} from '../../../domain/decisions/pack/pack-document.ts';
import type { MoneyOfOption } from '../../../domain/decisions/money/appraise-money.ts';
import { isOf } from '../../../domain/decisions/case-years.ts';
import { listText, poundsText } from '../figure-text.ts';
import { yearBlocks } from './figure-blocks.ts';
import { fundingSentences } from './funding-words.ts';
import { linesIn, moneyOf, totalOf, type PackMatter } from './pack-matter.ts';
import { timingText, uncertainPounds, wordsOf } from './pack-words.ts';

const noCosts = paragraph('Costs could not be worked out.');

/** The economic table of the option that is put forward, and of business as usual beside it. */
export function economicSection({ document, run, option }: PackMatter): PackSection {
  const usual = document.options.find(({ role }) => role === 'business-as-usual') ?? null;
  const shown = [option, usual].flatMap((one) =>
    one === null || (one === usual && one === option) ? [] : [one],
  );
  const tables = shown.flatMap((one): PackBlock[] => {
    const own = moneyOf(run.money, one.id);
    if (own === null) return [];
    return [
      {
        kind: 'table',
        caption: `${one.name}: expected cost and benefit by year`,
        head: ['Year', 'Cost', 'Risk', 'Benefit', 'Discount factor', 'Present value of cost'],
        numeric: [1, 2, 3, 4, 5],
        isWhole: true,
        rows: own.economic.map(({ year, cost, risk, benefit, discountFactor, presentCost }) => ({
          cells: [
            year,
            poundsText(cost),
            poundsText(risk),
            poundsText(benefit),
            discountFactor.toFixed(3),
            poundsText(presentCost),
          ],
          rests: [linesIn(document, one.id, year, 'economic')],
        })),
      },
    ];
  });
  return {
    id: 'money-economic',
    title: 'Economic table',
    blocks: [
      paragraph(
        `What the options are compared by: real, at ${document.appraisal.priceBase} prices, without VAT, without what is sunk and without money that only moves inside the public sector. Amounts are expected values, so their sum lies above P50 where costs can run far over.`,
      ),
      ...(tables.length === 0 ? [noCosts] : tables),
    ],
  };
}

/** The financial table of the option that is put forward, and expected cash of every option. */
export function financialSection(matter: PackMatter): PackSection {
  const { document, run, option } = matter;
  const own = moneyOf(run.money, option?.id ?? null);
  const every = run.money?.options ?? [];
  const nameOf = (id: string): string => document.options.find((one) => one.id === id)?.name ?? id;
  return {
    id: 'money-financial',
    title: 'Financial table',
    blocks: [
      paragraph(
        'What is budgeted: cash in the money of each year, with VAT that is not recovered. VAT that nobody has settled counts as not recovered.',
      ),
      ...(own === null || option === null
        ? [noCosts]
        : [
            {
              kind: 'table' as const,
              caption: `${option.name}: expected cash by financial year`,
              head: ['Year', 'Capital', 'Resource', 'Of these VAT', 'Risk', 'Together'],
              numeric: [1, 2, 3, 4, 5],
              isWhole: true,
              rows: [
                ...own.financial.map(({ year, capital, resource, vat, risk, total }) => ({
                  cells: [year, ...[capital, resource, vat, risk, total].map(poundsText)],
                  rests: [linesIn(document, option.id, year, 'cash')],
                })),
                {
                  cells: [
                    'Together',
                    ...(['capital', 'resource', 'vat', 'risk', 'total'] as const).map((column) =>
                      poundsText(own.financial.reduce((sum, one) => sum + one[column], 0)),
                    ),
                  ],
                  ...totalOf(document, [option.id], 'cash'),
                },
              ],
            },
            levelTable(matter, option, own),
          ]),
      ...(every.length < 2
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Cash over all years, every option',
              head: ['Option', 'P50', 'P80', 'Between P50 and P80', 'Expected cash against budget'],
              numeric: [1, 2, 3, 4],
              rows: every.map(({ option: id, cash, contingency, gap }) => ({
                cells: [
                  nameOf(id),
                  poundsText(cash.p50.value),
                  poundsText(cash.p80.value),
                  poundsText(contingency),
                  gap === null
                    ? 'no budget'
                    : gap > 0
                      ? `${poundsText(gap)} short`
                      : `${poundsText(-gap)} to spare`,
                ],
                ...totalOf(document, [id], 'cash'),
              })),
            },
          ]),
      ...(matter.reader === 'member-report' ? [] : yearBlocks(matter)),
    ],
  };
}

/** Cash of each year as likely more as less, expected, and as it stays under in four of five cases, against its budget. */
function levelTable(
  { document }: PackMatter,
  option: NonNullable<PackMatter['option']>,
  { financial, cash }: MoneyOfOption,
): PackBlock {
  const budgets = financial.flatMap(({ budget }) => budget ?? []);
  const whole = budgets.length === 0 ? null : budgets.reduce((sum, budget) => sum + budget, 0);
  const rows = [
    ...financial,
    {
      year: 'All years',
      budget: whole,
      p50: cash.p50.value,
      total: financial.reduce((sum, one) => sum + one.total, 0),
      p80: cash.p80.value,
    },
  ];
  return {
    kind: 'table',
    caption: `${option.name}: cash against budget, at P50, expected and at P80`,
    head: [
      'Year',
      'Budget',
      'P50',
      'Expected',
      'P80',
      'Over budget at P50',
      'Over budget, expected',
      'Over budget at P80',
    ],
    numeric: [1, 2, 3, 4, 5, 6, 7],
    isWhole: true,
    rows: rows.map(({ year, budget, p50, total, p80 }, at) => ({
      cells: [
        year,
        budget === null ? 'none' : poundsText(budget),
        ...[p50, total, p80].map(poundsText),
        ...[p50, total, p80].map((one) => overText(one, budget)),
      ],
      ...(at === financial.length
        ? totalOf(document, [option.id], 'cash')
        : { rests: [linesIn(document, option.id, year, 'cash')] }),
    })),
    note: 'Over budget: − is to spare. P50 and P80 of single years don’t add up to those of all years: what goes wrong doesn’t go wrong everywhere at once. Expected cash does.',
  };
}

function overText(cost: number, budget: number | null): string {
  return budget === null ? 'not known' : poundsText(cost - budget);
}

/** Budgets, and what is expected of each kind of money: one kind can’t always be spent as the other. */
function budgetTable({ document, run, option }: PackMatter): PackBlock {
  const money = moneyOf(run.money, option?.id ?? null);
  const needs = money?.financial ?? [];
  return {
    kind: 'table',
    caption: 'Budgets, and expected cash by kind of money',
    head: [
      'Year',
      'Capital: budget',
      'Capital: expected',
      'Resource: budget',
      'Resource: expected, with risks',
      'Source of the budget',
    ],
    numeric: [1, 2, 3, 4],
    isWhole: option !== null,
    rows: document.budgets.map(({ year, capital, resource, source }) => {
      const need = needs.find((one) => one.year === year);
      return {
        cells: [
          year,
          poundsText(capital),
          need === undefined ? 'not known' : poundsText(need.capital),
          poundsText(resource),
          need === undefined ? 'not known' : poundsText(need.resource + need.risk),
          source ?? 'None given',
        ],
        ...(option === null ? {} : { rests: [linesIn(document, option.id, year, 'cash')] }),
      };
    }),
    note: 'Whether money may be moved between capital and resource is for whoever holds the budgets.',
  };
}

/** Where the money comes from, and whether it is enough. */
export function fundingSection(matter: PackMatter): PackSection {
  const { document, option } = matter;
  return {
    id: 'funding',
    title: 'Funding and affordability',
    blocks: [
      ...bullets(
        fundingSentences(matter).map((text) => ({
          text,
          ...(option === null ? {} : totalOf(document, [option.id], 'cash')),
        })),
      ),
      ...(document.budgets.length === 0 ? [] : [budgetTable(matter)]),
    ],
  };
}

const kinds = {
  'cash-releasing': 'Cash-releasing',
  'non-cash-releasing': 'Not cash-releasing',
  'avoided-cost': 'Cost avoided',
  societal: 'For society',
} as const;

/** Benefits in money, each with whoever confirms it. */
export function benefitSection({ document, option, names }: PackMatter): PackSection {
  const { benefits } = document;
  const own = option === null ? [] : benefits.filter(({ options }) => isOf(options, option.id));
  return {
    id: 'benefits',
    title: 'Benefits and their owners',
    blocks:
      benefits.length === 0
        ? [
            paragraph(
              'No benefit in money is claimed. Options can then be compared by cost alone only where their outcomes are equal.',
            ),
          ]
        : [
            ...(option === null || own.length > 0
              ? []
              : [paragraph(`None of them is claimed for ${option.name}.`)]),
            {
              kind: 'table',
              caption: 'Benefits in money',
              head: [
                'Benefit',
                'Options',
                'Kind',
                'Amount',
                'When',
                'Taken off for optimism',
                'Who owns and confirms it',
                'Source',
                'Confidence',
              ],
              numeric: [],
              rows: benefits.map(
                ({
                  label,
                  options,
                  kind,
                  amount,
                  when,
                  optimismPercent,
                  realisedBy,
                  source,
                  confidence,
                }) => ({
                  cells: [
                    label,
                    options === 'all' ? 'All' : listText(options.map(names.option)),
                    kinds[kind],
                    uncertainPounds(amount),
                    timingText(when),
                    optimismPercent === undefined
                      ? 'Nothing beyond the range'
                      : `${optimismPercent} per cent`,
                    realisedBy ?? 'Nobody',
                    source ?? 'None given',
                    wordsOf(confidence ?? 'not said'),
                  ],
                }),
              ),
              note: 'Only benefits that release cash lower a budget, and only once whoever holds the budget has confirmed them.',
            },
          ],
  };
}
