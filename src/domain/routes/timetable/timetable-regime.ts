import type { Procedure } from '../procedure.ts';
import { regimeOf, type BodyType, type Nation, type Regime, type Regimes } from '../regime.ts';
import type { HolidayDivision } from './working-days.ts';

/** Who buys, as far as the timetable goes; the kind of body is null where it isn't said. */
export type TimetableBuyer = { nation: Nation; bodyType: BodyType | null };

/** Why there is no timetable. */
export const timetableGaps = ['regime-not-modelled', 'below-threshold-not-modelled'] as const;
export type TimetableGap = (typeof timetableGaps)[number];

/** The law of a procurement, and why it has no timetable; a gap of null means that it has one. */
export type TimetableRegime = {
  regime: Regime;
  gap: TimetableGap | null;
  /** Whether a body outside the Act follows it because it calls off a framework that was let under the Act. */
  isActCallOff: boolean;
};

/**
 * The law that a buyer's procurement runs under, and whether it has a timetable. Where the kind of body isn't said, the law is
 * that of the nation's own bodies.
 *
 * @param way the procedure, and whether its framework was let under the Public Contracts Regulations 2015
 * @example timetableRegime({ nation: 'scotland', bodyType: null }, { procedure: 'open', isOlderFramework: false }, regimes).gap // 'regime-not-modelled'
 */
export function timetableRegime(
  { nation, bodyType }: TimetableBuyer,
  { procedure, isOlderFramework }: { procedure: Procedure; isOlderFramework: boolean },
  regimes: Pick<Regimes, 'regimes'>,
): TimetableRegime {
  const regime = regimeOf({ nation, bodyType: bodyType ?? 'other-public' }, regimes);
  const isCallOff = procedure === 'framework-competed' || procedure === 'framework-direct';
  // Regulations of 20 December 2025: see the note of the Scottish regime in regimes.yaml.
  const isActCallOff = !regime.isModelled && regime.id === 'scotland' && isCallOff && !isOlderFramework;
  if (!regime.isModelled && !isActCallOff) return { regime, gap: 'regime-not-modelled', isActCallOff };
  // Procurement Act 2023, section 84(2): Part 6 is not for transferred Northern Ireland authorities.
  const isOutsidePartSix =
    regime.id === 'procurement-act-northern-ireland' && procedure === 'below-threshold';
  return { regime, gap: isOutsidePartSix ? 'below-threshold-not-modelled' : null, isActCallOff };
}

/**
 * Whose bank holidays a nation keeps.
 *
 * @example divisionOf('wales') // 'england-and-wales'
 */
export function divisionOf(nation: Nation): HolidayDivision {
  return nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation;
}
