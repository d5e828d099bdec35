/** What a column of a spend file says. */
export const columnRoles = [
  'amount',
  'date',
  'supplier',
  'buyer',
  'family',
  'description',
  'category',
  'reference',
  'company-number',
  'currency',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How well a heading fits a role: the lower, the better; null is not at all. */
type Patterns = readonly RegExp[];

/**
 * Headings by role, best first, as they stand in files under the Treasury's guidance on spending over £25,000, under the
 * local government transparency code, and in the files that were read for it. Written for {@link plainHeading}.
 */
const patterns: Readonly<Record<ColumnRole, Patterns>> = {
  amount: [
    /^(?:net|nett) (?:amount|value|total|spend|cost|payment)|^(?:amount|value|total|payment|cost|sum)s? .*(?:\bnet\b|ex(?:cl?\w*)? .*\bvat|without vat|less vat)/,
    /^(?:line |invoice |payment |paid |transaction |total |item |distribution )?amounts?(?: (?:in )?(?:sterling|gbp|pounds|paid))?$|^amount (?:in )?(?:sterling|gbp)/,
    /^(?:gross|total) (?:amount|value|paid|payment|spend|cost)|^(?:amount|value|payment)s? .*(?:gross|inc(?:l?\w*)? .*vat|with vat)/,
    /^(?:value|total|spend|payment|cost|sum|actual|actual value|evidenced spend|(?:invoice|line|payment) total|invoice value|payment value|transaction value|line value|gross|net|nett)$/,
    /\bamounts?\b|\bspend$|^value\b/,
  ],
  date: [
    /^(?:payment|paid|date paid|date of payment|payment date|transaction date|effective date|clearing date|cheque date)(?: date)?$/,
    /^date$|^(?:invoice|posting|gl|ledger|accounting|document|period|run|return) date$/,
    /^(?:return |payment |financial |calendar )?(?:month|period)$/,
    /\bdate\b/,
  ],
  supplier: [
    /^(?:supplier|vendor|payee|creditor|merchant|beneficiary|contractor)(?: (?:name|full name|final|trading name))?$/,
    /^paid to$|^(?:name of |paid to |payee |supplier |vendor |creditor )(?:supplier|vendor|payee|creditor|beneficiary|name)/,
    /^(?:supplier|vendor|payee|beneficiary|creditor)\b(?!.*\b(?:id|no|number|code|type|postcode|post|address|site|ref\w*|category|class\w*|vat)\b)/,
    /^name$|^trading name$/,
  ],
  buyer: [
    /^(?:entity|entity name|body|body name|customer name|customer|organisation name|organisation|authority|council|buyer|buyer name|public body|trust|trust name)$/,
  ],
  family: [/^(?:department family|dept family|department group|departmental family)$/],
  description: [
    /^(?:project name and description|description|line description|item description|purpose|purpose of (?:spend|expenditure)|summary of purpose|invoice description|narrative|details?|detail of expenditure)$/,
    /\bdescription\b|\bnarrative\b|\bpurpose\b/,
  ],
  category: [
    /^(?:expense|expenses|expenditure|spend|spending|account|subjective|cost|procurement|merchant|service) (?:type|types|category|categories|area|detail|details|class\w*)$/,
    /\bexpense type|\bcategory\b|^(?:directorate|department|service|account|cost centre)\b/,
  ],
  reference: [
    /^(?:transaction|invoice|voucher|payment|document|purchase invoice|unique|internal|our|supplier invoice) (?:number|no|num|reference|ref|id)(?: (?:number|no))?$/,
    /^(?:ref|reference|ref no|reference number|transaction|voucher|id|internal ref|internal reference)$|\bref no$|\breference\b/,
  ],
  'company-number': [
    /^(?:company|companies house|company registration|company reg|registered company|crn)(?: (?:number|no|registration|reg(?:istration)? (?:number|no)))?$/,
  ],
  currency: [/^currency(?: code)?$/],
};

/**
 * A heading in small letters, signs as spaces, words written together parted.
 *
 * @example plainHeading('SupplierName') // 'supplier name'
 * @example plainHeading('Net Amount(£)') // 'net amount'
 */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * How well a heading fits a role: 0 best; null where it doesn't.
 *
 * @example headingRank('Payment date', 'date') // 0
 */
export function headingRank(heading: string, role: ColumnRole): number | null {
  // A sign of currency alone stands over amounts.
  const plain = heading.trim() === '£' ? 'value' : plainHeading(heading);
  // The VAT in a line is no payment of its own, and a number or code of a thing isn't the thing.
  if (
    role === 'amount' &&
    /^(?:vat|irrecoverable vat|recoverable vat|tax|discount)\b|\bvat (?:amount|value)\b/.test(plain)
  )
    return null;
  if (role === 'amount' && /\b(?:number|no|code|type|date)\b|^currency\b/.test(plain)) return null;
  const rank = patterns[role].findIndex((pattern) => pattern.test(plain));
  return rank === -1 ? null : rank;
}

/** Whether the amounts of a file hold VAT, by the heading of their column; unstated where it doesn't say. */
export type VatBasis = 'net' | 'gross' | 'unstated';

/**
 * The VAT basis that a heading states.
 *
 * @example basisOf('Net Amount(£)') // 'net'
 * @example basisOf('Amount') // 'unstated'
 */
export function basisOf(heading: string): VatBasis {
  const plain = plainHeading(heading);
  if (/\bnett?\b|\b(?:ex|exc|excl|excluding|exclusive|without|less|before)\b.*\bvat\b/.test(plain))
    return 'net';
  return /\bgross\b|\b(?:inc|incl|including|inclusive|with)\b.*\bvat\b/.test(plain) ? 'gross' : 'unstated';
}

/** What the amounts of a file are. `paid`: payments by a body · `reported`: sales that suppliers reported under a framework. */
export const spendKinds = ['paid', 'reported'] as const;
export type SpendKind = (typeof spendKinds)[number];

/**
 * What a column of amounts is of, by its heading.
 *
 * @example kindOf('EvidencedSpend') // 'reported'
 */
export function kindOf(heading: string): SpendKind {
  return /\bevidenced\b|\breported\b|\bsales\b/.test(plainHeading(heading)) ? 'reported' : 'paid';
}
