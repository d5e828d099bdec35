import {
  bullets,
  paragraph,
  type PackBlock,
  type PackSection,
} from '../../../domain/decisions/pack/pack-document.ts';
import type { OptionStanding } from '../../../domain/decisions/appraisal/stand-options.ts';
import { standOptions } from '../../../domain/decisions/appraisal/stand-options.ts';
import { testName } from '../case-names.ts';
import { indicatedText } from '../indicated-text.ts';
import { listText } from '../figure-text.ts';
import { totalsIn, type PackMatter } from './pack-matter.ts';
import { numberWords } from './number-words.ts';
import { capitalised, ended, uncertainPounds } from './pack-words.ts';

/** Every option that was looked at, with the reason for every rejection. */
export function longlistSection({ document, run, names }: PackMatter): PackSection {
  const standings = standOptions(document);
  const kept = document.options.filter(({ shortlisted }) => shortlisted);
  const differing = document.options.filter(({ scope }) => scope.differs !== undefined);
  return {
    id: 'longlist',
    title: 'Options and reasons',
    blocks: [
      paragraph(
        `${capitalised(numberWords(document.options.length))} ${document.options.length === 1 ? 'option was' : 'options were'} looked at, and ${numberWords(kept.length)} of them ${kept.length === 1 ? 'was' : 'were'} shortlisted. Comparators are costed and shown whatever the tests say of them, and are never chosen.`,
      ),
      {
        kind: 'table',
        caption: 'Longlist',
        head: ['Option', 'Delivery model', 'What became of it', 'Why'],
        numeric: [],
        rows: standings.map((standing) => {
          const option = document.options.find(({ id }) => id === standing.option);
          return {
            cells: [
              standing.name,
              modelText(option, run.modelNames, names.component),
              statusText(standing),
              reasonText(standing),
            ],
          };
        }),
      },
      {
        kind: 'table',
        caption: 'What the shortlisted options are',
        head: ['Option', 'Description', 'Ready on', 'What it closes off', 'Turning back after two years'],
        numeric: [],
        rows: kept.map(({ name, description, readyOn, closesOff, reversal }) => ({
          cells: [
            name,
            description ?? 'Nobody has described it.',
            readyOn ?? 'Nobody has said.',
            closesOff ?? 'Nobody has said.',
            reversal === undefined
              ? 'Nobody has said.'
              : `${uncertainPounds(reversal.cost)}${reversal.months === undefined ? '' : `, ${numberWords(reversal.months)} ${reversal.months === 1 ? 'month' : 'months'}`}${reversal.how === undefined ? '' : `: ${reversal.how}`}`,
          ],
        })),
      },
      ...(differing.length === 0
        ? [
            paragraph(
              'The options are compared on the same scope, service level, term and volumes, as far as the case says.',
            ),
          ]
        : [
            { kind: 'heading' as const, text: 'Where scope or term differ' },
            ...bullets(
              differing.map(({ name, scope }) => ({ text: `${name}: ${ended(scope.differs ?? '')}` })),
            ),
          ]),
    ],
  };
}

function modelText(
  option: PackMatter['document']['options'][number] | undefined,
  modelNames: Record<string, string>,
  component: (id: string) => string,
): string {
  if (option?.models !== undefined)
    return Object.entries(option.models)
      .map(([part, model]) => `${component(part)}: ${modelNames[model] ?? model}`)
      .join('\n');
  if (option?.model === undefined) return option?.role === 'business-as-usual' ? 'As today' : 'None named';
  return modelNames[option.model] ?? option.model;
}

function statusText({ status }: OptionStanding): string {
  if (status === 'comparator') return 'Comparator: costed and shown, not eligible';
  if (status === 'failed') return 'Shortlisted; fails a test';
  return status === 'eligible' ? 'Shortlisted' : 'Rejected';
}

function reasonText({ status, because, failed }: OptionStanding): string {
  const tests = failed.map(
    ({ test, evidence }) =>
      `Fails the test “${testName(test)}”${evidence === undefined ? '; no evidence is recorded.' : `: ${ended(evidence)}`}`,
  );
  const reason =
    because === null
      ? status === 'not-shortlisted'
        ? 'Nobody has given a reason.'
        : 'No reason is given.'
      : ended(because);
  return [reason, ...tests].join(' ');
}

