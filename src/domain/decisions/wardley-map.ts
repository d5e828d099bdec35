import type { CaseDocument } from './case-parts/case-document.ts';
import type { evolutions } from './case-parts/need.ts';
import type { DeliveryModel } from './delivery-model.ts';
import type { MapMethod } from './wardley-line.ts';
import type { WardleyText } from './wardley-text.ts';

type Evolution = (typeof evolutions)[number];

/**
 * Stages of the evolution axis and where each ends: the lines that Online Wardley Maps draws at 3.5, 8 and 14 twentieths of
 * the width (constants `EvoOffsets` in damonsk/onlinewardleymaps).
 */
export const evolutionStages = [
  { evolution: 'genesis', from: 0, to: 0.175 },
  { evolution: 'custom', from: 0.175, to: 0.4 },
  { evolution: 'product', from: 0.4, to: 0.7 },
  { evolution: 'commodity', from: 0.7, to: 1 },
] as const satisfies readonly { evolution: Evolution; from: number; to: number }[];

/**
 * The stage at a place of the evolution axis.
 *
 * @example evolutionAt(0.4) // 'product'
 */
export function evolutionAt(place: number): Evolution {
  return evolutionStages.find(({ to }) => place < to)?.evolution ?? 'commodity';
}

/** A component of a case as a map gives it; what a map doesn’t know is left to the person. */
export type ImportedComponent = {
  id: string;
  name: string;
  evolution: Evolution;
  visibility?: number;
  maturity?: number;
  evolvesTo?: number;
  connects: string[];
};

/** Components for a case, and what the map says beyond them. */
export type ImportedMap = {
  components: ImportedComponent[];
  /** Users: the top of a map, and no component. */
  anchors: string[];
  /** Ids that the map doesn’t place on the evolution axis; they stand as products until somebody says otherwise. */
  unplaced: string[];
  /** By id: how the map means to get it, whether something holds it back. */
  remarks: { id: string; method: MapMethod | null; hasInertia: boolean }[];
};

/**
 * Components and links of a map as those of a case. Links from users are left out, as are those of a component to itself.
 *
 * @example importMap(readWardleyText('component Hot Water [0.52, 0.8]')).components // [{ id: 'hot-water', name: 'Hot Water', evolution: 'commodity', visibility: 0.52, maturity: 0.8, connects: [] }]
 */
export function importMap({ components, links }: WardleyText): ImportedMap {
  const parts = components.filter(({ isAnchor }) => !isAnchor);
  const ids = idsOf(parts.map(({ name }) => name));
  const imported = parts.map(({ name, visibility, evolution, evolvesTo }): ImportedComponent => {
    const needs = links
      .filter(({ from, to }) => from === name && to !== name)
      .flatMap(({ to }) => ids.get(to) ?? []);
    return {
      id: ids.get(name) ?? '',
      name,
      evolution: evolution === null ? 'product' : evolutionAt(evolution),
      ...(visibility === null ? {} : { visibility }),
      ...(evolution === null ? {} : { maturity: evolution }),
      ...(evolvesTo === null ? {} : { evolvesTo }),
      connects: [...new Set(needs)],
    };
  });
  return {
    components: imported,
    anchors: components.filter(({ isAnchor }) => isAnchor).map(({ name }) => name),
    unplaced: imported.filter(({ maturity }) => maturity === undefined).map(({ id }) => id),
    remarks: parts
      .map(({ name, method, hasInertia }) => ({ id: ids.get(name) ?? '', method, hasInertia }))
      .filter(({ method, hasInertia }) => method !== null || hasInertia),
  };
}

/** Ids made of names: small letters, digits and hyphens, each once. */
function idsOf(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const plain = name
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/gu, ' ')
        .trim()
        .replaceAll(' ', '-')
        .slice(0, 50)
        .replace(/-$/u, '');
      const base = plain === '' ? 'component' : plain;
      let id = base;
      for (let next = 2; taken.has(id); next += 1) id = `${base}-${next}`;
      taken.add(id);
      return [name, id];
    }),
  );
}

