import { writeDate } from './calendar.ts';
import { actSupplierId } from './release-parts.ts';
import type { ProcessPlan } from './process-plan.ts';

/** The truth about one process: what was bought, from whom, and how it ended. Sums are pence without VAT. */
export type ProcessTruth = {
  kind: 'process';
  ocid: string;
  /** Only with several portals, and only for a second publication: the process that it is. */
  sameAs?: string;
  segment: string;
  /** Whether the title carries a word of another segment. */
  hasBorrowedTitle: boolean;
  buyerId: string;
  buyerName: string;
  outcome: ProcessPlan['outcome'];
  isFramework: boolean;
  frameworkOcid: string | null;
  awardedPence: number;
  /** What lot 1 truly came to, or will; published only where there is a termination notice. */
  finalPence: number;
  endReason: string;
  endedOn: string;
};

/** The truth about one supplier as one process names it. */
export type MentionTruth = {
  kind: 'mention';
  ocid: string;
  lotId: string;
  /** Party id in notices under the Act. */
  partyId: string;
  publishedName: string;
  /** True identities: several for a joint venture, none where nobody is named. */
  supplierIds: string[];
  registeredName: string;
};

/**
 * Lines of the truth file for one process: the process, then each supplier of each lot if an award was published.
 * Whatever scores a method against the sample reads this; nothing of it is in the releases.
 *
 * @example for (const row of truthOf(plan)) out.write(`${JSON.stringify(row)}\n`)
 */
export function* truthOf(plan: ProcessPlan): Generator<ProcessTruth | MentionTruth> {
  const [lot] = plan.lots;
  yield {
    kind: 'process',
    ocid: plan.ocid,
    ...(plan.sameAs === undefined ? {} : { sameAs: plan.sameAs }),
    segment: plan.segment,
    hasBorrowedTitle: plan.hasBorrowedTitle,
    buyerId: plan.buyer.id,
    buyerName: plan.buyer.name,
    outcome: plan.outcome,
    isFramework: plan.isFramework,
    frameworkOcid: plan.framework?.ocid ?? null,
    awardedPence: plan.lots.reduce((sum, one) => sum + Math.round(one.amount.net * 100), 0),
    finalPence: Math.round(plan.end.finalNet * 100),
    endReason: plan.end.reason,
    endedOn: writeDate(plan.end.day),
  };
  const isAwarded = plan.steps.some((step) => ['UK5', 'UK6', 'UK7', 'award'].includes(step.kind));
  if (!isAwarded || lot === undefined) return;
  for (const one of plan.lots) {
    for (const supplier of one.suppliers) {
      yield {
        kind: 'mention',
        ocid: plan.ocid,
        lotId: one.id,
        partyId: actSupplierId(supplier),
        publishedName: supplier.name,
        supplierIds: supplier.supplierIds,
        registeredName: supplier.legalName,
      };
    }
  }
}
