import type {
  PurchaseCategory,
  PurchaseStage,
  PurchaseVatBasis,
} from '../../../domain/pipeline/planned-purchase.ts';
import type { PurchaseColumn } from '../../../domain/pipeline/purchase-columns.ts';
import type { Format } from '../format.ts';

/** What is asked of a purchase, one question each. */
const fields: Record<PurchaseColumn | 'by', { label: string; hint: string | null }> = {
  buyer: {
    label: 'Buying organisation',
    hint: 'Its name as among the buyers, or its id (the last part of the address of its page).',
  },
  reference: {
    label: 'Your reference',
    hint: 'With the buyer it names the purchase, and stays the same when anything else changes.',
  },
  title: { label: 'What is bought', hint: 'A title, such as “Housing repairs system”.' },
  description: { label: 'More about it (optional)', hint: null },
  segment: { label: 'Market segment', hint: null },
  category: { label: 'What it mainly is (optional)', hint: null },
  cpv: { label: 'CPV codes (optional)', hint: 'Eight digits each, parted by semicolons.' },
  valueLow: { label: 'Lowest value (optional)', hint: 'Such as 250000.' },
  valueHigh: { label: 'Highest value (optional)', hint: 'Left out, it is the lowest.' },
  currency: { label: 'Currency (optional)', hint: 'Three letters. Left out, it is GBP.' },
  vat: { label: 'Is VAT in the values?', hint: 'Needed with a value.' },
  startFrom: { label: 'First day', hint: 'Such as 1/4/2027.' },
  startTo: { label: 'Last day (optional)', hint: 'Left out, it is the first.' },
  months: { label: 'Length in months (optional)', hint: null },
  noticeOn: {
    label: 'Day of the tender notice (optional)',
    hint: 'When it is expected, such as 1/10/2026.',
  },
  stage: { label: 'How far has it come?', hint: null },
  confidence: {
    label: 'How sure is it?',
    hint: 'It is shown beside the purchase. No sum is multiplied with it.',
  },
  shareable: {
    label: 'May others see it?',
    hint: 'What may not be shared is on the page of planned purchases alone: in no list of the pipeline, in no sum, and in no download.',
  },
  framework: {
    label: 'Does it set up a framework?',
    hint: 'The value of a framework is a ceiling and is not added up.',
  },
  replaces: {
    label: 'Contract that it follows (optional)',
    hint: 'Its id, the last part of the address of its page. The need is then counted once.',
  },
  process: {
    label: 'Process in which it is published already (optional)',
    hint: 'Its ocid, such as ocds-h6vhtk-0123ab.',
  },
  by: {
    label: 'Who says so? (optional)',
    hint: 'A role rather than a name. It is kept with the purchase.',
  },
};

/** What to do where nothing is given, by field. */
const missing: Partial<Record<PurchaseColumn, string>> = {
  buyer: 'Enter the buying organisation',
  reference: 'Enter your reference',
  title: 'Enter what is bought',
  segment: 'Choose a market segment',
  valueLow: 'Enter the lowest value, or the same twice where there is no range',
  vat: 'Say whether VAT is in the values',
  startFrom: 'Enter the first day on which the contract may start',
  stage: 'Say how far it has come',
  confidence: 'Say how sure it is',
  shareable: 'Say whether others may see it',
};

const categories: Record<PurchaseCategory, string> = {
  goods: 'Goods',
  services: 'Services',
  works: 'Works',
};

const vats: Record<PurchaseVatBasis, { choice: string; behind: string }> = {
  net: { choice: 'No, they are without VAT', behind: 'without VAT' },
  gross: { choice: 'Yes, they are with VAT', behind: 'with VAT' },
};

const shared = { yes: 'Yes, it is part of the pipeline', no: 'No, keep it to those who plan' };

/** How far it has come, with what that means where the word alone doesn't say it. */
const stageHints: Partial<Record<PurchaseStage, string>> = {
  'business-case': 'It is being written or waits for approval.',
  ready: 'The tender can be published.',
};

