/** Words before a number by which the parts of one programme are told apart. */
const part =
  /\b(lot|phase|stage|part|tranche|round|wave|batch|block|zone|area|region|site|ward|package|workstream|volume|version|year|cohort|call|mini competition)s?\s*(?:no\.?|number|#)?\s*[:.-]?\s*(\d{1,4}|[ivx]{1,4}|[a-h])\b/gu;
const years = /\b(20[0-4]\d)(?:\s*[/–-]\s*(?:20)?(\d\d)\b)?/gu;
const places = /\b(north|south|east|west|central|northern|southern|eastern|western)\b/gu;
const roman: Readonly<Record<string, string>> = {
  i: '1', ii: '2', iii: '3', iv: '4', v: '5', vi: '6', vii: '7', viii: '8', ix: '9', x: '10', xi: '11', xii: '12',
}; // prettier-ignore

/**
 * What in a title tells one purchase of a series from the next: years, numbers of lots and phases, compass points, and
 * other short numbers. Kinds → values; numbers of projects are no part of it.
 *
 * @example [...tellingNumbersOf('Highways works 2025/26, Lot II')] // [['year', Set { '2025-26' }], ['lot', Set { '2' }]]
 */
export function tellingNumbersOf(title: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (kind: string, value: string): void => {
    const values = found.get(kind) ?? new Set();
    found.set(kind, values.add(value));
  };
  let rest = title.toLowerCase();
  const take = (pattern: RegExp, each: (match: readonly string[]) => void): void => {
    rest = rest.replaceAll(pattern, (...match: string[]) => {
      each(match);
      return ' ';
    });
  };
  // Numbers of projects first, so that their digits are not read as years.
  take(/\b(?=[a-z0-9/_-]*\d)(?=[a-z0-9/_-]*[a-z_])[a-z0-9/_-]*\d{3}[a-z0-9/_-]*\b|\d{5,}/gu, () => undefined);
  take(years, ([, from = '', to]) => add('year', typeof to === 'string' ? `${from}-${to}` : from));
  take(part, ([, kind = '', value = '']) => add(kind, roman[value] ?? value.replace(/^0+(?=.)/u, '')));
  take(places, ([, place = '']) => add('place', place.replace(/ern$/u, '')));
  take(/\b\d{1,4}\b/gu, ([value = '']) => add('number', value.replace(/^0+(?=.)/u, '')));
  return found;
}

/** Kinds of telling numbers that contradict each other, and how many stand in one of the titles alone. */
export type NumbersCompared = { differing: string[]; alone: string[] };

/**
 * Compares what tells two titles of a series apart.
 *
 * @example compareNumbers('Phase 1', 'Phase 2').differing // ['phase 1 · 2']
 */
export function compareNumbers(one: string, other: string): NumbersCompared {
  const [ones, others] = [tellingNumbersOf(one), tellingNumbersOf(other)];
  const compared: NumbersCompared = { differing: [], alone: [] };
  for (const kind of new Set([...ones.keys(), ...others.keys()])) {
    const [a, b] = [ones.get(kind), others.get(kind)];
    if (a === undefined || b === undefined) {
      compared.alone.push(`${kind} ${[...(a ?? b ?? [])].join(', ')}`);
      continue;
    }
    if (!isWithin(a, b) && !isWithin(b, a)) {
      compared.differing.push(`${kind} ${[...a].toSorted().join(', ')} · ${[...b].toSorted().join(', ')}`);
    }
  }
  return compared;
}

/** `2025` and `2025-26` agree; so do `Lots 1, 2` and `Lot 1`. */
function isWithin(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((value) =>
    [...all].some((each) => each === value || each.startsWith(`${value}-`) || value.startsWith(`${each}-`)),
  );
}
