/** Notices that were labelled by people, with the features that the model finds in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Reference } from '../../src/app/reference.ts';
import { readProcesses } from '../../src/app/segments/read-processes.ts';
import { featuresOf, type FeatureReader } from '../../src/domain/segments/features-of.ts';
import type { LabelledNotice } from '../../src/domain/segments/labelled-notice.ts';
import { segmentIds } from '../../src/domain/segments/segment.ts';
import { fileInput } from '../../src/ocds/input.ts';

const label = z.object({
  ocid: z.string(),
  segment: z.enum(segmentIds),
  alsoAccepted: z.enum(segmentIds).nullable(),
  confidence: z.string(),
});

/**
 * Reads `segments-labelled.jsonl` and, beside it, `labelled-releases.jsonl` with the same notices as published.
 *
 * @throws TypeError where a labelled notice isn't among the releases
 * @example (await readLabels('labels', reference, reader)).length // 289
 */
export async function readLabels(
  folder: string,
  reference: Reference,
  reader: FeatureReader,
): Promise<(LabelledNotice & { title: string })[]> {
  const found = new Map<string, Pick<LabelledNotice, 'features'> & { title: string }>();
  const notices = { problem: refuse, repaired: () => undefined };
  const inputs = [fileInput(join(folder, 'labelled-releases.jsonl'))];
  for await (const facts of readProcesses(inputs, reference, notices, new AbortController().signal))
    found.set(facts.ocid, { features: featuresOf(facts, reader), title: facts.title });
  return readFileSync(join(folder, 'segments-labelled.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { ocid, segment, alsoAccepted, confidence } = label.parse(JSON.parse(line));
      const notice = found.get(ocid);
      if (notice === undefined) throw new TypeError(`The labelled notice ${ocid} has no release.`);
      const sure = confidence === 'high' || confidence === 'medium' ? confidence : 'low';
      return { ocid, segment, also: alsoAccepted, confidence: sure, ...notice };
    });
}

function refuse({ message }: { message: string }): never {
  throw new TypeError(message);
}
