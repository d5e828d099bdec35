import { roundFigures } from '../../../domain/decisions/record/round-figures.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import { isObject, type JsonObject } from '../../../lib/json.ts';
import type { CaseRun } from '../case-run.ts';

/** Parts of a record’s results. */
export type RecordResults = { [part in 'rates' | 'money' | 'appraisal' | 'composition']: JsonObject | null };

/**
 * What a record keeps of a run: rates, money, appraisal and compositions, figures to nine significant digits. Draws, texts of
 * problems and compositions that ran out of time, which another machine would find others of, are left out.
 *
 * @example recordResults(run).money // { options: […], draws: 20000, … }
 */
export function recordResults({ rates, money, appraisal, composition }: CaseRun): RecordResults {
  return {
    rates: plain(rates === null ? null : { version: rates.version, schedule: rates.schedule }),
    money: plain(
      money === null
        ? null
        : { ...money, options: money.options.map((option) => ({ ...option, totals: undefined })) },
    ),
    appraisal: plain(
      appraisal === null
        ? null
        : { ...appraisal, refusedBy: undefined, reasons: appraisal.reasons.map(withoutMessage) },
    ),
    composition: plain(composition?.kind === 'out-of-time' ? null : composition),
  };
} // prettier-ignore

function withoutMessage(reason: object): object {
  return { ...reason, message: undefined };
}

/** Numbers without end, such as a ratio to nothing, have no place in JSON: they are nothing that could be compared. */
function plain(value: object | null): JsonObject | null {
  const figures = roundFigures(interchangeJson(withoutEndless(value)));
  return isObject(figures) ? figures : null;
}

function withoutEndless(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutEndless);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutEndless(member)]));
}
