const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/**
 * What can be read in a drawing: each of its texts, and all of them as one, since a name may stand on several lines.
 *
 * @param svg markup of an SVG element
 * @example drawnTexts('<svg><text>It asks</text><text>&lt;2m</text></svg>') // ['It asks', '<2m', 'It asks <2m']
 */
export function drawnTexts(svg: string): string[] {
  const texts = svg
    .split(/<[^>]*>/u)
    .map((text) =>
      text.replaceAll(/&(lt|gt|quot|apos|amp|#39);/gu, (_, name: string) => entities[name] ?? "'"),
    )
    .filter((text) => text.trim() !== '');
  return texts.length > 1 ? [...texts, texts.join(' ')] : texts;
}
