import type { Amount } from '../../contracts/amount.ts';
import type { ContractFacts } from '../../contracts/contract-facts.ts';
import type { ProcessFacts } from '../../notices/process-facts.ts';
import type { Facts } from './condition.ts';
import { termFacts, valueFacts } from './derived-facts.ts';
import { factsOfText } from './facts-of-text.ts';
import { monthsBetween } from './months-between.ts';
import { processFacts } from './process-facts.ts';

/** Ratings of published results that lie below the target. */
const belowTarget = new Set(['below', 'significantlyBelow', 'failure']);

/**
 * What the notices say of a contract. Terms that its texts speak of are stated as yes and never as no, because notices leave
 * most terms out.
 *
 * @param today `YYYY-MM-DD`
 * @example factsOfContract(process, contract, '2026-11-01')['term-months'] // { value: 36, evidence: '2025-04-01 to 2028-03-31' }
 */
export function factsOfContract(process: ProcessFacts, contract: ContractFacts, today: string): Facts {
  const lots = process.lots.filter(({ lotId }) => concerns(contract, lotId));
  const texts = [
    process.title,
    contract.title,
    process.description,
    contract.description,
    contract.optionsText,
  ];
  const text = [...texts, ...lots.flatMap(({ title, description }) => [title, description])].join('\n');
  const bids = process.bids.filter(({ lotId, measure }) => concerns(contract, lotId) && measure === 'bids');
  const poor = contract.performance.filter(({ rating }) => rating !== null && belowTarget.has(rating));
  const sizes = new Set(sizesOf(process, contract));
  const size = sizes.size === 1 ? [...sizes][0] : 'mixed';
  return {
    ...factsOfText(text, 'unknown'),
    ...processFacts(process, (lotId) => concerns(contract, lotId)),
    ...moneyOf(contract),
    ...daysOf(contract, today),
    'is-framework': { value: contract.isFrameworkAgreement, evidence: 'the notices' },
    ...(process.route !== 'unknown' && { route: { value: contract.route, evidence: 'the notices' } }),
    ...(contract.hasOptions && {
      'has-extension': { value: true, evidence: contract.optionsText ?? 'the notices' },
    }),
    ...(bids.length > 0 && {
      bids: { value: Math.min(...bids.map(({ count }) => count)), evidence: 'bid statistics' },
    }),
    ...(contract.kpiCount !== null && {
      kpis: { value: contract.kpiCount, evidence: 'the contract details notice' },
    }),
    changes: { value: contract.changes.length, evidence: 'contract change notices that are held' },
    ...(contract.performance.length > 0 && {
      'below-target-results': {
        value: poor.length,
        evidence: poor.map(({ metric }) => metric).join('; ') || 'published results',
      },
    }),
    ...(sizes.size > 0 &&
      size !== undefined && { 'supplier-size': { value: size, evidence: 'self-declared' } }),
  };
}

function concerns(contract: ContractFacts, lotId: string): boolean {
  return lotId === '' || contract.lotIds.length === 0 || contract.lotIds.includes(lotId);
}

function sizesOf(process: ProcessFacts, contract: ContractFacts): ('sme' | 'large')[] {
  return process.mentions.flatMap(({ partyId, scale }) =>
    scale !== null && contract.supplierPartyIds.includes(partyId) ? [scale] : [],
  );
}

/** The value that lists show, unless it is a ceiling, and how it grew by published changes. */
function moneyOf(contract: ContractFacts): Facts {
  const headline = contract.headlineIndex === null ? undefined : contract.amounts[contract.headlineIndex];
  const shown = poundsOf(headline);
  if (headline === undefined || shown === null || headline.kind === 'ceiling') return {};
  const evidence = `£${shown.toLocaleString('en-GB')}, ${headline.kind} value`;
  const first = poundsOf(
    contract.amounts.find(
      ({ flag, kind, basis }) => flag === 'superseded' && kind === headline.kind && basis === headline.basis,
    ),
  );
  const valued = valueFacts({ value: shown, evidence }, headline.basis);
  const yearly = yearlyOf(valued['value-ex-vat']?.value, contract);
  return {
    ...valued,
    ...(yearly !== null && { 'annual-value': { value: yearly, evidence: `${evidence}, over the term` } }),
    ...(first !== null &&
      first > 0 && {
        'growth-percent': {
          value: Math.round((shown / first - 1) * 100),
          evidence: `£${first.toLocaleString('en-GB')} at first, £${shown.toLocaleString('en-GB')} now`,
        },
      }),
  };
}

function poundsOf(amount: Amount | undefined): number | null {
  if (amount === undefined || amount.minorUnits === null || amount.currency !== 'GBP') return null;
  return amount.minorUnits / 100;
}

function yearlyOf(net: unknown, { startOn, endOn }: ContractFacts): number | null {
  if (typeof net !== 'number' || startOn === null || endOn === null) return null;
  const months = monthsBetween(startOn, endOn);
  return months <= 0 ? null : Math.round((net / months) * 12);
}

function daysOf({ startOn, endOn, maxEndOn }: ContractFacts, today: string): Facts {
  if (endOn === null) return {};
  const left = { 'months-left': { value: monthsBetween(today, endOn), evidence: `ends on ${endOn}` } };
  if (startOn === null || endOn <= startOn) return left;
  const term = { value: monthsBetween(startOn, endOn), evidence: `${startOn} to ${endOn}` };
  const extension =
    maxEndOn !== null && maxEndOn > endOn
      ? { value: monthsBetween(endOn, maxEndOn), evidence: `with options to ${maxEndOn}` }
      : null;
  return { ...left, ...termFacts(term, extension) };
}
