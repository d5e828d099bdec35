import type { FactDeclaration, FactUnit, FactValue } from '../../domain/segments/checks/fact.ts';
import { countText, numberText } from '../count-text.ts';
import { poundsText } from '../decisions/figure-text.ts';

/**
 * The value of a fact as it is said.
 *
 * @example factValueText(facts['term-months'], 24) // '24 months'
 * @example factValueText(facts['says-egress'], false) // 'no'
 */
export function factValueText(fact: FactDeclaration, value: FactValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(', ');
  return fact.type === 'number' ? quantityText(value, fact.unit) : numberText(value);
}

function quantityText(value: number, unit: FactUnit): string {
  const rounded = Math.round(value * 10) / 10;
  switch (unit) {
    case 'pounds':
      return poundsText(value);
    case 'months':
      return countText(rounded, 'month');
    case 'days':
      return countText(rounded, 'day');
    case 'percent':
      return `${numberText(rounded)}%`;
    case 'times':
      return `${numberText(rounded)} times`;
    case 'count':
      break;
  }
  return numberText(rounded);
}
