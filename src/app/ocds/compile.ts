import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { isObject } from '../../lib/json.ts';
import { keepYoungGenerationSmall } from '../../lib/young-generation.ts';
import { compileReleases } from '../../ocds/compile.ts';
import type { PackageFields } from '../../ocds/compile.ts';
import { unreadable } from '../../ocds/input.ts';
import type { MergeRules } from '../../ocds/merge-rules.ts';
import { mergeRulesOf } from '../../ocds/merge-rules.ts';
import { standardRules } from '../../ocds/standard.ts';
import { streamOperation } from '../operation.ts';
import { filesField, readingFields, toolkitInputs, writingFields, writingForm } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';

const flag = z.boolean().default(false);
const text = z.string().optional();

const compileInput = z.object({
  files: filesField,
  versioned: flag.describe('Write versioned releases; with --package, add them to the records.'),
  package: flag.describe('Write one record package instead of a line per process.'),
  linkedReleases: flag.describe(
    'With --package, link to the releases of release packages instead of repeating them.',
  ),
  schema: text.describe(
    'Merge by 1.0, 1.1, uk, or the patched release schema in a file. Left out, the packages decide.',
  ),
  uri: text.describe("With --package, the record package's uri."),
  publishedDate: text.describe("With --package, the record package's publishedDate."),
  publisherName: text.describe(
    "With --package, the publisher's name; left out, the last package's publisher is kept.",
  ),
  publisherUri: text.describe("With --package, the publisher's uri."),
  publisherScheme: text.describe("With --package, the scheme of the publisher's uid."),
  publisherUid: text.describe("With --package, the publisher's uid."),
  fake: flag.describe(
    'With --package, fill uri and publishedDate with dummy values where they are not given.',
  ),
  ...readingFields,
  ...writingFields,
});

/** `ocdskit compile`: the releases of each process merged, in order of first appearance. */
export const compile = streamOperation({
  id: 'ocds.compile',
  summary: 'Merge OCDS releases by process and write compiled releases.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: compileInput,
  run: async function* run(context, input) {
    keepYoungGenerationSmall();
    const notices = new ToolkitNotices(context.reporter);
    const rules = input.schema === undefined ? null : await rulesNamed(input.schema);
    const inputs = await toolkitInputs(context, input.files, input);
    const options = {
      rules,
      versioned: input.versioned,
      linkedReleases: input.linkedReleases,
      signal: context.signal,
      form: writingForm(input),
      package: packageFields(input),
    };
    let written = 0;
    for await (const line of compileReleases(inputs, options, notices)) {
      context.signal.throwIfAborted();
      written += 1;
      yield line;
    }
    notices.close(written > 0);
  },
});

function packageFields(input: z.output<typeof compileInput>): PackageFields | null {
  if (!input.package) return null;
  const { publisherName, publisherUri, publisherScheme, publisherUid } = input;
  const given = { name: publisherName, uri: publisherUri, scheme: publisherScheme, uid: publisherUid };
  const publisher: JsonObject = {};
  for (const [name, value] of Object.entries(given)) if (value !== undefined) publisher[name] = value;
  return {
    // The dummies are those of OCDS Kit: a URI and a date that are valid, and of which nobody thinks they are real.
    uri: input.uri ?? (input.fake ? 'placeholder:' : ''),
    publishedDate: input.publishedDate ?? (input.fake ? '9999-01-01T00:00:00Z' : ''),
    publisher: Object.keys(publisher).length > 0 ? publisher : null,
  };
}

async function rulesNamed(name: string): Promise<MergeRules> {
  if (name === '1.0' || name === '1.1' || name === 'uk') return standardRules(name);
  const schema = await readSchema(name);
  if (isObject(schema) && isObject(schema['properties'])) return mergeRulesOf(schema);
  throw new AppError(
    'input-unreadable',
    `${name} is no release schema: it has no "properties". Name 1.0, 1.1, uk, or a file that holds one.`,
  );
}

async function readSchema(path: string): Promise<JsonValue> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    const schema: JsonValue = JSON.parse(content);
    return schema;
  } catch (error) {
    throw new AppError(
      'input-unreadable',
      `The schema ${path} is not valid JSON. Name 1.0, 1.1, uk, or a file that holds a release schema.`,
      { cause: error },
    );
  }
}
