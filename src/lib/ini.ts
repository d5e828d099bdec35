/** One `name = value` of an INI file, with the line on which it stands. */
export type IniProperty = { name: string; value: string; line: number };

/** A section of an INI file; what stands before the first heading is in the section with an empty name. */
export type IniSection = { name: string; line: number; properties: IniProperty[] };

/**
 * Reads an INI file: `[section]`, `name = value` (or `name: value`), comments after `;` or `#` at the beginning of a line.
 * Values are texts; quotation marks around a whole value are taken off. A section that comes twice is one.
 *
 * @returns the sections in order, or the line that is neither, and why
 * @example parseIni('[R003]\nthreshold = 10') // { sections: [{ name: '', … }, { name: 'R003', properties: [{ name: 'threshold', value: '10', line: 2 }] }] }
 */
export function parseIni(text: string): { sections: IniSection[] } | { line: number; fault: string } {
  let section: IniSection = { name: '', line: 1, properties: [] };
  const sections = [section];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const content = raw.trim();
    if (content === '' || content.startsWith(';') || content.startsWith('#')) continue;
    if (content.startsWith('[')) {
      if (!content.endsWith(']')) return { line, fault: 'begins a section, but has no closing bracket' };
      const name = content.slice(1, -1).trim();
      const known = sections.find((candidate) => candidate.name === name);
      section = known ?? { name, line, properties: [] };
      if (known === undefined) sections.push(section);
      continue;
    }
    const property = /^([^=:]*)[=:](.*)$/s.exec(content);
    const name = property?.[1]?.trim() ?? '';
    if (property === null || name === '') {
      return { line, fault: 'is neither a [section], a "name = value" nor a comment after ";"' };
    }
    section.properties.push({ name, value: withoutQuotes(property[2]?.trim() ?? ''), line });
  }
  return { sections };
}

function withoutQuotes(value: string): string {
  return /^(["']).*\1$/s.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}
