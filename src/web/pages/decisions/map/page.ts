import { drawCaseMap } from '../../../../app/decisions/figures/draw-map.ts';
import { exportMap, marksOf, type MapMarks } from '../../../../domain/decisions/wardley-map.ts';
import { markedFileName } from '../../../../domain/decisions/marked-file-name.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { presentFigure } from '../../../components/case/present-figure.ts';
import { caseMapFormats, paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { figureCsv } from '../figure-file/page.ts';

/** The case that is mapped, and how the option that was asked for gets its parts. */
async function mapAsked(request: PageRequest) {
  const { context, query } = request;
  const stored = await caseOf(request);
  const { document } = stored;
  const asked = query['option']?.[0];
  const option = document.options.find(({ id }) => id === asked) ?? null;
  const marks: MapMarks =
    option === null ? new Map() : marksOf(option, document.components, context.reference.deliveryModels);
  return {
    stored,
    option: option?.id ?? null,
    text: exportMap(document, marks),
    figure: drawCaseMap(document, marks, option?.id ?? null),
  };
}

/** The parts of a case as a Wardley map. */
export const caseMapPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseMap,
  async answer(request) {
    const { words } = request;
    const { stored, option, text, figure } = await mapAsked(request);
    const { document } = stored;
    const { caseResult } = words;
    const query = { option };
    return casePage(
      {
        template: 'pages/decisions/map/page.njk',
        title: `${caseResult.mapTitle}: ${document.title}`,
        document,
        crumbs: [crumbOf(stored)],
        view: {
          document: { title: document.title },
          isEmpty: document.components.length === 0,
          action: paths.caseMap(document.id),
          options: [
            { value: '', text: caseResult.mapNoOption, selected: option === null },
            ...document.options.map(({ id, name }) => ({ value: id, text: name, selected: id === option })),
          ],
          figure: presentFigure(figure, {
            csvHref: paths.caseMapFile(document.id, 'csv', query),
            svgHref: paths.caseMapFile(document.id, 'svg', query),
          }),
          text,
          textHref: paths.caseMapFile(document.id, 'owm', query),
        },
      },
      words,
    );
  },
};

/** The map as a file: its text, its drawing, or its figures. */
export const caseMapFile: Page = {
  method: 'GET',
  pattern: routePatterns.caseMapFile,
  async answer(request) {
    const ending = /^map\.([a-z]+)$/u.exec(request.params['file'] ?? '')?.[1];
    const format = caseMapFormats.find((one) => one === ending);
    if (format === undefined)
      throw new AppError(
        'not-found',
        `A map comes as ${caseMapFormats.map((one) => `map.${one}`).join(', ')}.`,
      );
    const { stored, text, figure } = await mapAsked(request);
    const files = {
      owm: { contentType: 'text/plain; charset=utf-8', body: text },
      svg: { contentType: 'image/svg+xml; charset=utf-8', body: figure.svg },
      csv: { contentType: 'text/csv; charset=utf-8; header=present', body: figureCsv(figure) },
    } as const;
    const name = markedFileName(stored.document.marking, [stored.id, 'map'], format);
    return { kind: 'file', name, isPrivate: true, ...files[format] };
  },
};
