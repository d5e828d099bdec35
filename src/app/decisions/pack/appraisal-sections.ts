import {
  bullets,
  paragraph,
  type PackBlock,
  type PackSection,
} from '../../../domain/decisions/pack/pack-document.ts';
import { changeRow, preferredText } from '../appraisal-tables.ts';
import { listText, pointsText, poundsText, shareText } from '../figure-text.ts';
import { switchSentences } from '../money-text.ts';
import { robustnessText } from '../robustness-text.ts';
import { capitalised } from './pack-words.ts';
import { moneyOf, totalOf, type PackMatter } from './pack-matter.ts';
import { appraisalFigures, tornadoBlocks } from './figure-blocks.ts';
import { numberWords } from './number-words.ts';
import { isOf } from '../../../domain/decisions/case-years.ts';

/** Value beside cost, for every option that was costed. */
export function appraisalSection(matter: PackMatter): PackSection {
  const { document, run, names } = matter;
  const { appraisal, money, rates } = run;
  const shown = (appraisal?.standings ?? []).filter(({ status }) => status !== 'not-shortlisted');
  const rows = shown.map(({ option, status }) => {
    const value = appraisal?.values?.options.find((one) => one.option === option);
    const own = moneyOf(money, option);
    const place = appraisal?.costComparison?.places.find((one) => one.option === option);
    return {
      cells: [
        names.option(option),
        value === undefined
          ? 'not scored'
          : value.value === null
            ? `${pointsText(value.low)} to ${pointsText(value.high)}`
            : pointsText(value.value),
        ...(own === null
          ? ['not known', 'not known', 'not known', 'not known', 'not known']
          : [
              ...[own.cost.p10, own.cost.p50, own.cost.p80, own.cost.p90].map(({ value: pounds }) =>
                poundsText(pounds),
              ),
              own.net === null ? 'no benefits' : poundsText(own.net.p50.value),
            ]),
        own?.cheapestShare === null || own === null ? 'not compared' : shareText(own.cheapestShare),
        status === 'comparator'
          ? 'Comparator, not eligible'
          : status === 'failed'
            ? 'Not eligible: fails a test'
            : place === undefined
              ? 'Not compared'
              : capitalised(preferredText(place, names)),
      ],
      ...totalOf(document, [option], 'economic'),
    };
  });
  const [first] = rates?.schedule ?? [];
  const basis =
    first === undefined
      ? 'Costs could not be worked out.'
      : `Present value at ${(first.rate * 100).toLocaleString('en-GB')} per cent a year over ${numberWords(document.appraisal.years)} ${document.appraisal.years === 1 ? 'year' : 'years'}, prices of ${document.appraisal.priceBase}, without VAT, sunk costs and transfers. P50: as likely to cost more as less. P80: four times in five it costs less. Net: cost less benefits in money.`;
  return {
    id: 'appraisal',
    title: 'Value and cost',
    blocks: [
      rows.length === 0
        ? paragraph('No option was appraised.')
        : {
            kind: 'table',
            caption: 'Shortlisted options: value and whole-life cost',
            head: [
              'Option',
              'Points of 100',
              'P10',
              'P50',
              'P80',
              'P90',
              'Net P50',
              'Cheapest in',
              'The choice where a point is worth',
            ],
            numeric: [1, 2, 3, 4, 5, 6, 7],
            rows,
            note: basis,
          },
      ...appraisalFigures(matter),
      ...unmonetised(document),
      ...firmness({ document, run, names }),
    ],
  };
}

function unmonetised({ unmonetised: effects, options }: PackMatter['document']): PackBlock[] {
  if (effects.length === 0) return [paragraph('No effect without a price is listed.')];
  const nameOf = (id: string): string => options.find((one) => one.id === id)?.name ?? id;
  return [
    {
      kind: 'table',
      caption: 'Effects that have no price, and are not counted',
      head: ['Effect', 'Options', 'What it is'],
      numeric: [],
      rows: effects.map(({ label, options: own, effect }) => ({
        cells: [label, own.length === 0 ? 'All' : listText(own.map(nameOf)), effect],
      })),
    },
  ];
}

function firmness({ document, run, names }: Pick<PackMatter, 'document' | 'run' | 'names'>): PackBlock[] {
  const prices = run.appraisal?.costComparison?.bestAtPrice ?? [];
  const robustness = run.appraisal?.robustness ?? null;
  const shares = prices[0]?.shares ?? [];
  const compared = shares.map(({ option }) => option);
  return [
    ...(shares.length < 2
      ? []
      : [
          {
            kind: 'table' as const,
            caption: 'How often each option is the best choice, by what a point is worth',
            head: ['A point is worth', ...compared.map(names.option)],
            numeric: compared.map((_, at) => at + 1),
            rows: prices.map(({ perPoint, shares: own }) => ({
              cells: [
                perPoint === 0 ? 'Nothing: the cheapest' : poundsText(perPoint),
                ...own.map(({ share }) => shareText(share)),
              ],
              ...totalOf(document, compared, 'economic'),
            })),
            note: 'Costs vary here as they were simulated; points are taken as they are.',
          },
        ]),
    ...(robustness === null
      ? []
      : [
          { kind: 'heading' as const, text: 'How firm the order by value is' },
          ...bullets(robustnessText(robustness, names).map((text) => ({ text }))),
        ]),
  ];
}

