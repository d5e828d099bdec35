import { unknownTestText } from './appraisal/judge-readiness.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import { interestTestOutcome, type InterestTestReference } from './public-interest-test.ts';
import type { CaseTask } from './triage-question.ts';

/** Something that a task has to show. */
export type TaskCheck = {
  /** What is missing, where it is. */
  says: string;
  isMet: boolean;
  /** Whether the case can't be approved without it. */
  blocks: boolean;
};

const needed = (isMet: boolean, says: string): TaskCheck => ({ says, isMet, blocks: true });
const later = (isMet: boolean, says: string): TaskCheck => ({ says, isMet, blocks: false });

const testsOfEach = ['lawful', 'affordable', 'delivered-in-time'] as const;

type Checks = (document: CaseDocument, interestTest: InterestTestReference) => TaskCheck[];

/** What each task has to show; that parts agree with each other is for the checks of the case. */
export const taskChecks: Readonly<Record<CaseTask, Checks>> = {
  need: ({ need }) => [
    needed(true, 'The need isn’t stated.'),
    needed(
      need.outcomes.every(({ measure, owner }) => measure !== undefined && owner !== undefined),
      'Give every outcome a measure and an owner.',
    ),
    needed(need.present !== undefined, 'Describe how it is done today.'),
  ],
  reuse: ({ reuse, components }) => [
    needed(reuse.length > 0, 'Nothing was looked at that exists already.'),
    ...reuse.flatMap(({ what, result }) =>
      result === 'unknown' ? [needed(false, `Whether “${what}” can be used is unknown.`)] : [],
    ),
    ...components.flatMap(({ id, name }) =>
      reuse.length === 0 || reuse.some((one) => one.components.length === 0 || one.components.includes(id))
        ? []
        : [needed(false, `Nothing was looked at for “${name}”.`)],
    ),
  ],
  market: ({ market, stage }) => [
    needed(market !== undefined, 'Nothing is said of the market.'),
    needed(
      market?.engaged === 'yes' || (market?.engaged === 'planned' && stage === 'strategic-outline'),
      'Suppliers weren’t asked; at the strategic outline a plan to ask them is enough.',
    ),
    needed(market?.engaged !== 'yes' || market.heard !== undefined, 'Say what the market said.'),
  ],
  'interest-test': ({ publicInterestTest }, reference) => [
    later(Object.keys(publicInterestTest).length > 0, 'Nothing of it is answered.'),
    ...interestTestOutcome(publicInterestTest, reference).parts.flatMap(({ name, open, unknown }) => [
      needed(
        open.length === 0,
        `“${name}”: ${open.length === 1 ? '1 question isn’t' : `${open.length} questions aren’t`} answered.`,
      ),
      ...(unknown > 0
        ? [needed(false, `“${name}”: ${unknown === 1 ? '1 answer is' : `${unknown} answers are`} unknown.`)]
        : []),
    ]),
  ],
  service: ({ components, need }) => [
    needed(components.length > 0, 'Divide the service into components.'),
    later(need.volumes.length > 0, 'Give volumes: what the service handles in a year.'),
  ],
  options: ({ options }) => [
    needed(options.length > 0, 'There are no options.'),
    ...options
      .filter(({ role, shortlisted }) => role === 'option' && shortlisted)
      .flatMap(({ name, closesOff, reversal, exit, because }) => [
        needed(because !== undefined, `Say why “${name}” was shortlisted.`),
        later(closesOff !== undefined, `Say what “${name}” closes off.`),
        later(reversal !== undefined, `Say what it would cost to turn back from “${name}” after two years.`),
        later(exit !== undefined, `Say how “${name}” ends.`),
      ]),
  ],
  tests: ({ options, tests }) => [
    needed(tests.length > 0, 'No option was tested.'),
    ...options
      .filter(({ role, shortlisted }) => role === 'option' && shortlisted && tests.length > 0)
      .flatMap(({ id, name }) => {
        const open = testsOfEach.filter(
          (test) => !tests.some((one) => one.option === id && one.test === test),
        );
        return open.length === 0
          ? []
          : [
              needed(
                false,
                `“${name}” lacks ${open.length === 1 ? 'a test' : 'tests'}: ${open.map((test) => `“${test.replaceAll('-', ' ')}”`).join(', ')}.`,
              ),
            ];
      }),
    ...tests.flatMap(({ option, test, result }) =>
      result === 'unknown' ? [needed(false, unknownTestText(option, test))] : [],
    ),
  ],
  costs: ({ costs, benefits, unmonetised, budgets }) => {
    const unsourced = costs.lines.filter(({ source }) => source === undefined).length;
    return [
      needed(costs.lines.length > 0, 'There are no cost lines.'),
      ...(unsourced > 0
        ? [
            needed(
              false,
              unsourced === 1
                ? `One of ${costs.lines.length} cost lines doesn’t say where the figure comes from.`
                : `${unsourced} of ${costs.lines.length} cost lines don’t say where the figure comes from.`,
            ),
          ]
        : []),
      needed(benefits.length + unmonetised.length > 0, 'Name benefits, in money or in words.'),
      needed(budgets.length > 0, 'Say what money is there, by year.'),
    ];
  },
  criteria: ({ criteria, weights }) => [
    needed(criteria.length > 0, 'There are no criteria.'),
    needed(weights?.lockedOn !== undefined, 'Weights aren’t locked.'),
  ],
  scores: ({ scores, assessors }) => [
    needed(scores.length > 0, 'Nobody has scored.'),
    later(assessors.length > 1, 'One assessor alone: ask another.'),
  ],
  pilot: ({ pilot, stage }) => [
    needed(pilot !== undefined, 'Say what will be tried, or why nothing is.'),
    needed(pilot?.status !== 'not-needed' || pilot.because !== undefined, 'Say why no pilot is needed.'),
    needed(
      stage === 'strategic-outline' || pilot?.status === 'done' || pilot?.status === 'not-needed',
      'The pilot isn’t done; at the strategic outline a plan is enough.',
    ),
  ],
  recommendation: ({ recommendation }) => [
    needed(recommendation !== undefined, 'No officer has recommended an option.'),
  ],
  approval: ({ approvals, assessments, stage }) => [
    needed(
      assessments.some(
        ({ kind, reference, because }) => kind === 'equality' && (reference ?? because) !== undefined,
      ),
      'Link the equality assessment, or say why none is needed.',
    ),
    needed(
      approvals.some((one) => one.stage === stage),
      'Name who approves at this stage.',
    ),
    later(
      approvals.some((one) => one.stage === stage) &&
        approvals.every((one) => one.stage !== stage || one.status === 'given'),
      'The approval of this stage isn’t given.',
    ),
  ],
  route: ({ route, stage }) => [
    {
      says: 'Say how it would be bought.',
      isMet: route !== undefined,
      blocks: stage !== 'strategic-outline',
    },
    {
      says: 'Say why this route, and how the contract shares risk.',
      isMet: route?.because !== undefined && route.contract !== undefined,
      blocks: stage === 'full',
    },
  ],
  review: ({ review }) => [later(review !== undefined, 'Say when it is reviewed, and by whom.')],
};
