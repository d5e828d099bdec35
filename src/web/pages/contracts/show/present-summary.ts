import type { ContractDetail } from '../../../../app/contracts/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Fact } from '../../../components/facts.ts';
import { fact } from '../../../components/facts.ts';
import { presentAmount } from '../../../components/present-amount.ts';
import { presentBuyer, presentStatus, presentSupplier } from '../../../components/present-contract-card.ts';
import { presentSegment } from '../../../components/present-segment.ts';
import { paths } from '../../../paths.ts';

/** The first lines of a contract: where it stands, what it is worth, who, and when. */
export function presentSummary(contract: ContractDetail, words: Catalogue): Fact[] {
  const { contract: text, list, format } = words;
  const isIntended = contract.stage === 'intended';
  const day = (value: string | null): string | null => (value === null ? null : format.day(value));
  return [
    ...fact(text.status, { tag: presentStatus(contract.status, words), note: contract.statusMeaning }),
    ...fact(
      text.value,
      contract.amount === null ? list.noValue : { amount: presentAmount(contract.amount, words, 'exact') },
    ),
    ...fact(text.buyer, contract.buyer === null ? list.buyerUnknown : presentBuyer(contract.buyer)),
    ...fact(
      text.suppliers(contract.suppliers.length),
      contract.suppliers.length === 0 ? list.suppliersUnknown : contract.suppliers.map(presentSupplier),
    ),
    ...fact(isIntended ? text.decided : text.awarded, day(contract.awardedOn)),
    ...fact(text.signed, day(contract.signedOn)),
    ...fact(isIntended ? text.plannedStart : text.starts, day(contract.startOn)),
    ...fact(isIntended ? text.plannedEnd : text.ends, day(contract.endOn), text.endsHint),
    ...fact(
      isIntended ? text.plannedLastEnd : text.lastEnd,
      contract.maxEndOn === contract.endOn ? null : day(contract.maxEndOn),
      text.lastEndHint,
    ),
    ...fact(text.endedOn, day(contract.endedOn)),
    ...fact(text.endReason, publishedText(contract.endReason, words)),
    ...presentSegment(contract.classification, words),
    ...presentVendors(contract, words),
  ];
}

/** Vendor groups and the products that the notice names, with how sure that is; each leads to its page. */
function presentVendors({ vendors }: ContractDetail, words: Catalogue): Fact[] {
  const { identity: text, labels } = words;
  return [
    ...fact(
      text.vendors,
      vendors.map(({ group, way, certainty, products }) => ({
        text: group.name,
        href: paths.vendor(group.id),
        note: text.vendorFound(
          labels.exposureWay[way],
          products.flatMap(({ id, words: written, place }) =>
            id === null ? [text.namedIn(written, place)] : [],
          ),
          labels.certainty[certainty],
        ),
      })),
      text.vendorsHint,
    ),
    ...fact(
      text.productsNamed,
      vendors.flatMap(({ vendor, products }) =>
        products.flatMap(({ id, name, place }) =>
          id === null || name === null
            ? []
            : [{ text: name, href: paths.product(id), note: text.productFound(vendor, place) }],
        ),
      ),
    ),
  ];
}

/** How it was bought: law, route, procedure, framework, bids and weights. */
export function presentRoute(contract: ContractDetail, words: Catalogue): Fact[] {
  const { contract: text, labels, layout } = words;
  const threshold = contract.isAboveThreshold;
  return [
    ...fact(text.regime, { text: labels.regime[contract.regime], note: contract.regimeBasis }),
    ...fact(text.route, labels.route[contract.route]),
    ...fact(text.procedure, contract.procedure),
    ...fact(
      text.directReasons,
      contract.directAwardReasons.map((reason) => ({ text: publishedText(reason, words) ?? reason })),
    ),
    ...fact(text.threshold, threshold === null ? null : threshold ? layout.yes : layout.no),
    ...fact(
      text.category,
      contract.mainCategory === null ? null : labels.mainCategory[contract.mainCategory],
    ),
    ...presentFramework(contract, words),
    ...fact(
      text.bids,
      contract.bids.map(({ lotId, measure, count }) => ({
        text: `${labels.bidMeasure[measure] ?? measure}: ${words.format.number(count)}`,
        note: lotId === '' ? null : text.bidsForLot(lotId),
      })),
    ),
    ...fact(
      text.priceWeight,
      contract.priceWeights.map(({ lotId, percent }) => ({
        text: text.percent(percent),
        note: lotId === '' ? null : text.bidsForLot(lotId),
      })),
    ),
  ];
}

function presentFramework({ framework }: ContractDetail, words: Catalogue): Fact[] {
  if (framework === null) return [];
  const { contract: text } = words;
  const name = [framework.reference, framework.title].filter((part) => part !== null).join(' ');
  const key = framework.ocid ?? framework.reference;
  return fact(text.framework, [
    {
      text: name === '' ? (framework.ocid ?? '') : name,
      href: framework.contractId === null ? null : paths.contract(framework.contractId),
      note: framework.basis === 'linked' ? text.frameworkLinked : text.frameworkInferred,
    },
    ...(key === null ? [] : [{ text: text.frameworkOthers, href: paths.contracts({ framework: key }) }]),
  ]);
}

/**
 * A code of a notice in words: ours where we have them, else the code taken apart.
 *
 * @example publishedText('singleSuppliersTechnicalReasons', words) // 'Single suppliers technical reasons'
 */
export function publishedText(code: string | null, words: Catalogue): string | null {
  if (code === null) return null;
  const known = words.labels.published[code];
  if (known !== undefined) return known;
  if (!/^[a-z]+(?:[A-Z][a-z]*)*$/u.test(code)) return code;
  const text = code.replaceAll(/([A-Z])/gu, ' $1').toLowerCase();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
