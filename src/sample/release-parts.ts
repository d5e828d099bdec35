import type { JsonObject, JsonValue } from '../lib/json.ts';
import { writeInstant } from './calendar.ts';
import { noticeUrl } from './notice-number.ts';
import type { PlannedAmount, ProcessPlan, Step } from './process-plan.ts';
import type { PublishedSupplier } from './published-supplier.ts';

/** Stands for a number that JSON.stringify can't write; {@link writeRelease} puts the number's text in its place. */
const literalMark = '@number:';

/** One line of text for a release, with literal numbers such as 1e9999 and 0.01 as numbers. */
export function writeRelease(release: JsonObject): string {
  const text = JSON.stringify(release);
  return text.includes(literalMark) ? text.replaceAll(/"@number:([^"]*)"/gu, '$1') : text;
}

/** A number given by its text. */
export function literalNumber(text: string): string {
  return literalMark + text;
}

/** What every release has; `tag` says what it does to the record. */
export function head(plan: ProcessPlan, step: Step, tag: string[]): JsonObject {
  return {
    ocid: plan.ocid,
    id: step.noticeId,
    tag,
    date: writeInstant(step.day, step.second),
    initiationType: 'tender',
  };
}

/** The Act as legal basis, title and reference. */
export function tenderHead(plan: ProcessPlan): JsonObject {
  return {
    id: plan.reference,
    legalBasis: {
      id: '2023/54',
      scheme: 'UKPGA',
      uri: 'https://www.legislation.gov.uk/ukpga/2023/54/contents',
    },
    title: plan.title,
  };
}

/** A value as Find a Tender writes it under the Act: gross always, net mostly. */
export function actValue(amount: PlannedAmount): JsonObject {
  if (amount.placeholder !== null) return { amountGross: literalNumber(amount.placeholder), currency: 'GBP' };
  return amount.hidesNet
    ? { amountGross: amount.gross, currency: 'GBP' }
    : { amountGross: amount.gross, amount: amount.net, currency: 'GBP' };
}

/** A value under the older law and on Contracts Finder: one amount, without VAT. */
export function netValue(amount: PlannedAmount): JsonObject {
  return {
    amount: amount.placeholder === null ? amount.net : literalNumber(amount.placeholder),
    currency: 'GBP',
  };
}

/** What a notice's document entry calls it. */
const noticeDocuments: Record<string, { type: string; text: string }> = {
  UK1: { type: 'plannedProcurementNotice', text: 'Pipeline notice on Find a Tender' },
  UK2: { type: 'marketEngagementNotice', text: 'Preliminary market engagement notice on Find a Tender' },
  UK3: { type: 'plannedProcurementNotice', text: 'Planned procurement notice on Find a Tender' },
  UK4: { type: 'tenderNotice', text: 'Tender notice on Find a Tender' },
  UK5: { type: 'awardNotice', text: 'Transparency notice on Find a Tender' },
  UK6: { type: 'awardNotice', text: 'Contract award notice on Find a Tender' },
  UK7: { type: 'contractNotice', text: 'Contract details notice on Find a Tender' },
  UK9: { type: 'implementationNotice', text: 'Contract performance notice on Find a Tender' },
  UK10: { type: 'contractNotice', text: 'Contract change notice on Find a Tender' },
  UK11: { type: 'contractTerminationNotice', text: 'Contract termination notice on Find a Tender' },
  UK12: { type: 'tenderCancellationNotice', text: 'Procurement termination notice on Find a Tender' },
};

/** The document entry that says which notice a release is. */
export function noticeDocument(step: Step): JsonObject {
  const noticeType = step.kind.replace('+', '');
  const known = noticeDocuments[noticeType];
  return {
    id: step.noticeId,
    documentType: known?.type ?? 'notice',
    noticeType,
    description: known?.text ?? '',
    url: noticeUrl(step.noticeId),
    datePublished: writeInstant(step.day, step.second),
    format: 'text/html',
  };
}

const noConflict: JsonObject = {
  id: 'conflictOfInterest',
  documentType: 'conflictOfInterest',
  description: 'Not published',
};

