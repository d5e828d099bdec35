import type { PublishedAlso } from '../../app/processes/portal-views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';
import type { FactValue } from './facts.ts';

/**
 * Where else a process was published, and why we say so; null where it was published once.
 *
 * @param ocid the process whose page it stands on
 */
export function presentPublishedAlso(also: PublishedAlso | null, ocid: string, words: Catalogue) {
  if (also === null) return null;
  const { portals: text, labels } = words;
  const isMain = also.mainOcid === ocid;
  return {
    lead: isMain ? text.alsoCounted : text.alsoCountedElsewhere,
    mainHref: isMain ? null : paths.process(also.mainOcid),
    others: also.others.map(({ confidence, decision, parts, ...side }) => ({
      name: `${labels.publisher[side.publisher]}: ${side.title}`,
      href: paths.process(side.ocid),
      says:
        decision !== null
          ? text.decided(decision.number, decision.reason)
          : confidence === null
            ? text.through
            : text.confidence(confidence),
      facts: presentReasons(parts, words),
      apartHref:
        decision === null ? paths.processDecide({ action: 'apart', one: ocid, other: side.ocid }) : null,
    })),
  };
}

/** Reasons with their weights as lines of a summary. */
export function presentReasons(
  parts: PublishedAlso['others'][number]['parts'],
  words: Catalogue,
): FactValue[] {
  return parts.map(({ part, weight, detail }) => ({
    text: `${words.labels.pairPart[part]} ${words.identity.parted(weight)}`,
    note: readableDays(detail, words),
  }));
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const onlyDays = new RegExp(`^${day}(?:(?:, | · )${day})*$`, 'u');

/** A detail that is nothing but days, as people write them; titles and references stay as published. */
function readableDays(detail: string, { format }: Catalogue): string {
  if (!onlyDays.test(detail)) return detail;
  return detail.replaceAll(new RegExp(day, 'gu'), (one) => format.day(one));
}
