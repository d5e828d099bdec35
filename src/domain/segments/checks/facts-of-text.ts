import type { Facts } from './condition.ts';
import type { FactReading } from './fact.ts';
import type { FactName } from './facts.ts';
import { termNames, terms } from './terms.ts';

/** Characters of a text that are shown around the words that were found. */
const shownAround = 50;

/** What a text that says nothing of a term tells: that it doesn’t (`no`), or nothing (`unknown`). */
export type Silence = 'no' | 'unknown';

/**
 * Which terms a text speaks of, each with the words that were found.
 *
 * @param silence `no` where the text is all there is, as in a draft; `unknown` where terms may stand elsewhere
 * @param where what was read, as it is named where words are missing
 * @example factsOfText('Egress is free.', 'unknown')['says-egress'] // { value: true, evidence: '“Egress is free.”' }
 */
export function factsOfText(text: string, silence: Silence, where = 'the text'): Facts {
  const found: Partial<Record<FactName, FactReading>> = {};
  for (const name of termNames) {
    const match = terms[name].words.exec(text);
    if (match !== null) found[name] = { value: true, evidence: quote(text, match.index, match[0].length) };
    else if (silence === 'no') found[name] = { value: false, evidence: `looked for in ${where}` };
  }
  return found;
}

/**
 * A passage of a text with the words around it, in quotation marks, cut at spaces.
 *
 * @example quote('Price counts 60% of the award.', 0, 5) // '“Price counts 60% of the award.”'
 */
export function quote(text: string, start: number, length: number): string {
  const from = start <= shownAround ? 0 : text.indexOf(' ', start - shownAround) + 1;
  const wanted = start + length + shownAround;
  const to = wanted >= text.length ? text.length : Math.max(start + length, text.lastIndexOf(' ', wanted));
  const words = text.slice(Math.min(from, start), to).replaceAll(/\s+/gu, ' ').trim();
  return `“${from > 0 ? '… ' : ''}${words}${to < text.length ? ' …' : ''}”`;
}
