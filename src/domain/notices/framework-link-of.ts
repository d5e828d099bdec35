import type { JsonObject } from '../../lib/json.ts';
import type { FactsReference } from './facts-reference.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';
import type { FrameworkLink } from './process-facts.ts';

// RM1557.14, RM 6190. Crown Commercial Service and its successor number their agreements so.
const referencePattern = /\bRM\s?(\d{3,4}(?:\.\d{1,2})?)\b/i;

/**
 * The framework or dynamic market that a process calls off from.
 *
 * Linked: `relatedProcesses[]` with relationship `framework` (Act call-offs; `identifier` is the framework's ocid,
 * `relatedLots` its lots). Inferred: an agreement's number or known name in the tender's own text, for older
 * call-offs that carry no link ("Awarded via … RM1557.14 G-Cloud 14 Framework Agreement").
 * A process that sets up a framework or is still being planned isn't given an inferred one.
 *
 * @example frameworkLinkOf(compiled, { isSetUp: false, isPlanning: false }, reference)?.reference // 'RM1557.14'
 */
export function frameworkLinkOf(
  compiled: JsonObject,
  about: { isSetUp: boolean; isPlanning: boolean },
  reference: FactsReference,
): FrameworkLink | null {
  const named = namedFramework(compiled, reference);
  for (const related of objectsAt(compiled, 'relatedProcesses')) {
    if (!textsAt(related, 'relationship').includes('framework')) continue;
    if (textAt(related, 'scheme') !== 'ocid') continue;
    const ocid = textAt(related, 'identifier');
    if (ocid !== null) {
      return { ocid, reference: named, lotIds: textsAt(related, 'relatedLots'), basis: 'linked' };
    }
  }
  if (named === null || about.isSetUp || about.isPlanning) return null;
  return { ocid: null, reference: named, lotIds: [], basis: 'inferred' };
}

function namedFramework(compiled: JsonObject, reference: FactsReference): string | null {
  const tender = objectAt(compiled, 'tender');
  const texts = [
    textAt(tender, 'title'),
    textAt(tender, 'procurementMethodRationale'),
    textAt(tender, 'description'),
    textAt(tender, 'procurementMethodDetails'),
    textAt(compiled, 'description'),
    ...objectsAt(tender, 'lots')
      .slice(0, 5)
      .map((lot) => textAt(lot, 'description')),
  ];
  for (const text of texts) {
    if (text === null) continue;
    const number = referencePattern.exec(text)?.[1];
    if (number !== undefined) return `RM${number}`;
  }
  const anyAlias = anyAliasOf(reference);
  for (const text of texts) {
    if (text === null || !anyAlias.test(text)) continue;
    for (const framework of reference.frameworks) {
      if (framework.aliases.some((alias) => alias.test(text))) return framework.reference;
    }
  }
  return null;
}

const anyAliases = new WeakMap<FactsReference, RegExp>();

/** All aliases in one pattern: most texts name no framework, and one look says so. */
function anyAliasOf(reference: FactsReference): RegExp {
  const known = anyAliases.get(reference);
  if (known !== undefined) return known;
  const sources = reference.frameworks.flatMap(({ aliases }) =>
    aliases.map((alias) => `(?:${alias.source})`),
  );
  const pattern = sources.length === 0 ? /(?!)/ : new RegExp(sources.join('|'), 'iu');
  anyAliases.set(reference, pattern);
  return pattern;
}
