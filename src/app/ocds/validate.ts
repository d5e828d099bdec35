import { z } from 'zod';
import { readReleases } from '../../ocds/reader.ts';
import type { Finding } from '../../ocds/validate.ts';
import { Validator } from '../../ocds/validate.ts';
import { countText } from '../count-text.ts';
import { streamOperation } from '../operation.ts';
import { filesField, readingFields, toolkitInputs } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';

const columns = ['input', 'line', 'ocid', 'id', 'path', 'rule', 'message'] as const;

type Row = Record<(typeof columns)[number], string | number | null>;

/** A row per finding, in the order of the input; no row: everything fits the schema. Findings don't change the exit code. */
export const validate = streamOperation({
  id: 'ocds.validate',
  summary: 'Check OCDS releases and packages against the schema and report what differs.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  columns,
  input: z.object({
    files: filesField,
    schema: z
      .enum(['1.0', '1.1', 'uk'])
      .default('1.1')
      .describe("The schema: OCDS 1.0.3, OCDS 1.1.5, or 1.1.5 with Find a Tender's extensions."),
    ...readingFields,
  }),
  run: async function* run(context, { files, schema, ...reading }) {
    const notices = new ToolkitNotices(context.reporter);
    const validator = new Validator(schema);
    const ofPackages: Row[] = [];
    const checked = { releases: 0, packages: 0 };
    let found = 0;
    const inputs = await toolkitInputs(context, files, reading);
    const releases = readReleases(inputs, notices.problem.bind(notices), ({ members, origin }) => {
      const kind = 'records' in members ? 'record-package' : 'release-package';
      checked.packages += 1;
      for (const finding of validator.check(members, kind))
        ofPackages.push(rowOf(finding, { ...origin, ocid: null, id: null }));
    });
    for await (const { release, origin, shape, repairs } of releases) {
      context.signal.throwIfAborted();
      if (repairs.length > 0) notices.repaired({ ...origin, ocid: textOf(release['ocid']) }, repairs);
      if (shape === 'versioned') {
        notices.problem({
          ...origin,
          message: `${origin.input} line ${origin.line} is a versioned release, which has a schema of its own; it was left out.`,
        });
        continue;
      }
      checked.releases += 1;
      const findings = validator.check(release, 'release');
      found += findings.length + ofPackages.length;
      yield* ofPackages.splice(0);
      for (const finding of findings)
        yield rowOf(finding, { ...origin, ocid: textOf(release['ocid']), id: textOf(release['id']) });
    }
    found += ofPackages.length;
    yield* ofPackages;
    notices.close(checked.releases + checked.packages > 0);
    const packages = checked.packages === 0 ? '' : ` and ${countText(checked.packages, 'package')}`;
    context.reporter.warn(
      `${countText(checked.releases, 'release')}${packages} checked against ${schema}, ${countText(found, 'finding')}.`,
    );
  },
});

type Where = { input: string; line: number; ocid: string | null; id: string | null };

function rowOf({ path, rule, message }: Finding, { input, line, ocid, id }: Where): Row {
  return { input, line, ocid, id, path, rule, message };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
