import type { Step } from './choose-steps.ts';
import type { BuyerSetting } from './timetable-rules.ts';

/** Weeks that a buyer says a phase takes; what it doesn't say is left out. */
export type SettingWeeks = Readonly<Partial<Record<BuyerSetting, number>>>;

/** Working days of a week without holidays. */
const workingDays = 5;

/**
 * Puts the buyer's own weeks in the place of realistic periods. Where they are less than the shortest period, that one gives way
 * too: the buyer knows what it can do.
 *
 * @example setWeeks(steps, { mobilisation: 26 }).at(-1)?.realistic // { days: 130, counting: 'working' }
 */
export function setWeeks(steps: readonly Step[], weeks: SettingWeeks): Step[] {
  return steps.map((step): Step => {
    const given = step.rule.setting === null ? undefined : weeks[step.rule.setting];
    if (given === undefined) return step;
    const days = given * workingDays;
    return {
      ...step,
      realistic: { days, counting: 'working' },
      shortest: { days: Math.min(days, step.shortest.days), counting: 'working' },
      basis: { kind: 'setting' },
    };
  });
}
