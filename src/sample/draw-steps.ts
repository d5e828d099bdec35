import type { Rng } from '../lib/rng.ts';
import { addMonths, dayOf, workingDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { between, drawFrom, happens, pick } from './draw.ts';
import type { Course } from './draw-course.ts';
import type { Schedule } from './draw-schedule.ts';
import { drawOverrun, plainAmount, pounds, rounded } from './money.ts';
import { finderNumber, noticeNumber } from './notice-number.ts';
import type { Outcome, ProcessPlan, Step, StepKind } from './process-plan.ts';
import type { World } from './world.ts';

/** First day on which contract performance notices are due. */
const performanceDay = dayOf('2026-01-01');

/** Draws which notices appear and when, what changes and how it ends; fills the plan. Notices after the as-of day are left out. */
export function drawSteps(
  rng: Rng,
  world: World,
  course: Course,
  schedule: Schedule,
  plan: ProcessPlan,
): void {
  const days: [StepKind, Day][] = schedule.planning.map((step) => [step.kind, step.day]);
  const isCancelled = schedule.tender !== null && happens(rng, world.tables.terms.changes.cancelled);
  if (schedule.tender !== null) addTender(rng, world, course, schedule, days);
  if (isCancelled && course.shape === 'act') {
    days.push(['UK12', workingDay(schedule.deadline + between(rng, 3, 80))]);
  } else if (!isCancelled) {
    if (schedule.transparency !== null) days.push(['UK5', schedule.transparency]);
    if (schedule.awardNotice !== null)
      days.push([course.shape === 'act' ? 'UK6' : 'award', schedule.awardNotice]);
    if (schedule.contractNotice !== null) days.push(['UK7', schedule.contractNotice]);
  }
  drawEnd(rng, world, plan);
  if (course.shape === 'act' && !course.isFramework && schedule.contractNotice !== null && !isCancelled) {
    addLife(rng, world, schedule.contractNotice, plan, days);
  }
  plan.steps = numbered(rng, world, course, days);
  plan.outcome = outcomeOf(plan, schedule, isCancelled, world.asOf);
}

function addTender(
  rng: Rng,
  world: World,
  course: Course,
  schedule: Schedule,
  days: [StepKind, Day][],
): void {
  const tender = schedule.tender ?? course.first;
  days.push([course.shape === 'act' ? 'UK4' : 'tender', tender]);
  if (happens(rng, world.tables.terms.changes.tenderUpdate)) {
    const day = tender + drawFrom(rng, world.odds.updateDays);
    if (day < schedule.deadline) days.push([course.shape === 'act' ? 'UK4+' : 'tender+', day]);
  }
}

/** Corrections, changes, performance and the published end of a contract. */
function addLife(rng: Rng, world: World, published: Day, plan: ProcessPlan, days: [StepKind, Day][]): void {
  const [lot] = plan.lots;
  if (lot === undefined) return;
  const { changes, indicators, ends } = world.tables.terms;
  if (happens(rng, changes.correction)) days.push(['UK7+', workingDay(published + between(rng, 3, 40))]);
  const length = lot.end - lot.start;
  const share = lot.amount.net > 500_000 ? changes.amendment.large : changes.amendment.small;
  if (length > 150 && happens(rng, share)) {
    const day = workingDay(lot.start + Math.floor(length * (0.3 + 0.6 * rng.next())));
    if (day > published) {
      days.push(['UK10', day]);
      drawChange(rng, world, plan);
    }
  }
  if (lot.indicators.length > 0 && happens(rng, indicators.published)) {
    for (let year = 1; year <= 2; year += 1) {
      const day = workingDay(Math.max(performanceDay + between(rng, 5, 90), lot.start + 365 * year));
      if (day > published && day < plan.end.day) days.push(['UK9', day]);
    }
    plan.ratings = lot.indicators.map(() => drawFrom(rng, world.odds.ratings));
  }
  if (happens(rng, plan.end.reason === 'contractCompleted' ? ends.published.normal : ends.published.early)) {
    const day = workingDay(plan.end.day + between(rng, 3, 45));
    if (day > published) days.push(['UK11', day]);
  }
}

function drawChange(rng: Rng, world: World, plan: ProcessPlan): void {
  const [lot] = plan.lots;
  if (lot === undefined) return;
  const { changes } = world.tables.terms;
  const reason = drawFrom(rng, world.odds.changeReasons);
  const isTransfer = reason === 'transferCorporateRestructuring';
  const grows = !isTransfer && happens(rng, 0.8);
  const longer = !isTransfer && happens(rng, 0.6);
  const limit = addMonths(world.asOf, 36);
  plan.change = {
    isProposed: happens(rng, changes.proposed),
    reason,
    text: pick(rng, isTransfer ? transferTexts : changeTexts),
    amount: grows ? plainAmount(rounded(lot.amount.net * (1.1 + 0.6 * rng.next()))) : null,
    end: longer ? Math.min(limit, addMonths(lot.end, pick(rng, [3, 6, 12]))) : null,
  };
}

const changeTexts = [
  'Additional users and sites have been brought into the service.',
  'Further work is needed that could not be foreseen when the contract was let.',
  'The term is extended while a replacement is procured.',
  'An option provided for in the contract is exercised.',
];
const transferTexts = [
  'The contract passes to another company of the same group.',
  'The supplier has been acquired; the contract is novated to its successor.',
];

/** True end and true final cost, whether or not they are ever published. */
function drawEnd(rng: Rng, world: World, plan: ProcessPlan): void {
  const [lot] = plan.lots;
  if (lot === undefined) return;
  const reason = drawFrom(rng, world.odds.endReasons);
  const isEarly = reason !== 'contractCompleted';
  const length = lot.end - lot.start;
  const ratio = drawOverrun(rng, world);
  plan.end = {
    lotId: lot.id,
    reason,
    day: isEarly
      ? lot.start + Math.floor(length * (0.3 + 0.6 * rng.next()))
      : lot.end + (happens(rng, 0.1) ? 14 : 0),
    finalNet: pounds(lot.amount.net * (isEarly ? Math.min(ratio, 1) * 0.7 : ratio)),
  };
}

/** Sorts the notices, drops those on or after the as-of day, and gives each its minute and number. */
function numbered(rng: Rng, world: World, course: Course, days: [StepKind, Day][]): Step[] {
  days.sort((one, other) => one[1] - other[1]);
  const steps: Step[] = [];
  let least = 0;
  for (const [kind, planned] of days) {
    const day = Math.max(planned, least);
    if (day >= world.asOf) break;
    least = day + 1;
    const second = between(rng, 8 * 3_600, 18 * 3_600);
    steps.push({
      kind,
      day,
      second,
      noticeId: course.shape === 'finder' ? finderNumber(day, second) : noticeNumber(day, second),
    });
  }
  return steps;
}

function outcomeOf(plan: ProcessPlan, schedule: Schedule, isCancelled: boolean, asOf: Day): Outcome {
  const seen = (...kinds: StepKind[]): boolean => plan.steps.some((step) => kinds.includes(step.kind));
  if (isCancelled && schedule.deadline < asOf) return 'cancelled';
  if (seen('UK6', 'UK7', 'award')) {
    if (plan.end.day < asOf) return plan.end.reason === 'contractCompleted' ? 'completed' : 'terminated';
    return schedule.start <= asOf ? 'running' : 'awarded';
  }
  return seen('UK4', 'UK5', 'tender') ? 'tendering' : 'planned';
}
