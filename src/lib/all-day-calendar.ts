import ical, { ICalEventTransparency } from 'ical-generator';

/** Something that happens on a day. */
export type DayEvent = {
  /** The same for the same event every time, so that a calendar that reads the file again doesn’t show it twice. */
  id: string;
  /** `YYYY-MM-DD` */
  on: string;
  summary: string;
  description: string;
};

/**
 * An iCalendar file (RFC 5545) of whole days, which block nobody’s time. A whole day has no time zone: it is the same day
 * wherever it is read.
 *
 * @param about name of the calendar, and of the product that wrote it
 * @param now stamp of every event; the same events at the same instant give the same text
 * @example allDayCalendar([], { name: 'Renewals', product: 'Renewals' }, new Date(0)).startsWith('BEGIN:VCALENDAR') // true
 */
export function allDayCalendar(
  events: readonly DayEvent[],
  { name, product }: { name: string; product: string },
  now: Date,
): string {
  const calendar = ical({ name, prodId: { company: 'Digital Sourcing', product } });
  for (const { id, on, summary, description } of events) {
    calendar.createEvent({
      id: `${id}@digital-sourcing`,
      start: new Date(`${on}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      stamp: now,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      description,
    });
  }
  return calendar.toString();
}
