import { foldWords } from './fold-words.ts';

const machine = String.raw`(?:the |this |our |its )?(?:(?:indicative|sourcing|decision|cost) )?(?:model|system|software|tool|computer|method|algorithm|program|score|result|ranking|machine|ai)s?`;
const says = String.raw`(?:said|says|say|recommend|recommends|recommended|indicate|indicates|indicated|chose|chooses|decided|decides|ranked|ranks|prefers|preferred|told|tells|shows|showed|came out)`;

const borrowed = [
  new RegExp(String.raw`^(?:because |as |since |that is what )?${machine}(?: \w+){0,2} ${says}\b`, 'u'),
  new RegExp(
    String.raw`^(?:because |as |in line with |according to |following |based on |see )(?:what )?${machine}\b`,
    'u',
  ),
];

/** A reason that gives these many words of its own beside what it borrows stands on its own feet. */
const ownWordsEnough = 25;
/** Fewer words than these give no reason. */
const fewestWords = 4;
/** This share of a reason’s runs of words, found in the indicative text, makes it a copy. */
const copiedShare = 0.6;
const runLength = 4;

/**
 * What is wrong with the reasons of an officer; null where they are the officer’s own. That a method, a model or a machine said
 * so is no reason, and neither is its text.
 *
 * @param indicative sentences that the method wrote about the case
 * @example reasonsProblem('The model said so.', []) // 'Give reasons of your own: that a method or a machine says so is none.'
 */
export function reasonsProblem(reasons: string, indicative: readonly string[]): string | null {
  const folded = foldWords(reasons);
  const words = folded === '' ? [] : folded.split(' ');
  if (words.length === 0) return 'Give your reasons, in your own words.';
  if (words.length < ownWordsEnough && borrowed.some((pattern) => pattern.test(folded)))
    return 'Give reasons of your own: that a method or a machine says so is none.';
  if (words.length < fewestWords)
    return `Give your reasons in a sentence: ${words.length === 1 ? 'one word is' : `${words.length} words are`} too few to be understood later.`;
  return isCopied(words, indicative)
    ? 'These reasons are copied from what the method wrote. Say in your own words what decides it for you.'
    : null;
}

function isCopied(words: readonly string[], indicative: readonly string[]): boolean {
  const source = ` ${foldWords(indicative.join(' '))} `;
  const length = Math.min(runLength, words.length);
  const runs = words.slice(0, words.length - length + 1).map((_, at) => words.slice(at, at + length).join(' '));
  const copied = runs.filter((run) => source.includes(` ${run} `)).length;
  return copied / runs.length >= copiedShare;
} // prettier-ignore
