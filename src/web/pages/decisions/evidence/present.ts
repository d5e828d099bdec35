import type { BridgeView } from '../../../../app/decisions/bridge.ts';
import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { EvidenceView } from '../../../../app/decisions/evidence-view.ts';
import { changeSentence, differenceSentences } from '../../../../app/decisions/suggestions-text.ts';
import type { Suggestions } from '../../../../app/decisions/suggestions-view.ts';
import type { EvidenceFigure } from '../../../../domain/decisions/case-parts/evidence.ts';
import { evidenceSentence } from '../../../../domain/decisions/evidence/evidence-sentence.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { evidenceHref } from '../../../components/evidence/evidence-href.ts';
import { paths } from '../../../paths.ts';

/** What the page is made of. */
export type EvidenceShown = {
  stored: StoredCase;
  view: EvidenceView;
  bridge: BridgeView | null;
  suggestions: Suggestions;
  /** The version in which figures were kept a moment ago. */
  kept: number | null;
  refusal: string | null;
};

/** What the register shows for a case, as its page shows it. */
export function presentEvidence(shown: EvidenceShown, words: Catalogue) {
  const { stored, view, bridge, suggestions, kept, refusal } = shown;
  const { evidence: text, format } = words;
  const figures = new Map(view.figures.map((figure) => [figure.id, figure]));
  const before = new Map(stored.document.evidence.map((figure) => [figure.id, figure]));
  const places = [...new Set(view.fills.flatMap(({ path }) => text.fillPlaces[path.join('.')] ?? []))];
  return {
    caseTitle: stored.document.title,
    asOf: text.asOf(format.day(view.at.slice(0, 10))),
    kept: kept === null ? null : text.kept(kept),
    refusal,
    seen: stored.revision,
    action: paths.caseEvidence(stored.id),
    tasksHref: paths.caseTasks(stored.id),
    groups: view.groups.map(({ heading, ids }) => ({
      heading,
      rows: ids.flatMap((id) => {
        const figure = figures.get(id);
        return figure === undefined ? [] : [presentFigure(figure, before.get(id) ?? null, words)];
      }),
    })),
    fillHint: places.length === 0 ? null : text.fillHint(format.list(places)),
    beside: view.beside
      .filter(({ differs }) => differs)
      .map(({ path, typed, register }) => ({ place: text.places[path] ?? path, typed, register })),
    dates: bridge?.dates ?? [],
    bridge: bridge?.bridge ?? [],
    components: suggestions.components.map((one) => presentComponent(one, suggestions)),
    gaps: view.gaps.map(({ about, because }) => ({ about, because })),
  };
}

function presentFigure(
  figure: EvidenceView['figures'][number],
  kept: EvidenceFigure | null,
  { evidence: text, format }: Catalogue,
) {
  return {
    sentence: figure.sentence,
    items: figure.items.map(({ text: item, on, link }) => ({
      text: on === undefined ? item : `${format.day(on)}: ${item}`,
      href: link === undefined ? null : evidenceHref(link),
    })),
    restsOn: text.of(figure.n, figure.of ?? null),
    href: evidenceHref(figure.link),
    kept: keptText(figure, kept, { evidence: text, format }),
  };
}

function keptText(
  figure: EvidenceView['figures'][number],
  kept: EvidenceFigure | null,
  { evidence: text, format }: Pick<Catalogue, 'evidence' | 'format'>,
): string {
  if (kept === null) return text.notKept;
  const day = format.day(kept.at.slice(0, 10));
  const sentence = evidenceSentence(kept);
  return sentence === figure.sentence ? text.keptOn(day) : text.keptAs(day, sentence);
}

function presentComponent(
  component: Suggestions['components'][number],
  { modelNames, optionNames }: Suggestions,
) {
  const names = { ...optionNames, ...modelNames };
  return {
    name: component.name,
    suggested: component.models
      .filter(({ verdict }) => verdict === 'suggested')
      .map(({ name, rules }) => ({
        name,
        rules: rules.map(({ effect, because }) => ({ isCondition: effect === 'condition', because })),
      })),
    differences: differenceSentences(component, names),
    changes: component.changes.map((change) => changeSentence(change, names)),
  };
}
