import type { FactsReader } from '../notices/facts-reader.ts';
import { textAt, type MaybeObject } from '../notices/json-fields.ts';
import type { Amount, AmountBasis } from './amount.ts';
import { currencyExponent, parseMoney } from './money.ts';

/** What the amounts of one value object are of. */
export type AmountSubject = Pick<Amount, 'of' | 'ofId' | 'kind'>;

/**
 * The amounts of one value object: `amount` and `amountGross` are two amounts.
 *
 * `amountGross` always includes VAT. `amount` leaves it out under the Act (Find a Tender's own field) and under the
 * older law (the European forms ask for values "excluding VAT"); elsewhere the source doesn't say.
 * `{"amountGross": 0}` without more means "no value" and carries the flag zero.
 *
 * @param path of the value object, for example `contracts[0].value`
 * @example readAmounts({ amount: 900, amountGross: 1080, currency: 'GBP' }, subject, 'tender.value', reader).length // 2
 */
export function readAmounts(
  value: MaybeObject,
  subject: AmountSubject,
  path: string,
  reader: FactsReader,
): Amount[] {
  if (value === undefined) return [];
  const currency = readCurrency(textAt(value, 'currency'));
  const amounts: Amount[] = [];
  for (const name of ['amount', 'amountGross'] as const) {
    const published = value[name];
    if (published === undefined || published === null || published === '') continue;
    const parsed = parseMoney(published, currency);
    amounts.push({
      ...subject,
      basis: name === 'amountGross' ? 'gross' : netOrUnstated(reader),
      minorUnits: parsed.minorUnits,
      currency,
      originalText: parsed.originalText,
      sourcePath: `${path}.${name}`,
      flag: parsed.flag ?? (isPlaceholder(parsed.minorUnits, currency, reader) ? 'placeholder' : null),
    });
  }
  return amounts;
}

function netOrUnstated(reader: FactsReader): AmountBasis {
  return reader.publisher === 'find-a-tender' || reader.isDirective ? 'net' : 'unstated';
}

function readCurrency(text: string | null): string | null {
  const code = text?.toUpperCase() ?? null;
  return code !== null && /^[A-Z]{3}$/.test(code) ? code : null;
}

function isPlaceholder(minorUnits: number | null, currency: string | null, reader: FactsReader): boolean {
  if (minorUnits === null) return false;
  return reader.reference.placeholders.has(minorUnits * 10 ** (2 - currencyExponent(currency)));
}
