import { findPlace, isMethod, nameIn, statementIn, withoutComments } from './wardley-line.ts';
import type { MapMethod, NumberedLine } from './wardley-line.ts';

/** A component, or an anchor (a user), as the text of a map has it. Null: the text doesn’t say. */
export type MapComponent = {
  name: string;
  isAnchor: boolean;
  /** 0 out of sight to 1 in the user’s hands. */
  visibility: number | null;
  /** Place on the evolution axis, 0 genesis to 1 commodity. */
  evolution: number | null;
  /** Where it is going. */
  evolvesTo: number | null;
  hasInertia: boolean;
  method: MapMethod | null;
};

/** A link between two names, the first needing the second. */
export type MapLink = { from: string; to: string };

/** A line that was passed over or changed, and why. */
export type MapRemark = { line: number; text: string; reason: string };

/** What a map’s text says. */
export type WardleyText = {
  title: string | null;
  components: MapComponent[];
  links: MapLink[];
  notes: string[];
  remarks: MapRemark[];
};

type State = WardleyText & {
  byName: Map<string, MapComponent>;
  /** What a component will be called once it has evolved, and its name now: links may use either. */
  later: Map<string, string>;
};

/** Statements that place nothing or only dress the map: known, and of no use to a case. */
const dressing = new Set([
  'style', 'size', 'evolution', 'annotation', 'annotations', 'y-axis', 'x-axis', 'url', 'pioneers', 'settlers',
  'townplanners', 'accelerator', 'deaccelerator',
]); // prettier-ignore
const declaring = new Set(['component', 'anchor', 'market', 'ecosystem', 'submap']);
const arrow = /\+'[^']*'(?:<>|>|<)|\+(?:<>|>|<)|->>?/u;

/**
 * Reads the text of an Online Wardley Map (https://docs.onlinewardleymaps.com/docs/dsl-reference). Nothing is refused: a
 * line that isn’t understood is passed over and listed with its number. Brackets hold visibility, then evolution; those of a
 * pipeline hold the two ends of its evolution, and its members are components like others. Links may go round in circles.
 *
 * @example readWardleyText('component Kettle [0.43, 0.35]').components[0]?.evolution // 0.35
 */
export function readWardleyText(text: string): WardleyText {
  const state: State = {
    title: null,
    components: [],
    links: [],
    notes: [],
    remarks: [],
    byName: new Map(),
    later: new Map(),
  };
  // Names first: a link may stand above what it joins, and “note taking->Storage” is a link where both are declared.
  const others = declareAll(state, withoutComments(text));
  for (const line of others) if (!joined(state, line)) readStatement(state, line);
  const { title, links, notes, remarks, byName } = state;
  return {
    title,
    components: [...byName.values()],
    links,
    notes,
    remarks: remarks.toSorted((one, other) => one.line - other.line),
  };
}

function remark({ remarks }: State, { number: line, text }: NumberedLine, reason: string): void {
  remarks.push({ line, text, reason });
}

