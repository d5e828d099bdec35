import type { JsonObject, JsonValue } from '../lib/json.ts';
import { writeEnd, writeInstant, writeStart } from './calendar.ts';
import { afterlifeRelease } from './act-afterlife.ts';
import type { PlannedLot, ProcessPlan, Step } from './process-plan.ts';
import {
  actBuyer,
  actItems,
  actSupplier,
  actSupplierId,
  actValue,
  conflictDocument,
  distinctSuppliers,
  head,
  noticeDocument,
  tenderHead,
} from './release-parts.ts';

/** The release of one notice of a process under the Procurement Act, in the shape of Find a Tender. */
export function actRelease(plan: ProcessPlan, step: Step): JsonObject {
  switch (step.kind) {
    case 'UK1':
    case 'UK1+':
    case 'UK2':
    case 'UK2+':
    case 'UK3':
      return planningRelease(plan, step);
    case 'UK4':
    case 'UK4+':
      return tenderRelease(plan, step);
    case 'UK5':
    case 'UK6':
      return awardRelease(plan, step);
    case 'UK7':
    case 'UK7+':
      return contractRelease(plan, step);
    case 'UK9':
    case 'UK10':
    case 'UK11':
    case 'UK12':
      return afterlifeRelease(plan, step);
    case 'planning':
    case 'tender':
    case 'tender+':
    case 'award':
      break;
  }
  throw new RangeError(`${step.kind} is no notice under the Act`);
}

function buyerRef(plan: ProcessPlan): JsonObject {
  return { id: `GB-PPON-${plan.buyer.ppon}`, name: plan.buyerName };
}

function period(lot: PlannedLot): JsonObject {
  const dates: JsonObject = { startDate: writeStart(lot.start), endDate: writeEnd(lot.end) };
  if (lot.maxEnd !== null) dates['maxExtentDate'] = writeEnd(lot.maxEnd);
  return dates;
}

function renewal(lot: PlannedLot): JsonObject {
  return lot.maxEnd === null ? {} : { hasRenewal: true, renewal: { description: lot.optionsText ?? '' } };
}

function total(plan: ProcessPlan): JsonObject {
  const [first] = plan.lots;
  if (first === undefined) return {};
  if (plan.lots.length === 1) return actValue(first.estimate);
  const sum = (key: 'net' | 'gross'): number => plan.lots.reduce((all, lot) => all + lot.estimate[key], 0);
  return actValue({ ...first.estimate, net: sum('net'), gross: sum('gross') });
}

function planningRelease(plan: ProcessPlan, step: Step): JsonObject {
  const kind = step.kind.replace('+', '');
  const isUpdate = step.kind.endsWith('+');
  const status = kind === 'UK2' ? 'planning' : 'planned';
  const planning: JsonObject = { documents: [noticeDocument(step)] };
  if (kind === 'UK2') {
    planning['milestones'] = [
      {
        id: 'engagement',
        type: 'engagement',
        description: plan.engagementText,
        dueDate: writeEnd(step.day + 21),
        status: 'scheduled',
      },
    ];
  }
  const tender: JsonObject = {
    ...tenderHead(plan),
    description: plan.description,
    status,
    items: plan.lots.map((lot) => actItems(plan, lot.id)),
    mainProcurementCategory: plan.category,
    aboveThreshold: plan.isAboveThreshold,
    lots: plan.lots.map((lot) => ({
      id: lot.id,
      ...(lot.title === null ? {} : { title: lot.title }),
      contractPeriod: period(lot),
      ...renewal(lot),
      status,
    })),
  };
  if (kind !== 'UK1') tender['value'] = total(plan);
  if (plan.isFramework) tender['techniques'] = { hasFrameworkAgreement: true };
  if (kind === 'UK3') {
    Object.assign(tender, { procurementMethod: plan.method, procurementMethodDetails: plan.procedure });
  }
  if (kind !== 'UK2') tender['communication'] = { futureNoticeDate: writeEnd(step.day + 60) };
  return {
    ...head(plan, step, [isUpdate ? 'planningUpdate' : 'planning']),
    planning,
    parties: [actBuyer(plan)],
    buyer: buyerRef(plan),
    tender,
    language: 'en',
  };
}

