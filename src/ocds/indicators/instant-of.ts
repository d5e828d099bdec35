const dateTime = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/;

/**
 * An instant as RFC 3339 writes it, in milliseconds since 1970; null for anything else. A time without an offset is no
 * instant, and neither is a day that doesn't exist.
 *
 * @example instantOf('2020-08-03T18:00:00-05:00') // 1596495600000
 * @example instantOf('2020-02-30T18:00:00Z') // null
 */
export function instantOf(text: string | null): number | null {
  const parts = text === null ? null : dateTime.exec(text);
  if (text === null || parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ...offset] = parts
    .slice(1)
    .map(Number);
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const isTime = hour <= 23 && minute <= 59 && second <= 60;
  const [offsetHours, offsetMinutes] = offset.map((part) => (Number.isNaN(part) ? 0 : part));
  if (!isDay || !isTime || (offsetHours ?? 0) > 23 || (offsetMinutes ?? 0) > 59) return null;
  // A leap second is the last of its minute, one second later.
  const leap = second === 60 ? 1000 : 0;
  const plain = text
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/:60(?=[.Z+-])/, ':59');
  const instant = Date.parse(plain);
  return Number.isNaN(instant) ? null : instant + leap;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
