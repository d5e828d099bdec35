import type { ContractFacts } from './contract-facts.ts';

/**
 * Where a contract stands on a day, for showing; never stored, because it depends on the day.
 * Definitions and the same conditions on columns: docs/methods/contracts.md.
 */
export const lifecycles = [
  'intended',
  'upcoming',
  'live',
  'in-extension',
  'ended',
  'terminated',
  'cancelled',
  'unknown',
] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** What each word means, in one sentence. */
export const lifecycleDefinitions: Readonly<Record<Lifecycle, string>> = {
  intended:
    'A notice says that the buyer intends to enter into it. No contract notice is held, so nobody is known to have signed, and its dates are plans.',
  upcoming: 'Awarded or signed, and its start lies ahead.',
  live: 'Between its start and its end without options.',
  'in-extension':
    'Past its end without options, but within its last possible end. Whether the option was used is not published.',
  ended: 'Past its last possible end, or reported as completed.',
  terminated: 'Ended early, with a reason in the notice.',
  cancelled: 'Withdrawn before or after signature, without being carried out.',
  unknown: 'The notices give no end.',
};

type Dated = Pick<ContractFacts, 'stage' | 'startOn' | 'endOn' | 'maxEndOn' | 'endedOn'>;

/**
 * Where a contract stands on a day.
 *
 * @param today `YYYY-MM-DD` in Europe/London
 * @example lifecycleAt({ stage: 'signed', startOn: '2026-01-01', endOn: '2026-12-31', maxEndOn: null, endedOn: null }, '2026-11-01') // 'live'
 */
export function lifecycleAt(contract: Dated, today: string): Lifecycle {
  const { stage } = contract;
  // Plans don't come true by the calendar: an intention whose dates have passed is still one.
  if (stage === 'cancelled' || stage === 'terminated' || stage === 'intended') return stage;
  if (stage === 'completed' || (contract.endedOn !== null && contract.endedOn <= today)) return 'ended';
  if (contract.startOn !== null && contract.startOn > today) return 'upcoming';
  const end = contract.endOn ?? contract.maxEndOn;
  if (end === null) return 'unknown';
  if (today <= end) return 'live';
  return contract.maxEndOn !== null && today <= contract.maxEndOn ? 'in-extension' : 'ended';
}
