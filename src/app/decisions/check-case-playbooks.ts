import { z } from 'zod';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { factsOfOption, purchasesOf } from '../../domain/segments/checks/facts-of-option.ts';
import { marketFacts } from '../../domain/segments/checks/market-facts.ts';
import { runChecks } from '../../domain/segments/checks/run-checks.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { checkReportText } from '../segments/check-text.ts';
import { checkReport, type CheckReport } from '../segments/check-views.ts';
import { livePlaybooks } from '../segments/playbook-store.ts';
import { presentChecks, type PlaybookResults } from '../segments/present-checks.ts';
import { segmentMarkets, unknownMarket } from '../segments/segment-market.ts';
import { caseFileField, readCaseFile } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { findRunOf } from './case-runs.ts';
import { getCase } from './case-store.ts';
import { workOut } from './work-out.ts';

/** Runs the checks of the playbooks on every option of a case, in the markets in which the option buys. */
export const checkCasePlaybooks = operation({
  id: 'decisions.check',
  summary: 'Check the options of a sourcing case against the playbooks of the markets in which they buy.',
  kind: 'job',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: caseFileField,
    case: z.string().min(1).max(60).optional().describe('Id of a case that is kept, instead of a file.'),
  }),
  output: checkReport,
  present: checkReportText,
  exitCode: ({ findings }) => (findings.some(({ outcome }) => outcome === 'stop') ? 1 : 0),
  run: async (context, { file, case: id }) => {
    if (id !== undefined) {
      const stored = await getCase(context, id);
      const kept = await findRunOf(context, stored);
      return checkCaseDocument(context, stored.document, kept?.run ?? null);
    }
    const { document, problems } = await readCaseFile(context, file);
    if (document === null)
      throw new AppError(
        'input-unreadable',
        `This can’t be read as a case: ${problems[0]?.message ?? ''} "sourcing decisions validate" tells all.`,
      );
    return checkCaseDocument(context, document, await workOut(context, document, problems));
  },
});

/**
 * What the playbooks say of a case: every shortlisted option in every market in which it buys. Comparators are not checked.
 *
 * @param run what was worked out; without it, costs are not stated and the contract approach is nobody’s
 */
export async function checkCaseDocument(
  context: Context,
  document: CaseDocument,
  run: CaseRun | null,
): Promise<CheckReport> {
  const [playbooks, markets] = await Promise.all([livePlaybooks(context), segmentMarkets(context)]);
  const routed = document.recommendation?.option ?? run?.appraisal?.indicated?.option ?? null;
  const options = document.options.filter(({ role, shortlisted }) => role === 'option' && shortlisted);
  const results = options.flatMap((option) =>
    purchasesOf(option, document).map((purchase): PlaybookResults & { buys: string } => {
      const playbook = playbooks.get(purchase.segment)?.playbook;
      if (playbook === undefined) throw noPlaybook(purchase.segment);
      const cost = run?.money?.options.find((one) => one.option === option.id)?.cost.p50.value ?? null;
      const facts = {
        ...factsOfOption(document, option, purchase, { cost, isRouted: option.id === routed }),
        ...marketFacts(markets.get(purchase.segment) ?? unknownMarket),
      };
      const buys = `${option.id} (${purchase.components.map(({ id }) => id).join(', ')})`;
      return { playbook, option: option.id, results: runChecks(playbook.checks, facts), buys };
    }),
  );
  const byPlaybook = Map.groupBy(results, ({ playbook }) => playbook);
  return {
    subject: document.title,
    kind: 'case',
    segments: [...byPlaybook].map(([{ segment, status }, own]) => ({
      id: segment,
      because: `bought by ${own.map(({ buys }) => buys).join('; ')}.`,
      isReviewed: status === 'reviewed',
    })),
    stated: [],
    notRead: [],
    ...presentChecks(results),
  };
}

function noPlaybook(segment: string): AppError {
  return new AppError(
    'input-unreadable',
    `The playbook of ${segment} can’t be read. "sourcing segments playbook ${segment}" says why.`,
  );
}
