import { dayInWords } from '../../lib/day-in-words.ts';
import type { BuyerType } from '../organisations/mention.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import { poundsText } from './pounds-text.ts';

/** Whom the test binds and from when, as `reference/public-interest-test.yaml` has it. */
export type InterestTestRule = {
  version: string;
  name: string;
  /** First and last day on which a project that is commenced falls under it. */
  from: string;
  to: string | null;
  binds: BuyerType[];
  nations: CaseDocument['buyer']['nation'][];
  /** Pounds with VAT; more than this. */
  above: number;
  bought: string[];
  /** Of what is bought, that for which the note leaves open how it counts. */
  unclear: string[];
  reporting: string;
  source: string;
};

/** The rules, what is excluded, and what the two parts ask. */
export type InterestTestReference = {
  rules: readonly InterestTestRule[];
  exclusions: readonly { id: string; text: string; note?: string | undefined; source: string }[];
  parts: readonly {
    id: 'service' | 'readiness';
    name: string;
    questions: { id: string; heading: string; text: string; source: string }[];
  }[];
};

/** What decides whether the test applies. Null is unknown. */
export type InterestTestFacts = {
  bodyType: BuyerType;
  nation: CaseDocument['buyer']['nation'];
  /** The day on which the project is commenced. */
  commencesOn: string;
  /** Pounds with VAT, options and extensions included. */
  valueWithVat: number | null;
  bought: 'services' | 'software' | 'goods' | 'mixed' | null;
  /** Ids of exclusions that somebody has said hold. */
  exclusions: readonly string[];
};

/** Whether the test is due: by rule, as good practice, not, or not known until something is answered. */
export type InterestTestDuty = {
  duty: 'required' | 'good-practice' | 'outside' | 'unknown';
  /** Version of the rule. */
  rule: string;
  because: string[];
  source: string;
};

/**
 * Whether the Public Interest Test is due for a project that is commenced on a day. Where it doesn't bind, it is good
 * practice for services above the same value; goods and excluded contracts are outside.
 *
 * @throws RangeError where there is no rule at all
 * @example interestTestDuty({ ...facts, commencesOn: '2026-11-01' }, reference).duty // 'good-practice'
 */
export function interestTestDuty(
  facts: InterestTestFacts,
  reference: InterestTestReference,
): InterestTestDuty {
  const rule = ruleFor(facts.commencesOn, reference.rules);
  const answer = (duty: InterestTestDuty['duty'], ...because: string[]): InterestTestDuty => ({
    duty,
    rule: rule.version,
    because,
    source: rule.source,
  });
  const excluded = reference.exclusions.filter(({ id }) => facts.exclusions.includes(id));
  if (excluded.length > 0) return answer('outside', ...excluded.map(({ text }) => `Excluded: ${text}.`));
  if (facts.bought !== null && !rule.bought.includes(facts.bought))
    return answer('outside', 'It is about services, and only goods would be bought.');
  if (facts.valueWithVat !== null && facts.valueWithVat <= rule.above)
    return answer(
      'outside',
      `${poundsText(facts.valueWithVat)} with VAT is not above ${poundsText(rule.above)}.`,
    );
  const free = reasonsNotBound(facts, rule);
  if (free.length > 0) return answer('good-practice', ...free);
  const open = [
    ...(facts.valueWithVat === null
      ? [`The value isn’t known; it binds above ${poundsText(rule.above)} with VAT.`]
      : []),
    ...(facts.bought === null ? ['It isn’t known whether services would be bought.'] : []),
  ];
  if (open.length > 0) return answer('unknown', ...open);
  const because = [`${rule.name} binds projects of such bodies that are commenced from ${rule.from} on.`];
  if (facts.bought !== null && rule.unclear.includes(facts.bought))
    because.push(
      'How software, and goods and services together, count wasn’t found: ask, and do the test meanwhile.',
    );
  return answer('required', ...because, rule.reporting);
}

/** The rule of a day; before the first, the first, which then is good practice. */
function ruleFor(day: string, rules: readonly InterestTestRule[]): InterestTestRule {
  const sorted = rules.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const found = sorted.findLast(({ from }) => from <= day) ?? sorted[0];
  if (found === undefined) throw new RangeError('There is no rule of the Public Interest Test.');
  return found;
}

function reasonsNotBound(facts: InterestTestFacts, rule: InterestTestRule): string[] {
  const reasons: string[] = [];
  if (facts.commencesOn < rule.from)
    reasons.push(
      `It binds projects commenced from ${dayInWords(rule.from)} on; until then it is good practice.`,
    );
  if (rule.to !== null && facts.commencesOn > rule.to)
    reasons.push(`The rule held was valid to ${dayInWords(rule.to)}; look for the one that followed.`);
  if (!rule.binds.includes(facts.bodyType))
    reasons.push(
      facts.bodyType === 'unknown'
        ? 'The kind of body isn’t known; departments, their agencies and non-departmental public bodies are bound.'
        : 'Departments, their agencies and non-departmental public bodies are bound; others are encouraged.',
    );
  if (!rule.nations.includes(facts.nation)) reasons.push('It wasn’t made for this nation.');
  return reasons;
}

/** Answers of one part, counted. */
export type PartCount = {
  part: 'service' | 'readiness';
  name: string;
  yes: number;
  partly: number;
  no: number;
  unknown: number;
  /** Questions that nobody has answered. */
  open: string[];
};

/** What the test says: counts and what follows for the longlist. It decides nothing. */
export type InterestTestOutcome = { parts: PartCount[]; isComplete: boolean; input: string };

type Answers = CaseDocument['publicInterestTest'];

/**
 * Counts the answers of both parts and says what they mean for the assessment: whether in-house delivery, whole or in
 * part, has to stand in the longlist. Nothing is added up to a verdict.
 *
 * @example interestTestOutcome({}, reference).isComplete // false
 */
export function interestTestOutcome(answers: Answers, reference: InterestTestReference): InterestTestOutcome {
  const parts = reference.parts.map(({ id, name, questions }): PartCount => {
    const count = (answer: string): number =>
      questions.filter((one) => answers[one.id]?.answer === answer).length;
    return {
      part: id,
      name,
      yes: count('yes'),
      partly: count('partly'),
      no: count('no'),
      unknown: count('unknown'),
      open: questions.flatMap((one) => (answers[one.id] === undefined ? [one.id] : [])),
    };
  });
  const isComplete = parts.every(({ open, unknown }) => open.length === 0 && unknown === 0);
  const service = parts.find(({ part }) => part === 'service');
  const speaks = (service?.yes ?? 0) + (service?.partly ?? 0) > 0;
  const longlist = speaks
    ? 'Something speaks for in-house delivery: it stands in the longlist, whole or for some components, or its rejection has a reason.'
    : isComplete
      ? 'Nothing in the first part speaks for in-house delivery; the longlist says so where it leaves it out.'
      : 'Answer what is open before the longlist is closed.';
  return { parts, isComplete, input: `${longlist} This is one input to the assessment and decides nothing.` };
}
