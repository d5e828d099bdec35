import { stringify } from 'yaml';
import { z } from 'zod';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { mapMethods } from '../../domain/decisions/wardley-line.ts';
import {
  exportMap,
  importMap,
  marksOf,
  type ImportedMap,
  type MapMarks,
} from '../../domain/decisions/wardley-map.ts';
import { readWardleyText } from '../../domain/decisions/wardley-text.ts';
import { evolutions } from '../../domain/decisions/case-parts/need.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { readCase, type LocatedProblem } from './read-case.ts';
import { readInputFile } from './case-file.ts';
import { drawCaseMap } from './figures/draw-map.ts';

const output = z.object({
  /** The text: of a map, or with `import` the components as YAML. */
  text: z.string(),
  /** The map, drawn, where it was asked for. */
  svg: z.string().nullable(),
  components: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      evolution: z.enum(evolutions),
      visibility: z.number().optional(),
      maturity: z.number().optional(),
      evolvesTo: z.number().optional(),
      connects: z.array(z.string()),
    }),
  ),
  remarks: z.array(z.object({ line: z.number().int(), text: z.string(), reason: z.string() })),
  /** How the map means to get a component. */
  marks: z.array(z.object({ id: z.string(), method: z.enum(mapMethods) })),
});

/** Draws the components of a case as a Wardley map’s text, or reads such a text. */
export const mapCase = operation({
  id: 'decisions.map',
  summary:
    'Write a case’s components as the text of an Online Wardley Map, draw them, or read such a text as components.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: z
      .string()
      .default('-')
      .describe(
        'A case, or with --import a map; "-" is standard input, which is also read where none is named.',
      ),
    import: z
      .boolean()
      .default(false)
      .describe('The file is a map: answer its components as YAML to paste into a case.'),
    option: z
      .string()
      .optional()
      .describe('Id of an option: mark which components it builds, buys or has done by others.'),
    svg: z.boolean().default(false).describe('Write the map drawn, as an SVG file, instead of its text.'),
  }),
  output,
  present: ({ text, svg }) => svg ?? text.trimEnd(),
  exitCode: ({ remarks }) => (remarks.length > 0 ? 1 : 0),
  run: async (context, { file, import: isMap, option, svg: isDrawn }) => {
    if (isMap && isDrawn)
      throw new AppError(
        'bad-request',
        'A map that is read has no case to draw: leave out --import or --svg.',
      );
    const text = decodeText(await readInputFile(context, file)).text;
    return isMap ? mapAsYaml(text) : caseAsMap(context, text, { option, isDrawn });
  },
});

function caseAsMap(
  context: Context,
  text: string,
  { option, isDrawn }: { option: string | undefined; isDrawn: boolean },
): z.output<typeof output> {
  const models = context.reference.deliveryModels;
  const { document, problems } = readCase(text, new Set(models.map(({ id }) => id)));
  if (document === null)
    throw new AppError(
      'input-unreadable',
      `This can’t be read as a case: ${firstProblem(problems)} See \`sourcing decisions validate\`; a map is read with --import.`,
    );
  const marks: MapMarks =
    option === undefined ? new Map() : marksOf(chosen(document, option), document.components, models);
  return {
    text: exportMap(document, marks),
    svg: isDrawn ? drawCaseMap(document, marks, option ?? null).svg : null,
    components: document.components.map(
      ({ id, name, evolution, visibility, maturity, evolvesTo, connects }) => ({
        id,
        name,
        evolution,
        visibility,
        maturity,
        evolvesTo,
        connects,
      }),
    ),
    remarks: [],
    marks: [...marks].map(([id, method]) => ({ id, method })),
  };
}

function firstProblem([first]: readonly LocatedProblem[]): string {
  if (first === undefined) return 'it is none.';
  return first.path === '' ? first.message : `${first.path}: ${first.message}`;
}

function chosen({ options }: CaseDocument, id: string): CaseDocument['options'][number] {
  const found = options.find((option) => option.id === id);
  if (found !== undefined) return found;
  const known = options.map((option) => option.id);
  const near = suggest(id, known);
  throw new AppError(
    'bad-request',
    `No option is called "${id}". ${near === null ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`}`,
  );
}

function mapAsYaml(text: string): z.output<typeof output> {
  const read = readWardleyText(text);
  const map = importMap(read);
  const said = [
    ...read.remarks.map(({ line, text: passed, reason }) => `Line ${line}, ${passed}: ${reason}`),
    ...(map.anchors.length > 0 ? [`Users, who are no components of a case: ${map.anchors.join(', ')}.`] : []),
    ...map.remarks.map(remarkText),
    ...(map.unplaced.length > 0
      ? [`Not placed on the map, so say where they stand: ${map.unplaced.join(', ')}.`]
      : []),
  ];
  const comments = said.map((each) => `# ${each.replaceAll(/\s+/gu, ' ')}\n`).join('');
  return {
    svg: null,
    text: `${comments}${stringify({ components: map.components }, { lineWidth: 110 })}`,
    components: map.components,
    remarks: read.remarks,
    marks: map.remarks.flatMap(({ id, method }) => (method === null ? [] : [{ id, method }])),
  };
}

function remarkText({ id, method, hasInertia }: ImportedMap['remarks'][number]): string {
  const parts = [
    method === null ? '' : `the map says ${method}`,
    hasInertia ? 'something holds it back' : '',
  ];
  return `${id}: ${parts.filter((part) => part !== '').join(', ')}.`;
}
