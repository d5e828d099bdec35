import { parseMoney } from '../contracts/money.ts';

/** Which sign parts pounds from pence: of two readings of "1.234" or "1,234" the column decides. */
export type DecimalMark = '.' | ',';

/** A cell of amounts as read. `blank`: nothing in it, or a dash that stands for nothing. */
export type ReadAmount =
  { kind: 'amount'; pence: number; isRounded: boolean } | { kind: 'blank' } | { kind: 'unreadable' };

/** Digits with signs between and around them, once currency, spaces and marks of debit and credit are off. */
const numberPattern = /^(\d[\d.,']*|[.,]\d+)$/;

/**
 * An amount as published, in pence: `£1,234.50`, `(12.00)`, `12.00-`, `-£12`, `12.00 CR`, `1.234,50`. Brackets, a minus on
 * either side and CR are below nought. More than two places are rounded half away from zero.
 *
 * @param decimalMark of the column, for cells that can be read in two ways
 * @example readAmount('(1,234.50)', '.') // { kind: 'amount', pence: -123450, isRounded: false }
 * @example readAmount('1.234,50', '.') // { kind: 'amount', pence: 123450, isRounded: false }
 */
export function readAmount(text: string, decimalMark: DecimalMark): ReadAmount {
  const { digits, isNegative } = bareDigits(text);
  if (digits === '' || /^-+$/.test(digits)) return { kind: 'blank' };
  if (/^\d(?:\.\d+)?e[+-]?\d+$/i.test(digits)) return fromDecimal(Number(digits).toFixed(4), isNegative);
  if (!numberPattern.test(digits)) return { kind: 'unreadable' };
  const plain = plainDecimal(digits.replaceAll("'", ''), decimalMark);
  return plain === null ? { kind: 'unreadable' } : fromDecimal(plain, isNegative);
}

function fromDecimal(plain: string, isNegative: boolean): ReadAmount {
  const { minorUnits, originalText } = parseMoney(plain, 'GBP');
  if (minorUnits === null) return { kind: 'unreadable' };
  // Not minus nought.
  return {
    kind: 'amount',
    pence: isNegative && minorUnits !== 0 ? -minorUnits : minorUnits,
    isRounded: originalText !== null,
  };
}

function bareDigits(text: string): { digits: string; isNegative: boolean } {
  const compact = text
    .normalize('NFKC')
    .replaceAll(/[\s\u00A0£]|GBP/gi, '')
    .replaceAll(/[−–—]/g, '-');
  const inBrackets = /^-?\((.*)\)$/.exec(compact)?.[1];
  const inner = inBrackets ?? compact;
  const unsigned = inner.replace(/^[-+]|-$|(?:CR|DR|C|D)$/gi, '').replace(/(?:CR|DR)$/i, '');
  const isNegative = inBrackets !== undefined || /^-|-$|CR?$/i.test(inner);
  return { digits: /^-+$/.test(inner) ? '' : unsigned, isNegative };
}

/** A number with one point, or null where its separators fit no way of writing. */
function plainDecimal(digits: string, decimalMark: DecimalMark): string | null {
  const mark = markOf(digits, decimalMark);
  const group = mark === '.' ? ',' : '.';
  const [whole = '', fraction, ...rest] = digits.split(mark);
  if (rest.length > 0 || fraction?.includes(group) === true) return null;
  const parts = whole.split(group);
  // Thousands stand in threes; a first group of none is "1,,234".
  if (parts.length > 1 && !(parts[0] !== '' && parts.slice(1).every((part) => part.length === 3)))
    return null;
  return `${parts.join('') || '0'}.${fraction === undefined || fraction === '' ? '0' : fraction}`;
}

/** The sign before the pence: the last of two different ones, the one that can't part thousands, else the column's. */
function markOf(digits: string, decimalMark: DecimalMark): DecimalMark {
  const point = digits.lastIndexOf('.');
  const comma = digits.lastIndexOf(',');
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  if (point === -1 && comma === -1) return decimalMark;
  const sign = point === -1 ? ',' : '.';
  const other = sign === '.' ? ',' : '.';
  const groups = digits.split(sign).slice(1);
  if (groups.length > 1) return other;
  // "1,50" can only be one and a half; "1,234" is what the column says.
  return groups[0]?.length === 3 ? decimalMark : sign;
}

/**
 * Counts ways of writing in a column, to decide between point and comma.
 *
 * @example const evidence = new AmountEvidence(); evidence.add('1.234,50'); evidence.decimalMark() // ','
 */
export class AmountEvidence {
  private points = 0;
  private commas = 0;

  /** Looks at one cell. */
  add(text: string): void {
    const last = /([.,])(\d+)\D*$/.exec(text.trim());
    if (last === null) return;
    const [, sign, digits = ''] = last;
    const hasBoth = text.includes('.') && text.includes(',');
    if (digits.length === 3 && !hasBoth) return;
    if (sign === '.') this.points += 1;
    else this.commas += 1;
  }

  /** The sign before the pence in this column; a point where nothing speaks against it. */
  decimalMark(): DecimalMark {
    return this.commas > this.points ? ',' : '.';
  }
}
