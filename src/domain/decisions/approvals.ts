import { dayInWords } from '../../lib/day-in-words.ts';
import type { BuyerType } from '../organisations/mention.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import { poundsText } from './pounds-text.ts';

/** What makes an approval due beside an amount. */
export const approvalCategories = ['novel', 'citizens', 'reorganisation'] as const;

/** A kind of spending that needs an approval whatever it costs. */
export type ApprovalCategory = (typeof approvalCategories)[number];

/** An approval that may be due, as `reference/approvals.yaml` has it. */
export type ApprovalRule = {
  id: string;
  regime: string;
  name: string;
  bodies: 'all' | BuyerType[];
  nations?: CaseDocument['buyer']['nation'][] | undefined;
  trigger: {
    /** Pounds; null where the limit isn't held. 0: whatever the amount. */
    above: number | null;
    vat: 'with' | 'without' | 'unknown';
    basis: string;
    /** Any of these makes it due, whatever the amount. */
    whenever: ApprovalCategory[];
    /** Where there are any, one of these has to hold for it to be due at all. */
    onlyFor: ApprovalCategory[];
  };
  approver: string;
  stages: CaseDocument['stage'][];
  note: string;
  source: string;
  /** First and last day, null where not known. */
  from: string | null;
  to: string | null;
  reviewed: string;
};

/** What decides which approvals are due. Null is unknown. */
export type ApprovalFacts = {
  bodyType: BuyerType;
  nation: CaseDocument['buyer']['nation'];
  on: string;
  /** Pounds with VAT over the whole life. */
  valueWithVat: number | null;
  categories: readonly ApprovalCategory[];
  /** Kinds of which nobody has said whether they hold. */
  openCategories: readonly ApprovalCategory[];
  /** Limits that the body has entered: id of an approval → pounds, in the approval's own VAT basis. */
  limits: Readonly<Record<string, number>>;
};

/** One approval with what is known of it. */
export type SuggestedApproval = {
  id: string;
  name: string;
  approver: string;
  stages: CaseDocument['stage'][];
  because: string;
  note: string;
  source: string;
  reviewed: string;
};

/** Approvals by how sure they are. The lists are never complete, and `reminder` says so. */
export type SuggestedApprovals = {
  /** Probably needed. */
  needed: SuggestedApproval[];
  /** Due or not by something that nobody has answered. */
  unanswered: SuggestedApproval[];
  /** The limit isn't held: it has to be entered. */
  limitNotHeld: SuggestedApproval[];
  /** The limit that is held isn't reached; whether it is the right one is for the body to check. */
  limitNotReached: SuggestedApproval[];
  /** Rules that have ended, whose successor may hold. */
  superseded: SuggestedApproval[];
  reminder: string;
};

const reminder =
  'This list may be incomplete, and limits change: your own scheme of delegation and your finance team decide.';

type Verdict = { list: Exclude<keyof SuggestedApprovals, 'reminder'>; because: string };

/**
 * Approvals that a case probably needs, those whose limit nobody holds, and those whose limit isn't reached. It never
 * says that none is needed.
 *
 * @example suggestApprovals({ ...facts, categories: ['novel'] }, rules).needed[0]?.approver // 'HM Treasury; the accounting officer …'
 */
export function suggestApprovals(facts: ApprovalFacts, rules: readonly ApprovalRule[]): SuggestedApprovals {
  const found: SuggestedApprovals = {
    needed: [],
    unanswered: [],
    limitNotHeld: [],
    limitNotReached: [],
    superseded: [],
    reminder,
  };
  for (const rule of rules) {
    const verdict = judge(rule, facts);
    if (verdict === null) continue;
    const { id, name, approver, stages, note, source, reviewed } = rule;
    found[verdict.list].push({
      id,
      name,
      approver,
      stages,
      because: verdict.because,
      note,
      source,
      reviewed,
    });
  }
  return found;
}

function judge(rule: ApprovalRule, facts: ApprovalFacts): Verdict | null {
  const concerns =
    (rule.bodies === 'all' || rule.bodies.includes(facts.bodyType)) &&
    (rule.nations === undefined || rule.nations.includes(facts.nation));
  if (!concerns || (rule.from !== null && facts.on < rule.from)) return null;
  const { trigger } = rule;
  const limit = facts.limits[rule.id] ?? trigger.above;
  const { onlyFor, whenever } = trigger;
  const kind = onlyFor.find((one) => facts.categories.includes(one));
  const open = onlyFor.find((one) => facts.openCategories.includes(one));
  if (onlyFor.length > 0 && kind === undefined && open === undefined) return null;
  if (rule.to !== null && facts.on > rule.to)
    return {
      list: 'superseded',
      because: `It held to ${dayInWords(rule.to)}; what followed may ask for the same.`,
    };
  if (onlyFor.length > 0 && kind === undefined && open !== undefined)
    return { list: 'unanswered', because: `It depends on whether ${categoryWords[open]}: answer that.` };
  const always =
    kind !== undefined && limit === 0 ? kind : whenever.find((one) => facts.categories.includes(one));
  if (always !== undefined)
    return { list: 'needed', because: `${sentenceCase(categoryWords[always])}; ${trigger.basis}.` };
  if (limit === null)
    return {
      list: 'limitNotHeld',
      because: `The limit for your ${facts.bodyType === 'central-government' ? 'department' : 'body'} is not held: enter it.`,
    };
  return byAmount(limit, trigger, facts.valueWithVat);
}

function byAmount(limit: number, trigger: ApprovalRule['trigger'], value: number | null): Verdict {
  if (limit === 0) return { list: 'needed', because: `It is asked for ${trigger.basis}.` };
  const text = `${poundsText(limit)} ${vatWords[trigger.vat]} (${trigger.basis})`;
  if (value === null)
    return { list: 'needed', because: `The value isn’t known; the approval is due above ${text}.` };
  const caution = trigger.vat === 'with' ? '' : ', compared with VAT to be on the safe side';
  return value > limit
    ? { list: 'needed', because: `${poundsText(value)} is above ${text}${caution}.` }
    : {
        list: 'limitNotReached',
        because: `${poundsText(value)} is not above ${text}${caution}. Check that this is your limit.`,
      };
}

const vatWords = { with: 'with VAT', without: 'without VAT', unknown: 'with VAT basis not known' } as const;

const categoryWords: Readonly<Record<ApprovalCategory, string>> = {
  novel: 'it is novel, contentious or repercussive',
  citizens: 'people outside the public sector use it',
  reorganisation: 'the council is being reorganised',
};

function sentenceCase(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
