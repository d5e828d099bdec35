import { basename } from 'node:path';
import { z } from 'zod';
import { computeDataSummary, getDataSummary } from '../../db/queries/data-status.ts';
import { listYears } from '../../db/queries/harvest.ts';
import { listRuns } from '../../db/queries/ingest-runs.ts';
import { amountFlags } from '../../domain/contracts/amount.ts';
import { flagMeaning } from '../contracts/meanings.ts';
import { operation } from '../operation.ts';
import { routesDue } from '../routes/routes-due.ts';
import { statusText } from './status-text.ts';
import { dataStatus } from './views.ts';

const fieldLabels: Record<string, string> = {
  buyer: 'Buyer identified',
  supplier: 'Supplier identified',
  scale: 'Size of the supplier stated',
  amount: 'An amount published',
  believableAmount: 'A believable amount in pounds',
  netAmount: 'A believable contract value without VAT',
  signedOn: 'Date signed',
  startOn: 'Start date',
  endOn: 'End date',
  maxEndOn: 'Last end with all options',
  cpv: 'CPV code',
  route: 'Route to the contract',
  regime: 'Legal regime',
  buyerType: 'Kind of buyer',
};

/** What the register holds and what it misses. */
export const showDataStatus = operation({
  id: 'data.status',
  summary: 'Show what the register holds and misses: freshness, completeness, flags, coverage per field.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: dataStatus,
  present: statusText,
  run: async (context) => {
    const register = await context.register();
    const [stored, runs, harvested] = await Promise.all([
      getDataSummary(register.read),
      listRuns(register, 10),
      listYears(register, 'find-a-tender'),
    ]);
    const absentIn = new Map(harvested.map((year) => [year.year, year.absent]));
    const summary = stored?.data ?? (await computeDataSummary(register.read));
    return dataStatus.parse({
      isSample: summary.sampleProcesses > 0,
      isMixed: summary.sampleProcesses > 0 && summary.sampleProcesses < summary.counts.processes,
      counts: summary.counts,
      publishers: summary.publishers,
      completeness: summary.numbers.map(({ year, issued, held }) => ({
        publisher: 'find-a-tender',
        year,
        issued,
        held,
        absent: absentIn.get(year) ?? 0,
        missing: Math.max(0, issued - held - (absentIn.get(year) ?? 0)),
      })),
      flags: amountFlags.map((flag) => ({
        flag,
        meaning: flagMeaning(flag),
        amounts: summary.flags.find((each) => each.flag === flag)?.amounts ?? 0,
      })),
      coverage: summary.coverage.map((each) => ({ ...each, label: fieldLabels[each.field] ?? each.field })),
      runs: runs.map((run) => ({
        startedAt: run.started_at,
        finishedAt: run.finished_at,
        inputs: run.inputs.map((input) => basename(input)),
        read: run.read,
        new: run.new,
        changed: run.changed,
        unchanged: run.unchanged,
        repaired: run.repaired,
        skipped: run.skipped,
        problems: run.problems.map((problem) => ({ ...problem, input: basename(problem.input) })),
      })),
      routesDue: routesDue(context, summary.sampleProcesses > 0),
      computedAt: stored?.computedAt ?? null,
    });
  },
});
