/** Where the name of a publisher comes from. */
export const publisherBases = ['stated', 'column', 'file-name'] as const;
export type PublisherBasis = (typeof publisherBases)[number];

const fillers = new Set(
  'over payments payment spend spending expenditure transparency supplier suppliers to of for the and data file report invoices transactions gbp open csv xlsx final published publication redacted version v jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december quarter q fy year'.split(
    ' ',
  ),
);

/**
 * The name of a publisher where nothing but the file's name tells it: its words without numbers, months and what every
 * such file is called.
 *
 * @example publisherFromFileName('hyndburn-1701.csv') // 'hyndburn'
 */
export function publisherFromFileName(fileName: string): string {
  const stem = fileName.replace(/\.[a-z0-9]{2,5}$/i, '');
  const words = stem
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/\d/.test(word) && !fillers.has(word.toLowerCase()));
  return words.length === 0 ? stem : words.join(' ');
}
