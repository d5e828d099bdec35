import { z } from 'zod';
import {
  getContractRow,
  listCallOffs,
  listContractsOfProcess,
  listSimilar,
  type ContractRow,
} from '../../db/queries/contracts.ts';
import { getProcessFacts } from '../../db/queries/processes.ts';
import { getSegment } from '../../db/queries/segments.ts';
import type { Register } from '../../db/register.ts';
import { standInContractId } from '../../domain/contracts/contract-facts.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { AppError } from '../../lib/errors.ts';
import { londonDayOf } from '../../lib/days.ts';
import { findPublishedAlso } from '../processes/published-also.ts';
import { operation } from '../operation.ts';
import { presentSegment } from '../segments/present-segment.ts';
import { presentContract } from './present-contract.ts';
import { presentContractDetail } from './present-detail.ts';
import { presentContractFacts, type FrameworkHeld } from './present-contract-facts.ts';
import { presentVendors } from './present-vendors.ts';
import { contractDetail } from './views.ts';

/** Everything about one contract, with the notices it comes from. */
export const showContract = operation({
  id: 'contracts.show',
  summary: 'Show one contract: amounts by kind, parties, notices, framework, changes.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('Id of the contract, from `contracts find`.'),
  }),
  output: contractDetail.extend({
    /** Present id, where the id asked for is that of an award whose contract has been published since. */
    redirectTo: z.string().nullable(),
  }),
  present: presentContractDetail,
  run: async (context, { id }) => {
    const register = await context.register();
    const today = londonDayOf(context.clock.now());
    const row = await getContractRow(register, id, today);
    if (row === null) throw notFound(id);
    const facts = await getProcessFacts(register.read, row.ocid);
    const contract = facts?.contracts.find(
      (each) => each.awardId === row.award_id && each.contractId === row.award_contract_id,
    );
    if (facts === null || contract === undefined) throw notFound(id);
    const [segment, siblings, similar, framework, callOffs, also] = await Promise.all([
      getSegment(register.read, row.ocid),
      listContractsOfProcess(register, row.ocid, today),
      listSimilar(register, row, today),
      findFramework(register, facts, today),
      row.is_framework_agreement
        ? listCallOffs(register, { ocid: row.ocid, reference: row.framework_reference }, today)
        : { count: 0, rows: [] },
      findPublishedAlso(register, row.ocid),
    ]);
    const { titleMarked: _t, snippet: _s, why: _w, ...item } = presentContract(row);
    return {
      ...item,
      ...presentContractFacts(facts, contract, {
        framework,
        reference: context.reference,
        row,
        status: item.status,
      }),
      classification: presentSegment(segment),
      vendors: presentVendors(facts, contract, context.reference.vendors),
      awardId: row.award_id,
      contractId: row.award_contract_id,
      isStandIn: row.award_contract_id === standInContractId,
      callOffs: { count: callOffs.count, items: callOffs.rows.map((each) => presentContract(each)) },
      siblings: siblings
        .filter((each) => each.contract_id !== row.contract_id)
        .map((each) => presentContract(each)),
      publishedAlso: also,
      similar: similar.map((each) => presentContract(each)),
      redirectTo: row.matched_by === 'stand-in' ? row.contract_id : null,
    };
  },
});

function notFound(id: string): AppError {
  return new AppError(
    'not-found',
    `No contract has the id ${id}. Search for it with \`sourcing contracts find\`.`,
  );
}

/** The framework's own process, where the register holds it. */
async function findFramework(
  register: Register,
  facts: ProcessFacts,
  today: string,
): Promise<FrameworkHeld | null> {
  const ocid = facts.framework?.ocid ?? null;
  if (ocid === null) return null;
  const rows: ContractRow[] = await listContractsOfProcess(register, ocid, today);
  const own = await getProcessFacts(register.read, ocid);
  return own === null ? null : { title: own.title, contractId: rows[0]?.contract_id ?? null };
}
