import type { Rng } from '../lib/rng.ts';
import { addMonths } from './calendar.ts';
import type { Day } from './calendar.ts';
import { between, drawFrom, element, happens, pick } from './draw.ts';
import type { Course } from './draw-course.ts';
import type { Schedule } from './draw-schedule.ts';
import { drawAmount, rounded } from './money.ts';
import type { PlannedBids, PlannedLot, ProcessPlan } from './process-plan.ts';
import { jointVenture, publish, soleTrader, withheld } from './published-supplier.ts';
import type { PublishedSupplier } from './published-supplier.ts';
import type { World } from './world.ts';

/** Furthest end of a contract or a plan, in months after the as-of day. */
const horizonMonths = 36;

/** Draws the lots of a process with values, terms, suppliers and bids. */
export function drawLots(
  rng: Rng,
  world: World,
  course: Course,
  schedule: Schedule,
): Pick<ProcessPlan, 'lots' | 'deadline'> {
  const isSplit = course.shape !== 'finder' && schedule.tender !== null && course.net > 100_000;
  const count = isSplit ? drawFrom(rng, world.odds.lots) : 1;
  const lots: PlannedLot[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = count === 1 ? course.net : rounded((course.net / count) * (0.6 + 0.8 * rng.next()));
    lots.push(drawLot(rng, world, course, schedule, { index, count, net: part }));
  }
  return { lots, deadline: schedule.deadline };
}

type Part = { index: number; count: number; net: number };

function drawLot(rng: Rng, world: World, course: Course, schedule: Schedule, part: Part): PlannedLot {
  const { terms } = world.tables;
  const end = drawEnd(rng, world, schedule.start);
  const hasOption = happens(
    rng,
    schedule.tender === null ? terms.options.directShare : terms.options.tenderShare,
  );
  const months = hasOption ? drawFrom(rng, world.odds.options) : 0;
  const estimate = rounded(part.net * (0.9 + 0.3 * rng.next()));
  const isDigital = course.isDigital;
  const isFurther = course.shape === 'legacy' && happens(rng, terms.bids.callOffCompeted);
  const isCompeted =
    isFurther ||
    course.procedure === 'open' ||
    course.procedure === 'flexible' ||
    course.procedure === 'restricted';
  return {
    id: String(part.index + 1),
    title: part.count === 1 ? null : `Lot ${part.index + 1} - ${pick(rng, lotWords)}`,
    estimate: drawAmount(rng, world, estimate, { of: 'tender', isDigital }),
    amount: drawAmount(rng, world, part.net, {
      of: schedule.contractNotice === null ? 'award' : 'contract',
      isDigital,
    }),
    awarded: schedule.awarded,
    signed: schedule.signed,
    start: schedule.start,
    end,
    maxEnd: hasOption ? addMonths(end, months) : null,
    optionsText: hasOption ? pick(rng, optionTexts(months)) : null,
    suppliers: drawSuppliers(rng, world, course, part.net),
    bids: isCompeted || course.shape === 'legacy' ? drawBids(rng, world, course, isCompeted) : null,
    priceWeight: schedule.tender === null ? null : drawFrom(rng, world.odds.price),
    hasSocialValue: happens(rng, terms.weights.socialValueShare),
    indicators: drawIndicators(rng, world, course, part.net),
  };
}

const lotWords = [
  'North',
  'South',
  'Core system',
  'Support',
  'Hardware',
  'Training',
  'Mobile working',
  'East',
  'Installation',
];

function optionTexts(months: number): string[] {
  return [
    `Optional extension of up to ${months} months.`,
    `${Math.max(1, Math.round(months / 12))} x 12 month extensions which may be taken separately`,
    `A further ${months} month period subject to performance and budget.`,
  ];
}

/** The end by a drawn duration; durations that would end beyond the horizon are drawn again, at last cut to what fits. */
function drawEnd(rng: Rng, world: World, start: Day): Day {
  const last = addMonths(world.asOf, horizonMonths);
  for (let tries = 0; tries < 8; tries += 1) {
    const end = addMonths(start, drawFrom(rng, world.odds.durations)) - 1;
    if (end <= last) return end;
  }
  const fitting = [24, 12, 6, 3, 1].find((months) => addMonths(start, months) - 1 <= last) ?? 1;
  return Math.min(last, addMonths(start, fitting) - 1);
}

function drawBids(rng: Rng, world: World, course: Course, isCompeted: boolean): PlannedBids {
  if (!isCompeted) return { all: 1, final: 1, sme: 0, vcse: 0 };
  const all = drawFrom(rng, course.isDigital ? world.odds.bidsDigital : world.odds.bidsOther);
  const final = course.procedure === 'flexible' ? Math.max(1, Math.round(all * 0.6)) : all;
  return {
    all,
    final,
    sme: Math.min(final, Math.round(final * (0.3 + 0.5 * rng.next()))),
    vcse: happens(rng, 0.1) ? 1 : 0,
  };
}

function drawIndicators(rng: Rng, world: World, course: Course, net: number): string[] {
  if (net <= 5_000_000 || course.shape !== 'act' || course.isFramework) {
    return happens(rng, 0.02) ? indicatorTitles.slice(0, 2) : [];
  }
  return indicatorTitles.slice(0, drawFrom(rng, world.odds.indicators));
}

const indicatorTitles = [
  'Availability of the service in the month',
  'Incidents resolved within the agreed time',
  'Milestones delivered by the agreed date',
  'User satisfaction',
  'Security updates applied within fourteen days',
  'Social value commitments delivered',
  'Invoices correct at first submission',
  'Accuracy of monthly reports',
  'Carbon reduction against plan',
];

function drawSuppliers(rng: Rng, world: World, course: Course, net: number): PublishedSupplier[] {
  const { rarities } = world.tables.parties;
  if (course.isFramework) {
    const count = between(rng, 3, 24);
    const found = new Map<string, PublishedSupplier>();
    for (let i = 0; i < count; i += 1) {
      const one = drawSupplier(rng, world, course, net);
      found.set(one.supplierIds.join(), one);
    }
    return [...found.values()];
  }
  const rarity = rng.next();
  if (rarity < rarities.withheld) return [withheld(rng)];
  const { soleTrader: soleShare, jointVenture: jointShare, twoSuppliers } = rarities;
  if (net < 150_000 && rarity < rarities.withheld + soleShare) return [soleTrader(rng, world.tables)];
  const one = drawSupplier(rng, world, course, net);
  const rest = rng.next();
  if (rest >= jointShare + twoSuppliers) return [one];
  const other = drawSupplier(rng, world, course, net);
  if (other.supplierIds[0] === one.supplierIds[0]) return [one];
  return rest < jointShare ? [jointVenture(one, other)] : [one, other];
}

/** A firm of the segment: small or large by value, the most successful of each most often. */
function drawSupplier(rng: Rng, world: World, course: Course, net: number): PublishedSupplier {
  const { digitalSme, otherSme, byValue } = world.tables.parties.scale;
  const factor = byValue.find(([most]) => net <= most)?.[1] ?? 0.1;
  const mean = course.isDigital ? digitalSme : otherSme;
  const isSmall = happens(rng, Math.min(0.9, mean * factor));
  const segment = happens(rng, 0.93) ? course.segment : drawFrom(rng, world.segments);
  const field = world.fields.get(segment) ?? world.fields.get(course.segment);
  const list = (isSmall ? field?.small : field?.large) ?? [];
  const at = rng.next();
  const supplier = element(list, Math.floor(at * at * (isSmall ? 1 : at) * list.length));
  return publish(rng, world.tables, world.names, supplier);
}
