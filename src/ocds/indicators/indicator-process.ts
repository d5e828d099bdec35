import type { JsonObject, JsonValue } from '../../lib/json.ts';
import { memberList, memberObject, memberText } from '../json-members.ts';

/** The awards that stand, and every bid, of a process that is decided. */
export type DecidedProcess = { awards: readonly JsonValue[]; bids: readonly JsonValue[] };

/** One contracting process as the indicators look at it. What several of them ask is worked out once. */
export class IndicatorProcess {
  readonly ocid: string;
  readonly release: JsonObject;
  readonly tender: JsonObject | null;
  #submitted: readonly JsonValue[] | null = null;
  #decided: DecidedProcess | null | undefined;

  constructor(ocid: string, release: JsonObject) {
    this.ocid = ocid;
    this.release = release;
    this.tender = memberObject(release, 'tender');
  }

  get isCancelled(): boolean {
    return memberText(this.tender, 'status') === 'cancelled';
  }

  /** Every bid, or null where none are published. */
  get bids(): readonly JsonValue[] | null {
    return memberList(memberObject(this.release, 'bids'), 'details');
  }

  /** Bids that were handed in: their status is given, and neither invited nor withdrawn. */
  get submittedBids(): readonly JsonValue[] {
    this.#submitted ??= (this.bids ?? []).filter((bid) => {
      const status = memberText(bid, 'status');
      return status !== null && status !== 'invited' && status !== 'withdrawn';
    });
    return this.#submitted;
  }

  /**
   * The active awards and the bids, or null where bids or awards aren't published, or an award may still change (its
   * status is pending or none of the standard). An award without a status counts neither way.
   */
  get decided(): DecidedProcess | null {
    if (this.#decided === undefined) this.#decided = decidedOf(this.release, this.bids);
    return this.#decided;
  }

  /** The single supplier of the single active award of a process that is decided; null for any other process. */
  get singleWinner(): { supplier: string; bids: readonly JsonValue[] } | null {
    const decided = this.decided;
    if (decided === null || decided.awards.length !== 1) return null;
    const supplier = singleId(decided.awards[0], 'suppliers');
    return supplier === null ? null : { supplier, bids: decided.bids };
  }

  /** Whether the process is of one of these methods; any process where none are named. */
  isOfMethod(methods: ReadonlySet<string>): boolean {
    if (methods.size === 0) return true;
    const method = memberText(this.tender, 'procurementMethod');
    return method !== null && methods.has(method);
  }

  /** Whether the details of its method are among those let in; where none are named, whether they aren't among those kept out. */
  hasMethodDetails({ only, not }: { only: ReadonlySet<string>; not: ReadonlySet<string> }): boolean {
    const details = memberText(this.tender, 'procurementMethodDetails');
    if (details === null) return only.size === 0;
    return only.size === 0 ? !not.has(details) : only.has(details);
  }
}

function decidedOf(release: JsonObject, bids: readonly JsonValue[] | null): DecidedProcess | null {
  const awards = memberList(release, 'awards');
  if (awards === null || bids === null) return null;
  const active: JsonValue[] = [];
  for (const award of awards) {
    const status = memberText(award, 'status');
    if (status === 'active') active.push(award);
    else if (status !== null && status !== 'cancelled' && status !== 'unsuccessful') return null;
  }
  return { awards: active, bids };
}

/**
 * The id of the one organisation in a list of organisations, or null where there is none or more than one.
 *
 * @example singleId({ suppliers: [{ id: 'A' }] }, 'suppliers') // 'A'
 */
export function singleId(holder: JsonValue | undefined, name: string): string | null {
  const list = memberList(holder, name);
  return list?.length === 1 ? memberText(list[0], 'id') : null;
}

/** A bid's price, where it has an amount and a currency. */
export type Price = { amount: number; currency: string };

/**
 * The price of a bid, or null where the amount or the currency isn't given.
 *
 * @example priceOf({ value: { amount: 5, currency: 'GBP' } }) // { amount: 5, currency: 'GBP' }
 */
export function priceOf(bid: JsonValue): Price | null {
  const value = memberObject(bid, 'value');
  const amount = value?.['amount'];
  const currency = value?.['currency'];
  if (typeof amount !== 'number' || !Number.isFinite(amount) || typeof currency !== 'string') return null;
  return { amount, currency };
}
