const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore

/**
 * A day as it stands in an English sentence.
 *
 * @param day `YYYY-MM-DD`
 * @example dayInWords('2027-03-01') // '1 March 2027'
 */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