function tenderRelease(plan: ProcessPlan, step: Step): JsonObject {
  const isUpdate = step.kind === 'UK4+';
  const tender: JsonObject = {
    ...tenderHead(plan),
    description: plan.description,
    status: 'active',
    items: plan.lots.map((lot) => actItems(plan, lot.id)),
    value: total(plan),
    procurementMethod: plan.method,
    procurementMethodDetails: plan.procedure,
    mainProcurementCategory: plan.category,
    aboveThreshold: plan.isAboveThreshold,
    submissionMethodDetails: 'https://tenders.example.org',
    submissionTerms: { electronicSubmissionPolicy: 'allowed', languages: ['en'] },
    tenderPeriod: { endDate: writeInstant(plan.deadline, 43_200) },
    enquiryPeriod: { endDate: writeInstant(plan.deadline - 7, 43_200) },
    awardPeriod: { endDate: writeEnd(plan.lots[0]?.awarded ?? plan.deadline + 30) },
    lots: plan.lots.map((lot) => tenderLot(plan, lot)),
    documents: [conflictDocument(), noticeDocument(step)],
  };
  if (plan.specialRegime !== null) tender['specialRegime'] = [plan.specialRegime];
  if (plan.isFramework) tender['techniques'] = frameworkTechniques(plan);
  if (plan.procedure === 'Competitive flexible procedure') {
    delete tender['tenderPeriod'];
    tender['expressionOfInterestDeadline'] = writeInstant(plan.deadline, 43_200);
  }
  if (isUpdate) tender['amendments'] = [{ description: 'Deadline and documents updated', id: step.noticeId }];
  return {
    ...head(plan, step, [isUpdate ? 'tenderUpdate' : 'tender']),
    parties: [actBuyer(plan)],
    buyer: buyerRef(plan),
    tender,
    language: 'en',
  };
}

function frameworkTechniques(plan: ProcessPlan): JsonObject {
  return {
    hasFrameworkAgreement: true,
    frameworkAgreement: {
      maximumParticipants: Math.max(3, plan.lots[0]?.suppliers.length ?? 3),
      method: 'withAndWithoutReopeningCompetition',
      type: 'closed',
    },
  };
}

function tenderLot(plan: ProcessPlan, lot: PlannedLot): JsonObject {
  const price = lot.priceWeight ?? 40;
  const social = lot.hasSocialValue && price <= 90 ? 10 : 0;
  const criteria: JsonValue[] = [
    { type: 'price', name: 'Price', numbers: [{ number: price, weight: 'percentageExact' }] },
  ];
  if (price + social < 100) {
    criteria.push({
      type: 'quality',
      name: 'Quality',
      numbers: [{ number: 100 - price - social, weight: 'percentageExact' }],
    });
  }
  if (social > 0) {
    criteria.push({
      type: 'quality',
      name: 'Social value',
      numbers: [{ number: social, weight: 'percentageExact' }],
    });
  }
  const suitability: JsonObject = {};
  if (plan.suitsSme) suitability['sme'] = true;
  if (plan.suitsVcse) suitability['vcse'] = true;
  return {
    id: lot.id,
    ...(lot.title === null ? {} : { title: lot.title }),
    status: 'active',
    value: actValue(lot.estimate),
    awardCriteria: { criteria },
    ...(plan.suitsSme || plan.suitsVcse ? { suitability } : {}),
    contractPeriod: period(lot),
    ...renewal(lot),
  };
}

function completeTender(plan: ProcessPlan, isContract: boolean): JsonObject {
  const tender: JsonObject = { ...tenderHead(plan), description: plan.description, status: 'complete' };
  if (plan.method !== null) tender['procurementMethod'] = plan.method;
  tender['procurementMethodDetails'] = plan.procedure;
  if (plan.framework !== null) tender['competitive'] = plan.isCompetitive;
  if (plan.specialRegime !== null) tender['specialRegime'] = [plan.specialRegime];
  if (plan.isFramework) tender['techniques'] = { hasFrameworkAgreement: true };
  tender['lots'] = plan.lots.map((lot) => ({
    id: lot.id,
    ...(lot.title === null ? {} : { title: lot.title }),
    status: 'complete',
    ...(isContract && lot.title === null ? { description: null } : {}),
  }));
  if (plan.reason !== null) {
    tender['procurementMethodRationale'] = plan.reason.text;
    tender['procurementMethodRationaleClassifications'] = [{ id: plan.reason.id }];
    tender['documents'] = [conflictDocument()];
  }
  return tender;
}

