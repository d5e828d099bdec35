import {
  bullets,
  paragraph,
  type PackBlock,
  type PackSection,
} from '../../../domain/decisions/pack/pack-document.ts';
import { testName } from '../case-names.ts';
import { countText, numberText } from '../../count-text.ts';
import { listText, pointsText, shareText } from '../figure-text.ts';
import { disagreementText } from '../robustness-text.ts';
import { assessmentSentence } from './management-sections.ts';
import type { PackMatter } from './pack-matter.ts';
import { ended, sentenceOf, wordsOf } from './pack-words.ts';
import { verificationText } from './verification-text.ts';

/** Every pass/fail test with what it rests on. */
export function testSection({ document, names }: PackMatter): PackSection {
  const { tests } = document;
  return {
    id: 'tests',
    title: 'Pass/fail tests',
    blocks:
      tests.length === 0
        ? [paragraph('No option has been tested.')]
        : [
            {
              kind: 'table',
              caption: 'Pass/fail tests of every option',
              head: [
                'Option',
                'Test',
                'Result',
                'Evidence',
                'What has to be done',
                'Who, by when',
                'Tested on',
              ],
              numeric: [],
              rows: tests.map(({ option, test, result, evidence, treatment, owner, by, on }) => ({
                cells: [
                  names.option(option),
                  sentenceOf(testName(test)),
                  sentenceOf(result),
                  evidence ?? 'None recorded',
                  treatment ?? (result === 'condition' ? 'Nobody has written it down' : 'Nothing'),
                  [owner, by].filter((one) => one !== undefined).join(', ') ||
                    (result === 'pass' || result === 'fail' ? 'Nobody needed' : 'Nobody is named'),
                  on ?? 'No day recorded',
                ],
              })),
            },
          ],
  };
}

/** Scores before and after moderation, and what they come to. */
export function scoreSection({ document, run, names }: PackMatter): PackSection {
  const { values, scores } = run.appraisal ?? { values: null, scores: null };
  const { weights, assessors } = document;
  const locked =
    weights?.lockedOn === undefined
      ? 'Nobody has locked the weights.'
      : `Weights were locked on ${weights.lockedOn}${weights.lockedBy === undefined ? '; nobody is named who locked them.' : ` by ${weights.lockedBy}.`}`;
  const blocks: PackBlock[] = [
    paragraph(`${locked}${weights?.rationale === undefined ? '' : ` ${ended(weights.rationale)}`}`),
  ];
  if (values === null || scores === null)
    return {
      id: 'scores',
      title: 'Scores before and after moderation',
      blocks: [...blocks, paragraph('No option has been scored so far that values could be worked out.')],
    };
  return {
    id: 'scores',
    title: 'Scores before and after moderation',
    blocks: [
      ...blocks,
      {
        kind: 'table',
        caption: 'Criteria and their weights',
        head: ['Criterion', 'Weight', 'What 0 means', 'What 100 means'],
        numeric: [1],
        rows: values.criteria.map(({ id, name, weight }) => {
          const anchors = document.criteria.find((one) => one.id === id)?.anchors;
          return {
            cells: [
              name,
              shareText(weight),
              anchors?.worst ?? 'Nobody has said',
              anchors?.best ?? 'Nobody has said',
            ],
          };
        }),
      },
      {
        kind: 'table',
        caption: 'Points that count, after moderation',
        head: ['Criterion', ...values.options.map(({ option }) => names.option(option))],
        numeric: values.options.map((_, at) => at + 1),
        rows: values.criteria.map(({ id, name }) => ({
          cells: [
            name,
            ...values.options.map(({ parts }) => {
              const points = parts.find(({ criterion }) => criterion === id)?.points ?? null;
              return points === null ? 'not scored' : pointsText(points);
            }),
          ],
        })),
      },
      ...bullets(disagreementText(scores, names).map((text) => ({ text: ended(text) }))),
      {
        kind: 'table',
        caption: 'Every score as each assessor gave it, and what became of it',
        head: ['Option', 'Criterion', ...assessors.map(({ post }) => post), 'Counts', 'Moderation'],
        numeric: [...assessors.map((_, at) => at + 2), assessors.length + 2],
        rows: scores.cells.map(({ option, criterion, points, basis, note }) => ({
          cells: [
            names.option(option),
            names.criterion(criterion),
            ...assessors.map(({ id }) => givenText(document, id, option, criterion)),
            points === null ? 'none' : pointsText(points),
            basis === 'moderated'
              ? (note ?? 'Agreed')
              : basis === 'mean'
                ? 'Mean; not moderated'
                : basis === 'single'
                  ? 'The only score'
                  : 'Not scored',
          ],
        })),
      },
    ],
  };
}

