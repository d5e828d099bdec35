import { financialYears, isOf } from '../../../domain/decisions/case-years.ts';
import type { PackBlock, PackRow } from '../../../domain/decisions/pack/pack-document.ts';
import { drawBestAtPrice, drawValueAndCost } from '../figures/draw-appraisal.ts';
import type { CaseFigure } from '../figures/case-figure.ts';
import { drawCurves, drawTornados, drawYears } from '../figures/draw-money.ts';
import { linesIn, totalOf, type PackMatter } from './pack-matter.ts';

/** Value beside cost, how surely each option stays below a cost, and how likely each is best. Their figures stand in the tables. */
export function appraisalFigures({ document, run }: PackMatter): PackBlock[] {
  const { money, appraisal } = run;
  if (money === null) return [];
  const every = totalOf(
    document,
    money.options.map(({ option }) => option),
    'economic',
  );
  return [
    ...(appraisal === null ? [] : [drawValueAndCost(document, money, appraisal)]),
    drawCurves(document, money),
    ...(appraisal === null ? [] : [drawBestAtPrice(document, appraisal)]),
  ].flatMap((figure) => (figure === null ? [] : [{ ...drawn(figure), ...every }]));
}

/** What moves the cost of the option that is put forward, drawn and as a table. */
export function tornadoBlocks({ document, run, option }: PackMatter): PackBlock[] {
  const { money } = run;
  if (money === null || option === null) return [];
  const figure = drawTornados(document, money).find(({ id }) => id === `tornado-${option.id}`);
  const bars = money.options.find((own) => own.option === option.id)?.tornado ?? [];
  if (figure === undefined) return [];
  const lines = (id: string): string[] => {
    const group = document.costs.groups.find((one) => id.endsWith(` ${one.id}`))?.id;
    return document.costs.lines
      .filter((line) => line.id === id || (line.group === group && isOf(line.options, option.id)))
      .map((line) => line.id);
  };
  const rows = figure.table.rows.map(({ name, cells }, at): PackRow => {
    const id = bars[at]?.id ?? '';
    return { cells: [name, ...cells.map(({ text }) => text)], rests: [lines(id)] };
  });
  return [
    { ...drawn(figure), rests: rows.flatMap(({ rests }) => rests ?? []) },
    {
      kind: 'table',
      caption: figure.title,
      head: figure.table.heads,
      numeric: figure.table.heads.map((_, at) => at).slice(1),
      rows,
      note: figure.note,
    },
  ];
}

/** Cash by year and cost group, of every option, drawn and as a table. */
export function yearBlocks({ document, run }: PackMatter): PackBlock[] {
  const { money } = run;
  const figure = money === null ? null : drawYears(document, money);
  if (money === null || figure === null) return [];
  const years = financialYears(document.appraisal);
  const rests = money.options.flatMap(({ option }) =>
    years.flatMap((year) => {
      const own = linesIn(document, option, year, 'cash');
      return document.costs.groups.map(({ id }) =>
        document.costs.lines
          .filter((line) => line.group === id && own.includes(line.id))
          .map((line) => line.id),
      );
    }),
  );
  return [
    { ...drawn(figure), rests },
    {
      kind: 'table',
      caption: figure.title,
      head: figure.table.heads,
      numeric: figure.table.heads.map((_, at) => at).slice(1),
      isWhole: true,
      rows: figure.table.rows.map(({ name, cells }) => ({
        cells: [name, ...cells.map(({ text }) => text)],
        rests,
      })),
      note: figure.note,
    },
  ];
}

function drawn({ title, svg, description }: CaseFigure): Extract<PackBlock, { kind: 'figure' }> {
  return { kind: 'figure', caption: title, svg, alt: description };
}