/** Switching values: what would have to be different for another option to be the choice. */
export function switchingSection(matter: PackMatter): PackSection {
  const { document, run, names } = matter;
  const { appraisal, money } = run;
  const indicated = appraisal?.indicated ?? null;
  const every = document.options.filter(({ shortlisted }) => shortlisted).map(({ id }) => id);
  const changes = appraisal?.changes ?? [];
  const blocks: PackBlock[] =
    indicated === null || changes.length === 0
      ? [paragraph('Nothing that was looked at would change what is indicated, or nothing is indicated.')]
      : [
          {
            kind: 'table',
            caption: 'What would change what is indicated, one thing at a time',
            head: ['What', 'Now', 'Turns', 'Then the choice is'],
            numeric: [],
            rows: changes.map((change) => ({
              cells: changeRow(
                change,
                { indicated: names.option(indicated.option), price: indicated.pricePerPoint },
                names,
              ).map((cell, at) => (at === 0 ? capitalised(cell) : cell)),
              ...(change.kind === 'price-per-point' || change.kind === 'cost'
                ? totalOf(document, every, 'economic')
                : {}),
              ...(change.kind === 'score' || change.kind === 'missing-scores'
                ? { tellsOf: ['scores' as const] }
                : {}),
            })),
            note:
              indicated.pricePerPoint === null
                ? 'Weights and points are looked at by value alone, because nobody has said what a point is worth.'
                : 'Weights and points are looked at with costs in mind, at the price of a point that the body has said.',
          },
        ];
  const sentences = money === null ? [] : switchSentences(document, money);
  return {
    id: 'switching',
    title: 'Switching values',
    blocks: [
      ...blocks,
      ...(money === null || sentences.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'What would make another option the cheapest' },
            ...bullets(
              sentences.map((text, at) => {
                const found = money.switches[at];
                const lines =
                  found?.what === 'line'
                    ? [found.id]
                    : document.costs.lines
                        .filter(
                          ({ drivers, options }) =>
                            found !== undefined &&
                            drivers.includes(found.id) &&
                            (isOf(options, found.cheapest) || isOf(options, found.becomes)),
                        )
                        .map(({ id }) => id);
                return { text, rests: [lines] };
              }),
            ),
          ]),
      ...tornadoBlocks(matter),
    ],
  };
}

/** Named what-ifs. */
export function stressSection({ document, run, names }: PackMatter): PackSection {
  const stress = run.money?.stress ?? [];
  const options = stress[0]?.options.map(({ option }) => option) ?? [];
  return {
    id: 'stress',
    title: 'Stress tests',
    blocks:
      stress.length === 0
        ? [paragraph('No what-if is named in the case, or none could be worked out.')]
        : [
            {
              kind: 'table',
              caption: 'What if: cost at P50 (present value)',
              head: ['What if', ...options.map(names.option), 'The cheapest then'],
              numeric: options.map((_, at) => at + 1),
              rows: stress.map(({ id, name, options: found, cheapest }) => {
                const asked = document.stressTests.find((one) => one.id === id);
                const drivers = Object.keys(asked?.factors ?? {});
                const moved = options.map((option) =>
                  document.costs.lines
                    .filter(
                      (line) =>
                        isOf(line.options, option) && line.drivers.some((driver) => drivers.includes(driver)),
                    )
                    .map((line) => line.id),
                );
                return {
                  cells: [
                    name,
                    ...found.map(({ p50, change }) => `${poundsText(p50)}\n(${changeText(change)})`),
                    cheapest === null ? 'None can be compared' : names.option(cheapest),
                  ],
                  cellTold: [
                    null,
                    ...options.map((option, at) => ({
                      rests: [moved[at] ?? [], ...totalOf(document, [option], 'economic').rests],
                    })),
                  ],
                };
              }),
              note: `In brackets: the change against the plan.${document.stressTests.some(({ delayMonths }) => delayMonths > 0) ? ' A delay can lower this cost: the present arrangement goes on meanwhile and may cost less, and what is paid later counts for less. Benefits that come later are not in this table.' : ''}`,
            },
          ],
  };
}

function changeText(change: number): string {
  if (Math.abs(change) < 500) return 'no change';
  return change > 0 ? `+${poundsText(change)}` : poundsText(change);
}

/** What to find out before deciding, and what knowing it is worth. */
export function enquirySection({ run }: PackMatter): PackSection {
  const found = (run.money?.enquiries ?? []).toSorted(
    (one, other) => other.worth - other.cost - (one.worth - one.cost),
  );
  return {
    id: 'enquiries',
    title: 'What to find out first',
    blocks:
      found.length === 0
        ? [paragraph('No trial, question or count is named that would tell more before deciding.')]
        : [
            {
              kind: 'table',
              caption: 'What finding out is worth, and costs',
              head: ['What', 'Worth up to', 'Costs', 'Days', 'First?'],
              numeric: [1, 2, 3],
              rows: found.map(({ label, worth, cost, days, isWorthIt }) => ({
                cells: [
                  label,
                  worth === 0 ? 'would not change the choice' : poundsText(worth),
                  poundsText(cost),
                  days === null ? 'not said' : String(days),
                  isWorthIt ? 'Yes: do it before deciding' : 'No: it costs more than it can bring',
                ],
              })),
              note: 'Worth: what knowing for certain would bring on average, by choosing another option where it shows that another is better. It counts everything that is uncertain of the figures that are looked into, with what their reference class holds; a trial finds out a part of that, so that this is a ceiling.',
            },
          ],
  };
}
