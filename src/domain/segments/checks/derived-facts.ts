import type { Facts } from './condition.ts';
import type { FactReading } from './fact.ts';

type NumberReading = FactReading & { value: number };

/** Standard rate of VAT, by which a value with VAT is turned into one without. */
const vatFactor = 1.2;

const basisWords = { net: 'without VAT', gross: 'with VAT', unstated: 'VAT not stated, taken as without' };

/**
 * A value in pounds as facts with and without VAT.
 *
 * @example valueFacts({ value: 120, evidence: 'the notice' }, 'gross')['value-ex-vat']?.value // 100
 */
export function valueFacts({ value, evidence }: NumberReading, basis: 'net' | 'gross' | 'unstated'): Facts {
  const net = basis === 'gross' ? value / vatFactor : value;
  const words = `${evidence} (${basisWords[basis]})`;
  return {
    'value-ex-vat': { value: Math.round(net), evidence: words },
    'value-with-vat': { value: Math.round(basis === 'gross' ? value : net * vatFactor), evidence: words },
  };
}

/**
 * A term and its extensions in months as facts.
 *
 * @example termFacts({ value: 24, evidence: '' }, { value: 12, evidence: '' })['extension-percent']?.value // 50
 */
export function termFacts(term: NumberReading, extension: NumberReading | null): Facts {
  const base: Facts = { 'term-months': term };
  if (extension === null || term.value <= 0) return base;
  const evidence = `${term.evidence}, ${extension.evidence}`;
  return {
    ...base,
    'longest-term-months': { value: term.value + extension.value, evidence },
    'extension-percent': { value: Math.round((extension.value / term.value) * 100), evidence },
  };
}
