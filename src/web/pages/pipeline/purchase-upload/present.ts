import { purchaseColumnNames, purchaseColumns } from '../../../../domain/pipeline/purchase-columns.ts';
import { segmentIds } from '../../../../domain/segments/segment.ts';
import type { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths, purchaseTemplates } from '../../../paths.ts';
import { longestUpload, type Upload } from '../../../read-upload.ts';

/** What keeps a file from being read: at the file, at who says so, and the rows one by one. */
export type UploadFaults = { file: string | null; by: string | null; rows: string[] };

/** No fault. */
export const noFaults: UploadFaults = { file: null, by: null, rows: [] };

/** What can be told of a sent file before it is read; null where it can be read. */
export function presentFileFault(
  file: Upload | undefined,
  { purchases: text, format }: Catalogue,
): string | null {
  if (file === undefined) return text.fileMissing;
  return file.isTooLarge ? text.fileTooLarge(format.bytes(longestUpload)) : null;
}

/**
 * Why a file was not read, as the form shows it: whoever sent it is told every bad cell.
 *
 * @example presentRefusedFile(new AppError('input-unreadable', 'plan.csv is empty.'), words).file // 'plan.csv is empty.'
 */
export function presentRefusedFile({ message, code, fields }: AppError, words: Catalogue): UploadFaults {
  const { by } = fields;
  if (code === 'bad-request' && by !== undefined) return { ...noFaults, by };
  return {
    file: message,
    by: null,
    rows: Object.entries(fields).map(([place, reason]) => words.purchases.problemAt(place, reason)),
  };
}

/** The form that takes a file, with what its columns hold. */
export function presentUpload(
  by: string,
  faults: UploadFaults,
  { purchases: text, market, format }: Catalogue,
) {
  const file = { href: '#file' };
  const isByRow = faults.rows.length > 0;
  return {
    action: paths.purchaseUpload(),
    by,
    byError: faults.by,
    fileError: faults.file,
    fileHint: text.fileHint(format.bytes(longestUpload)),
    refusal: isByRow ? faults.file : null,
    errors: [
      ...faults.rows.map((row) => ({ text: row, ...file })),
      ...(faults.file === null || isByRow ? [] : [{ text: faults.file, ...file }]),
      ...(faults.by === null ? [] : [{ text: faults.by, href: '#by' }]),
    ],
    templates: purchaseTemplates.map((name) => ({
      text: name === 'csv' ? 'CSV' : 'Excel',
      href: paths.purchaseTemplate(name),
    })),
    columns: purchaseColumnNames.map((name) => ({
      name,
      needed: purchaseColumns[name].isNeeded ? text.yes : text.no,
      holds: purchaseColumns[name].holds,
    })),
    segments: segmentIds.map((id) => ({ id, name: market.segmentNames[id] })),
    cancelHref: paths.purchases(),
  };
}
