import type { reviewProcesses } from '../../../../app/processes/review.ts';
import type { ProcessPair, ProcessSide } from '../../../../app/processes/portal-views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact, type Fact } from '../../../components/facts.ts';
import { presentReasons } from '../../../components/present-published-also.ts';
import { paths } from '../../../paths.ts';

type ReviewPage = Awaited<ReturnType<typeof reviewProcesses.run>>;

/** The queue as its page shows it. */
export function presentProcessReview(page: ReviewPage, skip: number, words: Catalogue) {
  return {
    count: words.portals.reviewCount(page.total),
    pairs: page.items.map((pair) => presentPair(pair, words)),
    nextHref: page.nextSkip === null ? null : paths.processReview({ skip: page.nextSkip }),
    firstHref: skip > 0 ? paths.processReview() : null,
    decisionsHref: paths.processDecisions(),
  };
}

function presentPair({ score, parts, sides }: ProcessPair, words: Catalogue) {
  const [one, other] = sides;
  const asked = { one: one?.ocid ?? '', other: other?.ocid ?? '' };
  return {
    name: words.portals.pairName(one?.title ?? '', other?.title ?? ''),
    facts: [
      ...sides.flatMap((side) => presentProcessSide(side, words)),
      ...fact(words.portals.confidence(score), presentReasons(parts, words)),
    ],
    joinHref: paths.processDecide({ action: 'join', ...asked }),
    apartHref: paths.processDecide({ action: 'apart', ...asked }),
  };
}

/** A process as one line of a summary: portal, title, buyer and first day. */
export function presentProcessSide(side: ProcessSide, words: Catalogue): Fact[] {
  const { portals: text, format, labels } = words;
  const day = side.firstPublishedAt === null ? null : text.published(format.instant(side.firstPublishedAt));
  const about = [side.buyer, text.contracts(side.contracts), day];
  const note = about.filter((part) => part !== null).join('; ');
  return fact(labels.publisher[side.publisher], {
    text: side.title,
    href: paths.process(side.ocid),
    note,
  });
}
