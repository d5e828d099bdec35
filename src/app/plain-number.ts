/** Signs of other currencies, which are to be converted, not taken for pounds. */
const foreign = /[$€¥]|\b(usd|eur|dollars?|euros?)\b/iu;

const multiples: Readonly<Record<string, number>> = {
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  mn: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  billion: 1_000_000_000,
};

/**
 * What to write where a number was wanted and people wrote it as text; null where the text is no number that could be
 * meant.
 *
 * @example plainNumberHint('£1,200') // 'Write 1200: a number without a pound sign, commas or words.'
 * @example plainNumberHint('$5m') // 'Amounts are in pounds: convert it, and write a number without a sign.'
 * @example plainNumberHint('1\u00A0200') // 'Write 1200: a number without a pound sign, commas or words.'
 * @example plainNumberHint('soon') // null
 */
export function plainNumberHint(written: string): string | null {
  // Wide digits, thin and unbreakable spaces are told as the plain ones that they stand for.
  const text = written.normalize('NFKC').replaceAll(/\s/gu, ' ');
  if (foreign.test(text)) return 'Amounts are in pounds: convert it, and write a number without a sign.';
  const percent = /^\s*(-?\d+(?:\.\d+)?)\s*%\s*$/u.exec(text)?.[1];
  if (percent !== undefined)
    return `Write ${percent} where per cent are asked for, or ${Number(percent) / 100} where a share is.`;
  const found =
    /^\s*([-−]?)\s*(?:£|gbp)?\s*(\d[\d,_ ]*(?:\.\d+)?)\s*(?:(k|thousand|mn?|million|bn|billion)\b)?(.*)$/iu.exec(
      text,
    );
  if (found === null) return null;
  const [, sign = '', digits = '', multiple = '', rest = ''] = found;
  if (/\d/u.test(rest)) return null;
  const size = Number(digits.replaceAll(/[,_ ]/gu, '')) * (multiples[multiple.toLowerCase()] ?? 1);
  const unit = rest.trim() === '' ? '' : ` What it is counted in (“${rest.trim()}”) stands elsewhere.`;
  return `Write ${sign === '' ? '' : '-'}${Number(size.toPrecision(15))}: a number without a pound sign, commas or words.${unit}`;
}
