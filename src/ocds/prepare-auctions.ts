import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { memberList } from './json-members.ts';

/**
 * Moves the bids of auctions, which OCDS has no place for, to where it has bids.
 *
 * @example moveAuctionBids({ auctions: [{ stages: [{ bids: [{ id: 1 }] }] }] }, notices) // bids: { details: [{ id: 1 }] }
 */
export function moveAuctionBids(release: JsonObject, notices: { warn(message: string): void }): void {
  if (!Object.hasOwn(release, 'auctions')) return;
  if (Object.hasOwn(release, 'bids')) {
    notices.warn('The bids of its auctions were not moved, because it has bids already.');
    return;
  }
  const auctions = memberList(release, 'auctions');
  if (auctions === null) return;
  const details: JsonValue[] = [];
  for (const auction of auctions) {
    for (const stage of memberList(auction, 'stages') ?? []) {
      const bids = memberList(stage, 'bids');
      if (bids === null || !isObject(stage)) continue;
      details.push(...bids);
      delete stage['bids'];
    }
  }
  release['bids'] = { details };
}
