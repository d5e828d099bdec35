import type { Amount } from '../contracts/amount.ts';
import type { PipelineGap } from './pipeline-entry.ts';

/** An amount of a planned process as it is stored. */
export type NoticeAmount = Pick<Amount, 'of' | 'kind' | 'basis' | 'minorUnits' | 'currency' | 'flag'>;

/** Value of a planning notice in pence without VAT, or why it has none to add up. */
export type NoticeValue = { pence: number; gap: null } | { pence: null; gap: PipelineGap };

/**
 * The value of a planned process that may be added up: the estimate of the whole in pounds without VAT, else the sum of
 * its lots' where every lot gives one. Ceilings of frameworks and amounts that can't be believed are none.
 *
 * @param lots how many lots the process has
 * @example noticeValue([{ of: 'process', kind: 'estimate', basis: 'net', minorUnits: 500, currency: 'GBP', flag: null }], 1) // { pence: 500, gap: null }
 */
export function noticeValue(amounts: readonly NoticeAmount[], lots: number): NoticeValue {
  const believed = amounts.filter(({ flag, minorUnits }) => flag === null && minorUnits !== null);
  const estimates = believed.filter(({ kind }) => kind === 'estimate');
  const sterling = estimates.filter(({ currency }) => currency === 'GBP');
  const net = sterling.filter(({ basis }) => basis === 'net');
  const whole = net.find(({ of }) => of === 'process');
  if (whole?.minorUnits !== undefined && whole.minorUnits !== null)
    return { pence: whole.minorUnits, gap: null };
  const ofLots = net.filter(({ of }) => of === 'lot');
  if (lots > 0 && ofLots.length === lots)
    return { pence: ofLots.reduce((sum, { minorUnits }) => sum + (minorUnits ?? 0), 0), gap: null };
  if (sterling.some(({ basis }) => basis !== 'net')) return { pence: null, gap: 'with-vat' };
  if (estimates.some(({ currency }) => currency !== null && currency !== 'GBP'))
    return { pence: null, gap: 'other-currency' };
  return { pence: null, gap: believed.some(({ kind }) => kind === 'ceiling') ? 'ceiling' : 'no-value' };
}
