import type { JsonObject, JsonValue } from '../lib/json.ts';
import { legacyClass } from './buyers.ts';
import { writeEnd, writeInstant, writeStart } from './calendar.ts';
import type { PlannedLot, ProcessPlan, Step } from './process-plan.ts';
import type { PublishedSupplier } from './published-supplier.ts';
import { literalNumber, netValue } from './release-parts.ts';

/**
 * The release of one notice under the older law (PCR 2015, CELEX legal basis), in the shape of Find a Tender:
 * portal-local party ids, CPV in `tender.classification`, value in `contracts[].value.amount` only, seldom a period in awards.
 */
export function legacyRelease(plan: ProcessPlan, step: Step): JsonObject {
  if (step.kind === 'award') return awardRelease(plan, step);
  const isUpdate = step.kind === 'tender+';
  return {
    ocid: plan.ocid,
    id: step.noticeId,
    date: writeInstant(step.day, step.second),
    tag: [isUpdate ? 'tenderUpdate' : step.kind === 'planning' ? 'planning' : 'tender'],
    initiationType: 'tender',
    tender: isUpdate ? updatedTender(plan) : openTender(plan, step),
    parties: [buyerParty(plan)],
    buyer: { id: buyerId(plan), name: plan.buyerName },
    language: 'en',
  };
}

function buyerId(plan: ProcessPlan): string {
  return `GB-FTS-8${plan.buyer.id.slice(1)}`;
}

function supplierId(supplier: PublishedSupplier): string {
  return `GB-FTS-${supplier.portalId}`;
}

function tenderHead(plan: ProcessPlan): JsonObject {
  const [code] = plan.codes;
  return {
    id: plan.reference,
    legalBasis: { id: '32014L0024', scheme: 'CELEX' },
    title: plan.title,
    classification: { scheme: 'CPV', id: code?.id ?? '72000000', description: code?.description ?? '' },
    mainProcurementCategory: plan.category,
    description: plan.description,
  };
}

function items(plan: ProcessPlan): JsonObject[] {
  return plan.lots.map((lot) => ({
    id: lot.id,
    ...(plan.codes.length > 1
      ? {
          additionalClassifications: plan.codes
            .slice(1)
            .map((code): JsonValue => ({ scheme: 'CPV', ...code })),
        }
      : {}),
    deliveryAddresses: [{ region: plan.region }],
    relatedLot: lot.id,
  }));
}

function criteria(lot: PlannedLot): JsonObject {
  const price = lot.priceWeight ?? 40;
  const list: JsonObject[] = [];
  if (price < 100) list.push({ name: 'Quality', type: 'quality', description: String(100 - price) });
  list.push({ type: 'price', description: String(price) });
  return { criteria: list };
}

function openTender(plan: ProcessPlan, step: Step): JsonObject {
  const isPlanning = step.kind === 'planning';
  const status = isPlanning ? 'planned' : 'active';
  const tender: JsonObject = {
    ...tenderHead(plan),
    status,
    value: netValue({
      ...(plan.lots[0]?.estimate ?? noAmount),
      net: plan.lots.reduce((sum, lot) => sum + lot.estimate.net, 0),
    }),
    lots: plan.lots.map((lot) => ({
      id: lot.id,
      ...(lot.title === null ? {} : { title: lot.title }),
      description: plan.description,
      awardCriteria: criteria(lot),
      ...(plan.lots.length > 1 ? { value: netValue(lot.estimate) } : {}),
      contractPeriod: { startDate: writeStart(lot.start), endDate: writeEnd(lot.end) },
      hasRenewal: lot.maxEnd !== null,
      ...(lot.maxEnd === null ? {} : { renewal: { description: lot.optionsText ?? '' } }),
      hasOptions: false,
      status,
    })),
    items: items(plan),
  };
  if (plan.lots.length > 1) tender['lotDetails'] = { maximumLotsBidPerSupplier: literalNumber('1e9999') };
  if (isPlanning) {
    tender['communication'] = { futureNoticeDate: writeEnd(step.day + 90) };
    return tender;
  }
  return Object.assign(tender, {
    ...procedure(plan),
    tenderPeriod: { endDate: writeInstant(plan.deadline, 43_200) },
    submissionTerms: { languages: ['en'] },
    hasRecurrence: false,
  });
}

const noAmount = { net: 0, gross: 0, hidesNet: false, placeholder: null };

function procedure(plan: ProcessPlan): JsonObject {
  return {
    procurementMethod: plan.method,
    procurementMethodDetails: plan.procedure,
    ...(plan.isFramework ? { techniques: { hasFrameworkAgreement: true } } : {}),
    coveredBy: ['GPA'],
  };
}

