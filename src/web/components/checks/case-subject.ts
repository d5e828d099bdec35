import { namesOf } from '../../../app/decisions/case-names.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { purchasesOf } from '../../../domain/segments/checks/facts-of-option.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { placeOf } from '../case-form/case-parts.ts';
import type { CheckedSubject } from './present-check-report.ts';

/**
 * A case as the checks of playbooks speak of it: its options and components by name, and what was read by the page on which it
 * is written.
 *
 * @example caseSubject(document, models, words).evidence('options.saas.reversal.months') // 'Options'
 */
export function caseSubject(
  document: CaseDocument,
  models: readonly { id: string; name: string }[],
  words: Catalogue,
): CheckedSubject {
  const names = namesOf(document);
  const { checks: text, format } = words;
  return {
    option: names.option,
    model: (id) => models.find((one) => one.id === id)?.name ?? id,
    evidence: (evidence) => evidenceWords(evidence, words),
    because: (segment) =>
      text.boughtBy(
        format.list(
          document.options
            .filter(({ role, shortlisted }) => role === 'option' && shortlisted)
            .flatMap((option) =>
              purchasesOf(option, document)
                .filter((purchase) => purchase.segment === segment)
                .map(({ components }) =>
                  text.withComponents(
                    option.name,
                    format.list(components.map(({ id }) => names.component(id))),
                  ),
                ),
            ),
        ),
      ),
  };
}

/** A path of the document becomes the page that edits it; sentences stay, with their days as they are said. */
function evidenceWords(evidence: string, { caseParts, checks, format }: Catalogue): string {
  if (evidence === 'the register') return checks.evidenceOf.market;
  if (evidence.startsWith('looked for in ')) return checks.evidenceOf.text;
  const [path = ''] =
    /^(?:options|buyer|need|market|pilot|assessments|components|reuse|costs)[^\s,]*/u.exec(evidence) ?? [];
  const rest = evidence.slice(path.length);
  // A path alone, or one before the ids of what it has: not a sentence that begins with such a word.
  const place = /^(?:$|,? [a-z0-9-]+(?:, [a-z0-9-]+)*$)/u.test(rest) ? placeOf(path) : null;
  const title = place === null ? undefined : caseParts[place.part]?.title;
  if (title !== undefined) return title;
  return evidence
    .replace(/^test [a-z-]+: /u, '')
    .replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (day) => format.day(day));
}
