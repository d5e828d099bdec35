import type { CaseFigure } from '../../../app/decisions/figures/case-figure.ts';
import { paths } from '../../paths.ts';

/** A figure as a page shows it. */
export type FigureView = ReturnType<typeof presentFigure>;

/**
 * A figure of a case with where its files and its method stand.
 *
 * @param files where the figures and the drawing can be had
 * @example presentFigure(figure, { csvHref, svgHref }).methodHref // '/methods/simulation'
 */
export function presentFigure(figure: CaseFigure, files: { csvHref: string; svgHref: string }) {
  const { id, title, description, svg, table, note, method } = figure;
  return { id, title, description, svg, table, note, methodHref: paths.method(method), ...files };
}