/** Declares what is declared, and answers the other lines. */
function declareAll(state: State, lines: readonly NumberedLine[]): NumberedLine[] {
  let pipeline: MapComponent | null = null;
  let inside: MapComponent | null = null;
  return lines.flatMap((line) => {
    // The brace of a pipeline may stand on its line.
    const opens = /^pipeline\s.*\{$/u.test(line.text);
    const plain = opens ? { ...line, text: line.text.replace(/\s*\{$/u, '') } : line;
    const { word, rest } = statementIn(plain.text);
    const place = findPlace(rest);
    if (line.text === '{' || line.text === '}') inside = line.text === '{' ? pipeline : null;
    else if (word === 'pipeline' && (place !== null || !arrow.test(rest))) {
      pipeline = declarePipeline(state, plain);
      if (opens) inside = pipeline;
    } else if (declaring.has(word) && (place !== null || !arrow.test(rest))) declare(state, line, inside);
    else {
      if (word === 'evolve') keepLaterName(state, rest);
      return [line];
    }
    return [];
  });
}

/** `evolve Kettle->Electric Kettle 0.62`: links to the Electric Kettle are links to the Kettle that becomes it. */
function keepLaterName({ later }: State, rest: string): void {
  const found = evolving.exec(rest);
  const [now, then] = [found?.[1]?.trim() ?? '', found?.[2]?.trim() ?? ''];
  if (then !== '' && then !== now) later.set(then, now);
}

function declare(state: State, line: NumberedLine, pipeline: MapComponent | null): void {
  const { word, rest } = statementIn(line.text);
  const name = nameIn(rest);
  if (name === '') return remark(state, line, 'A name is missing.');
  if (state.byName.has(name)) return remark(state, line, 'This name stands above already; that one holds.');
  const place = findPlace(rest);
  const tail = place === null ? rest : rest.slice(place.end);
  if (place?.isMoved === true)
    remark(state, line, 'Its place lies outside 0 to 1 and was moved to the edge.');
  const mark = /\((build|buy|outsource)\)/u.exec(tail)?.[1] ?? '';
  const target = /\bevolve\s+(\d*\.?\d+)\s*$/u.exec(tail)?.[1];
  state.byName.set(name, {
    name,
    isAnchor: word === 'anchor',
    visibility: place?.first ?? pipeline?.visibility ?? null,
    evolution: place?.second ?? null,
    evolvesTo: target === undefined ? null : Math.min(1, Number(target)),
    hasInertia: /\binertia\b/u.test(tail),
    method: isMethod(mark) ? mark : null,
  });
}

/** A pipeline belongs to a component; where that isn’t declared yet, it stands for one in the middle of its range. */
function declarePipeline(state: State, line: NumberedLine): MapComponent | null {
  const { rest } = statementIn(line.text);
  const name = nameIn(rest);
  const known = state.byName.get(name);
  if (known !== undefined) return known;
  const place = findPlace(rest);
  if (name === '') {
    remark(state, line, 'A name is missing.');
    return null;
  }
  const component: MapComponent = {
    name,
    isAnchor: false,
    visibility: null,
    evolution: place === null ? null : ((place.first ?? place.second) + place.second) / 2,
    evolvesTo: null,
    hasInertia: false,
    method: null,
  };
  state.byName.set(name, component);
  return component;
}

/** Whether the line is a link between names that are declared; if so it is kept. */
function joined({ byName, later, links }: State, { text }: NumberedLine): boolean {
  const names = endsOf(text).map((name) => (byName.has(name) ? name : (later.get(name) ?? name)));
  if (names.length < 2 || names.some((name) => !byName.has(name))) return false;
  for (const [index, to] of names.slice(1).entries()) links.push({ from: names[index] ?? '', to });
  return true;
}

/** Names that a link joins; a remark may follow a semicolon. */
function endsOf(text: string): string[] {
  return (text.split(';')[0] ?? '').split(arrow).map((each) => each.trim());
}

function readStatement(state: State, line: NumberedLine): void {
  const { word, rest } = statementIn(line.text);
  if (word === 'title' && rest !== '') state.title = rest;
  else if (word === 'note' && rest !== '') state.notes.push(nameIn(rest));
  else if (word === 'evolve') evolve(state, line, rest);
  else if (isMethod(word) && !arrow.test(rest)) {
    const component = state.byName.get(nameIn(rest));
    if (component === undefined) remark(state, line, 'No component has this name.');
    else component.method = word;
  } else if (arrow.test(line.text) && !dressing.has(word)) {
    const ends = endsOf(line.text);
    const unknown = ends.find((name) => name !== '' && !state.byName.has(name));
    const reason =
      unknown === undefined ? 'A link needs a name on both sides.' : `Nothing is called “${unknown}”.`;
    remark(state, line, reason);
  } else if (!dressing.has(word)) remark(state, line, 'No statement that is known here.');
}

/** `Kettle 0.62`, `Kettle->Electric Kettle 0.62 label […]`: the name now, the name then, and how far. */
const evolving = /^(.+?)(?:->(.*?))?\s+(?:evolve\s+)?(\d*\.?\d+)(?=\s|$)/u;

function evolve(state: State, line: NumberedLine, rest: string): void {
  // A name that is declared may hold numbers itself; the longest such name is meant.
  const name = [...state.byName.keys()]
    .filter((known) => [' ', '->'].some((next) => rest.startsWith(`${known}${next}`)))
    .toSorted((one, other) => other.length - one.length)[0];
  const place = /^.*?\s(?:evolve\s+)?(\d*\.?\d+)(?=\s|$)/u.exec(rest.slice(name?.length ?? 0));
  if (place === null) return remark(state, line, 'It doesn’t say how far.');
  const component = state.byName.get(name ?? '');
  if (component === undefined) return remark(state, line, 'No component has this name.');
  component.evolvesTo = Math.min(1, Number(place[1]));
}
