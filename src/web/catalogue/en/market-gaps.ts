import type { CommittedGap } from '../../../domain/market/committed-value.ts';

/** Why contracts could not be measured, as the end of a sentence that begins with their number. */
export const gaps: Record<CommittedGap | OtherGap, { one?: string; other: string }> = {
  'framework-agreement': {
    one: 'is a framework agreement, whose value is a ceiling',
    other: 'are framework agreements, whose value is a ceiling',
  },
  copy: {
    one: 'is counted already, as another portal published it',
    other: 'are counted already, as another portal published them',
  },
  withdrawn: { one: 'was withdrawn', other: 'were withdrawn' },
  'not-signed': {
    one: 'is awarded, with no contract notice that we hold',
    other: 'are awarded, with no contract notice that we hold',
  },
  'no-value': {
    one: 'gives no value in pounds without VAT that we can rely on',
    other: 'give no value in pounds without VAT that we can rely on',
  },
  'no-start': { one: 'gives no start', other: 'give no start' },
  'no-end': { one: 'gives no end', other: 'give no end' },
  'end-before-start': { one: 'ends before it starts', other: 'end before they start' },
  'end-unknown': { one: 'was ended early, without a day', other: 'were ended early, without a day' },
  'no-size': { one: 'does not say how large the supplier is', other: 'do not say how large the supplier is' },
  'mixed-sizes': { other: 'went to small and large firms together' },
  'several-suppliers': { other: 'went to several suppliers together' },
  'no-supplier': {
    one: 'names no supplier that we can follow',
    other: 'name no supplier that we can follow',
  },
  'direct-award': {
    one: 'was awarded directly, so nobody else could bid',
    other: 'were awarded directly, so nobody else could bid',
  },
  'below-threshold': {
    one: 'was bought below the thresholds, where a few firms are asked',
    other: 'were bought below the thresholds, where a few firms are asked',
  },
  'competition-not-stated': {
    one: 'does not say that it was competed for',
    other: 'do not say that they were competed for',
  },
  'call-off': {
    one: 'is a call-off, for which only the holders of an agreement can bid',
    other: 'are call-offs, for which only the holders of an agreement can bid',
  },
  'no-bid-statistics': { one: 'comes without bid statistics', other: 'come without bid statistics' },
  'no-bids': { one: 'says that no bid came in', other: 'say that no bid came in' },
  'route-not-stated': { one: 'does not say how it was reached', other: 'do not say how they were reached' },
  ended: { one: 'has ended, by what a notice says', other: 'have ended, by what a notice says' },
  'no-tender-notice': { other: 'had no tender notice that we hold' },
  'no-day-of-award': {
    one: 'gives no day of award or signature',
    other: 'give no day of award or signature',
  },
  'days-not-believable': { one: 'has days that cannot be right', other: 'have days that cannot be right' },
  'no-change-published': { other: 'had no other value published since' },
  'not-ended': { one: 'has not ended yet', other: 'have not ended yet' },
  'no-buyer': { one: 'names no buyer', other: 'name no buyer' },
  'no-single-supplier': { one: 'has no single supplier', other: 'have no single supplier' },
  'no-title': {
    one: 'has a title by which nothing can be recognised',
    other: 'have a title by which nothing can be recognised',
  },
  'no-successor-seen': {
    one: 'has no contract after it that we recognise',
    other: 'have no contract after them that we recognise',
  },
  'no-vendor-seen': {
    one: 'names no vendor or product of the list, and no listed firm supplies it',
    other: 'name no vendor or product of the list, and no listed firm supplies them',
  },
};

type OtherGap =
  | 'no-size'
  | 'mixed-sizes'
  | 'several-suppliers'
  | 'no-supplier'
  | 'direct-award'
  | 'below-threshold'
  | 'competition-not-stated'
  | 'call-off'
  | 'no-bid-statistics'
  | 'no-bids'
  | 'route-not-stated'
  | 'ended'
  | 'no-tender-notice'
  | 'no-day-of-award'
  | 'days-not-believable'
  | 'no-change-published'
  | 'not-ended'
  | 'no-buyer'
  | 'no-single-supplier'
  | 'no-title'
  | 'no-successor-seen'
  | 'no-vendor-seen';
