import { seededRng, type Rng } from '../lib/rng.ts';
import type { Day } from './calendar.ts';
import { between, happens, pick } from './draw.ts';
import { finderNumber, noticeUrl } from './notice-number.ts';
import type { PlannedAmount, PlannedLot, ProcessPlan, Step } from './process-plan.ts';
import { distinctSuppliers } from './release-parts.ts';

/**
 * How often a process on Find a Tender is published once more, authored: under the older law most English bodies had to; under
 * the Act few still do; Welsh bodies use Sell2Wales. `nextRound` is another purchase of the same thing a year before, on
 * Contracts Finder: it looks the same and is not.
 */
const shares = { legacy: 0.5, act: 0.12, welsh: 0.6, nextRound: 0.05 } as const;

/**
 * The same process as another portal shows it, or the round before it; null where there is neither. The same plan gives the
 * same answer, and nothing of what is drawn here touches the plan.
 *
 * @param asOf day before which everything is published
 */
export function secondPortal(plan: ProcessPlan, asOf: Day): ProcessPlan | null {
  if (plan.shape === 'finder') return null;
  const rng = seededRng(`${plan.ocid}/portals`);
  const share = plan.buyer.isWelsh ? shares.welsh : shares[plan.shape];
  const drawn = rng.next();
  if (drawn < share) return publishedAgain(rng, plan, asOf);
  return drawn < share + shares.nextRound ? roundBefore(rng, plan) : null;
}

function publishedAgain(rng: Rng, plan: ProcessPlan, asOf: Day): ProcessPlan | null {
  const guid = drawGuid(rng);
  const only = pick(rng, ['both', 'both', 'tender', 'award', 'award'] as const);
  const steps = stepsOf(rng, plan, asOf).filter(({ kind }) => only === 'both' || kind === only);
  const first = plan.steps[0];
  if (steps.length === 0 || first === undefined) return null;
  const link = happens(rng, 0.1) ? ` This notice is also at ${noticeUrl(first.noticeId)}` : '';
  return {
    ...plan,
    sameAs: plan.ocid,
    ocid: plan.buyer.isWelsh ? `ocds-kuma6s-sample-${guid}` : `ocds-b5fd17-sample-${guid}`,
    shape: 'finder',
    guid,
    title: titleAgain(rng, plan),
    description: `${plan.description}${link}`,
    reference: happens(rng, 0.5) ? plan.reference : `CF-${between(rng, 10_000, 99_999)}`,
    buyerName: buyerAgain(rng, plan),
    codes: happens(rng, 0.9) ? plan.codes.slice(0, 1) : plan.codes.slice(-1),
    lots: plan.lots.length === 0 ? [] : [oneLot(rng, plan)],
    steps,
  };
}

/** Notices of the tender and of the award, up to five days after the first portal's. */
function stepsOf(rng: Rng, plan: ProcessPlan, asOf: Day): Step[] {
  const steps: Step[] = [];
  for (const [kind, kinds] of [
    ['tender', ['UK4', 'tender']],
    ['award', ['UK6', 'UK7', 'award']],
  ] as const) {
    const found = plan.steps.find((step) => kinds.some((one) => one === step.kind));
    if (found === undefined) continue;
    const day = Math.max(found.day + pick(rng, [0, 0, 0, 1, 2, 5]), (steps.at(-1)?.day ?? 0) + 1);
    if (day >= asOf) continue;
    steps.push({ kind, day, second: found.second, noticeId: finderNumber(day, found.second) });
  }
  return steps;
}

function titleAgain(rng: Rng, plan: ProcessPlan): string {
  const title = plan.title.trim();
  const style = rng.next();
  if (style < 0.4) return title;
  if (style < 0.55) return title.toUpperCase();
  if (style < 0.65) return `${title} - AWARD`;
  if (style < 0.8) return `${plan.reference} ${title}`;
  if (style < 0.9) return `Provision of ${title}`;
  const words = title.split(' ');
  return words.length > 3 ? words.slice(0, -1).join(' ') : title;
}

function buyerAgain(rng: Rng, { buyer, buyerName }: ProcessPlan): string {
  const style = rng.next();
  if (style < 0.55) return buyerName;
  if (style < 0.75) return buyer.name;
  if (style < 0.9) return buyer.otherName ?? buyer.name.toUpperCase();
  const at = between(rng, 1, Math.max(1, buyer.name.length - 3));
  return `${buyer.name.slice(0, at)}${buyer.name.slice(at + 1)}`;
}

/** Everything that was awarded as one award, as Contracts Finder shows it; sometimes without its value. */
function oneLot(rng: Rng, plan: ProcessPlan): PlannedLot {
  const [lot] = plan.lots;
  if (lot === undefined) throw new Error(`${plan.ocid} has no lot.`);
  const placeholder = happens(rng, 0.15) ? '0' : null;
  const sum = (amounts: readonly PlannedAmount[]): PlannedAmount => ({
    net: amounts.reduce((total, { net }) => total + net, 0),
    gross: amounts.reduce((total, { gross }) => total + gross, 0),
    hidesNet: false,
    placeholder,
  });
  const isRenamed = happens(rng, 0.3);
  return {
    ...lot,
    estimate: sum(plan.lots.map(({ estimate }) => estimate)),
    amount: sum(plan.lots.map(({ amount }) => amount)),
    suppliers: distinctSuppliers(plan).map((one) => (isRenamed ? { ...one, name: one.legalName } : one)),
  };
}

/** The same thing bought a year before: other days, another sum, often from the same firm. */
function roundBefore(rng: Rng, plan: ProcessPlan): ProcessPlan | null {
  const guid = drawGuid(rng);
  const year = between(rng, 330, 380);
  const award = plan.steps.find(({ kind }) => ['UK6', 'UK7', 'award'].includes(kind));
  if (award === undefined || plan.lots.length === 0) return null;
  const lot = oneLot(rng, plan);
  const factor = happens(rng, 0.3) ? 1 : 0.7 + 0.5 * rng.next();
  const scaled = (amount: PlannedAmount): PlannedAmount => ({
    ...amount,
    net: Math.round(amount.net * factor),
    gross: Math.round(amount.gross * factor),
  });
  const day = award.day - year;
  return {
    ...plan,
    ocid: `ocds-b5fd17-sample-${guid}`,
    shape: 'finder',
    guid,
    title: titleAgain(rng, plan),
    reference: `CF-${between(rng, 10_000, 99_999)}`,
    deadline: plan.deadline - year,
    lots: [
      {
        ...lot,
        estimate: scaled(lot.estimate),
        amount: scaled(lot.amount),
        awarded: lot.awarded - year,
        signed: lot.signed - year,
        start: lot.start - year,
        end: lot.end - year,
        maxEnd: null,
      },
    ],
    steps: [{ kind: 'award', day, second: award.second, noticeId: finderNumber(day, award.second) }],
  };
}

function drawGuid(rng: Rng): string {
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(rng.next() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}
