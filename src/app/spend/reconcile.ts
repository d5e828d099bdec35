import { z } from 'zod';
import {
  listBuyerContracts,
  listSpendPairs,
  type BuyerContractRow,
  type SpendPairRow,
} from '../../db/queries/spend-lines.ts';
import { matchSpendParties, type PartyMatch } from '../../db/queries/spend-match.ts';
import { reconcile, reconcileVerdicts, type MonthPaid } from '../../domain/spend/reconcile.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';
import { presentParty, readOneBuyer, spendParty } from './spend-party-view.ts';
import { vatBases } from './views.ts';

/** Payments of the buyer to one supplier, beside the contracts between them. */
export const reconciledSupplier = z.object({
  supplier: spendParty,
  verdict: z.enum(reconcileVerdicts),
  lines: z.number().int(),
  paid: z.array(
    z.object({
      vatBasis: z.enum(vatBases),
      inTermPence: z.number().int(),
      outsideTermPence: z.number().int(),
    }),
  ),
  contractCount: z.number().int(),
  committedPence: z.number().int(),
  valuedCount: z.number().int(),
  ceilingPence: z.number().int().nullable(),
  contractIds: z.array(z.string()),
});
export type ReconciledSupplier = z.output<typeof reconciledSupplier>;

const output = z.object({
  buyer: z.object({ id: z.string().nullable(), names: z.array(z.string()) }),
  firstMonth: z.string().nullable(),
  lastMonth: z.string().nullable(),
  /** Suppliers that are organisations of the register, most paid first. */
  suppliers: z.array(reconciledSupplier),
  suppliersTotal: z.number().int(),
  verdicts: z.array(z.object({ verdict: z.enum(reconcileVerdicts), suppliers: z.number().int() })),
  /** Payments that cannot be set against contracts: whose payee is not in the register, is withheld, or likely a person. */
  unmatched: z.array(
    z.object({
      kind: z.enum(['not-found', 'ambiguous', 'person', 'withheld', 'none']),
      vatBasis: z.enum(vatBases),
      names: z.number().int(),
      lines: z.number().int(),
      sumPence: z.number().int(),
    }),
  ),
  contractsWithoutPayment: z.number().int(),
});

/** Payments of a buyer against its contracts. */
export const reconcileSpend = operation({
  id: 'spend.reconcile',
  summary: 'Set what a buyer paid to each supplier against the contracts between them.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'buyer',
  input: z.strictObject({
    buyer: z.string().min(1).max(200).describe('Id of the buyer, or words of its name as the files have it.'),
    verdict: z.enum(reconcileVerdicts).optional().describe('Only suppliers that stand like this.'),
    limit: z.coerce.number().int().min(1).max(500).default(50).describe('Suppliers, 1 to 500.'),
  }),
  output,
  present: (result) =>
    [
      result.suppliersTotal === 0 && result.unmatched.length === 0
        ? 'No payment of this buyer is held.'
        : `${result.buyer.names.join('; ')}, ${result.firstMonth ?? ''} to ${result.lastMonth ?? ''}`,
      textSection(
        `${countText(result.suppliersTotal, 'supplier')} of the register`,
        textTable(
          result.suppliers.map((each) => [
            each.supplier.name,
            each.verdict,
            each.paid
              .map(
                (paid) =>
                  `${moneyText(paid.inTermPence + paid.outsideTermPence, 'GBP') ?? ''} ${paid.vatBasis}`,
              )
              .join(' and '),
            each.valuedCount === 0
              ? countText(each.contractCount, 'contract')
              : `${moneyText(each.committedPence, 'GBP') ?? ''} net in ${countText(each.valuedCount, 'contract')}`,
          ]),
        ),
      ),
      textSection(
        'Not set against contracts',
        textTable(
          result.unmatched.map((each) => [
            each.kind,
            countText(each.lines, 'line'),
            moneyText(each.sumPence, 'GBP'),
            each.vatBasis,
          ]),
        ),
      ),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, input) => {
    const register = await context.register();
    const payers = await readOneBuyer(register, input.buyer);
    const payerKeys = payers.map((payer) => payer.party_key);
    const buyerId = payers[0]?.organisation_id ?? null;
    const [pairs, contracts] = await Promise.all([
      listSpendPairs(register, payerKeys),
      buyerId === null ? [] : listBuyerContracts(register, buyerId),
    ]);
    const keys = [...new Set(pairs.flatMap((pair) => pair.payee_key ?? []))];
    const matches = await matchSpendParties(register, keys);
    const { suppliers, unmatched } = groupPairs(pairs, matches, contracts);
    const shown = suppliers.filter((each) => input.verdict === undefined || each.verdict === input.verdict);
    const months = pairs.map((pair) => pair.month).toSorted();
    const paidIds = new Set(suppliers.map((each) => each.supplier.id));
    return {
      buyer: {
        id: buyerId,
        names: [...new Set(payers.map((payer) => payer.name))].slice(0, 10),
      },
      firstMonth: months[0] ?? null,
      lastMonth: months.at(-1) ?? null,
      suppliers: shown.slice(0, input.limit),
      suppliersTotal: shown.length,
      verdicts: reconcileVerdicts.map((verdict) => ({
        verdict,
        suppliers: suppliers.filter((each) => each.verdict === verdict).length,
      })),
      unmatched,
      contractsWithoutPayment: contracts.filter(
        (contract) => !contract.supplier_ids.some((id) => paidIds.has(id)),
      ).length,
    };
  },
});

