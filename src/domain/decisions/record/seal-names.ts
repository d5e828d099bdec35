import { sha256Hex } from '../../../lib/hash.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/** A name with the chance that keeps its digest from being guessed. */
export type OpenName = { name: string; salt: string };

/**
 * What stands for a name where it is hashed. Without the salt nobody can try names until one fits.
 *
 * @example nameDigest({ name: 'A Name', salt: '00' }).length // 64
 */
export function nameDigest({ name, salt }: OpenName): string {
  return sha256Hex(`${salt}\n${name}`);
}

/** What a digest in the place of a name begins with. */
const sealedPrefix = 'sha256:';

/**
 * The case with every name beside a post replaced by its digest, and the names apart.
 *
 * @param salts one for each call, never the same: 32 hexadecimal digits of chance
 * @example sealNames(document, () => salt).document.roles[0]?.name // 'sha256:6b1f…'
 */
export function sealNames(
  document: CaseDocument,
  salts: () => string,
): { document: CaseDocument; names: Record<string, OpenName> } {
  const names: Record<string, OpenName> = {};
  const roles = document.roles.map((role) => {
    if (role.name === undefined) return role;
    const open = { name: role.name, salt: salts() };
    const digest = nameDigest(open);
    names[digest] = open;
    return { ...role, name: `${sealedPrefix}${digest}` };
  });
  return { document: { ...document, roles }, names };
}

/**
 * The digests that stand for names in a case; none where a name stands open.
 *
 * @example sealedNames(document) // ['6b1f…']
 */
export function sealedNames({ roles }: Pick<CaseDocument, 'roles'>): string[] {
  return roles.flatMap(({ name }) =>
    name?.startsWith(sealedPrefix) === true ? [name.slice(sealedPrefix.length)] : [],
  );
}
