import type { reviewOrganisations } from '../../../../app/organisations/review-organisations.ts';
import type { CandidateView, DecidedSide } from '../../../../app/organisations/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact, type Fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';

type ReviewPage = Awaited<ReturnType<typeof reviewOrganisations.run>>;

/** Identifiers and names shown of each side; the rest is on its page of keys. */
const keysShown = 6;

/** The queue as its page shows it. */
export function presentReview(page: ReviewPage, skip: number, words: Catalogue) {
  const { identity: text } = words;
  return {
    count: text.reviewCount(page.total),
    measured: text.reviewMeasured(page.compared, words.format.day(page.computedAt.slice(0, 10))),
    pairs: page.items.map((pair) => presentPair(pair, words)),
    nextHref: page.nextSkip === null ? null : paths.organisationReview({ skip: page.nextSkip }),
    firstHref: skip > 0 ? paths.organisationReview() : null,
    decisionsHref: paths.organisationDecisions(),
  };
}

function presentPair({ score, parts, sides }: CandidateView, words: Catalogue) {
  const { identity: text } = words;
  const [one, other] = sides;
  const ids = { one: one?.id ?? '', other: other?.id ?? '' };
  const name = text.pairName(one?.name ?? '', other?.name ?? '');
  const facts: Fact[] = [
    ...sides.flatMap((side) => presentSide(side, words)),
    ...fact(
      `${text.score} ${score.toFixed(2)}`,
      parts.map(({ part, weight, detail }) => ({
        text: `${words.labels.candidatePart[part]} ${text.parted(weight)}`,
        note: detail,
      })),
    ),
  ];
  return {
    name,
    facts,
    mergeHref: paths.organisationDecide({ action: 'merge', ...ids }),
    apartHref: paths.organisationDecide({ action: 'apart', ...ids }),
  };
}

/**
 * An organisation with the keys that make it, as one line of a summary.
 *
 * @example presentSide({ id: 'a', name: 'Alpha Ltd', keys: ['GB-CHC:1122334'], sides: [] }, words)[0]?.key // 'Alpha Ltd'
 */
export function presentSide({ id, name, keys, sides }: DecidedSide, words: Catalogue): Fact[] {
  const { identity: text } = words;
  const href = sides.includes('supplier')
    ? paths.supplier(id)
    : sides.includes('buyer')
      ? paths.buyer(id)
      : paths.organisationKeys(id);
  const more = keys.length - keysShown;
  return fact(name, [
    ...keys.slice(0, keysShown).map((key, at) => ({ text: text.keyShown(key), ...(at === 0 && { href }) })),
    ...(more > 0 ? [{ text: text.moreKeys(more), href: paths.organisationKeys(id) }] : []),
  ]);
}
