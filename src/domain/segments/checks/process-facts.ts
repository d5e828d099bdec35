import type { ProcessFacts } from '../../notices/process-facts.ts';
import type { Facts } from './condition.ts';
import { daysBetween } from './months-between.ts';

/**
 * What the notices of a process say whether or not a contract is signed: law, kind of buyer, lots, weight of price, days to
 * bid, market engagement.
 *
 * @param concerns which lots count, by id; `''` stands for the whole
 * @example processFacts(process, () => true)['price-weight-percent'] // { value: 60, evidence: 'award criteria of the notices' }
 */
export function processFacts(process: ProcessFacts, concerns: (lotId: string) => boolean): Facts {
  const buyer = process.mentions.find(({ partyId }) => process.buyerPartyIds.includes(partyId));
  const weights = process.priceWeights.filter(({ lotId }) => concerns(lotId));
  const tender = process.notices.find(({ noticeType }) => noticeType === 'UK4');
  const engaged = process.notices.some(({ noticeType }) => noticeType === 'UK2');
  const type = buyer?.buyerType ?? 'unknown';
  const published = tender?.publishedAt?.slice(0, 10);
  const deadline = process.tenderDeadlineAt?.slice(0, 10);
  return {
    ...(process.regime !== 'unknown' && { regime: { value: process.regime, evidence: process.regimeBasis } }),
    ...(type !== 'unknown' && { 'buyer-type': { value: type, evidence: buyer?.name ?? 'the notices' } }),
    ...(process.lots.length > 0 && { lots: { value: process.lots.length, evidence: 'lots of the notices' } }),
    ...(weights.length > 0 && {
      'price-weight-percent': {
        value: Math.max(...weights.map(({ percent }) => percent)),
        evidence: 'award criteria of the notices',
      },
    }),
    ...(published !== undefined &&
      deadline !== undefined &&
      deadline > published && {
        'tender-days': { value: daysBetween(published, deadline), evidence: `${published} to ${deadline}` },
      }),
    ...(engaged && {
      'market-engagement': { value: 'yes', evidence: 'preliminary market engagement notice' },
    }),
  };
}
