import { termMonths } from '../../benchmarks/price-benchmark.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import type { EvidenceFigure } from '../case-parts/evidence.ts';
import { poundsText } from '../pounds-text.ts';

/** What a person typed beside what the register shows. Neither replaces the other. */
export type TypedBeside = {
  /** Where it was typed. */
  path: string;
  typed: string;
  register: string;
  /** The figure that it stands beside. */
  figure: string;
  differs: boolean;
};

/** Shares by which two amounts may differ before it is said. */
const tolerance = 0.05;

/**
 * Figures that a person typed and the register has too, side by side.
 *
 * @example compareTyped(document, figures).find(({ differs }) => differs)?.path // 'market.credibleSuppliers'
 */
export function compareTyped(document: CaseDocument, figures: readonly EvidenceFigure[]): TypedBeside[] {
  return [...besideSuppliers(document, figures), ...besidePrice(document, figures)];
}

function besideSuppliers(document: CaseDocument, figures: readonly EvidenceFigure[]): TypedBeside[] {
  const typed: [string, number][] = [];
  if (document.market?.credibleSuppliers !== undefined)
    typed.push(['market.credibleSuppliers', document.market.credibleSuppliers]);
  const answered = document.triage['suppliers'];
  if (typeof answered === 'number') typed.push(['triage.suppliers', answered]);
  const seen = figures.filter(({ measure }) => measure === 'suppliers-of-size');
  const beside = seen.length > 0 ? seen : figures.filter(({ measure }) => measure === 'suppliers-seen');
  return typed.flatMap(([path, value]) =>
    beside.flatMap(({ id, value: found, group = 'this market' }) =>
      found === undefined
        ? []
        : [
            {
              path,
              typed: `${value} thought able and willing`,
              register: `${found} seen winning work in ${group}; the market may be larger`,
              figure: id,
              differs: found !== value,
            },
          ],
    ),
  );
}

function besidePrice({ need }: CaseDocument, figures: readonly EvidenceFigure[]): TypedBeside[] {
  const { value, startsOn, endsOn } = need.present ?? {};
  const months = termMonths(startsOn ?? null, endsOn ?? null);
  const figure = figures.find(({ measure }) => measure === 'present-price');
  if (value === undefined || months === null || months === 0 || figure?.value === undefined) return [];
  const monthly = value / months;
  return [
    {
      path: 'need.present.value',
      typed: `${poundsText(monthly)} a month`,
      register: `${poundsText(figure.value)} a month`,
      figure: figure.id,
      differs: Math.abs(monthly - figure.value) > tolerance * figure.value,
    },
  ];
}
