import type { Threshold } from '../notices/facts-reference.ts';

/** How an estimate stands to a threshold. Both sides include VAT. */
export type ThresholdCrossing = {
  threshold: Threshold;
  grossPence: number;
  /** Whether the Act’s rules for it are due: at the threshold they are. */
  isReached: boolean;
  /** Within a tenth of it, on either side: a small change of the estimate turns the answer. */
  isClose: boolean;
};

/**
 * The threshold of that id in force on a day.
 *
 * @param day `YYYY-MM-DD`
 * @returns null where none is held for the day
 * @example thresholdOn(thresholds, 'central', '2026-11-24')?.grossMinorUnits // 13501800
 */
export function thresholdOn(thresholds: readonly Threshold[], id: string, day: string): Threshold | null {
  return (
    thresholds.find((one) => one.id === id && one.from <= day && (one.to === null || day <= one.to)) ?? null
  );
}

/**
 * How an estimate with VAT stands to a threshold.
 *
 * @example crossingOf(threshold, 288_000_000).isReached // true
 */
export function crossingOf(threshold: Threshold, grossPence: number): ThresholdCrossing {
  const { grossMinorUnits } = threshold;
  return {
    threshold,
    grossPence,
    isReached: grossPence >= grossMinorUnits,
    isClose: Math.abs(grossPence - grossMinorUnits) * 10 <= grossMinorUnits,
  };
}
