import { normaliseName, tradingNameOf } from './normalise-name.ts';

/** Ends of firms' names that many share: what stands before them is what a firm is called. */
const commonEnds = new Set(
  `ltd plc llp lp inc corp co cic gmbh bv nv uk gb ireland scotland wales england europe emea international global group holding
  holdings the of and services service solutions systems technologies technology software consulting consultancy consultants
  business digital information communications public sector enterprise enterprises associates partners partnership computing
  computers data networks network management`.split(/\s+/u),
);

const legalForms = new Set(['ltd', 'limited', 'plc', 'llp', 'lp', 'cic', 'inc', 'corporation']);

/**
 * A text without the names of firms: each whole word or run of words by which one of them is called becomes `instead`. A firm
 * is called by its name without its legal form and without the ends that many names share ("Idox Software Ltd" is "Idox").
 *
 * @param names as published, with trading names where they have any
 * @example maskNames('Idox licences and support', ['IDOX SOFTWARE LIMITED'], '…') // '… licences and support'
 */
export function maskNames(text: string, names: readonly string[], instead: string): string {
  const masks = names
    .flatMap((name) => [name, tradingNameOf(name) ?? ''])
    .map(calledBy)
    .filter((words) => words.length > 0)
    .toSorted((a, b) => b.length - a.length);
  let masked = text;
  for (const words of masks) masked = replaceRun(masked, words, instead);
  return masked;
}

/** The words by which a firm is called; none where too little is left to recognise it by. */
function calledBy(name: string): string[] {
  const words = normaliseName(name).split(' ');
  const own = [...words];
  while (own.length > 0 && commonEnds.has(own.at(-1) ?? '')) own.pop();
  const left = own.length > 0 ? own : words;
  return left.join('').length > 1 ? left : [];
}

/** Words are compared as {@link normaliseName} writes them; an "and" counts nowhere, as it may be a sign. */
function replaceRun(text: string, words: readonly string[], instead: string): string {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length, word: plainWord(match[0]) }))
    .filter(({ word }) => word !== 'and');
  const wanted = words.filter((word) => word !== 'and');
  if (wanted.length === 0) return text;
  let masked = '';
  let kept = 0;
  for (let at = 0; at < found.length; at += 1) {
    const first = found[at];
    if (first === undefined || wanted.some((word, index) => found[at + index]?.word !== word)) continue;
    at += wanted.length - 1;
    if (legalForms.has(found[at + 1]?.word ?? '')) at += 1;
    masked += text.slice(kept, first.from) + instead;
    kept = found[at]?.to ?? text.length;
  }
  return masked + text.slice(kept);
}

function plainWord(word: string): string {
  return normaliseName(word.replaceAll(/['’]s?$/gu, ''));
}
