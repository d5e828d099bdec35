import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { isObject } from '../../lib/json.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { jsonText } from '../../lib/json-text.ts';
import type { Repair } from '../../ocds/repair.ts';
import { parseJson } from '../../ocds/repair.ts';
import { upgradePackage } from '../../ocds/upgrade-package.ts';
import { readValues } from '../../ocds/values.ts';
import { streamOperation } from '../operation.ts';
import { readingFields, toolkitInputs, writingFields, writingForm } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';

/** `ocdskit upgrade`: packages, records and releases of an older version, one JSON text per line. */
export const upgrade = streamOperation({
  id: 'ocds.upgrade',
  summary: 'Upgrade OCDS packages, records and releases to a newer version.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'versionsAndFiles',
  input: z.object({
    versionsAndFiles: z
      .array(z.string())
      // Not required here, because the refusal for that would name this input.
      .default([])
      .describe('The versions as 1.0:1.1, then files or directories; without files, standard input is read.'),
    ...readingFields,
    ...writingFields,
  }),
  run: async function* run(context, { versionsAndFiles, ...flags }) {
    const form = writingForm(flags);
    const [versions = '', ...files] = versionsAndFiles;
    const isUpgrade = checkVersions(versions);
    const notices = new ToolkitNotices(context.reporter);
    let read = 0;
    const repairs: Repair[] = [];
    const parse = (bytes: Buffer): ReturnType<typeof parseJson> => {
      const parsed = parseJson(bytes);
      if ('repairs' in parsed) repairs.push(...parsed.repairs);
      return parsed;
    };
    const inputs = await toolkitInputs(context, files, flags);
    let lines: string[] = [];
    const take = (value: JsonValue): void => {
      for (const entry of entriesOf(value)) {
        read += 1;
        lines.push(jsonText(isUpgrade && isObject(entry) ? upgraded(entry, notices) : entry, form));
      }
    };
    const problem = notices.problem.bind(notices);
    for await (const _ of readValues(inputs, { parse, take, problem, isEmptyAProblem: true })) {
      context.signal.throwIfAborted();
      yield* lines;
      lines = [];
    }
    if (repairs.length > 0) notices.repaired({ input: 'The input', line: 1 }, repairs);
    notices.close(read > 0);
  },
});

function upgraded(value: JsonObject, notices: ToolkitNotices): JsonObject {
  const { value: newer, warnings } = upgradePackage(value);
  for (const warning of warnings) notices.warn(warning);
  return newer;
}

/** An array at the top is a list of packages, records or releases. */
function entriesOf(value: JsonValue): JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

/** Whether something is to be done: 1.0:1.0 and 1.1:1.1 leave everything as it is. */
function checkVersions(versions: string): boolean {
  const [from = '', to = '', ...rest] = versions.split(':');
  const known = ['1.0', '1.1'];
  if (rest.length > 0 || to === '') {
    throw new AppError(
      'bad-request',
      `Name the versions first, as in "sourcing ocds upgrade 1.0:1.1 old.json"${versions === '' ? '.' : `: "${versions}" names none.`}`,
    );
  }
  if (known.includes(from) && from === to) return false;
  if (from === '1.0' && to === '1.1') return true;
  const direction = from < to ? 'Upgrading' : 'Downgrading';
  throw new AppError('bad-request', `${direction} from ${from} to ${to} is not supported; 1.0:1.1 is.`);
}