function givenText(
  { scores }: PackMatter['document'],
  assessor: string,
  option: string,
  criterion: string,
): string {
  const found = scores.find(
    (one) => one.assessor === assessor && one.option === option && one.criterion === criterion,
  );
  if (found === undefined) return 'none';
  const { score } = found;
  return typeof score === 'number'
    ? pointsText(score)
    : `${pointsText(score.low)} to ${pointsText(score.high)}`;
}

/** What everybody who scored declared. */
export function conflictSection({ document }: PackMatter): PackSection {
  const { assessors, assessments } = document;
  const assessed = assessments.filter(({ kind }) => kind === 'conflicts');
  return {
    id: 'conflicts',
    title: 'Declarations of interest',
    blocks: [
      assessors.length === 0
        ? paragraph('Nobody is named who scored.')
        : {
            kind: 'table',
            caption: 'What assessors declared before they saw the options',
            head: ['Post', 'Declared on', 'What was declared'],
            numeric: [],
            rows: assessors.map(({ post, interestsDeclaredOn, interests }) => ({
              cells: [post, interestsDeclaredOn ?? 'Not declared', interests ?? 'Nothing is recorded'],
            })),
          },
      ...(assessed.length === 0
        ? [
            paragraph(
              'No conflicts assessment is recorded. It has to exist before a tender notice is published.',
            ),
          ]
        : bullets(assessed.map((one) => ({ text: assessmentSentence(one) })))),
    ],
  };
}

/** Who built the model, who verified it, and what it can't do. */
export function qualityStatement(matter: PackMatter): PackSection {
  const { document, run } = matter;
  const posts = (role: string): string => {
    const own = document.roles.filter((one) => one.role === role).map(({ post }) => post);
    return own.length === 0 ? 'Nobody is named.' : `${listText(own)}.`;
  };
  const { money, problems } = run;
  const warnings = problems.filter(({ kind }) => kind !== 'missing');
  const adjusted =
    money?.options.find(({ correlationChange }) => correlationChange !== null)?.correlationChange ?? null;
  const limits = [
    money === null
      ? 'No costs were simulated.'
      : `${numberText(money.draws)} draws; ${money.isPrecise ? 'every P80 is known to 1 per cent' : 'not every P80 is known to 1 per cent'}.`,
    'It knows only the lines, ranges and scores that people entered; what nobody entered is not in it.',
    'Correlations are between ranks; what fails together in a crisis may move together more closely than on ordinary days.',
    'Points are taken as certain where costs are compared, and costs as they were simulated.',
    ...(adjusted === null
      ? []
      : [
          `The correlations that were given can’t all hold; the nearest that can were taken, up to ${adjusted.toFixed(2)} away.`,
        ]),
    ...warnings.map(({ message, path }) => `${ended(message)} (${path})`),
  ];
  return {
    id: 'model-quality',
    title: 'Statement on the quality of the model',
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: 'Commissioned by', text: posts('senior-responsible-owner') },
          { name: 'Built by', text: posts('author') },
          { name: 'Verified by', text: verificationText(matter) },
          { name: 'Accounting officer', text: posts('accounting-officer') },
          { name: 'Checks of the program', text: checkText(problems) },
        ],
      },
      { kind: 'heading', text: 'What it can’t do' },
      ...bullets(limits.map((text) => ({ text }))),
    ],
  };
}

function checkText(problems: PackMatter['run']['problems']): string {
  const of = (wanted: string): number => problems.filter(({ kind }) => kind === wanted).length;
  const [errors, warnings, missing] = [of('error'), of('warning'), of('missing')];
  if (errors + warnings + missing === 0)
    return 'The checks of the case found no error, no warning and nothing missing.';
  return `The checks of the case found ${listText([
    errors === 0 ? 'no error' : countText(errors, 'error'),
    warnings === 0 ? 'no warning' : countText(warnings, 'warning'),
    missing === 0 ? 'nothing missing' : `${missing === 1 ? 'one thing' : `${missing} things`} missing`,
  ])}.`;
}

const assessmentKinds = ['equality', 'data-protection', 'accessibility', 'security', 'carbon'] as const;

/** Assessments that are kept elsewhere. */
export function assessmentSection({ document }: PackMatter): PackSection {
  const { assessments } = document;
  const absent = assessmentKinds.filter((kind) => !assessments.some((one) => one.kind === kind));
  return {
    id: 'assessments',
    title: 'Assessments kept elsewhere',
    blocks: [
      ...bullets(assessments.map((one) => ({ text: assessmentSentence(one) }))),
      ...(absent.length === 0
        ? []
        : [paragraph(`Nothing is recorded of these assessments: ${listText(absent.map(wordsOf))}.`)]),
    ],
  };
}

