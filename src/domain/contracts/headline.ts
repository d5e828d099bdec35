import type { Amount } from './amount.ts';

const kinds = ['contract', 'award', 'ceiling', 'final'] as const;
const subjects = ['contract', 'award', 'lot', 'process'] as const;
const bases = ['net', 'gross', 'unstated'] as const;

/**
 * Which amount of a contract to show in lists: the first believable one in the order contract, award, ceiling, final
 * value, each net before gross before unstated. A shared value is shown where nothing else is. Null: none.
 *
 * @example headlineOf([{ ...gross }, { ...net }]) // 1
 */
export function headlineOf(amounts: readonly Amount[]): number | null {
  const best = pick(amounts, (amount) => amount.flag === null);
  return best ?? pick(amounts, (amount) => amount.flag === 'shared');
}

function pick(amounts: readonly Amount[], isAllowed: (amount: Amount) => boolean): number | null {
  let best: number | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const [index, amount] of amounts.entries()) {
    if (
      amount.minorUnits === null ||
      amount.kind === 'estimate' ||
      amount.kind === 'paid' ||
      !isAllowed(amount)
    )
      continue;
    const rank =
      kinds.indexOf(amount.kind) * 100 + subjects.indexOf(amount.of) * 10 + bases.indexOf(amount.basis);
    if (rank < bestRank) {
      best = index;
      bestRank = rank;
    }
  }
  return best;
}
