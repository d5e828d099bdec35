import { AppError } from '../lib/errors.ts';
import type { IniProperty, IniSection } from '../lib/ini.ts';
import { parseIni } from '../lib/ini.ts';
import { suggest } from '../lib/suggest.ts';

/** What a setting holds: a text, texts parted by `|`, a decimal, a whole number from 0, or yes and no. */
export type SettingKind = 'text' | 'codes' | 'decimal' | 'whole' | 'switch';

/** What a section of the settings may hold: properties by name, or any names with values of one kind. */
export type SectionDeclaration =
  { properties: Readonly<Record<string, SettingKind>> } | { names: SettingKind };

/** Section → what it may hold. The empty name is for what stands before the first section. */
export type SettingsDeclaration = Readonly<Record<string, SectionDeclaration>>;

const noSettings: SectionDeclaration = { properties: {} };

const words: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  off: false,
  no: false,
  '0': false,
};

/** Settings of `ocds prepare` and `ocds indicators` that were checked when they were read. */
export class ToolkitSettings {
  readonly #sections: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(sections: ReadonlyMap<string, ReadonlyMap<string, string>>) {
    this.#sections = sections;
  }

  has(section: string): boolean {
    return this.#sections.has(section);
  }

  text(section: string, name: string): string | null {
    return this.#sections.get(section)?.get(name) ?? null;
  }

  number(section: string, name: string): number | null {
    const text = this.text(section, name);
    return text === null ? null : Number(text);
  }

  isOn(section: string, name: string): boolean {
    return ownMember(words, (this.text(section, name) ?? '').toLowerCase()) ?? false;
  }

  /** Texts parted by `|`, as they are; null where the setting is left out. */
  codes(section: string, name: string): ReadonlySet<string> | null {
    const text = this.text(section, name);
    if (text === null) return null;
    const codes = text.split('|');
    if (codes.at(-1) === '') codes.pop();
    return new Set(codes);
  }

  /** All names and values of a section. */
  names(section: string): ReadonlyMap<string, string> {
    return this.#sections.get(section) ?? new Map();
  }
}

/**
 * Reads settings in the form of Cardinal's settings file, and refuses what isn't known.
 *
 * @param source as a refusal names it, such as the file's path
 * @throws AppError bad-request naming the line, and the nearest known name
 * @example readSettings('[R003]\nthreshold = 10', 'settings.ini', { R003: { properties: { threshold: 'whole' } } }).number('R003', 'threshold') // 10
 */
export function readSettings(text: string, source: string, known: SettingsDeclaration): ToolkitSettings {
  const parsed = parseIni(text);
  if ('fault' in parsed) throw new AppError('bad-request', `${source} line ${parsed.line} ${parsed.fault}.`);
  const sections = new Map<string, ReadonlyMap<string, string>>();
  for (const section of parsed.sections) {
    const declaration = ownMember(known, section.name) ?? (section.name === '' ? noSettings : undefined);
    if (declaration === undefined) throw unknownSection(section, source, known);
    for (const property of section.properties) checkProperty(property, { section, declaration, source });
    sections.set(section.name, new Map(section.properties.map(({ name, value }) => [name, value])));
  }
  return new ToolkitSettings(sections);
}

function unknownSection({ name, line }: IniSection, source: string, known: SettingsDeclaration): AppError {
  const names = Object.keys(known).filter((candidate) => candidate !== '');
  const hint = hintOf(name, names, (near) => `[${near}]`);
  return new AppError('bad-request', `${source} line ${line}: there is no section [${name}].${hint}`);
}

type Place = { section: IniSection; declaration: SectionDeclaration; source: string };

function checkProperty({ name, value, line }: IniProperty, { section, declaration, source }: Place): void {
  const kind = 'names' in declaration ? declaration.names : ownMember(declaration.properties, name);
  const at = section.name === '' ? 'before the first section' : `in [${section.name}]`;
  if (kind === undefined) {
    const names = 'names' in declaration ? [] : Object.keys(declaration.properties);
    const hint = hintOf(name, names, (near) => `"${near}"`);
    throw new AppError('bad-request', `${source} line ${line}: there is no setting "${name}" ${at}.${hint}`);
  }
  const { fits, wanted } = forms[kind];
  if (fits(value)) return;
  throw new AppError(
    'bad-request',
    `${source} line ${line}: "${name}" ${at} must be ${wanted}, not "${value}".`,
  );
}

/** The nearest known name as a question; where none is near, all of them. */
function hintOf(name: string, names: readonly string[], write: (near: string) => string): string {
  const near = suggest(name, names);
  if (near !== null) return ` Did you mean ${write(near)}?`;
  return names.length === 0 ? ' It takes none.' : ` It can be: ${names.join(', ')}.`;
}

/** What a value must look like, and how a refusal says it. */
const forms: Readonly<Record<SettingKind, { fits: (value: string) => boolean; wanted: string }>> = {
  text: { fits: () => true, wanted: 'a text' },
  codes: { fits: () => true, wanted: 'a text' },
  switch: { fits: (value) => Object.hasOwn(words, value.toLowerCase()), wanted: 'true or false' },
  whole: { fits: (value) => /^\d{1,15}$/.test(value), wanted: 'a whole number' },
  decimal: {
    fits: (value) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value),
    wanted: 'a number, such as 0.05',
  },
};

/** The member of that name, but never one that every object has (`constructor`). */
function ownMember<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
