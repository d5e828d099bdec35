import type { JsonObject } from '../lib/json.ts';
import { writeEnd, writeStart } from './calendar.ts';
import { pounds } from './money.ts';
import type { PlannedLot, ProcessPlan, Step } from './process-plan.ts';
import { actBuyer, head, noticeDocument, tenderHead } from './release-parts.ts';

/** The release of a notice after the contract is signed (UK9, UK10, UK11) or when a procurement is given up (UK12). */
export function afterlifeRelease(plan: ProcessPlan, step: Step): JsonObject {
  if (step.kind === 'UK12') return cancellation(plan, step);
  const [first] = plan.lots;
  const lot = step.kind === 'UK11' ? endedLot(plan) : first;
  const contract: JsonObject = { id: lot?.id ?? '1', awardID: lot?.id ?? '1' };
  let tag = 'contractAmendment';
  if (step.kind === 'UK9') {
    tag = 'implementation';
    contract['implementation'] = { metrics: metrics(plan, lot, step) };
  } else if (step.kind === 'UK10') {
    contract[plan.change?.isProposed === true ? 'proposedAmendments' : 'amendments'] = [
      amendment(plan, step),
    ];
    contract['statusDetails'] = null;
  } else {
    tag = 'contractTermination';
    Object.assign(contract, termination(plan));
  }
  contract['documents'] = [noticeDocument(step)];
  return {
    ...head(plan, step, [tag]),
    buyerID: [],
    parties: [actBuyer(plan)],
    buyer: { id: `GB-PPON-${plan.buyer.ppon}`, name: plan.buyerName },
    tender: tenderHead(plan),
    contracts: [contract],
    language: 'en',
  };
}

function amendment(plan: ProcessPlan, step: Step): JsonObject {
  const { change } = plan;
  const written: JsonObject = {
    date: writeStart(change?.isProposed === true ? step.day + 14 : step.day),
    ...(change?.isProposed === true ? { standstill: true } : {}),
    id: step.noticeId,
    rationale: change?.text ?? '',
    rationaleClassifications: [{ id: change?.reason ?? 'other' }],
    aboveThreshold: plan.isAboveThreshold,
  };
  if (change !== null && change.amount !== null) {
    written['value'] = { amountGross: change.amount.gross, amount: change.amount.net, currency: 'GBP' };
  }
  if (change !== null && change.end !== null) written['period'] = { endDate: writeEnd(change.end) };
  return written;
}

function metrics(plan: ProcessPlan, lot: PlannedLot | undefined, step: Step): JsonObject[] {
  return (lot?.indicators ?? []).map((title, index) => {
    const rating = plan.ratings[index] ?? 'met';
    return {
      id: String(index + 1),
      title,
      observations: [
        {
          period: { startDate: writeStart(step.day - 365), endDate: writeEnd(step.day - 1) },
          measureClassification: { id: rating, description: ratingTexts[rating] ?? '' },
          id: step.noticeId,
        },
      ],
    };
  });
}

const ratingTexts: Record<string, string> = {
  met: 'Good - performance is meeting or exceeding the KPI',
  slightlyBelow: 'Approaching target - performance is close to meeting the KPI',
  below: 'Requires improvement - performance is below the KPI',
  significantlyBelow: 'Inadequate - performance is significantly below the KPI',
  other: 'Other',
};

/** The lot whose contract ends. */
function endedLot(plan: ProcessPlan): PlannedLot | undefined {
  return plan.lots.find((lot) => lot.id === plan.end.lotId);
}

function termination(plan: ProcessPlan): JsonObject {
  const { reason, day, finalNet } = plan.end;
  const amount = endedLot(plan)?.amount;
  const hasVat = amount === undefined || amount.gross > amount.net;
  return {
    status: 'terminated',
    terminationRationaleClassifications: [{ id: reason }],
    implementation: {
      endDate: writeStart(day),
      finalValue: {
        amountGross: hasVat ? pounds(finalNet * 1.2) : finalNet,
        amount: finalNet,
        currency: 'GBP',
      },
    },
    statusDetails: null,
  };
}

function cancellation(plan: ProcessPlan, step: Step): JsonObject {
  return {
    ...head(plan, step, ['tenderCancellation']),
    parties: [actBuyer(plan)],
    tender: {
      ...tenderHead(plan),
      status: 'withdrawn',
      lots: plan.lots.map((lot) => ({ id: lot.id, status: 'withdrawn' })),
      documents: [noticeDocument(step)],
    },
    awards: plan.lots.map((lot) => ({
      id: lot.id,
      status: 'cancelled',
      statusDetails: plan.cancelText,
      finalStatusDate: writeStart(step.day - 1),
      relatedLots: [lot.id],
    })),
    language: 'en',
  };
}
