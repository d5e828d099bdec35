import { TypeOverrides } from 'pg';

/** PostgreSQL's numbers of the types that `pg` would not read as we want them (pg_type.dat). */
const oid = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
} as const;

/** Arrays of the same → their elements' type. */
const arrayOid: Readonly<Record<number, number>> = {
  1016: oid.int8,
  1182: oid.date,
  1115: oid.timestamp,
  1185: oid.timestamptz,
  1187: oid.interval,
  1231: oid.numeric,
};

/**
 * An eight-byte integer as a number.
 *
 * @throws RangeError beyond ±(2⁵³ − 1), where a number would no longer be exact
 * @example parseInt8('1250000') // 1250000
 */
export function parseInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new RangeError(`The database holds the integer ${text}, which is not exact as a number.`);
  return number;
}

/**
 * An instant as ISO text in UTC, with the microseconds PostgreSQL keeps. Infinity and years BC stay as they are written.
 *
 * @example parseInstant('2026-11-23 05:13:41.5+00') // '2026-11-23T05:13:41.5Z'
 */
export function parseInstant(text: string): string {
  return text.replace(/^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/, '$1T$2Z');
}

/** Type number → reading. A day is 'YYYY-MM-DD' and never a `Date`, which would move it by the machine's time zone. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: parseInt8,
  [oid.date]: String,
  [oid.timestamp]: String,
  [oid.timestamptz]: parseInstant,
  [oid.interval]: String,
  [oid.numeric]: String,
};

/**
 * How columns become values, in every pool: int8 → number, date → 'YYYY-MM-DD', timestamptz → ISO text in UTC, numeric → text,
 * and arrays of these; everything else as `pg` does. It expects the session's time zone to be UTC.
 */
export const columnTypes = new TypeOverrides();

for (const [number, parse] of Object.entries(parsers)) columnTypes.setTypeParser(Number(number), parse);
for (const [number, element] of Object.entries(arrayOid)) {
  const parse = parsers[element] ?? String;
  columnTypes.setTypeParser(Number(number), (text: string) => parseArray(text, parse));
}

/** A one-dimensional array of the types above, in whose texts neither comma nor quote occurs. */
function parseArray(text: string, parse: (text: string) => unknown): unknown[] {
  if (text === '{}') return [];
  const items = text.slice(1, -1).split(',');
  return items.map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));
}
