import { seededRng } from '../lib/rng.ts';
import type { Rng } from '../lib/rng.ts';
import type { Buyer } from './buyers.ts';
import { dayOf } from './calendar.ts';
import { drawCourse } from './draw-course.ts';
import type { Course } from './draw-course.ts';
import { between, drawFrom, happens, pick } from './draw.ts';
import { drawLots } from './draw-lots.ts';
import { drawText } from './draw-text.ts';
import { drawSchedule } from './draw-schedule.ts';
import { drawSteps } from './draw-steps.ts';
import type { ProcessPlan } from './process-plan.ts';
import type { World } from './world.ts';

/**
 * Everything that happens in the process of this index. The same world and index give the same plan, whatever was drawn
 * before: a process can be made again at any time.
 */
export function drawPlan(world: World, index: number): ProcessPlan {
  const rng = seededRng(`${world.seed}/${index}`);
  const course = drawCourse(rng, world, index);
  const text = drawText(rng, world, {
    segment: course.segment,
    buyer: course.buyer,
    day: course.first,
    shape: course.shape,
  });
  const guid = drawGuid(rng);
  const plan: ProcessPlan = {
    ocid: course.shape === 'finder' ? `ocds-b5fd17-sample-${guid}` : sampleOcid(world.seed, index),
    shape: course.shape,
    segment: course.segment,
    ...text,
    reference: drawReference(rng),
    buyer: course.buyer,
    buyerName: writtenBuyer(rng, world, course.buyer),
    contactEmail: `${pick(rng, ['procurement', 'tenders', 'contracts', 'buying'])}@${course.buyer.id.toLowerCase()}.example.org`,
    region: course.buyer.address.region,
    isAboveThreshold: course.isAboveThreshold,
    ...writtenProcedure(course),
    reason: course.procedure === 'direct' && course.isAboveThreshold ? directReason(rng, world) : null,
    specialRegime: drawSpecial(rng, world, course),
    isFramework: course.isFramework,
    framework: frameworkOf(rng, world, course),
    lots: [],
    deadline: course.first,
    suitsSme: happens(rng, world.tables.terms.suitability.sme),
    suitsVcse: happens(rng, world.tables.terms.suitability.vcse),
    engagementText:
      'Suppliers are invited to complete a short questionnaire and may be asked to a meeting online.',
    change: null,
    end: { lotId: '1', reason: 'contractCompleted', day: course.first, finalNet: course.net },
    showsLegacyPeriod: happens(rng, world.tables.market.legacyProcesses.withPeriod),
    cancelText: pick(rng, cancelTexts),
    ratings: [],
    steps: [],
    outcome: 'planned',
    guid,
  };
  if (course.shape === 'legacy' && course.procedure === 'callOff') nameFramework(rng, world, course, plan);
  const schedule = drawSchedule(rng, world, course);
  Object.assign(plan, drawLots(rng, world, course, schedule));
  drawSteps(rng, world, course, schedule, plan);
  return plan;
}

/** The ocid of a process on Find a Tender. Real ones have six characters of 0-9 and a-f where this one says `sample-`. */
export function sampleOcid(seed: string, index: number): string {
  return `ocds-h6vhtk-sample-${seed}-${index.toString(16).padStart(6, '0')}`;
}

function writtenBuyer(rng: Rng, world: World, buyer: Buyer): string {
  const { capitals, shortForm } = world.tables.parties.buyers;
  if (buyer.otherName !== null) {
    if (buyer.isWelsh) {
      const style = rng.next();
      if (style < 0.25) return `${buyer.name} / ${buyer.otherName}`;
      if (style < 0.4) return buyer.otherName;
    } else if (happens(rng, shortForm)) {
      return buyer.otherName;
    }
  }
  return happens(rng, capitals) ? buyer.name.toUpperCase() : buyer.name;
}

type Written = { method: string | null; procedure: string; isCompetitive: boolean };

function writtenProcedure(course: Course): Written {
  if (course.shape === 'finder') return { method: 'open', procedure: course.procedure, isCompetitive: true };
  if (course.shape === 'legacy') return legacyProcedures[course.procedure] ?? open;
  const found = (course.isAboveThreshold ? aboveProcedures : belowProcedures)[course.procedure];
  return (
    found ?? {
      ...open,
      procedure: course.isAboveThreshold ? 'Open procedure' : 'Below threshold - open competition',
    }
  );
}

