import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const rule = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, reproduces: z.string().min(1) });

const rulesSchema = z.strictObject({
  title: z.string(),
  listPath: rule(z.string()),
  noticePath: rule(z.string()),
  fromParameter: rule(z.string()),
  toParameter: rule(z.string()),
  otherParameters: rule(z.array(z.string())),
  unknownParameterStatus: rule(z.int()),
  equalWindowStatus: rule(z.int()),
  pageLimit: rule(z.int()),
  listOrder: rule(z.enum(['number-descending', 'number-ascending'])),
  cursor: rule(z.enum(['record-key', 'stuck'])),
  windowEnds: rule(z.enum(['both-included', 'end-excluded'])),
  localTimes: rule(z.enum(['text', 'first-instant'])),
  stagesHidesAct: rule(z.boolean()),
  overloadRequests: rule(z.int()),
  overloadSeconds: rule(z.number()),
  overloadStatus: rule(z.int()),
  overloadRetryAfter: rule(z.boolean()),
  overloadBody: rule(z.string()),
  latin1: rule(z.boolean()),
});

const said = { reproduces: z.string().min(1) };
const faultsSchema = z.strictObject({
  cut: z.strictObject({ ...said, bytes: z.int() }),
  slow: z.strictObject({ ...said, pieces: z.int(), pauseMs: z.int() }),
  stuck: z.strictObject(said),
  html: z.strictObject({ ...said, body: z.string() }),
  unavailable: z.strictObject({ ...said, status: z.int(), body: z.string() }),
  refused: z.strictObject({ ...said, status: z.int(), body: z.string() }),
  truncated: z.strictObject({ ...said, bytes: z.int() }),
});

/** How a stand-in behaves; the reasons are in its file. */
export type PublisherRules = {
  [Name in keyof z.output<typeof rulesSchema>]: RuleValue<z.output<typeof rulesSchema>[Name]>;
};
type RuleValue<Entry> = Entry extends { value: infer Value } ? Value : Entry;

/** What can go wrong with one request. */
export type Faults = z.output<typeof faultsSchema>;
export type FaultName = keyof Faults;

/** Reads a stand-in's rules: `find-a-tender`, `find-a-tender-ascending` or `contracts-finder`. */
export function readRules(name: string): PublisherRules {
  const entries = rulesSchema.parse(parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')));
  return {
    title: entries.title,
    listPath: entries.listPath.value,
    noticePath: entries.noticePath.value,
    fromParameter: entries.fromParameter.value,
    toParameter: entries.toParameter.value,
    otherParameters: entries.otherParameters.value,
    unknownParameterStatus: entries.unknownParameterStatus.value,
    equalWindowStatus: entries.equalWindowStatus.value,
    pageLimit: entries.pageLimit.value,
    listOrder: entries.listOrder.value,
    cursor: entries.cursor.value,
    windowEnds: entries.windowEnds.value,
    localTimes: entries.localTimes.value,
    stagesHidesAct: entries.stagesHidesAct.value,
    overloadRequests: entries.overloadRequests.value,
    overloadSeconds: entries.overloadSeconds.value,
    overloadStatus: entries.overloadStatus.value,
    overloadRetryAfter: entries.overloadRetryAfter.value,
    overloadBody: entries.overloadBody.value,
    latin1: entries.latin1.value,
  };
}

/** Reads what can go wrong. */
export function readFaults(): Faults {
  return faultsSchema.parse(parse(readFileSync(new URL('faults.yaml', import.meta.url), 'utf8')));
}
