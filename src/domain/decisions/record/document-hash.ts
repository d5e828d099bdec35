import { canonicalJson } from '../../../lib/canonical-json.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/**
 * SHA-256 of a case’s content: of its canonical JSON (RFC 8785) without the names that stand beside posts, which can be
 * erased. Comments, order and spacing of its file don’t count; every fact does.
 *
 * @example documentHash(document).length // 64
 */
export function documentHash(document: CaseDocument): string {
  const roles = document.roles.map(({ role, post }) => ({ role, post }));
  return sha256Hex(canonicalJson(interchangeJson({ ...document, roles })));
}
