import type { BuyerType } from '../organisations/mention.ts';
import type { CaseDocument } from './case-parts/case-document.ts';

/** Something that exists and could be used, as `reference/reuse.yaml` has it. */
export type ReuseCandidate = {
  id: string;
  name: string;
  kind: CaseDocument['reuse'][number]['kind'];
  does: string;
  /** Words of a component’s name that point to it; none: it is looked at for every component. */
  words: string[];
  /** Who may use it as far as known. */
  bodies: 'all' | BuyerType[];
  /** Bodies that were told to use it. */
  mandated: BuyerType[];
  /** What to find out. */
  check: string;
  source: string;
  reviewed: string;
};

/** A candidate for a component, and why. */
export type SuggestedReuse = {
  candidate: string;
  name: string;
  because: string;
  check: string;
  /** True where bodies of this kind were told to use it, so that leaving it out needs a reason. */
  isMandated: boolean;
};

/**
 * What to look at before a component is bought or built: first what its name points to, then what is looked at always.
 *
 * @example suggestReuse({ name: 'Payments' }, 'nhs', candidates)[0]?.candidate // 'govuk-pay'
 */
export function suggestReuse(
  { name }: Pick<CaseDocument['components'][number], 'name'>,
  bodyType: BuyerType,
  candidates: readonly ReuseCandidate[],
): SuggestedReuse[] {
  const named: SuggestedReuse[] = [];
  const always: SuggestedReuse[] = [];
  for (const candidate of candidates) {
    if (candidate.bodies !== 'all' && !candidate.bodies.includes(bodyType)) continue;
    const word = candidate.words.find((one) => beginsWord(name, one));
    if (candidate.words.length > 0 && word === undefined) continue;
    const isMandated = candidate.mandated.includes(bodyType);
    const told = isMandated ? ' Bodies of this kind were told to use it: say why where you don’t.' : '';
    const points = word === undefined ? '' : `“${name}” sounds like what it does. `;
    (word === undefined ? always : named).push({
      candidate: candidate.id,
      name: candidate.name,
      because: `${points}${candidate.does}${told}`,
      check: candidate.check,
      isMandated,
    });
  }
  return [...named, ...always];
}

/** Whether a word of the text begins with some letters: “notif” is in “Notifications”, “pay” isn’t in “repay”. */
function beginsWord(text: string, letters: string): boolean {
  const words = text.toLowerCase();
  for (let at = words.indexOf(letters); at !== -1; at = words.indexOf(letters, at + 1))
    if (at === 0 || !/\p{L}/u.test(words.charAt(at - 1))) return true;
  return false;
}
