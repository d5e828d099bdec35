import { postsFor } from '../../../domain/decisions/signing/check-duties.ts';
import { foldWords } from '../../../domain/decisions/signing/fold-words.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../context.ts';
import { namesOf } from '../case-names.ts';
import { getCase, type StoredCase } from '../case-store.ts';
import { indicatedText } from '../indicated-text.ts';
import { findRunOf } from '../case-runs.ts';
import type { RunOfCase } from '../record/make-record.ts';
import { workOut } from '../work-out.ts';
import { keepSignature, type KeptSignature } from './keep-signature.ts';
import { refuseSigning, type SigningRequest } from './refuse-signing.ts';
import { signingOf } from './signing-of.ts';

/**
 * Signs a case as it stands. A decision is worked out anew before it is recorded, so that the record holds what this program gives.
 *
 * @param seen the revision that was read; left out, the newest
 * @throws AppError `forbidden` or `bad-request` with `fields` where something stands against it; `changed-meanwhile` where somebody was
 *   faster
 */
export async function sign(
  context: Context,
  { id, seen, asked: typed }: { id: string; seen: number | undefined; asked: SigningRequest },
): Promise<KeptSignature> {
  const stored = await getCase(context, id);
  if (seen !== undefined && seen !== stored.revision)
    throw new AppError(
      'changed-meanwhile',
      `The case "${id}" stands at version ${stored.revision}, and version ${seen} was read. Look at what changed, then sign.`,
    );
  const asked = { ...typed, post: asTheCaseWritesIt(typed, stored) };
  const signing = await signingOf(context, stored);
  refuseSigning(asked, stored, signing, await indicativeSentences(context, stored));
  const isDecision = asked.action === 'approved' || asked.action === 'refused';
  const run: RunOfCase | null = isDecision
    ? { ...(await workOut(context, stored.document, stored.problems)), document: stored.document }
    : null;
  return keepSignature(context, { asked, stored, signing, run });
}

/** What the method wrote, where it was worked out: what nobody has seen nobody has copied. */
async function indicativeSentences(context: Context, stored: StoredCase): Promise<string[]> {
  const kept = await findRunOf(context, stored);
  const appraisal = kept?.run.appraisal ?? null;
  return appraisal === null ? [] : indicatedText(appraisal, namesOf(stored.document));
}

/** A post is recognised however it is typed, and recorded as the case has it. */
function asTheCaseWritesIt({ action, post }: SigningRequest, { document }: StoredCase): string {
  return postsFor(action, document).find((one) => foldWords(one) === foldWords(post)) ?? post;
}
