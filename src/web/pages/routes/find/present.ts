import type { FoundRoutesView } from '../../../../app/routes/views.ts';
import { bodyTypes } from '../../../../app/routes/regime-entries.ts';
import { findingsShown } from '../../../../app/routes/findings-shown.ts';
import { classifications } from '../../../../domain/routes/route.ts';
import { nations } from '../../../../domain/routes/regime.ts';
import { digitalSegmentIds } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentRouteHead } from '../../../components/present-route-head.ts';
import { paths } from '../../../paths.ts';

/** What was typed, by input. */
export type Typed = Readonly<Record<string, string>>;

type Choice = { value: string; text: string; selected: boolean };

const verdictColours = {
  usable: 'green',
  check: 'blue',
  'not-yet': 'blue',
  unknown: 'yellow',
  cannot: 'grey',
} as const;
const opennessColours = { open: 'green', if: 'blue', 'not-needed': 'grey', closed: 'grey' } as const;

/** Inputs of the form, in order. */
export const fields = [
  'segment',
  'valueExVat',
  'months',
  'bodyType',
  'nation',
  'start',
  'award',
  'classification',
  'buyer',
] as const;
export type Field = (typeof fields)[number];

/** The form as it was typed, and the answer where there is one. */
export function presentFindRoutes(
  typed: Typed,
  { wrong, found }: { wrong: readonly Field[]; found: FoundRoutesView | null },
  words: Catalogue,
) {
  const { routes: text, market, labels } = words;
  const choices = (name: Field, all: readonly { value: string; text: string }[], none?: string): Choice[] => [
    ...(none === undefined ? [] : [{ value: '', text: none, selected: (typed[name] ?? '') === '' }]),
    ...all.map((one) => ({ ...one, selected: typed[name] === one.value })),
  ];
  const faults: Partial<Record<Field, { text: string }>> = Object.fromEntries(
    wrong.map((name) => [name, { text: text.find.faults[name] }]),
  );
  return {
    action: paths.routes(),
    typed,
    faults,
    errors: wrong.map((name) => ({ text: text.find.faults[name], href: `#${name}` })),
    segments: choices(
      'segment',
      digitalSegmentIds.map((value) => ({ value, text: market.segmentNames[value] })),
      text.find.choose,
    ),
    bodyTypes: choices(
      'bodyType',
      bodyTypes.map((value) => ({ value, text: labels.buyerType[value] })),
      text.find.choose,
    ),
    nations: choices(
      'nation',
      nations.map((value) => ({ value, text: text.nations[value] })),
    ),
    classifications: choices(
      'classification',
      classifications.map((value) => ({ value, text: text.classifications[value] })),
      text.find.anyClassification,
    ),
    links: [
      { text: text.link.doors, href: paths.routeDoors() },
      { text: text.link.checks, href: paths.routeChecks() },
    ],
    answer: found === null ? null : presentAnswer(found, words),
  };
}

function presentAnswer(found: FoundRoutesView, words: Catalogue) {
  const { routes: text, market, format } = words;
  const { asked, regime, threshold } = found;
  return {
    asked: text.find.asked(
      market.segmentNames[asked.segment],
      text.find.term(asked.months),
      format.day(asked.startOn),
    ),
    warnings: found.warnings,
    contents: [
      { id: 'law', text: text.find.law },
      { id: 'routes', text: text.find.routes },
      ...(found.procedures.length === 0 ? [] : [{ id: 'procedures', text: text.find.procedures }]),
    ],
    law: {
      name: regime.name,
      isModelled: regime.isModelled,
      paragraphs: [
        ...(threshold === null ? [] : [threshold.text]),
        ...(found.thresholdNote === null ? [] : [found.thresholdNote]),
        regime.note,
        ...regime.differences,
        ...found.otherLaw.map(({ name, note }) => `${name}. ${note}`),
      ],
      source: text.find.lawSource(
        [...new Set([...(threshold === null ? [] : [threshold.source]), regime.source])].join('; '),
        format.day(regime.reviewed),
      ),
    },
    changes: found.bodyChanges.map((change) => ({
      text: change.text,
      source: text.find.lawSource(change.source, format.day(change.reviewed)),
    })),
    routes: found.routes.map((route) =>
      presentRouteHead(
        route,
        {
          tag: { text: text.verdict[route.verdict], colour: verdictColours[route.verdict] },
          points: findingsShown(route).map((finding) => ({ text: finding.text })),
        },
        words,
      ),
    ),
    procedures: found.procedures.map((one) => ({
      name: one.name,
      tag: { text: text.openness[one.openness], colour: opennessColours[one.openness] },
      because: one.because,
      summary: one.summary,
      law: one.law,
      more: text.find.conditionsOf(one.name),
      conditions: one.conditions.map((condition) => ({
        text: condition.text,
        mark: text.find.confidence[condition.confidence],
      })),
      notices: one.notices.map(
        ({ code, name, duty, when }) => `${code} ${name} (${text.find.duty[duty]}): ${when}`,
      ),
      source: text.find.lawSource(one.source, format.day(one.reviewed)),
    })),
  };
}
