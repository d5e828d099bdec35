import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { discountRatesOn } from '../../../domain/decisions/discount-rates.ts';
import type { RecordContent } from '../../../domain/decisions/record/decision-record.ts';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { sha256Hex } from '../../../lib/hash.ts';
import { interchangeJson } from '../../../lib/interchange-json.ts';
import type { Reference } from '../../reference.ts';

/** Reference data of a record, with its version. */
export type ReferenceVersion = RecordContent['reference'][number];

/**
 * The reference data that a case rests on, each with the last day on which somebody looked at it, where its entries have one,
 * and the beginning of the hash of its content. Results rest on some of it; on the rest, what people judged.
 *
 * @example referenceVersions(document, reference)[0] // { id: 'discount-rates/standard', version: 'green-book-… 4f…', restsOn: 'results' }
 */
export function referenceVersions(
  { appraisal, asOf }: Pick<CaseDocument, 'appraisal' | 'asOf'>,
  { decisions, deliveryModels, deflators, referenceClasses }: Reference,
): ReferenceVersion[] {
  const rates = discountRatesOn(decisions.discountRates, appraisal.discountRates, asOf);
  return [
    {
      id: `discount-rates/${appraisal.discountRates}`,
      version: rates === null ? 'none' : `${rates.version} ${contentMark(rates.schedule)}`,
      restsOn: 'results',
    },
    {
      id: 'deflators',
      version: `${deflators.version} ${contentMark(deflators)}`,
      restsOn: 'results',
    },
    { id: 'reference-classes', version: versionOf(referenceClasses), restsOn: 'results' },
    ...Object.entries({
      models: deliveryModels,
      triage: decisions.triage,
      'public-interest-test': decisions.interestTest,
      approvals: decisions.approvals,
      criteria: decisions.criteria,
      reuse: decisions.reuse,
      'review-triggers': decisions.reviewTriggers,
    }).map(([id, entries]) => ({ id, version: versionOf(entries), restsOn: 'judgements' as const })),
  ];
} // prettier-ignore

function versionOf(entries: unknown): string {
  const reviewed = [...JSON.stringify(entries).matchAll(/"reviewed":"(\d{4}-\d\d-\d\d)"/gu)].map(
    ([, day]) => day ?? '',
  );
  return [reviewed.toSorted().at(-1), contentMark(entries)].filter((part) => part !== undefined).join(' ');
}

/** The first 16 digits of the hash of a content. */
function contentMark(content: unknown): string {
  return sha256Hex(canonicalJson(interchangeJson(content))).slice(0, 16);
}