/** The conflict-of-interest entry that most notices under the Act carry. */
export function conflictDocument(): JsonObject {
  return { ...noConflict };
}

/** The buyer as a party under the Act. */
export function actBuyer(plan: ProcessPlan): JsonObject {
  const { buyer } = plan;
  const classifications: JsonObject[] = [
    { scheme: 'UK_CA_TYPE', id: buyer.authority, description: authorityTexts[buyer.authority] ?? '' },
  ];
  if (buyer.isWelsh) {
    classifications.push({
      scheme: 'UK_CA_DEVOLVED_REGULATIONS',
      id: 'GB-WLS',
      description: 'Welsh devolved regulations apply',
    });
  }
  return {
    name: plan.buyerName,
    id: `GB-PPON-${buyer.ppon}`,
    identifier: { scheme: 'GB-PPON', id: buyer.ppon },
    address: {
      streetAddress: buyer.address.street,
      locality: buyer.address.locality,
      postalCode: buyer.address.postcode,
      country: 'GB',
      countryName: 'United Kingdom',
      region: buyer.address.region,
    },
    contactPoint: { name: 'Procurement Team', email: plan.contactEmail, telephone: '+44 1632 960000' },
    roles: ['buyer'],
    details: { classifications },
  };
}

const authorityTexts: Record<string, string> = {
  publicAuthorityCentralGovernment: 'Public authority - central government',
  publicAuthoritySubCentralGovernment: 'Public authority - sub-central government',
  publicUndertaking: 'Public undertaking',
};

/** The party id of a supplier under the Act. */
export function actSupplierId(supplier: PublishedSupplier): string {
  if (supplier.scheme === 'GB-COH' && supplier.writtenNumber !== null)
    return `GB-COH-${supplier.writtenNumber}`;
  if (supplier.scheme === 'GB-PPON' && supplier.ppon !== null) return `GB-PPON-${supplier.ppon}`;
  return `GB-FTS-${supplier.portalId}`;
}

/** A supplier as a party under the Act. */
export function actSupplier(supplier: PublishedSupplier): JsonObject {
  const id = actSupplierId(supplier);
  const party: JsonObject = { name: supplier.name, id };
  if (id.startsWith('GB-FTS-')) {
    party['identifier'] = { id: String(supplier.portalId), scheme: 'GB-FTS' };
  } else {
    const scheme = id.slice(0, id.indexOf('-', 3));
    party['identifier'] = { scheme, id: id.slice(scheme.length + 1) };
    if (scheme === 'GB-COH' && supplier.hasSecondIdentifier && supplier.ppon !== null) {
      party['additionalIdentifiers'] = [{ scheme: 'GB-PPON', id: supplier.ppon }];
    }
  }
  if (supplier.address.street !== '') {
    party['address'] = {
      streetAddress: supplier.address.street,
      locality: supplier.address.locality,
      postalCode: supplier.address.postcode,
      country: 'GB',
      countryName: 'United Kingdom',
      region: supplier.address.region,
    };
    party['contactPoint'] = { email: `bids@s${supplier.portalId}.example.org` };
  }
  party['roles'] = ['supplier'];
  if (supplier.scale !== null) party['details'] = { scale: supplier.scale, vcse: supplier.isVcse };
  return party;
}

/** Each supplier of the process once, by its party id. */
export function distinctSuppliers(plan: ProcessPlan): PublishedSupplier[] {
  if (plan.lots.length === 1) return plan.lots[0]?.suppliers ?? [];
  const found = new Map<string, PublishedSupplier>();
  for (const lot of plan.lots) {
    for (const supplier of lot.suppliers) found.set(actSupplierId(supplier), supplier);
  }
  return [...found.values()];
}

/** Items with codes for each lot, as the Act's notices have them: never in `classification`. */
export function actItems(plan: ProcessPlan, lotId: string): JsonObject {
  return {
    id: lotId,
    additionalClassifications: plan.codes.map((code): JsonValue => ({ scheme: 'CPV', ...code })),
    deliveryAddresses: [{ region: plan.region, country: 'GB', countryName: 'United Kingdom' }],
    relatedLot: lotId,
  };
}
