import { bullets, paragraph, type PackSection } from '../../../domain/decisions/pack/pack-document.ts';
import { poundsText } from '../figure-text.ts';
import { figureText } from './number-words.ts';
import { moneyOf, totalOf, type PackMatter } from './pack-matter.ts';
import { ended } from './pack-words.ts';

/** What is needed, and how it will be known that it came about. */
export function needSection({ document }: PackMatter): PackSection {
  const { need, components } = document;
  return {
    id: 'need',
    title: 'Need and outcomes',
    blocks: [
      paragraph(ended(need.statement)),
      paragraph(`The new arrangement has to work by ${need.neededBy}.`),
      {
        kind: 'table',
        caption: 'Outcomes',
        head: ['Outcome', 'How it is measured', 'Who owns it'],
        numeric: [],
        rows: need.outcomes.map(({ text, measure, owner }) => ({
          cells: [text, measure ?? 'Nobody has said', owner ?? 'Nobody'],
        })),
      },
      { kind: 'heading', text: 'Critical success factors' },
      ...(need.successFactors.length === 0
        ? [paragraph('Nobody has written any down.')]
        : bullets(need.successFactors.map((text) => ({ text: ended(text) })))),
      ...(need.volumes.length === 0
        ? [paragraph('Nobody has said what the service handles in a year.')]
        : [
            {
              kind: 'table' as const,
              caption: 'What the service handles in a year',
              head: ['What', 'A year', 'Counted in'],
              numeric: [1],
              rows: need.volumes.map(({ name, perYear, unit }) => ({
                cells: [name, figureText(perYear), unit ?? ''],
              })),
            },
          ]),
      ...(components.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Parts of the service that could be sourced apart',
              head: ['Part', 'Evolution', 'Does it set the body apart', 'How often it changes', 'Data'],
              numeric: [],
              rows: components.map(({ name, evolution, differentiation, volatility, dataSensitivity }) => ({
                cells: [name, evolution, differentiation, volatility, dataSensitivity.toUpperCase()],
              })),
              note: 'Evolution: genesis is new and uncertain, custom is built for each, a product is sold by several, a commodity is a utility.',
            },
          ]),
    ],
  };
}

/** What happens if nothing is done, and what today's arrangement is and costs. */
export function presentSection({ document, run }: PackMatter): PackSection {
  const { present, ifNothing } = document.need;
  const usual = document.options.find(({ role }) => role === 'business-as-usual');
  const money = moneyOf(run.money, usual?.id ?? null);
  return {
    id: 'present',
    title: 'Business as usual, and what happens if nothing is done',
    blocks: [
      paragraph(ended(ifNothing)),
      present === undefined
        ? paragraph('The case doesn’t describe how it is done today.')
        : {
            kind: 'facts',
            rows: [
              { name: 'Today', text: ended(present.description) },
              { name: 'Contract', text: present.contract ?? 'No contract of the register is named.' },
              { name: 'Ends on', text: present.endsOn ?? 'Nobody has said.' },
              { name: 'Law it was let under', text: present.regime ?? 'Nobody has said.' },
            ],
          },
      usual === undefined
        ? paragraph('Business as usual is not among the options, so nothing can be compared with it.')
        : money === null
          ? paragraph('What business as usual would cost could not be worked out.')
          : paragraph(
              `Going on as now would cost ${poundsText(money.cost.p50.value)} at P50 (present value) and ${poundsText(money.cash.p50.value)} in cash.`,
              {
                rests: [
                  ...totalOf(document, [usual.id], 'economic').rests,
                  ...totalOf(document, [usual.id], 'cash').rests,
                ],
              },
            ),
    ],
  };
}

/** Quality for a trust board: what the service is to do better for the people it serves. */
export function qualitySection({ document }: PackMatter): PackSection {
  const service = document.criteria.filter(({ group }) => group === 'service-delivery');
  return {
    id: 'quality',
    title: 'What gets better for patients and staff',
    blocks: [
      ...bullets(
        document.need.outcomes.map(({ text, measure, owner }) => ({
          text: `${ended(text)} ${measure === undefined ? 'Nobody has said how it is measured.' : `Measured by: ${ended(measure)}`} ${owner === undefined ? 'Nobody owns it.' : `${owner} owns it.`}`,
        })),
      ),
      ...(service.length === 0
        ? [paragraph('No criterion by which the options were scored is about service delivery.')]
        : [
            { kind: 'heading' as const, text: 'What quality was scored by' },
            ...bullets(
              service.map(({ name, anchors }) => ({
                text:
                  anchors === undefined
                    ? `${ended(name)} Nobody has said what best and worst look like.`
                    : `${name}: from “${anchors.worst}” to “${anchors.best}”.`,
              })),
            ),
          ]),
    ],
  };
}

/** Clinical safety for a trust board, as far as a test says something of it. */
export function clinicalSafetySection({ document, names }: PackMatter): PackSection {
  const own = document.tests.filter(({ test }) => test === 'clinical-safety');
  return {
    id: 'clinical-safety',
    title: 'Clinical safety',
    blocks:
      own.length === 0
        ? [
            paragraph(
              'No test of clinical safety is recorded for any option. For health software the board will want the clinical risk management of its manufacturer (DCB0129) and of the organisation that deploys it (DCB0160), or the reason why neither applies.',
            ),
          ]
        : bullets(
            own.map(({ option, result, evidence, treatment, owner, by }) => ({
              text: `${names.option(option)}: ${result}. ${evidence === undefined ? 'No evidence is recorded.' : ended(evidence)}${treatment === undefined ? '' : ` To be done: ${ended(treatment)}`}${owner === undefined ? '' : ` ${owner}${by === undefined ? '' : `, by ${by}`}.`}`,
            })),
          ),
  };
}
