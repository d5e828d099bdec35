import { findRunOf } from '../../../../app/decisions/case-runs.ts';
import { getCase } from '../../../../app/decisions/case-store.ts';
import type { CaseFigure } from '../../../../app/decisions/figures/case-figure.ts';
import { drawCase } from '../../../../app/decisions/figures/draw-case.ts';
import { markedFileName } from '../../../../domain/decisions/marked-file-name.ts';
import { csvLine } from '../../../../lib/csv.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseFigureFormats, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** A figure of a result as a file: its numbers, or its drawing. The name carries the marking. */
export const caseFigureFile: Page = {
  method: 'GET',
  pattern: routePatterns.caseFigureFile,
  async answer({ context, params, query }) {
    const revision = query['revision']?.[0];
    const asked = revision !== undefined && /^[1-9]\d{0,8}$/u.test(revision) ? Number(revision) : undefined;
    const stored = await getCase(context, params['id'] ?? '', asked);
    const kept = await findRunOf(context, stored);
    const [, name = '', ending = ''] = /^(.+)\.([a-z]+)$/u.exec(params['file'] ?? '') ?? [];
    const format = caseFigureFormats.find((one) => one === ending);
    const figure = kept === null ? undefined : drawCase(kept.run).find(({ id }) => id === name);
    if (figure === undefined || format === undefined)
      throw new AppError(
        'not-found',
        'There is no such figure of this version. Its result page names those there are; a version that was changed has to be worked out first.',
      );
    return {
      kind: 'file',
      name: markedFileName(stored.document.marking, [stored.id, figure.id], format),
      ...(format === 'svg'
        ? { contentType: 'image/svg+xml; charset=utf-8', body: figure.svg }
        : { contentType: 'text/csv; charset=utf-8; header=present', body: figureCsv(figure) }),
      isPrivate: true,
    };
  },
};

/**
 * The table of a figure as CSV, with its numbers as they were worked out.
 *
 * @example figureCsv(figure) // 'Option,P10,P50\r\nSaaS,11600000,12500000\r\n'
 */
export function figureCsv({ table }: Pick<CaseFigure, 'table'>): string {
  return [
    csvLine(table.heads),
    ...table.rows.map(({ name, cells }) => csvLine([name, ...cells.map(({ value }) => value)])),
  ].join('');
}
