import type { JsonValue } from '../../lib/json.ts';
import { memberText } from '../json-members.ts';
import type { IndicatorProcess } from './indicator-process.ts';
import { priceOf, singleId } from './indicator-process.ts';
import type { MainCurrency } from './main-currency.ts';

/** How far the second-lowest valid bid lies above the winning one, as a share of it, and who made the two. */
export type BidDistance = { share: number; winner: string; runnerUp: string };

type Bid = { tenderer: string; amount: number };

/** The distance between the winning and the second-lowest valid bid, of each process where the lowest bid won. */
export class SecondLowestBids {
  readonly distances = new Map<string, BidDistance>();
  readonly #currency: MainCurrency;

  constructor(currency: MainCurrency) {
    this.#currency = currency;
  }

  /**
   * Left out: processes with no single winner; bids of several tenderers; and those where the lowest bid didn't win,
   * because then the price alone didn't decide. A winning bid of zero has no distance in shares of itself.
   */
  add(process: IndicatorProcess): void {
    const winner = process.singleWinner;
    if (winner === null) return;
    let won: Bid | null = null;
    let lost: Bid | null = null;
    for (const bid of this.#validBids(winner.bids)) {
      if (bid.tenderer === winner.supplier) won = lower(won, bid);
      else lost = lower(lost, bid);
    }
    if (won === null || lost === null || lost.amount < won.amount || won.amount === 0) return;
    this.distances.set(process.ocid, {
      share: (lost.amount - won.amount) / won.amount,
      winner: won.tenderer,
      runnerUp: lost.tenderer,
    });
  }

  shares(): number[] {
    return [...this.distances.values()].map(({ share }) => share);
  }

  *#validBids(bids: readonly JsonValue[]): Generator<Bid> {
    for (const bid of bids) {
      if (memberText(bid, 'status') !== 'valid') continue;
      const tenderer = singleId(bid, 'tenderers');
      const price = priceOf(bid);
      if (tenderer === null || price === null || !this.#currency.takes(price.currency)) continue;
      yield { tenderer, amount: price.amount };
    }
  }
}

/** The first of the lowest. */
function lower(known: Bid | null, bid: Bid): Bid {
  return known === null || bid.amount < known.amount ? bid : known;
}
