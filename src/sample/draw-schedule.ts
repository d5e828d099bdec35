import type { Rng } from '../lib/rng.ts';
import { workingDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { between, drawFrom, happens } from './draw.ts';
import type { Course } from './draw-course.ts';
import type { StepKind } from './process-plan.ts';
import type { World } from './world.ts';

/** The planned days of a process; null where that notice is never published. */
export type Schedule = {
  planning: { kind: StepKind; day: Day }[];
  tender: Day | null;
  deadline: Day;
  transparency: Day | null;
  awardNotice: Day | null;
  awarded: Day;
  signed: Day;
  contractNotice: Day | null;
  start: Day;
};

/** Draws the days of a process from its first notice on. */
export function drawSchedule(rng: Rng, world: World, course: Course): Schedule {
  if (course.shape === 'legacy') return legacySchedule(rng, world, course);
  if (course.shape === 'finder') return finderSchedule(rng, world, course);
  const isTendered = course.procedure === 'open' || course.procedure === 'flexible';
  return isTendered ? tenderedSchedule(rng, world, course) : directSchedule(rng, world, course);
}

function tenderedSchedule(rng: Rng, world: World, course: Course): Schedule {
  const { conversion } = world.tables.terms;
  const planning: Schedule['planning'] = [];
  let isTendered = true;
  let tender = course.first;
  if (course.opening === 'contract' || course.opening === 'frameworkSetUp') {
    if (course.isAboveThreshold) tender = earlierPlanning(rng, world, course.first, planning);
  } else {
    const kinds = { engagement: 'UK2', pipeline: 'UK1', planned: 'UK3' } as const;
    const opening =
      course.opening === 'pipeline' || course.opening === 'planned' ? course.opening : 'engagement';
    const kind = kinds[opening];
    planning.push({ kind, day: course.first });
    if (kind !== 'UK3' && happens(rng, kind === 'UK1' ? 0.45 : 0.17)) {
      planning.push({ kind: `${kind}+`, day: workingDay(course.first + between(rng, 5, 60)) });
    }
    isTendered = happens(rng, conversion[opening]);
    tender = course.first + between(rng, kind === 'UK1' ? 90 : 45, kind === 'UK1' ? 480 : 240);
  }
  const windows = course.isAboveThreshold ? world.odds.windowsAbove : world.odds.windowsBelow;
  const deadline = workingDay(tender + drawFrom(rng, windows));
  const awarded = workingDay(deadline + between(rng, 20, course.isAboveThreshold ? 130 : 60));
  const signed = workingDay(awarded + between(rng, 12, 40));
  const hasAwardNotice = course.isAboveThreshold || happens(rng, 0.3);
  return {
    planning,
    tender: isTendered ? workingDay(tender) : null,
    deadline,
    transparency: null,
    awardNotice: isTendered && hasAwardNotice ? awarded + 1 : null,
    awarded,
    signed,
    contractNotice: isTendered && drawsDetails(rng, world) ? workingDay(signed + between(rng, 3, 45)) : null,
    start: signed + between(rng, 0, 45),
  };
}

function earlierPlanning(rng: Rng, world: World, first: Day, planning: Schedule['planning']): Day {
  const { beforeTender } = world.tables.terms.conversion;
  let day = first;
  const add = (kind: StepKind, share: number, low: number, high: number): void => {
    if (!happens(rng, share)) return;
    planning.push({ kind, day: workingDay(day) });
    day += between(rng, low, high);
  };
  add('UK1', beforeTender.pipeline, 90, 400);
  add('UK2', beforeTender.engagement, 45, 200);
  add('UK3', beforeTender.planned, 41, 200);
  return day;
}

function directSchedule(rng: Rng, world: World, course: Course): Schedule {
  const { first } = course;
  const none = { planning: [], tender: null, deadline: first };
  if (course.isAboveThreshold && course.procedure === 'direct') {
    const awarded = workingDay(first + between(rng, 9, 40));
    const signed = workingDay(awarded + between(rng, 12, 30));
    return {
      ...none,
      transparency: first,
      awardNotice: awarded + 1,
      awarded,
      signed,
      contractNotice: drawsDetails(rng, world) ? workingDay(signed + between(rng, 3, 40)) : null,
      start: signed + between(rng, 0, 30),
    };
  }
  if (course.isAboveThreshold && happens(rng, 0.6)) {
    const signed = workingDay(first + between(rng, 10, 30));
    return {
      ...none,
      transparency: null,
      awardNotice: first,
      awarded: first - between(rng, 0, 5),
      signed,
      contractNotice: drawsDetails(rng, world) ? workingDay(signed + between(rng, 3, 40)) : null,
      start: signed + between(rng, 0, 30),
    };
  }
  const signed = workingDay(first - between(rng, 0, 60));
  return {
    ...none,
    transparency: null,
    awardNotice: null,
    awarded: signed - between(rng, 0, 20),
    signed,
    contractNotice: first,
    start: signed + between(rng, -5, 30),
  };
}

function legacySchedule(rng: Rng, world: World, course: Course): Schedule {
  const { first } = course;
  const isCallOff = course.procedure === 'callOff';
  const isPlanned = course.opening === 'planning';
  const hasTender = !isCallOff && (isPlanned ? happens(rng, 0.5) : happens(rng, 0.75));
  const tender = workingDay(isPlanned ? first + between(rng, 45, 250) : first);
  const deadline = hasTender ? workingDay(tender + drawFrom(rng, world.odds.windowsAbove)) : first;
  const signed = workingDay(hasTender ? deadline + between(rng, 40, 160) : first - between(rng, 5, 40));
  const awarded = signed - between(rng, 1, 14);
  return {
    planning: isPlanned ? [{ kind: 'planning', day: first }] : [],
    tender: hasTender ? tender : null,
    deadline,
    transparency: null,
    awardNotice:
      isPlanned && !hasTender ? null : hasTender ? workingDay(signed + between(rng, 5, 40)) : first,
    awarded,
    signed,
    contractNotice: null,
    start: signed + between(rng, 0, 40),
  };
}

function finderSchedule(rng: Rng, world: World, course: Course): Schedule {
  const { first, opening } = course;
  const isTendered = opening === 'tenderAward' || opening === 'tenderOnly';
  const deadline = isTendered ? workingDay(first + drawFrom(rng, world.odds.windowsBelow)) : first - 30;
  const awarded = isTendered ? workingDay(deadline + between(rng, 10, 60)) : first - between(rng, 0, 40);
  const isAwarded = opening === 'award' || opening === 'tenderAward';
  return {
    planning: opening === 'planning' ? [{ kind: 'planning', day: first }] : [],
    tender: isTendered ? first : null,
    deadline,
    transparency: null,
    awardNotice: isAwarded ? (isTendered ? awarded + between(rng, 1, 30) : first) : null,
    awarded,
    signed: awarded + 7,
    contractNotice: null,
    start: awarded + between(rng, 0, 40),
  };
}

function drawsDetails(rng: Rng, world: World): boolean {
  return happens(rng, world.tables.terms.conversion.contractDetails);
}
