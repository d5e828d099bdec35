const months = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] as const; // prettier-ignore

/**
 * A day as people type it, as it is kept: `31/3/2028`, `31 March 2028` and `2028-03-31`. Null where it is no day of the
 * calendar.
 *
 * @example readDay('31 Mar 2028') // '2028-03-31'
 * @example readDay('31/2/2028') // null
 */
export function readDay(text: string): string | null {
  const given = text.trim();
  const [, isoYear = '', isoMonth = '', isoDay = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(given) ?? [];
  if (isoYear !== '') return dayOf(isoYear, Number(isoMonth), isoDay);
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[/. -]+(\d{1,2}|[a-z]{3,9})[/., -]+(\d{4})$/iu.exec(given) ?? [];
  if (year === '') return null;
  const named = months.findIndex((name) => name.startsWith(month.toLowerCase())) + 1;
  return dayOf(year, named > 0 ? named : Number(month), day);
}

function dayOf(year: string, month: number, day: string): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? null : text;
}

/**
 * A day as a form shows it: `31/3/2028`.
 *
 * @example shortDay('2028-03-31') // '31/3/2028'
 */
export function shortDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)}/${Number(month)}/${year}`;
}
