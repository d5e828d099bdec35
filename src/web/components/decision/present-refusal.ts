import type { AppError } from '../../../lib/errors.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

/** Longest reason that is kept. */
const longestReason = 1000;

/** What a form says that was refused: at its field where the reason is at fault, else above it. */
export type RefusalShown = {
  reasonError: string | null;
  refusal: string | null;
  errors: { text: string; href?: string }[];
};

/**
 * Why a decision was refused, as its form shows it.
 *
 * @example presentRefusal(null, '', words).errors // []
 */
export function presentRefusal(
  refusal: AppError | null,
  reason: string,
  { identity: text }: Catalogue,
): RefusalShown {
  if (refusal === null) return { reasonError: null, refusal: null, errors: [] };
  if (!('reason' in refusal.fields))
    return { reasonError: null, refusal: refusal.message, errors: [{ text: refusal.message }] };
  const reasonError = reason.length > longestReason ? text.reasonLong : text.reasonMissing;
  return { reasonError, refusal: null, errors: [{ text: reasonError, href: '#reason' }] };
}
