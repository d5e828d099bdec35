import { bullets, paragraph, type PackSection } from '../../../domain/decisions/pack/pack-document.ts';
import { testName } from '../case-names.ts';
import { suggestedApprovalBlocks } from './approval-suggestions.ts';
import type { PackMatter } from './pack-matter.ts';
import { capitalised, ended, readinessText, sentenceOf, stageNames, wordsOf } from './pack-words.ts';

/** Who answers for what. */
export function rolesSection({ document, source }: PackMatter): PackSection {
  const { roles } = document;
  const signatures = source.signatures ?? [];
  return {
    id: 'roles',
    title: 'Roles',
    blocks: [
      roles.length === 0
        ? paragraph('Nobody is named for any role.')
        : {
            kind: 'table',
            caption: 'Who answers for what',
            head: ['Role', 'Post', 'Name (typed, not authenticated)'],
            numeric: [],
            rows: roles.map(({ role, post, name }) => ({
              cells: [sentenceOf(role), post, name ?? 'None typed'],
            })),
            note: 'Nobody verifies or approves what they wrote or scored.',
          },
      ...(signatures.length === 0
        ? [paragraph('No signature is recorded for this version of the case.')]
        : [
            {
              kind: 'table' as const,
              caption: 'Signatures',
              head: ['Post', 'Name (typed, not authenticated)', 'Meaning', 'Day'],
              numeric: [],
              rows: signatures.map(({ post, name, meaning, on }) => ({ cells: [post, name, meaning, on] })),
            },
          ]),
    ],
  };
}

/** When each option would work, and who has to do what by when. */
export function deliverySection({ document, option }: PackMatter): PackSection {
  const { need, options, tests } = document;
  const kept = options.filter(({ shortlisted }) => shortlisted);
  const due = tests
    .filter(({ option: id, result }) => id === option?.id && (result === 'condition' || result === 'unknown'))
    .toSorted((one, other) => ((one.by ?? '9') < (other.by ?? '9') ? -1 : 1));
  return {
    id: 'delivery',
    title: 'Delivery by the day of need',
    blocks: [
      paragraph(`The new arrangement has to work by ${need.neededBy}.`),
      kept.length === 0
        ? paragraph('No option is shortlisted.')
        : {
            kind: 'table',
            caption: 'When the shortlisted options would work',
            head: ['Option', 'Ready on', 'Against the day of need'],
            numeric: [],
            rows: kept.map(({ name, readyOn }) => ({
              cells: [
                name,
                readyOn ?? 'Nobody has said',
                readyOn === undefined ? 'Not known' : capitalised(readinessText(need, readyOn)),
              ],
            })),
          },
      due.length === 0
        ? paragraph('No condition or open question of the option that is put forward has a day.')
        : {
            kind: 'table',
            caption: 'What has to be done for the option that is put forward',
            head: ['By', 'Who', 'What', 'Test'],
            numeric: [],
            rows: due.map(({ by, owner, treatment, test, result }) => ({
              cells: [
                by ?? 'No day set',
                owner ?? 'Nobody',
                treatment ??
                  (result === 'unknown' ? 'Find out whether it passes' : 'Nobody has written it down'),
                testName(test),
              ],
            })),
          },
      paragraph('The case holds no plan of milestones and dependencies beyond these days.'),
    ],
  };
}

/** What was tried. */
export function pilotSection({ document }: PackMatter): PackSection {
  const { pilot } = document;
  const said = {
    done: 'Done',
    'under-way': 'Under way',
    planned: 'Planned',
    'not-needed': 'Not needed',
  } as const;
  return {
    id: 'pilot',
    title: 'Pilot or test',
    blocks:
      pilot === undefined
        ? [paragraph('Nobody has said whether anything is the first of its kind, or tried it.')]
        : [
            {
              kind: 'facts',
              rows: [
                { name: 'What', text: ended(pilot.what) },
                {
                  name: 'Status',
                  text: `${said[pilot.status]}${pilot.on === undefined ? '' : ` (${pilot.on})`}.${pilot.because === undefined ? '' : ` ${ended(pilot.because)}`}`,
                },
                ...(pilot.status === 'not-needed'
                  ? []
                  : [
                      {
                        name: 'What it showed',
                        text: pilot.result === undefined ? 'Nothing is recorded yet.' : ended(pilot.result),
                      },
                    ]),
              ],
            },
          ],
  };
}

/** Every approval with what it releases and what comes back. */
export function approvalSection(matter: PackMatter): PackSection {
  const { approvals } = matter.document;
  return {
    id: 'approvals',
    title: 'Approvals',
    blocks: [
      ...(approvals.length === 0
        ? [
            paragraph(
              'The case names no approval. That doesn’t mean that none is needed: your own scheme of delegation decides.',
            ),
          ]
        : [
            {
              kind: 'table' as const,
              caption: 'Approvals by stage',
              head: ['Stage', 'Approver', 'Status', 'Releases', 'Comes back', 'Conditions'],
              numeric: [],
              rows: approvals.map(({ stage, approver, status, on, releases, returns, conditions }) => ({
                cells: [
                  sentenceOf(stageNames[stage]),
                  approver,
                  `${sentenceOf(status)}${on === undefined ? '' : `, ${on}`}`,
                  releases ?? 'Nobody has said',
                  returns ?? 'Nobody has said',
                  conditions.length === 0 ? 'None recorded' : conditions.join('\n'),
                ],
              })),
              note: 'The list may be incomplete. Whether another approval is needed, your own scheme of delegation and your finance team decide.',
            },
          ]),
      ...suggestedApprovalBlocks(matter),
    ],
  };
}

/** How it will be known whether the decision was right. */
export function reviewSection({ document }: PackMatter): PackSection {
  const { review } = document;
  return {
    id: 'review',
    title: 'Review',
    blocks:
      review === undefined
        ? [paragraph('Nobody has set a day on which the outcome is reviewed.')]
        : [
            {
              kind: 'facts',
              rows: [
                { name: 'First review', text: review.on },
                { name: 'Who reviews', text: review.owner },
                {
                  name: 'What is compared',
                  text: review.measures === undefined ? 'Nobody has said.' : ended(review.measures),
                },
              ],
            },
          ],
  };
}

/** What the equality assessment says, as far as the case holds it. */
export function equalitySection({ document }: PackMatter): PackSection {
  const own = document.assessments.filter(({ kind }) => kind === 'equality');
  return {
    id: 'equality',
    title: 'Equality implications',
    blocks: [
      ...(own.length === 0
        ? [paragraph('No equality assessment is recorded.')]
        : bullets(own.map((one) => ({ text: assessmentSentence(one) })))),
      paragraph(
        'Whoever decides must have regard to the equality duty before deciding: read the assessment itself, which is kept outside this case.',
      ),
    ],
  };
}

/** An assessment that is kept elsewhere, in a sentence. */
export function assessmentSentence({
  kind,
  status,
  reference,
  because,
}: PackMatter['document']['assessments'][number]): string {
  const name = `The ${wordsOf(kind)} assessment`;
  const states = {
    done: 'is done',
    'under-way': 'is under way',
    'not-started': 'has not been started',
    'not-needed': 'is said not to be needed',
  } as const;
  return `${name} ${states[status]}${reference === undefined ? '; no reference is given.' : ` (${reference}).`}${because === undefined ? '' : ` ${ended(because)}`}`;
}
