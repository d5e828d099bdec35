import type { BuyerType } from '../../organisations/mention.ts';
import type { TimetableProcedure } from './timetable-rules.ts';
import type { HolidayDivision } from './working-days.ts';

/** Nations whose law and holidays a buyer may keep. */
export const nations = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

/** Why a buyer's procurement has no timetable here. */
export const unmodelledRegimes = ['scotland', 'northern-ireland-below-threshold'] as const;
export type UnmodelledRegime = (typeof unmodelledRegimes)[number];

/** The law that a buyer's procurement runs under. */
export type BuyerRegime =
  | { isModelled: true; law: 'procurement-act' | 'procurement-act-wales' | 'procurement-act-northern-ireland' }
  /** Scottish bodies that call off a framework let under the Act follow the Act for that call-off. */
  | { isModelled: true; law: 'procurement-act-scottish-call-off' }
  | { isModelled: false; law: UnmodelledRegime };

/**
 * Which law a buyer follows, as far as it is modelled here: the Procurement Act 2023 of reserved, Welsh and Northern Irish
 * authorities. Departments of the United Kingdom Government follow it wherever they sit.
 *
 * @param isOlderFramework whether the framework was let under the Public Contracts Regulations 2015
 * @example buyerRegime({ nation: 'scotland', buyerType: 'local-government' }, { procedure: 'open', isOlderFramework: false }) // { isModelled: false, law: 'scotland' }
 */
export function buyerRegime(
  { nation, buyerType }: { nation: Nation; buyerType: BuyerType | null },
  { procedure, isOlderFramework }: { procedure: TimetableProcedure; isOlderFramework: boolean },
): BuyerRegime {
  if (nation === 'england' || buyerType === 'central-government')
    return { isModelled: true, law: 'procurement-act' };
  if (nation === 'wales') return { isModelled: true, law: 'procurement-act-wales' };
  if (nation === 'northern-ireland')
    return procedure === 'below-threshold'
      ? { isModelled: false, law: 'northern-ireland-below-threshold' }
      : { isModelled: true, law: 'procurement-act-northern-ireland' };
  const isCallOff = procedure === 'framework-competition' || procedure === 'framework-direct';
  return isCallOff && !isOlderFramework
    ? { isModelled: true, law: 'procurement-act-scottish-call-off' }
    : { isModelled: false, law: 'scotland' };
}

/**
 * Whose bank holidays a nation keeps.
 *
 * @example divisionOf('wales') // 'england-and-wales'
 */
export function divisionOf(nation: Nation): HolidayDivision {
  return nation === 'england' || nation === 'wales' ? 'england-and-wales' : nation;
}