function updatedTender(plan: ProcessPlan): JsonObject {
  return {
    ...tenderHead(plan),
    amendments: [
      {
        id: '1',
        unstructuredChanges: [
          {
            oldValue: { text: 'See documents' },
            newValue: { text: 'See revised documents' },
            where: { section: 'VI.3', label: 'Additional Information' },
          },
        ],
        description: 'Answers to questions added',
      },
    ],
  };
}

function awardRelease(plan: ProcessPlan, step: Step): JsonObject {
  const awardId = (lot: PlannedLot): string => `${step.noticeId}-${lot.id}`;
  const tender: JsonObject = {
    ...tenderHead(plan),
    status: 'complete',
    lots: plan.lots.map((lot) => ({
      id: lot.id,
      description: plan.description,
      awardCriteria: criteria(lot),
      hasOptions: lot.maxEnd !== null,
      ...(lot.maxEnd === null ? {} : { options: { description: lot.optionsText ?? '' } }),
      status: 'cancelled',
    })),
    items: items(plan),
    ...procedure(plan),
  };
  if (!plan.isCompetitive) {
    tender['procurementMethodRationaleClassifications'] = [
      {
        scheme: 'TED_PT_AWARD_CONTRACT_WITHOUT_CALL',
        id: 'D_OUTSIDE_SCOPE',
        description: 'The procurement falls outside the scope of application of the directive',
      },
    ];
    tender['procurementMethodRationale'] = plan.reason?.text ?? '';
  }
  const suppliers = new Map(
    plan.lots.flatMap((lot) => lot.suppliers.map((one) => [supplierId(one), one] as const)),
  );
  return {
    ocid: plan.ocid,
    id: step.noticeId,
    date: writeInstant(step.day, step.second),
    tag: ['award', 'contract'],
    initiationType: 'tender',
    tender,
    awards: plan.lots.map((lot): JsonValue => ({
      id: awardId(lot),
      relatedLots: [lot.id],
      title: lot.title ?? plan.title,
      status: 'active',
      suppliers: lot.suppliers.map((one) => ({ id: supplierId(one), name: one.name })),
    })),
    parties: [buyerParty(plan), ...[...suppliers.values()].map(supplierParty), court()],
    buyer: { id: buyerId(plan), name: plan.buyerName },
    contracts: plan.lots.map((lot): JsonValue => ({
      id: awardId(lot),
      awardID: awardId(lot),
      title: lot.title ?? plan.title,
      status: 'active',
      ...(lot.amount.hidesNet ? {} : { value: netValue(lot.amount) }),
      dateSigned: writeStart(lot.signed),
      ...(plan.showsLegacyPeriod
        ? { period: { startDate: writeStart(lot.start), endDate: writeEnd(lot.end) } }
        : {}),
    })),
    ...bids(plan),
    language: 'en',
  };
}

function bids(plan: ProcessPlan): JsonObject {
  const statistics = plan.lots.flatMap((lot) =>
    lot.bids === null ? [] : [{ measure: 'bids', relatedLot: lot.id, value: lot.bids.all }],
  );
  if (statistics.length === 0) return {};
  return { bids: { statistics: statistics.map((one, index) => ({ id: String(index + 1), ...one })) } };
}

function buyerParty(plan: ProcessPlan): JsonObject {
  const { buyer } = plan;
  return {
    name: plan.buyerName,
    id: buyerId(plan),
    identifier: { legalName: plan.buyerName },
    address: {
      streetAddress: buyer.address.street,
      locality: buyer.address.locality,
      region: buyer.address.region,
      postalCode: buyer.address.postcode,
      countryName: 'United Kingdom',
    },
    contactPoint: { name: 'Procurement Team', email: plan.contactEmail, telephone: '+44 1632 960000' },
    roles: ['buyer'],
    details: { classifications: [{ scheme: 'TED_CA_TYPE', id: legacyClass(buyer) }] },
  };
}

function supplierParty(supplier: PublishedSupplier): JsonObject {
  const hasNumber = supplier.hasLegacyNumber && supplier.writtenNumber !== null;
  return {
    name: supplier.name,
    id: supplierId(supplier),
    identifier: { legalName: supplier.name, ...(hasNumber ? { id: supplier.writtenNumber } : {}) },
    address: {
      streetAddress: supplier.address.street,
      locality: supplier.address.locality,
      region: supplier.address.region,
      postalCode: supplier.address.postcode,
      countryName: 'United Kingdom',
    },
    contactPoint: { email: `bids@s${supplier.portalId}.example.org` },
    roles: ['supplier'],
    ...(supplier.scale === null ? {} : { details: { scale: supplier.scale } }),
  };
}

/** The court that hears complaints: a party that is no party to the contract. */
function court(): JsonObject {
  return {
    name: 'Commercial Court',
    id: 'GB-FTS-8999999',
    identifier: { legalName: 'Commercial Court' },
    address: { locality: 'London', countryName: 'United Kingdom' },
    roles: ['reviewBody'],
  };
}