/** Words of the pages on which planned purchases are entered. */
export const purchaseWords = (format: Format) => {
  const purchases = (count: number): string =>
    `${format.number(count)} ${format.plural(count, { one: 'purchase', other: 'purchases' })}`;
  return {
    title: 'Planned purchases',
    lead: 'What buyers entered here or in files, the newest first. Those that may be shared are part of the pipeline.',
    private:
      'This page also shows what may not be shared. It is for those who plan; nothing of it is on other pages, in sums or in downloads.',
    add: 'Enter a purchase',
    upload: 'Upload a file',
    purchases,
    none: 'No purchase has been entered.',
    noneMore: 'No purchase stands here.',
    onlyBuyer: 'Only of one buyer.',
    allBuyers: 'Show all buyers',
    withdrawnToo: 'Show also what was changed or withdrawn',
    standingOnly: 'Show only what stands',
    isShared: 'Shared',
    isKept: 'Not shared',
    isEnded: 'No longer stands',
    buyer: 'Buyer',
    reference: 'Reference',
    value: 'Value over the whole term',
    valueWith: (value: string, vat: PurchaseVatBasis, isFramework: boolean) =>
      `${value} ${vats[vat].behind}${isFramework ? ', the ceiling of a framework' : ''}`,
    valueNone: 'None given',
    start: 'May start',
    noticeOn: 'Tender notice expected',
    entered: 'Entered',
    ended: 'Changed or withdrawn',
    by: (day: string, person: string) => `${day}, ${person}`,
    change: 'Change',
    withdraw: 'Withdraw',
    cancel: 'Cancel',
    successTitle: 'Done',
    done: {
      added: 'The purchase has been added.',
      changed: 'The change has been saved. What was said before stays on record.',
      withdrawn: 'The purchase has been withdrawn. It stays on record.',
    },
    read: (counts: { added: number; changed: number; unchanged: number }) =>
      `The file has been read: ${format.number(counts.added)} added, ${format.number(counts.changed)} changed, ${format.number(counts.unchanged)} as before.`,
    errorTitle: 'There is a problem',
    fields,
    missing,
    categories,
    stageHints,
    vats,
    shared,
    notSaid: 'Not said',
    chooseSegment: 'Choose a segment',
    yes: 'Yes',
    no: 'No',
    sections: {
      what: 'What is bought',
      value: 'What it may come to',
      when: 'When',
      firmness: 'How firm it is',
      follows: 'What it follows',
      says: 'Who enters it',
    },
    values: 'Value over the whole term',
    starts: 'When may the contract start?',
    addTitle: 'Enter a planned purchase',
    addButton: 'Add the purchase',
    changeTitle: (title: string) => `Change “${title}”`,
    changeLead: 'Buyer and reference name the purchase and stay. What was said before stays on record.',
    changeButton: 'Save the change',
    changedMeanwhile:
      'It has been changed by somebody else since you opened it. Open it again and make your change there.',
    withdrawTitle: (title: string) => `Withdraw “${title}”?`,
    withdrawMeaning:
      'It leaves the pipeline and its sums. It stays on record, with who withdrew it. A contract that it was to replace is counted as one that ends again.',
    withdrawButton: 'Withdraw it',
    uploadTitle: 'Upload planned purchases',
    uploadLead:
      'All purchases of the file are read, or none. A purchase is known by buyer and reference: reading a file again changes only what differs, and what is no longer in it stays until it is withdrawn.',
    file: 'File',
    fileHint: (most: string) =>
      `CSV or Excel (.xlsx), at most ${most}. The first row holds the headings; in a workbook the first sheet is read.`,
    fileMissing: 'Choose a file',
    fileTooLarge: (most: string) => `The file is larger than ${most}. Split it`,
    problemAt: (place: string, reason: string) =>
      `${place.charAt(0).toUpperCase()}${place.slice(1)}: ${reason}`,
    uploadButton: 'Read the file',
    templates: 'Begin with an empty file that has the headings:',
    columns: 'What the columns hold',
    column: 'Column',
    needed: 'Needed',
    holds: 'What it holds',
    segmentsLead: 'Market segments are written as:',
  };
};
