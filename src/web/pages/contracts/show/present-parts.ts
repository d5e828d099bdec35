import type { ContractDetail } from '../../../../app/contracts/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { externalHref } from '../../../components/external-href.ts';
import type { AmountShown } from '../../../components/present-amount.ts';
import { presentAmount } from '../../../components/present-amount.ts';
import { paths } from '../../../paths.ts';
import { publishedText } from './present-summary.ts';

/** One row of the table of amounts. */
export type AmountRow = {
  amount: AmountShown;
  kindMeaning: string;
  concerns: string;
  isHeadline: boolean;
  counted: string;
  flagMeaning: string | null;
  asPublished: string | null;
  /** The steps of the path, between which a line may break. */
  sourcePath: string[];
};

/** Every published amount, the one shown in lists first. */
export function presentAmounts(contract: ContractDetail, words: Catalogue): AmountRow[] {
  const { contract: text, labels } = words;
  return contract.amounts
    .toSorted((a, b) => Number(b.isHeadline) - Number(a.isHeadline))
    .map((amount) => ({
      amount: presentAmount(amount, words, 'exact'),
      kindMeaning: amount.kindMeaning,
      concerns: [labels.amountOf[amount.of], amount.ofId].filter((part) => part !== null).join(' '),
      isHeadline: amount.isHeadline,
      counted: amount.isSummed ? text.countedYes : text.countedNo,
      flagMeaning: amount.flagMeaning,
      asPublished: amount.originalText === null ? null : text.asPublished(amount.originalText),
      sourcePath: amount.sourcePath.split(/(?=\.)/u),
    }));
}

/** The notices of the procurement, oldest first. */
export function presentTimeline(timeline: ContractDetail['timeline'], words: Catalogue) {
  return timeline.map((entry) => ({
    when: entry.publishedAt === null ? words.contract.undated : words.format.dayOf(entry.publishedAt),
    instant: entry.publishedAt,
    noticeId: entry.noticeId,
    noticeType: entry.noticeType,
    label: entry.label,
    meaning: entry.meaning,
    href: externalHref(entry.url),
    isElsewhere: !entry.concernsThisContract,
  }));
}

/** Everyone named on the contract, with what is known of them. */
export function presentParties(contract: ContractDetail, words: Catalogue) {
  const { labels, contract: text } = words;
  const roleTexts: Readonly<Record<string, string>> = labels.partyRole;
  return contract.parties.map((party) => ({
    name: party.name,
    href: partyHref(party),
    roles: party.roles.map((role) => roleTexts[role] ?? role).join(', '),
    identifiers: party.identifiers.map(({ scheme, id, url }) => ({
      text: `${scheme} ${id}`,
      href: externalHref(url),
    })),
    details: [
      party.buyerType === null || party.buyerType === 'unknown' ? null : labels.buyerType[party.buyerType],
      party.scale === null ? null : labels.scale[party.scale],
      party.isVcse === true ? text.voluntary : null,
      party.place,
      party.note,
    ].filter((part) => part !== null),
  }));
}

function partyHref({ id, roles }: ContractDetail['parties'][number]): string | null {
  if (id === null) return null;
  if (roles.includes('supplier')) return paths.supplier(id);
  return roles.includes('buyer') ? paths.buyer(id) : null;
}

/** Key figures and changes after signature. */
export function presentPerformance(contract: ContractDetail, words: Catalogue) {
  const { contract: text, format, layout } = words;
  return {
    kpis: contract.kpiCount === null ? null : text.kpis(contract.kpiCount),
    results: contract.performance.map(({ metric, rating, periodEnd }) => ({
      metric,
      rating: publishedText(rating, words) ?? layout.notStated,
      period: periodEnd === null ? layout.notStated : format.day(periodEnd.slice(0, 10)),
    })),
    changes: contract.changes.map(({ noticeId, publishedAt, description, rationale }) => ({
      when: format.dayOf(publishedAt),
      instant: publishedAt,
      notice: text.changeNotice(noticeId),
      description,
      reasons: rationale.map((reason) => publishedText(reason, words) ?? reason),
    })),
  };
}
