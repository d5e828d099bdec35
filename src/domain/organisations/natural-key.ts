import { shortId } from '../../lib/hash.ts';
import { nameKeyOf } from './cluster-keys.ts';
import { isCompanyKey } from './join-identifiers.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import { normaliseName } from './normalise-name.ts';

/**
 * A key as somebody writes it in the form the register keeps it, or null where it is neither an official identifier nor a name.
 *
 * @example naturalKeyOf('GB-COH:1234567') // 'GB-COH:01234567'
 * @example naturalKeyOf('name:supplier:Alpha Limited') // 'name:supplier:alpha ltd'
 */
export function naturalKeyOf(text: string): string | null {
  const name = /^name:(buyer|supplier):(.+)$/isu.exec(text.trim());
  if (name !== null) {
    const key = normaliseName(name[2] ?? '');
    return key === '' ? null : nameKeyOf(name[1]?.toLowerCase() === 'buyer' ? 'buyer' : 'supplier', key);
  }
  const identifier = /^([A-Z]{2}-[A-Z]{2,6})[:\s-](.+)$/isu.exec(text.trim());
  return identifier === null ? null : normaliseIdentifier(identifier[1] ?? null, identifier[2] ?? null);
}

/**
 * The key that an organisation is known by: the one that its id is made from.
 *
 * @param keys every key of the organisation
 * @example anchorKeyOf({ organisation_id: shortId(['GB-CHC:1']), keys: ['GB-CHC:1', 'name:supplier:alpha'] }) // 'GB-CHC:1'
 */
export function anchorKeyOf(organisation: {
  organisation_id: string;
  keys: readonly string[];
}): string | null {
  const { organisation_id: id, keys } = organisation;
  return keys.find((key) => shortId([key]) === id) ?? keys.toSorted()[0] ?? null;
}

/**
 * The company number among keys; an organisation never has two.
 *
 * @example companyKeyOf(['GB-CHC:1', 'GB-COH:01234567']) // 'GB-COH:01234567'
 */
export function companyKeyOf(keys: readonly string[]): string | null {
  return keys.find(isCompanyKey) ?? null;
}

/**
 * How much a key says: a name less than an identifier, an identifier less than a company number.
 *
 * @example strengthOf('GB-COH:01234567') // 2
 */
export function strengthOf(key: string): 0 | 1 | 2 {
  return isCompanyKey(key) ? 2 : key.startsWith('name:') ? 0 : 1;
}
