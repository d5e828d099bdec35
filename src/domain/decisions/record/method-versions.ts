/** A version of a method: since when, and what changed in the figures it gives. */
export type MethodVersion = { version: string; on: string; changed: string };

/** A method whose figures a record holds, with its page and the results that come from it. */
export type RecordedMethod = {
  /** Name of its page in `docs/methods`. */
  id: string;
  /** Parts of the results, as `money.options`. */
  gives: readonly string[];
  /** The newest first. */
  versions: readonly [MethodVersion, ...MethodVersion[]];
};

const first = { version: '1', on: '2026-11-23', changed: 'First version.' } as const;

/**
 * The methods of a record. Who changes what a method gives writes a new version on top of its list and says what changed;
 * `recorded-figures.test.ts` fails where figures change and no version does.
 */
export const recordedMethods: readonly RecordedMethod[] = [
  { id: 'present-value', gives: ['rates', 'money'], versions: [first] },
  { id: 'simulation', gives: ['money'], versions: [first] },
  { id: 'case-costs', gives: ['money'], versions: [first] },
  { id: 'reference-classes', gives: ['money'], versions: [first] },
  {
    id: 'value-of-information',
    gives: ['money.enquiries'],
    versions: [
      {
        version: '2',
        on: '2026-11-23',
        changed: 'What an input tells is a regression, no longer a mean by class.',
      },
      first,
    ],
  },
  { id: 'weights', gives: ['appraisal.weights', 'appraisal.changes'], versions: [first] },
  { id: 'multi-criteria', gives: ['appraisal.values', 'appraisal.robustness'], versions: [first] },
  { id: 'rank-acceptability', gives: ['appraisal.robustness'], versions: [first] },
  {
    id: 'appraisal',
    gives: ['appraisal'],
    versions: [
      {
        version: '2',
        on: '2026-11-24',
        changed: 'Only five tests can remove an option; another that says fail is a condition.',
      },
      first,
    ],
  },
  { id: 'composition', gives: ['composition'], versions: [first] },
];

/** A method or reference data with its version, as a record names it. */
export type NamedVersion = { id: string; version: string };

/**
 * The versions of the methods that a record made now would name.
 *
 * @example methodVersions()[0] // { id: 'present-value', version: '1' }
 */
export function methodVersions(): NamedVersion[] {
  return recordedMethods.map(({ id, versions }) => ({ id, version: versions[0].version }));
}

/** What a record used in another version than there is now; null where it isn’t known any more, or wasn’t then. */
export type VersionChange = { id: string; recorded: string | null; now: string | null };

/**
 * Which versions differ between a record and now.
 *
 * @example changedVersions([{ id: 'weights', version: '1' }], [{ id: 'weights', version: '2' }]) // [{ id: 'weights', recorded: '1', now: '2' }]
 */
export function changedVersions(
  recorded: readonly NamedVersion[],
  now: readonly NamedVersion[],
): VersionChange[] {
  const ids = [...new Set([...recorded, ...now].map(({ id }) => id))];
  const versionIn = (list: readonly NamedVersion[], id: string): string | null =>
    list.find((one) => one.id === id)?.version ?? null;
  return ids
    .map((id) => ({ id, recorded: versionIn(recorded, id), now: versionIn(now, id) }))
    .filter((one) => one.recorded !== one.now);
}