/** What the method indicates, which is an input to the decision and not the decision. */
export function indicativeSection({ document, run, names }: PackMatter): PackSection {
  const { appraisal } = run;
  const indicated = appraisal?.indicated?.option ?? null;
  return {
    id: 'indicative-result',
    title: 'Indicative result',
    blocks: [
      paragraph(
        'This is what the method indicates from weights, scores and costs. It is one thing to consider; the decision is made by people, for reasons of their own.',
      ),
      ...(appraisal === null
        ? [paragraph('Nothing could be worked out.')]
        : bullets(
            indicatedText(appraisal, names).map((text) => ({
              text,
              ...totalsIn(document, text, indicated),
              ...(text.includes('in weighted points') ? { tellsOf: ['scores' as const] } : {}),
            })),
          )),
    ],
  };
}

/** What the officer recommends, in the officer's own words. */
export function recommendationSection({ document, run, names }: PackMatter): PackSection {
  const { recommendation } = document;
  const indicated = run.appraisal?.indicated?.option ?? null;
  return {
    id: 'recommendation',
    title: 'The officer’s recommendation',
    blocks:
      recommendation === undefined
        ? [paragraph('No officer has recommended anything yet.')]
        : [
            paragraph(
              `${recommendation.post} recommends ${names.option(recommendation.option)} (${recommendation.on}). ${
                indicated === null
                  ? 'The method indicates nothing that it could be set against.'
                  : indicated === recommendation.option
                    ? 'The method indicates the same option.'
                    : `The method indicates ${names.option(indicated)}; the officer differs, for the reasons given here.`
              }`,
            ),
            { kind: 'quote', by: recommendation.post, text: recommendation.reasons },
            paragraph(dissentCount(recommendation.dissent.length)),
            ...conditionBlocks(document, recommendation.option),
          ],
  };
}

function dissentCount(count: number): string {
  if (count === 0) return 'No dissenting view is recorded.';
  return count === 1
    ? 'One dissenting view is recorded; it stands word for word under “Dissent”.'
    : `${capitalised(numberWords(count))} dissenting views are recorded; they stand word for word under “Dissent”.`;
}

function conditionBlocks(document: PackMatter['document'], option: string): PackBlock[] {
  const own = document.tests.filter((one) => one.option === option && one.result === 'condition');
  if (own.length === 0) return [paragraph('No pass/fail test asks anything more of this option.')];
  return [
    { kind: 'heading', text: 'Conditions on which it passes' },
    ...bullets(
      own.map(({ test, treatment, owner, by }) => ({
        text: `“${testName(test)}”: ${ended(treatment ?? 'nobody has written down what has to be done')} ${owner ?? 'Nobody'}${by === undefined ? ', no day set' : `, by ${by}`}.`,
      })),
    ),
  ];
}

/** Views that differ, word for word. */
export function dissentSection({ document }: PackMatter): PackSection {
  const views = document.recommendation?.dissent ?? [];
  return {
    id: 'dissent',
    title: 'Dissent',
    blocks:
      views.length === 0
        ? [paragraph('No dissenting view is recorded.')]
        : views.map((view) => ({ kind: 'quote', by: 'As recorded, word for word', text: view })),
  };
}

/** What exists already and could be used. */
export function reuseSection({ document, names }: PackMatter): PackSection {
  const { reuse } = document;
  return {
    id: 'reuse',
    title: 'What exists already',
    blocks:
      reuse.length === 0
        ? [
            paragraph(
              'Nobody has recorded whether common platforms, peers’ code or peers’ contracts would do.',
            ),
          ]
        : [
            {
              kind: 'table',
              caption: 'What was looked at for reuse',
              head: ['What', 'For', 'Result', 'Why', 'Source'],
              numeric: [],
              rows: reuse.map(({ what, components, result, because, source }) => ({
                cells: [
                  what,
                  components.length === 0 ? 'The whole' : listText(components.map(names.component)),
                  { reuse: 'Reuse', partly: 'Partly', no: 'No', unknown: 'Not known' }[result],
                  because,
                  source ?? 'None given',
                ],
              })),
            },
          ],
  };
}