const open: Written = { method: 'open', procedure: 'Open procedure', isCompetitive: true };
const belowProcedures: Record<string, Written> = {
  limited: { method: 'limited', procedure: 'Below threshold - limited competition', isCompetitive: true },
  direct: { method: 'direct', procedure: 'Below threshold - without competition', isCompetitive: false },
  unknown: { method: null, procedure: 'Below threshold - unknown', isCompetitive: false },
  callOff: { method: 'selective', procedure: 'Below threshold - award under framework', isCompetitive: true },
};
const aboveProcedures: Record<string, Written> = {
  flexible: { method: 'selective', procedure: 'Competitive flexible procedure', isCompetitive: true },
  direct: { method: 'direct', procedure: 'Direct award', isCompetitive: false },
  callOff: { method: 'selective', procedure: 'Award under framework', isCompetitive: true },
};
const legacyProcedures: Record<string, Written> = {
  callOff: {
    method: 'limited',
    procedure: 'Award procedure without prior publication of a call for competition',
    isCompetitive: false,
  },
  restricted: { method: 'selective', procedure: 'Restricted procedure', isCompetitive: true },
  negotiated: {
    method: 'selective',
    procedure: 'Negotiated procedure with prior call for competition',
    isCompetitive: true,
  },
};

function directReason(rng: Rng, world: World): { id: string; text: string } {
  const id = drawFrom(rng, world.odds.reasons);
  return { id, text: pick(rng, reasonTexts) };
}

const reasonTexts = [
  'The software is the property of the supplier, who alone can licence and support it.',
  'Only the present supplier can provide the service without a change that would cost more than the contract.',
  'The supplier holds the data model and interfaces on which the service depends.',
  'A replacement is being bought; this contract keeps the service running until then.',
];
const cancelTexts = [
  'No tenders were received.',
  'The budget for this requirement has been withdrawn.',
  'The specification will be revised and the procurement started again.',
  'All tenders exceeded the estimated value.',
  'Published in error.',
  'The service will be provided in house.',
];

function drawSpecial(rng: Rng, world: World, course: Course): string | null {
  if (course.shape !== 'act') return null;
  if (course.isDigital) return happens(rng, 0.02) ? pick(rng, ['utilities', 'defenceSecurity']) : null;
  const drawn = drawFrom(rng, world.odds.special);
  return drawn === 'none' ? null : drawn;
}

function frameworkOf(rng: Rng, world: World, course: Course): ProcessPlan['framework'] {
  if (course.shape !== 'act' || course.procedure !== 'callOff') return null;
  const segments = Object.keys(world.tables.texts.segments);
  const index = segments.indexOf(course.segment) % world.frameworkCount;
  return { ocid: sampleOcid(world.seed, index), lot: String(between(rng, 1, 3)) };
}

/** Older call-offs name their framework in the text only, and not always. */
function nameFramework(rng: Rng, world: World, course: Course, plan: ProcessPlan): void {
  const { legacyProcesses } = world.tables.market;
  plan.reason = { id: 'D_OUTSIDE_SCOPE', text: pick(rng, reasonTexts) };
  const share = course.isDigital
    ? legacyProcesses.namedFramework.digital
    : legacyProcesses.namedFramework.other;
  if (!happens(rng, share)) return;
  const inUse = world.tables.names.frameworks.filter(
    ([, , from, to]) => dayOf(from) <= course.first && course.first <= dayOf(to),
  );
  const [reference, name] = pick(rng, inUse);
  const text = pick(rng, [
    `Call-off from ${reference} ${name}.`,
    `Awarded via Common Buying Office ${reference} ${name}`,
    `Direct award under ${name} (${reference})`,
    `Further competition under framework ${reference}.`,
  ]);
  plan.reason = { id: 'D_OUTSIDE_SCOPE', text };
  plan.description = `${plan.description}${happens(rng, 0.5) ? '<br/>' : ' '}${text}`;
  if (happens(rng, 0.1)) plan.title = `${plan.title.trim()} - ${name}`;
}

function drawReference(rng: Rng): string {
  return `${pick(rng, ['PRO', 'CON', 'DN', 'ITT', 'C', 'REF'])}-${between(rng, 10_000, 99_999)}`;
}

/** A GUID of version 4 from the stream. */
function drawGuid(rng: Rng): string {
  const hex = (digits: number): string => {
    let text = '';
    for (let i = 0; i < digits; i += 4) {
      text += Math.floor(rng.next() * 65_536)
        .toString(16)
        .padStart(4, '0');
    }
    return text;
  };
  return `${hex(8)}-${hex(4)}-4${hex(4).slice(1)}-a${hex(4).slice(1)}-${hex(12)}`;
}
