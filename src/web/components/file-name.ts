/**
 * The name of the file that something was read from. Folders of the machine it was read on are nobody's business.
 *
 * @example fileName('/home/data/2026-10.jsonl:711') // '2026-10.jsonl:711'
 */
export function fileName(origin: string): string {
  return origin.split(/[/\\]/u).at(-1) ?? origin;
}
