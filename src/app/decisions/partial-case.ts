import { caseDocument, type CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';

/** A case without the parts that can’t be read, and which they are. */
export type PartialCase = { document: CaseDocument; leftOut: string[] };

/** Parts without which nothing that is left means anything. */
const needed: ReadonlySet<PropertyKey> = new Set(['case', 'id', 'title', 'buyer', 'asOf', 'need', 'options']);

/** Parts of the appraisal that can be left out; what rests on them isn’t worked out. */
const optionalOfAppraisal: ReadonlySet<PropertyKey> = new Set([
  'discountRates',
  'currency',
  'draws',
  'seed',
  'contingency',
  'contingencyHeld',
]);

/**
 * What is left of a case whose text doesn’t fit the schema, once the parts where it doesn’t are taken away: enough for the
 * results that don’t rest on them. It is never kept.
 *
 * @param value what was read
 * @param places where it doesn’t fit
 * @returns null where too little is left
 * @example partialCase(value, [['costs', 'lines', 2, 'unitCost']])?.leftOut // ['costs']
 */
export function partialCase(value: object, places: readonly (readonly PropertyKey[])[]): PartialCase | null {
  const left: Record<string, unknown> = { ...value };
  const leftOut = new Set<string>();
  for (const [part, key] of places) {
    if (part === undefined || needed.has(part)) return null;
    if (part !== 'appraisal') {
      Reflect.deleteProperty(left, part);
      leftOut.add(String(part));
      continue;
    }
    if (key === undefined || !optionalOfAppraisal.has(key)) return null;
    const own: unknown = left['appraisal'];
    if (typeof own !== 'object' || own === null) return null;
    left['appraisal'] = Object.fromEntries(Object.entries(own).filter(([name]) => name !== key));
    leftOut.add(`appraisal.${String(key)}`);
  }
  const read = caseDocument.safeParse(left);
  return read.success ? { document: read.data, leftOut: [...leftOut] } : null;
}

/** Parts that options are compared by. */
const compared: ReadonlySet<string> = new Set([
  'criteria',
  'weights',
  'scores',
  'moderation',
  'assessors',
  'options',
  'tests',
]);

/**
 * Whether a problem of what is left is one of the case, and not of what was taken away.
 *
 * @example isOwnProblem('criteria[0].swing', ['costs']) // true
 * @example isOwnProblem('scores[0].assessor', ['assessors']) // false
 */
export function isOwnProblem(path: string, leftOut: readonly string[]): boolean {
  const part = path.split(/[.[]/u)[0] ?? '';
  return compared.has(part) && !leftOut.some((one) => compared.has(one));
}
