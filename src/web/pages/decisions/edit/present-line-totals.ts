import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { lineTotals } from '../../../../domain/decisions/money/line-totals.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/** What the cost lines of each option add up to, with the way to the lines of one option. */
export function presentLineTotals({ id, document }: StoredCase, words: Catalogue) {
  const rows = lineTotals(document).map(({ option, name, lines, pounds }) => ({
    name,
    href: paths.caseEdit(id, 'cost-lines', { option }),
    lines: words.format.number(lines),
    pounds: words.format.moneyShort({ minorUnits: Math.round(pounds * 100), currency: 'GBP' }) ?? '',
  }));
  return rows.length === 0 || document.costs.lines.length === 0 ? null : rows;
}
