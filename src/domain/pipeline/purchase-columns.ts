/** Columns of a file of planned purchases, in the order in which they are documented, with what each holds. */
export const purchaseColumns = {
  buyer: { isNeeded: true, holds: 'Id or exact name of the buying organisation.' },
  reference: { isNeeded: true, holds: "The buyer's own reference; with the buyer it names the purchase." },
  title: { isNeeded: true, holds: 'What is bought.' },
  description: { isNeeded: false, holds: 'More about it.' },
  segment: { isNeeded: true, holds: 'Market segment, such as cloud-hosting.' },
  category: { isNeeded: false, holds: 'goods, services or works.' },
  cpv: { isNeeded: false, holds: 'CPV codes of eight digits, parted by semicolons.' },
  valueLow: { isNeeded: false, holds: 'Lowest value over the whole term, in currency units such as 250000.' },
  valueHigh: { isNeeded: false, holds: 'Highest value; the lowest where it is left out.' },
  currency: { isNeeded: false, holds: 'Three letters of ISO 4217; GBP where it is left out.' },
  vat: { isNeeded: false, holds: 'net (without VAT) or gross (with VAT); needed with a value.' },
  startFrom: { isNeeded: true, holds: 'First day on which the contract may start, as 2027-04-01.' },
  startTo: { isNeeded: false, holds: 'Last such day; the first where it is left out.' },
  months: { isNeeded: false, holds: 'Length of the contract in months, 1 to 600.' },
  noticeOn: { isNeeded: false, holds: 'Day on which the tender notice is expected.' },
  stage: { isNeeded: true, holds: 'idea, business-case, engagement or ready.' },
  confidence: {
    isNeeded: true,
    holds: 'low (may well not happen), medium (expected, not yet approved) or high (approved and paid for).',
  },
  shareable: { isNeeded: true, holds: 'yes or no: whether others may see it.' },
  framework: { isNeeded: false, holds: 'yes where it sets up a framework; no where it is left out.' },
  replaces: { isNeeded: false, holds: 'Id of the contract that it follows.' },
  process: { isNeeded: false, holds: 'ocid of the process in which it is published already.' },
} as const satisfies Record<string, { isNeeded: boolean; holds: string }>;

/** A column of a file of planned purchases. */
export type PurchaseColumn = keyof typeof purchaseColumns;

/** The columns in their order. */
export const purchaseColumnNames: readonly PurchaseColumn[] = Object.keys(purchaseColumns).flatMap((name) =>
  isColumn(name) ? [name] : [],
);

/**
 * The column that a heading names: capitals, spaces, hyphens and underscores don't matter; null where it is none.
 *
 * @example purchaseColumnOf('Value low') // 'valueLow'
 */
export function purchaseColumnOf(heading: string): PurchaseColumn | null {
  const plain = plainName(heading);
  return purchaseColumnNames.find((name) => plainName(name) === plain) ?? null;
}

function isColumn(name: string): name is PurchaseColumn {
  return name in purchaseColumns;
}

function plainName(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/gu, '');
}
