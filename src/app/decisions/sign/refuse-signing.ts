import { dutyProblem } from '../../../domain/decisions/signing/check-duties.ts';
import { reasonsProblem } from '../../../domain/decisions/signing/check-reasons.ts';
import type { SigningAction } from '../../../domain/decisions/signing/signature.ts';
import type { SigningState, SigningStep } from '../../../domain/decisions/signing/signing-state.ts';
import { AppError } from '../../../lib/errors.ts';
import { countText } from '../../count-text.ts';
import type { StoredCase } from '../case-store.ts';
import type { Signing } from './signing-of.ts';

/** What somebody wants to sign, as typed. */
export type SigningRequest = {
  action: SigningAction;
  post: string;
  name: string;
  reasons: string;
  considered: boolean;
  conditions: string[];
  releases: string | null;
  returns: string | null;
};

/**
 * Refuses a signature that the state of the case, the separation of duties or its reasons stand against.
 *
 * @param indicative sentences that the method wrote about the case
 * @throws AppError `forbidden` where it isn’t this person’s or this moment’s to sign; `bad-request` where the form lacks something
 */
export function refuseSigning(
  asked: SigningRequest,
  { document }: StoredCase,
  { state, signatures, writers }: Signing,
  indicative: readonly string[],
): void {
  if (!state.open.includes(asked.action))
    throw new AppError('forbidden', closedText(asked.action, state));
  const standing = signatures.filter(({ signature }) => state.standing.includes(signature));
  const duty = dutyProblem(asked, { document, signed: standing, writers });
  if (duty !== null) throw new AppError('forbidden', duty.says, { fields: { [duty.field]: duty.says } });
  if (asked.action === 'approved' && !state.waitsFor.some((post) => post === asked.post))
    throw refusedField('post', `“${asked.post}” has approved this stage already.`, 'forbidden');
  // Submitting asks for a look and decides nothing.
  const reasons = asked.action === 'submitted' ? null : reasonsProblem(asked.reasons, indicative);
  if (reasons !== null) throw refusedField('reasons', reasons);
  const isDecided = asked.action === 'approved' || asked.action === 'refused';
  if (isDecided && !asked.considered)
    throw refusedField('considered', 'Confirm that you had the evidence, considered the alternatives and had due regard to the equality duty.');
  if (asked.action === 'approved' && asked.releases === null)
    throw refusedField('releases', 'Say what is released now: money, a contract, or the next piece of work.');
} // prettier-ignore

function refusedField(
  field: string,
  says: string,
  code: 'bad-request' | 'forbidden' = 'bad-request',
): AppError {
  return new AppError(code, says, { fields: { [field]: says } });
}

const stepTexts: Readonly<Record<Exclude<SigningStep, 'not-ready'>, string>> = {
  'to-submit': 'It has to be submitted first.',
  'to-verify': 'It waits for its verifier.',
  'to-approve': 'It waits for its approver.',
  approved: 'This stage is approved. Begin the next one, or open a version.',
  refused: 'It was refused as it stands. Change the case, and submit it again.',
};

function closedText(action: SigningAction, { step, causes, void: voided }: SigningState): string {
  const [first] = causes;
  if (step === 'not-ready')
    return `The case isn’t ready for approval: ${countText(causes.length, 'thing')} to settle. First: ${first ?? ''}`;
  const last = voided.at(-1);
  const voidText = last === undefined ? '' : ` The last signature no longer holds. ${last.because}`;
  return `This can’t be ${action} now. ${stepTexts[step]}${voidText}`;
}
