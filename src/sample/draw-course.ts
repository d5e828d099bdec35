import type { Rng } from '../lib/rng.ts';
import type { Buyer } from './buyers.ts';
import { dayOf, workingDay } from './calendar.ts';
import type { Day } from './calendar.ts';
import { between, drawFrom, element, happens } from './draw.ts';
import { drawCeiling, drawValue } from './money.ts';
import type { Shape } from './process-plan.ts';
import { actDay } from './world.ts';
import type { World } from './world.ts';

/** How a process goes, before its lots and notices are drawn. */
export type Course = {
  shape: Shape;
  segment: string;
  isDigital: boolean;
  buyer: Buyer;
  /** Day of the first notice. */
  first: Day;
  opening: string;
  /** limited, direct, unknown, open, flexible, restricted, negotiated, callOff. */
  procedure: string;
  isAboveThreshold: boolean;
  isFramework: boolean;
  /** Total value without VAT in pounds. */
  net: number;
};

/** Thresholds without VAT in pounds from 1 January 2026: central government and other bodies. */
const thresholds = { central: 112_515, other: 173_100 };

/** Day from which call-offs find their framework in place. */
const frameworksReady = dayOf('2025-09-15');

/** Draws who buys what, when, by which route and for how much. */
export function drawCourse(rng: Rng, world: World, index: number): Course {
  if (index < world.frameworkCount && world.asOf > frameworksReady)
    return nationalFramework(rng, world, index);
  const period = drawFrom(rng, world.periods);
  const first = workingDay(between(rng, period.from, period.to - 1));
  const day = Math.max(first, period.from);
  const shape = drawFrom(rng, period.shapes);
  const segment = drawFrom(rng, world.segments);
  const isDigital = segment !== 'not-digital';
  const base = { shape, segment, isDigital, first: day };
  if (shape === 'act') return actCourse(rng, world, base);
  if (shape === 'legacy') return legacyCourse(rng, world, base);
  const kind = drawFrom(rng, world.odds.finderKinds);
  const net = drawValue(rng, world, happens(rng, 0.15) ? 'callOff' : isDigital ? 'below' : 'other');
  return {
    ...base,
    buyer: drawBuyer(rng, world, net),
    opening: kind,
    procedure: drawFrom(rng, world.odds.finderDetails),
    isAboveThreshold: false,
    isFramework: false,
    net,
  };
}

type Base = { shape: Shape; segment: string; isDigital: boolean; first: Day };

function actCourse(rng: Rng, world: World, base: Base): Course {
  const opening = drawFrom(rng, world.odds.openings);
  const isFramework = opening === 'frameworkSetUp';
  const { aboveShare } = world.tables.market.values;
  // Outside the digital market the single fit holds for all values, so the kind follows from the value drawn.
  const isAboveDrawn = happens(rng, aboveShare);
  const kind = base.isDigital ? (isAboveDrawn ? 'above' : 'below') : 'other';
  const net = isFramework
    ? drawCeiling(rng, world)
    : drawValue(rng, world, kind, kind === 'below' ? thresholds.other : undefined);
  const buyer = drawBuyer(rng, world, net);
  const threshold = buyer.isCentral ? thresholds.central : thresholds.other;
  const isCompetition = opening !== 'contract';
  const { digitalCallOff } = world.tables.market.actProcesses;
  const drawn =
    base.isDigital && happens(rng, digitalCallOff)
      ? 'callOff'
      : drawFrom(rng, net >= threshold ? world.odds.above : world.odds.below);
  const procedure =
    isCompetition || (drawn === 'callOff' && base.first < frameworksReady)
      ? happens(rng, 0.7) || net < threshold
        ? 'open'
        : 'flexible'
      : drawn;
  return { ...base, buyer, opening, procedure, isAboveThreshold: net >= threshold, isFramework, net };
}

function legacyCourse(rng: Rng, world: World, base: Base): Course {
  const procedure = drawFrom(rng, base.first < actDay ? world.odds.legacyBefore : world.odds.legacyNow);
  const isFramework = procedure !== 'callOff' && happens(rng, 0.12);
  const kind = procedure === 'callOff' ? 'callOff' : base.isDigital ? 'above' : 'other';
  const net = isFramework ? drawCeiling(rng, world) : drawValue(rng, world, kind);
  return {
    ...base,
    buyer: drawBuyer(rng, world, net),
    opening: procedure === 'planning' ? 'planning' : 'contract',
    procedure: procedure === 'planning' ? 'open' : procedure,
    isAboveThreshold: true,
    isFramework,
    net,
  };
}

function nationalFramework(rng: Rng, world: World, index: number): Course {
  const segments = Object.keys(world.tables.texts.segments);
  return {
    shape: 'act',
    segment: element(segments, index),
    isDigital: element(segments, index) !== 'not-digital',
    buyer: element(world.purchasing, index % 4 === 3 ? 1 + (index % 3) : 0),
    first: workingDay(between(rng, actDay + 7, actDay + 40)),
    opening: 'frameworkSetUp',
    procedure: 'open',
    isAboveThreshold: true,
    isFramework: true,
    net: between(rng, 8, 200) * 25_000_000,
  };
}

/** A body of a drawn kind; large sums go to large bodies. */
function drawBuyer(rng: Rng, world: World, net: number): Buyer {
  let buyer = buyerOfKind(rng, world);
  if (net <= 20_000_000) return buyer;
  for (let tries = 0; tries < 6 && !buyer.isLarge; tries += 1) buyer = buyerOfKind(rng, world);
  return buyer;
}

function buyerOfKind(rng: Rng, world: World): Buyer {
  const list = world.buyersByKind.get(drawFrom(rng, world.buyerKinds)) ?? [];
  const at = rng.next();
  return element(list, Math.floor(at * at * list.length));
}
