import { nameKeyOf } from '../organisations/cluster-keys.ts';
import { isPersonLikely } from '../organisations/is-person-likely.ts';
import { normaliseIdentifier } from '../organisations/normalise-identifier.ts';
import { normaliseName } from '../organisations/normalise-name.ts';

/**
 * Who a payment went to, as far as the file says.
 * organisation: a name to look up · person: likely a natural person · withheld: taken out by the publisher · none: no name.
 */
export const payeeKinds = ['organisation', 'person', 'withheld', 'none'] as const;
export type PayeeKind = (typeof payeeKinds)[number];

/** The payee of one line. */
export type Payee = {
  kind: PayeeKind;
  /** As published; null where it is withheld or absent. */
  name: string | null;
  /** `GB-COH:01234567` or `name:supplier:alpha ltd`; null where it stands for no organisation. */
  key: string | null;
};

const withheld =
  /^\W*(?:redact\w*|withheld|name withheld|personal (?:data|information|payment)\w*|data protect\w*|confidential\w*|restricted|not disclosed|exempt\w*|individuals?|private individuals?|sensitive|protected|foster (?:carer|parent)s?(?: payments?)?|various(?: payees| individuals)?|n\/?a|anonymous|x{3,})\b|\bredact(?:ed|ion)\b|\bpersonal data\b|\bname withheld\b/i;

/**
 * Who a cell of suppliers names. A publisher's own number in brackets behind the name falls away, and so does what it was
 * called before.
 *
 * @param companyNumber of the line, where the file has such a column
 * @example payeeOf('BIFFA WASTE SERVICES LTD [205138]', '').key // 'name:supplier:biffa waste services ltd'
 */
export function payeeOf(text: string, companyNumber: string): Payee {
  const name = text.replaceAll(/\s+/g, ' ').trim();
  if (name === '' || /^[-.*]+$/.test(name)) return { kind: 'none', name: null, key: null };
  if (withheld.test(name)) return { kind: 'withheld', name: null, key: null };
  const number = normaliseIdentifier('GB-COH', companyNumber);
  if (number !== null) return { kind: 'organisation', name, key: number };
  const own = organisationName(name);
  const nameKey = normaliseName(own);
  if (isPersonLikely(own, [])) return { kind: 'person', name, key: nameKeyOf('supplier', nameKey) };
  return nameKey === ''
    ? { kind: 'none', name: null, key: null }
    : { kind: 'organisation', name, key: nameKeyOf('supplier', nameKey) };
}

/** Name without the publisher's own number and without former names. */
function organisationName(name: string): string {
  return name
    .replace(/\s*[[(](?:supplier\s*)?(?:no\.?\s*)?\d{3,}[\])]\s*$/i, '')
    .replace(/[\s(]+(?:formerly|formally|previously)(?: known as)?\b.*$/i, '')
    .trim();
}

/**
 * The key of a body that paid.
 *
 * @example payerKeyOf('Marram District Council') // 'name:buyer:marram district council'
 */
export function payerKeyOf(name: string): string {
  return nameKeyOf('buyer', normaliseName(name));
}
