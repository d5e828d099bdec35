import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { memberList, memberText } from './json-members.ts';

/** The roles of the parties: those that are published, and those that the references to them show. */
export class PartyRoles {
  readonly #roles = new Map<string, Set<string>>();

  /** @param parties the list whose roles are to be filled in; of a repeated id the last one's roles are taken */
  constructor(parties: JsonValue | undefined) {
    for (const party of Array.isArray(parties) ? parties : []) {
      const id = memberText(party, 'id');
      const published = memberList(party, 'roles') ?? [];
      if (id !== null) this.#roles.set(id, new Set(published.filter((role) => typeof role === 'string')));
    }
  }

  /** Notes that a party is referred to in a role. */
  add(id: string, role: string): void {
    this.#roles.get(id)?.add(role);
  }

  /** Writes the roles, sorted, to every party that has one. */
  write(parties: JsonValue | undefined): void {
    for (const party of Array.isArray(parties) ? parties : []) {
      const roles = this.#roles.get(memberText(party, 'id') ?? '');
      if (isObject(party) && roles !== undefined && roles.size > 0) party['roles'] = [...roles].toSorted();
    }
  }
}

/** What happens to the references in a member. */
export type ReferenceRules = {
  /** Ids that stand for nobody and are taken out. */
  redacted: ReadonlySet<string>;
  /** Put before each id that doesn't begin with it. */
  prefix?: string;
  roles?: PartyRoles;
  role?: string;
};

/** Members that hold one organisation; any other holds a list. */
const single: ReadonlySet<string> = new Set(['buyer', 'procuringEntity']);

/**
 * Mends the references to organisations in a member: a list that is published as one object becomes a list, ids become
 * texts, placeholders are taken out, the prefix is put before the others.
 *
 * @example prepareReferences({ suppliers: { id: 1 } }, 'suppliers', { redacted: new Set() }) // suppliers: [{ id: '1' }]
 */
export function prepareReferences(holder: JsonObject, name: string, rules: ReferenceRules): void {
  const value = holder[name];
  if (isObject(value)) {
    if (!single.has(name)) holder[name] = [value];
    prepareReference(value, rules);
    return;
  }
  if (!Array.isArray(value) || single.has(name)) return;
  for (const entry of value) if (isObject(entry)) prepareReference(entry, rules);
}

function prepareReference(reference: JsonObject, { redacted, prefix, roles, role }: ReferenceRules): void {
  textifyMember(reference, 'id');
  const id = memberText(reference, 'id');
  if (id === null) return;
  if (redacted.has(id)) {
    delete reference['id'];
    return;
  }
  const whole = id.startsWith(prefix ?? '') ? id : `${prefix ?? ''}${id}`;
  reference['id'] = whole;
  if (role !== undefined) roles?.add(whole, role);
}

/**
 * Makes a number a text, so that `1` and `"1"` are the same id.
 *
 * @example textifyMember({ id: 1 }, 'id') // id: '1'
 */
export function textifyMember(holder: JsonObject, name: string): void {
  const value = holder[name];
  if (typeof value === 'number') holder[name] = String(value);
}