/** The form of the Public Interest Test. */
export function interestTestSection({ document, interestTest }: PackMatter): PackSection {
  const { reference, duty } = interestTest;
  const duties = {
    required: 'The Public Interest Test is required here.',
    'good-practice': 'The Public Interest Test is good practice here, and not required.',
    outside: 'The Public Interest Test does not apply here.',
    unknown: 'Whether the Public Interest Test applies is not known yet.',
  } as const;
  const answered = Object.keys(document.publicInterestTest).length > 0;
  return {
    id: 'interest-test',
    title: 'Public Interest Test',
    blocks: [
      paragraph(`${duties[duty.duty]} ${duty.because.join(' ')} Its result is one input to what is decided.`),
      ...(answered
        ? reference.parts.map((part): PackBlock => ({
            kind: 'table',
            caption: part.name,
            head: ['Question', 'Answer', 'Because'],
            numeric: [],
            rows: part.questions.map(({ id, text }) => {
              const own = document.publicInterestTest[id];
              return {
                cells: [
                  text,
                  own === undefined ? 'Not answered' : sentenceOf(own.answer),
                  own?.because ?? (own === undefined ? '' : 'No reason is given'),
                ],
              };
            }),
          }))
        : [paragraph('Nobody has answered it.')]),
      paragraph(`Rule: ${ended(duty.source)}`),
    ],
  };
}

/** What changed since the version that was approved last. */
export function changeSection({ document, source }: PackMatter): PackSection {
  const log = source.changes ?? null;
  const given = document.approvals.filter(({ status }) => status === 'given');
  return {
    id: 'changes',
    title: 'Changes since the last approved version',
    blocks:
      log === null
        ? [
            paragraph(
              given.length === 0
                ? 'No approval has been given yet, so there is no approved version to compare with.'
                : 'The version that was approved last is not held here, so nobody can show what has changed since.',
            ),
          ]
        : [
            paragraph(`Compared with ${log.since}.`),
            log.changes.length === 0
              ? paragraph('Nothing has changed.')
              : {
                  kind: 'table',
                  caption: 'What has changed',
                  head: ['What', 'Before', 'Now'],
                  numeric: [],
                  rows: log.changes.map(({ what, before, after }) => ({ cells: [what, before, after] })),
                },
          ],
  };
}

/** Versions of methods and reference data, and the record. */
export function versionSection({ document, run, source, interestTest }: PackMatter): PackSection {
  const { rates } = run;
  const classes = [
    ...new Set(document.costs.treatments.flatMap(({ referenceClass }) => referenceClass ?? [])),
  ];
  const { seed, draws } = document.appraisal;
  const record = source.record ?? null;
  return {
    id: 'versions',
    title: 'Methods, reference data and record',
    blocks: [
      {
        kind: 'facts',
        rows: [
          {
            name: 'Discount rates',
            text:
              rates === null
                ? 'None were used: nothing was costed.'
                : `${rates.version}. ${ended(rates.source)}${rates.open === null ? '' : ` Open: ${ended(rates.open)}`}`,
          },
          {
            name: 'Reference classes',
            text:
              classes.length === 0
                ? 'None were used.'
                : `${listText(classes.map(wordsOf))}, as held on ${document.asOf}.`,
          },
          { name: 'Public Interest Test', text: interestTest.duty.rule },
          {
            name: 'Value',
            text: 'Additive, with swing weights: each criterion’s points times its share of the weights. Rank acceptability (SMAA-2), TOPSIS and PROMETHEE II only check whether the order holds.',
          },
          {
            name: 'Cost',
            text: 'Latin hypercube with a Gaussian copula; the same document and seed give the same figures on every machine.',
          },
          { name: 'Seed and first number of draws', text: `${seed}; ${numberText(draws)}` },
          {
            name: 'Record',
            text:
              record === null
                ? 'This pack was made from a working version. No record with a hash stands behind it.'
                : `Number ${record.number} of ${record.on}. SHA-256 ${record.hash}. \`sourcing decisions verify\` works it out again.`,
          },
        ],
      },
    ],
  };
}

/** Papers that a report to members rests on. */
export function papersSection({ document }: PackMatter): PackSection {
  const papers = [
    ...document.assessments.flatMap(({ kind, reference }) =>
      reference === undefined ? [] : [`${sentenceOf(kind)} assessment: ${ended(reference)}`],
    ),
    ...(document.market?.notice === undefined ? [] : [`Engagement notice: ${ended(document.market.notice)}`]),
    ...(document.need.present?.contract === undefined
      ? []
      : [`Present contract: ${ended(document.need.present.contract)}`]),
  ];
  return {
    id: 'background-papers',
    title: 'Background papers',
    blocks:
      papers.length === 0
        ? [paragraph('The case names no background papers.')]
        : bullets(
            [...papers, 'The case itself, with its cost lines, tests and scores.'].map((text) => ({ text })),
          ),
  };
}
