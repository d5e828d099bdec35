import { pponOf, unrealPostcode } from '../buyers.ts';
import type { Address, Buyer } from '../buyers.ts';
import { workingDay } from '../calendar.ts';
import type { Day } from '../calendar.ts';
import { plainAmount } from '../money.ts';
import { noticeNumber } from '../notice-number.ts';
import type { Outcome, PlannedLot, ProcessPlan, StepKind } from '../process-plan.ts';
import type { PublishedSupplier } from '../published-supplier.ts';

/** What a story says of one process; the rest is plain. */
export type Told = {
  ocid: string;
  shape: 'act' | 'legacy';
  segment: string;
  title: string;
  description: string;
  buyer: Buyer;
  codes: { id: string; description: string }[];
  lots: PlannedLot[];
  notices: [StepKind, Day][];
  outcome: Outcome;
  method?: string;
  procedure?: string;
  isCompetitive?: boolean;
  isAboveThreshold?: boolean;
  isFramework?: boolean;
  category?: 'goods' | 'services';
  framework?: { ocid: string; lot: string };
  reason?: { id: string; text: string };
  deadline?: Day;
  end?: ProcessPlan['end'];
};

/** The plan of a told process, with notices before the as-of day only. */
export function storyPlan(asOf: Day, number: number, told: Told): ProcessPlan {
  const [lot] = told.lots;
  return {
    ocid: told.ocid,
    shape: told.shape,
    segment: told.segment,
    hasBorrowedTitle: false,
    title: told.title,
    description: told.description,
    reference: `REF-${20_400 + number}`,
    category: told.category ?? 'services',
    codes: told.codes,
    buyer: told.buyer,
    buyerName: told.buyer.name,
    contactEmail: `procurement@${told.buyer.id.toLowerCase()}.example.org`,
    region: told.buyer.address.region,
    isAboveThreshold: told.isAboveThreshold ?? true,
    method: told.method ?? 'open',
    procedure: told.procedure ?? 'Open procedure',
    isCompetitive: told.isCompetitive ?? true,
    reason: told.reason ?? null,
    specialRegime: null,
    isFramework: told.isFramework ?? false,
    framework: told.framework ?? null,
    lots: told.lots,
    deadline: told.deadline ?? (lot?.awarded ?? asOf) - 40,
    suitsSme: true,
    suitsVcse: false,
    engagementText: '',
    change: null,
    end: told.end ?? {
      lotId: lot?.id ?? '1',
      reason: 'contractCompleted',
      day: lot?.end ?? asOf,
      finalNet: lot?.amount.net ?? 0,
    },
    showsLegacyPeriod: true,
    cancelText: '',
    ratings: [],
    steps: told.notices
      .map(([kind, planned], index) => {
        const day = workingDay(planned);
        const second = 36_000 + number * 60 + index;
        return { kind, day, second, noticeId: noticeNumber(day, second) };
      })
      .filter((step) => step.day < asOf),
    outcome: told.outcome,
    guid: '',
  };
}

/** One lot with plain sums; `signed` stands 10 days before the start unless the notices say otherwise. */
export function storyLot(
  terms: { net: number; start: Day; end: Day; maxEnd?: Day; optionsText?: string },
  suppliers: PublishedSupplier[],
  rest: Partial<PlannedLot> = {},
): PlannedLot {
  return {
    id: '1',
    title: null,
    estimate: plainAmount(terms.net),
    amount: plainAmount(terms.net),
    awarded: terms.start - 45,
    signed: terms.start - 10,
    start: terms.start,
    end: terms.end,
    maxEnd: terms.maxEnd ?? null,
    optionsText: terms.optionsText ?? null,
    suppliers,
    bids: null,
    priceWeight: 40,
    hasSocialValue: true,
    indicators: [],
    ...rest,
  };
}

/** A body of a story. */
export function storyBuyer(
  number: number,
  name: string,
  kind: string,
  place: Pick<Address, 'locality' | 'region'> & { area: string },
): Buyer {
  const isCentral = kind === 'department' || kind === 'agency';
  return {
    id: `T${String(number).padStart(4, '0')}`,
    name,
    otherName: null,
    shortName: name,
    kind,
    authority: isCentral ? 'publicAuthorityCentralGovernment' : 'publicAuthoritySubCentralGovernment',
    isWelsh: false,
    isCentral,
    isLarge: true,
    ppon: pponOf('UEA', number),
    address: {
      street: `${number} Wharf Road`,
      locality: place.locality,
      postcode: unrealPostcode(place.area, number),
      region: place.region,
    },
  };
}

/** A firm of a story, always under its registered name and number (9999xxxx, never issued). */
export function storySupplier(
  number: number,
  name: string,
  scale: 'sme' | 'large',
  address: Address,
): PublishedSupplier {
  return {
    supplierIds: [`T${String(number).padStart(4, '0')}`],
    legalName: name,
    name,
    scheme: 'GB-COH',
    writtenNumber: `9999${String(number).padStart(4, '0')}`,
    ppon: pponOf('UAE', number),
    hasSecondIdentifier: true,
    portalId: 8_990_000 + number,
    hasLegacyNumber: true,
    hasFinderNumber: true,
    scale,
    isVcse: false,
    address,
  };
}