/** How a delivery model is marked on a map: by who holds the capability. */
const methodOf: Readonly<Record<DeliveryModel['family'], MapMethod>> = {
  'keep-control': 'build',
  'consume-product': 'buy',
  'buy-capability': 'outsource',
  share: 'outsource',
};

/** The marks of one option, by component. */
export type MapMarks = ReadonlyMap<string, MapMethod>;

/**
 * How each component is got in an option, for the marks of a map; a reused platform is bought by nobody, and marked so.
 *
 * @example marksOf(option, components, models).get('case-workflow') // 'buy'
 */
export function marksOf(
  option: CaseDocument['options'][number],
  components: readonly { id: string }[],
  models: readonly DeliveryModel[],
): MapMarks {
  const families = new Map(models.map(({ id, family }) => [id, family]));
  return new Map(
    components.flatMap(({ id }) => {
      const model = option.models?.[id] ?? option.model;
      const family = model === undefined || model === 'reuse-platform' ? undefined : families.get(model);
      return family === undefined ? [] : [[id, methodOf[family]] as const];
    }),
  );
}

/**
 * The components of a case as the text of an Online Wardley Map. A component without a place stands half-way up, in the
 * middle of its stage. Signs that mean something in that text (arrows, brackets) are exchanged in names.
 *
 * @example exportMap(document, new Map()).split('\n')[0] // 'title Replace the permits service'
 */
export function exportMap(
  { title, components }: Pick<CaseDocument, 'title' | 'components'>,
  marks: MapMarks,
): string {
  const names = mapNames(components);
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    `title ${plainName(title)}`,
    'style wardley',
    '',
    ...components.map((component) => {
      const { id } = component;
      const mark = marks.get(id);
      const { visibility, maturity } = placeOnMap(component);
      const place = `[${decimal(visibility)}, ${decimal(maturity)}]`;
      return `component ${nameOf(id)} ${place}${mark === undefined ? '' : ` (${mark})`}`;
    }),
    ...components.flatMap(({ id, evolvesTo }) =>
      evolvesTo === undefined ? [] : [`evolve ${nameOf(id)} ${decimal(evolvesTo)}`],
    ),
    '',
    ...components.flatMap(({ id, connects }) =>
      [...new Set(connects)]
        .filter((to) => names.has(to) && to !== id)
        .map((to) => `${nameOf(id)}->${nameOf(to)}`),
    ),
    '',
  ].join('\n');
}

/** Four places are finer than any screen, and never written with an exponent. */
function decimal(value: number): number {
  return Number(value.toFixed(4));
}

/**
 * Where a component stands on a map: half-way up, in the middle of its stage, unless the case says more.
 *
 * @example placeOnMap({ evolution: 'product' }).maturity // about 0.55
 */
export function placeOnMap({
  evolution,
  visibility,
  maturity,
}: Pick<CaseDocument['components'][number], 'evolution' | 'visibility' | 'maturity'>): {
  visibility: number;
  maturity: number;
} {
  return { visibility: visibility ?? 0.5, maturity: maturity ?? middleOf(evolution) };
}

function middleOf(evolution: Evolution): number {
  const stage = evolutionStages.find((one) => one.evolution === evolution);
  return stage === undefined ? 0.5 : (stage.from + stage.to) / 2;
}

/** Names that the text of a map can hold, by id, each once. */
function mapNames(components: readonly { id: string; name: string }[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    components.map(({ id, name }) => {
      const plain = plainName(name);
      const own = taken.has(plain) ? `${plain} (${id})` : plain;
      taken.add(own);
      return [id, own];
    }),
  );
}

/**
 * A name as the text of a map can hold it: on one line, without arrows, brackets and comments.
 *
 * @example plainName('Forms [v2]->Pay') // 'Forms (v2)→Pay'
 */
export function plainName(name: string): string {
  return name
    .replaceAll(/[[{]/gu, '(')
    .replaceAll(/[\]}]/gu, ')')
    .replaceAll(/-+>+/gu, '→')
    .replaceAll(';', ',')
    .replaceAll(/\+(?=[<>'])/gu, '＋')
    .replaceAll(/\/(?=[/*])/gu, '∕')
    .replaceAll('"', '”')
    .replace(/^\s*>/u, '›')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
