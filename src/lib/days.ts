const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day in London at an instant, `YYYY-MM-DD`.
 *
 * @example londonDayOf(new Date('2026-06-30T23:30:00Z')) // '2026-07-01'
 */
export function londonDayOf(instant: Date): string {
  return londonDay.format(instant);
}
