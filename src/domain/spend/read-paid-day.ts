/** How a column writes days that can be read in two ways. */
export type DayOrder = 'day-first' | 'month-first';

/** Ways in which days are written, as a message names them. */
export const dayForms = ['numbers', 'month-name', 'iso', 'serial', 'month-only'] as const;
export type DayForm = (typeof dayForms)[number];

/** A day as read, both ways where the order matters. */
export type WrittenDay = { form: DayForm; dayFirst: string | null; monthFirst: string | null };

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Years that a payment can be of. */
const earliestYear = 1990;
const latestYear = 2199;

/**
 * A day as a spend file writes it: `04/01/2017`, `4.1.17`, `04-Jan-2017`, `4 January 2017`, `Jan 4, 2017`, `2017-01-04`,
 * `20170104`, the number 42739 of a spreadsheet, or a month alone (`Jan-17`, `2017-01`), which is its first day. A time of day behind it falls away.
 *
 * @returns null where it is no day
 * @example readWrittenDay('04/01/2017') // { form: 'numbers', dayFirst: '2017-01-04', monthFirst: '2017-04-01' }
 */
export function readWrittenDay(text: string): WrittenDay | null {
  const plain = text
    .trim()
    .replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z)?$/i, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '');
  return readNumbers(plain) ?? readIso(plain) ?? readNamed(plain) ?? readSerial(plain);
}

function readNumbers(text: string): WrittenDay | null {
  const match = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/.exec(text);
  if (match === null) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), yearOf(match[3] ?? '')];
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  return dayFirst === null && monthFirst === null ? null : { form: 'numbers', dayFirst, monthFirst };
}

function readIso(text: string): WrittenDay | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? /^(20\d\d|19\d\d)(\d\d)(\d\d)$/.exec(text);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3] ?? 1));
  return both(day, match[3] === undefined ? 'month-only' : 'iso');
}

function readNamed(text: string): WrittenDay | null {
  const before = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?[\s\-/.,]*(\d{4}|\d{2})$/i.exec(text);
  if (before !== null)
    return both(dayOf(yearOf(before[3] ?? ''), monthOf(before[2]), Number(before[1])), 'month-name');
  const after = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text);
  if (after !== null) return both(dayOf(Number(after[3]), monthOf(after[1]), Number(after[2])), 'month-name');
  const month = /^([a-z]{3,9})\.?[\s\-/']*(\d{4}|\d{2})$/i.exec(text);
  return month === null ? null : both(dayOf(yearOf(month[2] ?? ''), monthOf(month[1]), 1), 'month-only');
}

/** Days since Excel's beginning: 32874 is 1 January 1990, 73050 is 1 January 2100. */
function readSerial(text: string): WrittenDay | null {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const serial = match === null ? 0 : Number(match[1]);
  if (serial < 32_874 || serial > 73_050) return null;
  return both(new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10), 'serial');
}

function both(day: string | null, form: DayForm): WrittenDay | null {
  return day === null ? null : { form, dayFirst: day, monthFirst: day };
}

/** Two digits are of this century up to 79. */
function yearOf(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 80 ? 2000 + year : 1900 + year;
}

function monthOf(name: string | undefined): number {
  const place = monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return place + 1;
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Looks at a whole column of days, then says in which order its numbers stand.
 *
 * @example
 * const evidence = new DayEvidence();
 * for (const text of ['01/04/2023', '04/25/2023']) evidence.add(text);
 * evidence.order() // 'month-first'
 */
export class DayEvidence {
  private onlyDayFirst = 0;
  private onlyMonthFirst = 0;
  private readonly formCounts = new Map<DayForm, number>();
  private readonly examples = new Map<DayForm, string>();
  private readonly months = {
    'day-first': new Map<string, number>(),
    'month-first': new Map<string, number>(),
  };

  /** Looks at one cell; texts that are no day are passed over. */
  add(text: string): void {
    const day = readWrittenDay(text);
    if (day === null) return;
    this.formCounts.set(day.form, (this.formCounts.get(day.form) ?? 0) + 1);
    if (!this.examples.has(day.form)) this.examples.set(day.form, text.trim());
    if (day.dayFirst === null) this.onlyMonthFirst += 1;
    if (day.monthFirst === null) this.onlyDayFirst += 1;
    count(this.months['day-first'], day.dayFirst);
    count(this.months['month-first'], day.monthFirst);
  }

  /**
   * The order of the column as a whole: days that fit one order only decide, by majority. Where every day fits both, the
   * British one: a month of payments nearly always has a day after the twelfth.
   */
  order(): DayOrder {
    return this.onlyMonthFirst > this.onlyDayFirst ? 'month-first' : 'day-first';
  }

  /** Whether some days fit one order only and some the other only: both were used. */
  get isContradictory(): boolean {
    return this.onlyDayFirst > 0 && this.onlyMonthFirst > 0;
  }

  /** The ways of writing that occur, most frequent first, each with an example. */
  forms(): { form: DayForm; count: number; example: string }[] {
    return [...this.formCounts]
      .map(([form, formCount]) => ({ form, count: formCount, example: this.examples.get(form) ?? '' }))
      .toSorted((a, b) => b.count - a.count);
  }

  /** Payments by month (`YYYY-MM`), days read in the column's order. */
  monthCounts(): ReadonlyMap<string, number> {
    return this.months[this.order()];
  }
}

/** Months that are counted; a column of something else must not fill the memory. */
const mostMonths = 2_000;

function count(months: Map<string, number>, day: string | null): void {
  if (day === null) return;
  const month = day.slice(0, 7);
  if (months.has(month) || months.size < mostMonths) months.set(month, (months.get(month) ?? 0) + 1);
}

/**
 * A cell as a day in the order of its column; a day that fits the other order only is read in that.
 *
 * @example readPaidDay('04/01/2017', 'day-first') // '2017-01-04'
 */
export function readPaidDay(text: string, order: DayOrder): string | null {
  const day = readWrittenDay(text);
  if (day === null) return null;
  return order === 'day-first' ? (day.dayFirst ?? day.monthFirst) : (day.monthFirst ?? day.dayFirst);
}