type Unmatched = z.output<typeof output>['unmatched'][number];

function groupPairs(
  pairs: readonly SpendPairRow[],
  matches: ReadonlyMap<string, PartyMatch>,
  contracts: readonly BuyerContractRow[],
): { suppliers: ReconciledSupplier[]; unmatched: Unmatched[] } {
  const byId = new Map<string, { match: PartyMatch; lines: number; months: MonthPaid[] }>();
  const unmatched = new Map<string, Unmatched & { keys: Set<string> }>();
  for (const pair of pairs) {
    const match = pair.payee_key === null ? undefined : matches.get(pair.payee_key);
    if (match?.organisation_id == null) {
      addUnmatched(unmatched, pair, match);
      continue;
    }
    const known = byId.get(match.organisation_id) ?? { match, lines: 0, months: [] };
    known.lines += pair.line_count;
    known.months.push({ month: pair.month, basis: pair.vat_basis, pence: pair.sum_pence });
    byId.set(match.organisation_id, known);
  }
  const suppliers = [...byId].map(([id, { match, lines, months }]) =>
    presentSupplier(match, {
      lines,
      months,
      contracts: contracts.filter((each) => each.supplier_ids.includes(id)),
    }),
  );
  return {
    suppliers: suppliers.toSorted((a, b) => paidOf(b) - paidOf(a)),
    unmatched: [...unmatched.values()].map(({ keys, ...each }) => ({ ...each, names: keys.size })),
  };
}

function addUnmatched(
  sums: Map<string, Unmatched & { keys: Set<string> }>,
  pair: SpendPairRow,
  match: PartyMatch | undefined,
): void {
  const kind: Unmatched['kind'] =
    match?.method === 'ambiguous' && pair.payee_kind === 'organisation'
      ? 'ambiguous'
      : pair.payee_kind === 'organisation'
        ? 'not-found'
        : pair.payee_kind;
  const key = `${kind} ${pair.vat_basis}`;
  const sum = sums.get(key) ?? {
    kind,
    vatBasis: pair.vat_basis,
    names: 0,
    lines: 0,
    sumPence: 0,
    keys: new Set(),
  };
  sum.lines += pair.line_count;
  sum.sumPence += pair.sum_pence;
  if (pair.payee_key !== null) sum.keys.add(pair.payee_key);
  sums.set(key, sum);
}

function presentSupplier(
  match: PartyMatch,
  {
    lines,
    months,
    contracts,
  }: { lines: number; months: readonly MonthPaid[]; contracts: readonly BuyerContractRow[] },
): ReconciledSupplier {
  const result = reconcile(
    months,
    contracts.map((each) => ({
      netPence: each.net_pence,
      isShared: each.supplier_ids.length > 1,
      isFramework: each.is_framework_agreement,
      ceilingPence: each.ceiling_pence,
      startOn: each.start_on,
      endOn: each.end_on,
    })),
  );
  return {
    ...result,
    paid: result.paid.map(({ basis, ...sums }) => ({ vatBasis: basis, ...sums })),
    supplier: presentParty('organisation', match),
    lines,
    contractIds: contracts.map((each) => each.contract_id).toSorted(),
  };
}

/** For the order of the list only: bases are not compared anywhere. */
function paidOf({ paid }: ReconciledSupplier): number {
  return Math.max(0, ...paid.map((each) => each.inTermPence + each.outsideTermPence));
}