function supplierRefs(lot: PlannedLot): JsonObject[] {
  return lot.suppliers.map((supplier) => ({ id: actSupplierId(supplier), name: supplier.name }));
}

function parties(plan: ProcessPlan): JsonObject[] {
  return [actBuyer(plan), ...distinctSuppliers(plan).map(actSupplier)];
}

function awardRelease(plan: ProcessPlan, step: Step): JsonObject {
  const isAward = step.kind === 'UK6';
  const release: JsonObject = {
    ...head(plan, step, ['award', 'contract']),
    parties: parties(plan),
    buyer: buyerRef(plan),
    tender: completeTender(plan, false),
  };
  const statistics = isAward ? bidStatistics(plan) : [];
  if (statistics.length > 0) release['bids'] = { statistics };
  release['awards'] = plan.lots.map((lot): JsonValue => ({
    id: lot.id,
    title: lot.title ?? plan.title,
    status: plan.isAboveThreshold ? 'pending' : 'active',
    ...(isAward ? { date: writeStart(lot.awarded) } : {}),
    value: actValue(lot.amount),
    mainProcurementCategory: plan.category,
    aboveThreshold: plan.isAboveThreshold,
    suppliers: supplierRefs(lot),
    items: [actItems(plan, lot.id)],
    ...(isAward && plan.isAboveThreshold ? { standstillPeriod: { endDate: writeEnd(step.day + 11) } } : {}),
    contractPeriod: period(lot),
    ...renewal(lot),
    relatedLots: [lot.id],
    documents: [noticeDocument(step)],
    milestones: [
      { id: '1', type: 'futureSignatureDate', dueDate: writeEnd(lot.signed), status: 'scheduled' },
    ],
  }));
  linkFramework(plan, release);
  release['language'] = 'en';
  return release;
}

function bidStatistics(plan: ProcessPlan): JsonObject[] {
  const statistics: JsonObject[] = [];
  for (const lot of plan.lots) {
    if (lot.bids === null) continue;
    const { all, final, sme, vcse } = lot.bids;
    const counts = { bids: all, finalStageBids: final, smeFinalStageBids: sme, vcseFinalStageBids: vcse };
    for (const [measure, value] of Object.entries(counts)) {
      statistics.push({ id: String(statistics.length + 1), measure, value, relatedLot: lot.id });
    }
  }
  return statistics;
}

function linkFramework(plan: ProcessPlan, release: JsonObject): void {
  if (plan.framework === null) return;
  release['relatedProcesses'] = [
    {
      id: 'framework',
      relationship: ['framework'],
      scheme: 'ocid',
      identifier: plan.framework.ocid,
      relatedLots: [plan.framework.lot],
    },
  ];
}

function contractRelease(plan: ProcessPlan, step: Step): JsonObject {
  const isUpdate = step.kind === 'UK7+';
  const release: JsonObject = {
    ...head(plan, step, isUpdate ? ['awardUpdate', 'contractUpdate'] : ['award', 'contract']),
    buyerID: [],
    parties: parties(plan),
    buyer: buyerRef(plan),
    tender: completeTender(plan, true),
    awards: plan.lots.map((lot): JsonValue => ({
      id: lot.id,
      status: 'active',
      mainProcurementCategory: plan.category,
      suppliers: supplierRefs(lot),
      items: [actItems(plan, lot.id)],
      relatedLots: [lot.id],
    })),
    contracts: plan.lots.map((lot) => contract(plan, lot, step)),
  };
  linkFramework(plan, release);
  release['language'] = 'en';
  return release;
}

function contract(plan: ProcessPlan, lot: PlannedLot, step: Step): JsonObject {
  const written: JsonObject = {
    id: lot.id,
    awardID: lot.id,
    title: lot.title === null ? plan.title : `${plan.title} - ${lot.title}`,
    status: 'active',
    period: period(lot),
    ...renewal(lot),
    value: actValue(lot.amount),
    aboveThreshold: plan.isAboveThreshold,
    dateSigned: writeStart(lot.signed),
    statusDetails: null,
  };
  if (lot.indicators.length > 0) {
    written['agreedMetrics'] = lot.indicators.map((title, index) => ({ id: String(index + 1), title }));
  }
  if (step.kind === 'UK7+') {
    written['amendments'] = [{ description: 'Corrected contract dates', id: step.noticeId }];
  }
  written['documents'] = [noticeDocument(step)];
  return written;
}
