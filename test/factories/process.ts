import { ukRules } from '../../src/ocds/standard.ts';
import { mergeReleases } from '../../src/ocds/merge.ts';
import { alignShapes } from '../../src/domain/notices/align-shapes.ts';
import { factsOf } from '../../src/domain/notices/facts-of.ts';
import { textAt } from '../../src/domain/notices/json-fields.ts';
import { minimise } from '../../src/domain/notices/minimise.ts';
import type { ProcessFacts } from '../../src/domain/notices/process-facts.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { authoredReference } from './reference.ts';

/** Facts of releases as ingestion makes them: minimised, sorted, merged by the UK rules. */
export function factsFrom(releases: readonly JsonObject[]): ProcessFacts {
  const minimised = releases.map((release) => minimise(release).release).toSorted(byDateThenNumber);
  const { releases: aligned } = alignShapes(minimised);
  const [first] = minimised;
  const compiled =
    minimised.length === 1 && first !== undefined ? first : mergeReleases(aligned, ukRules()).compiled;
  return factsOf(minimised, { compiled }, authoredReference());
}

function byDateThenNumber(one: JsonObject, other: JsonObject): number {
  const a = `${textAt(one, 'date')} ${textAt(one, 'id')}`;
  const b = `${textAt(other, 'date')} ${textAt(other, 'id')}`;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A small release under the Procurement Act; members of `overrides` replace its own. */
export function actRelease(overrides: JsonObject = {}): JsonObject {
  return {
    ocid: 'ocds-h6vhtk-0aaaaa',
    id: '012345-2026',
    date: '2026-05-06T10:00:00+01:00',
    tag: ['award', 'contract'],
    buyer: { id: 'GB-PPON-PAAA-1111-AAAA', name: 'Example Agency' },
    parties: [
      { id: 'GB-PPON-PAAA-1111-AAAA', name: 'Example Agency', roles: ['buyer'] },
      { id: 'GB-COH-01234567', name: 'Example Digital Ltd', roles: ['supplier'] },
    ],
    tender: {
      title: 'Hosting',
      legalBasis: { scheme: 'UKPGA', id: '2023/54' },
      procurementMethod: 'open',
      procurementMethodDetails: 'Open procedure',
    },
    ...overrides,
  };
}
