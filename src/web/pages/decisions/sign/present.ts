import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { recordView } from '../../../../app/decisions/record/record-views.ts';
import type { SigningView } from '../../../../app/decisions/sign/signing-view.ts';
import { caseStages } from '../../../../domain/decisions/case-parts/governance.ts';
import type { z } from 'zod';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { nameIds } from '../../../components/case/name-ids.ts';
import { fact, type Fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';
import { commandOf, type SigningForm } from './read-form.ts';

type RecordView = z.output<typeof recordView>;

/** What the page of the sign-off shows. */
export type SigningMatter = {
  stored: StoredCase;
  signing: SigningView;
  records: readonly RecordView[];
  form: SigningForm;
  /** Field → sentence. */
  errors: Readonly<Record<string, string>>;
  /** Why it was refused where no field is at fault. */
  refusal: string | null;
};

/** The sign-off of a case as its page shows it. */
export function presentSigningPage({ stored, signing, records, form, errors, refusal }: SigningMatter, words: Catalogue) {
  const { signing: text, format } = words;
  const { step, stage, open, causes, waitsFor } = signing;
  const next = caseStages[caseStages.indexOf(stage) + 1];
  const tones = { 'not-ready': 'yellow', 'to-submit': 'blue', 'to-verify': 'blue', 'to-approve': 'blue', approved: 'green', refused: 'red' } as const;
  return {
    title: text.title,
    lead: signing.isVerified ? text.lead : text.leadUnverified,
    rule: signing.isVerified ? text.rule : text.ruleUnverified,
    step: { text: text.steps[step], colour: tones[step] },
    facts: [
      ...fact(text.stage, text.stages[stage]),
      ...fact(text.version, format.number(signing.revision)),
      ...fact(text.waitsFor, waitsFor.length === 0 ? null : waitsFor.map((post) => ({ text: post }))),
    ],
    causes: causes.map((cause) => nameIds(cause, stored.document)),
    causesText: causes.length === 0 ? null : text.causesLead(causes.length),
    closing: closingText(signing, words),
    beginNext: step === 'approved' && next !== undefined ? text.beginNext(text.stages[next]) : null,
    form: presentForm(signing, { form, errors }, words),
    errors: [
      ...(refusal === null ? [] : [{ text: refusal }]),
      ...Object.entries(errors).map(([field, says]) => ({ text: says, href: `#${fieldIds[field] ?? field}` })),
    ],
    roles: presentRoles(stored, words),
    rolesHref: paths.caseEdit(stored.id, 'roles'),
    signatures: signing.signatures.toReversed().map((one) => presentSignature(one, words)),
    records: records.toReversed().map((one) => ({
      name: text.recordName(one.number),
      href: paths.caseRecord(stored.id, one.number),
      stage: text.stages[caseStages.find((known) => known === one.stage) ?? stage],
      outcome: text.outcomes[one.outcome],
      version: format.number(one.revision),
      made: format.instant(one.madeAt),
      hash: one.hash,
    })),
    canSign: open.length > 0,
    action: paths.caseSign(stored.id),
    tasksHref: paths.caseTasks(stored.id),
  };
} // prettier-ignore

/** Where an error’s link leads: the first control of a group. */
const fieldIds: Readonly<Record<string, string>> = {
  action: 'action',
  post: 'post',
  considered: 'considered',
};

function closingText({ step, stage }: SigningView, { signing: text }: Catalogue): string | null {
  if (step === 'approved') return stage === 'full' ? text.lastStageLead : text.approvedLead;
  return step === 'refused' ? text.refusedLead : null;
}

function presentForm(
  { step, open, revision, isVerified }: SigningView,
  { form, errors }: Pick<SigningMatter, 'form' | 'errors'>,
  { signing: text }: Catalogue,
) {
  if (step !== 'to-submit' && step !== 'to-verify' && step !== 'to-approve') return null;
  const isLight = step === 'to-submit' && !isVerified;
  const posts = [...new Set(open.flatMap((one) => one.posts))];
  const message = (field: string): { text: string } | false =>
    errors[field] === undefined ? false : { text: errors[field] };
  return {
    heading: isLight ? text.submitUnverified.title : text.formTitles[step],
    seen: form.seen === '' ? String(revision) : form.seen,
    // Nothing is chosen beforehand: who signs says what they sign.
    actions: open.map(({ action }) => {
      const value = commandOf[action];
      return {
        value,
        text: isLight ? text.submitUnverified.action : text.actions[value],
        checked: form.action === value,
      };
    }),
    posts: posts.map((post) => ({ value: post, text: post, checked: form.post === post })),
    reasonsHint: isLight ? text.submitUnverified.hint : text.reasonsHints[step],
    isDecision: step === 'to-approve',
    values: form,
    messages: Object.fromEntries(
      ['action', 'post', 'name', 'reasons', 'considered', 'releases'].map((field) => [field, message(field)]),
    ),
  };
}

function presentRoles({ document }: StoredCase, words: Catalogue): Fact[] {
  const { signing: text, caseChoices } = words;
  const named = document.roles.map(({ role, post, name }) => ({
    key: caseChoices['role']?.[role] ?? role,
    value: name === undefined ? post : text.signatureOf(name, post),
  }));
  const approvers = document.approvals
    .filter(({ stage }) => stage === document.stage)
    .map(({ stage, approver }) => ({ key: text.approvesAt(text.stages[stage]), value: approver }));
  return [...Map.groupBy([...named, ...approvers], ({ key }) => key)].flatMap(([key, own]) =>
    fact(
      key,
      own.map(({ value }) => ({ text: value })),
    ),
  );
}

function presentSignature(
  signature: SigningView['signatures'][number],
  { signing: text, format }: Catalogue,
) {
  const { action, post, name, reasons, conditions, releases, returns, revision, signedAt, holds, because } =
    signature;
  return {
    act: text.acts[action],
    who: text.signatureOf(name ?? text.erased, post),
    when: format.instant(signedAt),
    version: text.ofVersion(revision),
    stage: text.stages[signature.stage],
    reasons,
    facts: [
      ...fact(text.releases, releases),
      ...fact(text.returns, returns),
      ...fact(text.conditions, conditions.length === 0 ? null : conditions.map((one) => ({ text: one }))),
    ],
    tag: holds ? { text: text.holds, colour: 'green' } : { text: text.isVoid, colour: 'red' },
    because,
  };
}
