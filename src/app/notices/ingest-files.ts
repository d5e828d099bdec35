import { expandInputs, type Input } from '../../ocds/input.ts';
import { readReleases } from '../../ocds/reader.ts';
import type { Context } from '../context.ts';
import { ingestReleases, type IngestSummary } from './ingest-releases.ts';

/** Ingests files and directories (for example pages of the archive); `-` is standard input, and so is an empty list. */
export async function ingestFiles(context: Context, paths: readonly string[]): Promise<IngestSummary> {
  const named = paths.filter((path) => path !== '-');
  const inputs: Input[] = named.length === 0 ? [] : await expandInputs([...named]);
  if (named.length < paths.length || paths.length === 0)
    inputs.push({ name: 'standard input', open: context.stdin });
  return ingestReleases(context, {
    inputs: inputs.map((input) => input.name),
    read: (onProblem) => readReleases(inputs, onProblem),
    total: null,
  });
}
