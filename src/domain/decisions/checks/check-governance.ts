import { suggest } from '../../../lib/suggest.ts';
import { buyerTypes } from '../../organisations/mention.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { foldWords } from '../signing/fold-words.ts';
import { bodyTypeOf } from '../triage-case.ts';
import { unknownSections } from '../pack/release-category.ts';

const error = problem('error');
const warning = problem('warning');
const missing = problem('missing');

/**
 * Whether the right people did the right things: nobody verifies or approves what they wrote or scored, an accounting
 * officer is named, and the recommendation gives reasons of its own.
 *
 * @example checkGovernance(document) // [{ kind: 'missing', path: 'roles', message: 'No verifier is named.' }]
 */
export function checkGovernance(document: CaseDocument): CaseProblem[] {
  return [
    ...checkBodyType(document),
    ...checkRoles(document),
    ...checkReasons(document),
    ...checkAssessments(document),
    ...checkRelease(document),
  ];
}

/** A kind of body that isn't known changes whose approvals and which tests bind, without a word of it. */
function checkBodyType({ buyer: { type } }: CaseDocument): CaseProblem[] {
  if (bodyTypeOf(type) !== 'unknown' || type.toLowerCase() === 'unknown') return [];
  const near = suggest(type.toLowerCase().replaceAll(/\s+/gu, '-'), buyerTypes);
  const hint = near === null ? `Write one of ${buyerTypes.join(', ')}.` : `Did you mean "${near}"?`;
  return [
    warning(
      'buyer.type',
      `No kind of body is called "${type}", so nobody can say which approvals and tests bind it. ${hint}`,
    ),
  ];
}

function checkRelease({ release }: CaseDocument): CaseProblem[] {
  const unknown = new Set(unknownSections(release));
  return release.flatMap(({ section, category }, at) =>
    category !== 'publish' && unknown.has(section)
      ? [
          error(
            `release[${at}].section`,
            `No section of a pack is called “${section}”, so that it can’t be withheld: name the section in which it stands, such as “Scores and dissent”.`,
          ),
        ]
      : [],
  );
}

const neededRoles = [
  'senior-responsible-owner',
  'accounting-officer',
  'author',
  'verifier',
  'approver',
] as const;

function checkRoles({ roles, assessors }: CaseDocument): CaseProblem[] {
  const found = neededRoles
    .filter((role) => !roles.some((one) => one.role === role))
    .map((role) => missing('roles', `No ${role.replaceAll('-', ' ')} is named.`));
  const makers = new Map<string, string>([
    ...assessors.map(({ post }) => [foldWords(post), 'scored the options'] as const),
    ...roles
      .filter(({ role }) => role === 'author')
      .map(({ post }) => [foldWords(post), 'wrote the case'] as const),
  ]);
  for (const [at, { role, post }] of roles.entries()) {
    const made = makers.get(foldWords(post));
    if ((role === 'verifier' || role === 'approver') && made !== undefined)
      found.push(
        error(
          `roles[${at}].post`,
          `"${post}" ${made} and can’t be its ${role}: nobody verifies or approves what they wrote or scored.`,
        ),
      );
  }
  return found;
}

const borrowedReason =
  /^\W*(because )?(the )?(model|system|software|tool|computer|method|algorithm|score)s?( \w+){0,2} (said|says|recommends?|recommended|indicates?|chose|decided|ranked)\b/iu;

function checkReasons({ recommendation }: CaseDocument): CaseProblem[] {
  if (recommendation === undefined) return [];
  const { reasons } = recommendation;
  return borrowedReason.test(reasons) && reasons.length < 200
    ? [error('recommendation.reasons', 'Give reasons of your own: that the method says so is none.')]
    : [];
}

function checkAssessments({ assessments }: CaseDocument): CaseProblem[] {
  return (['equality', 'data-protection', 'security'] as const)
    .filter((kind) => !assessments.some((one) => one.kind === kind))
    .map((kind) =>
      missing(
        'assessments',
        `Nothing is said of the ${kind.replace('-', ' ')} assessment: name it, or why it isn’t needed.`,
      ),
    );
}
