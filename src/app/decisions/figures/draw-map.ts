import { drawWardleyMap } from '../../../drawing/draw-wardley-map.ts';
import { countText } from '../../count-text.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { evolutionStages, placeOnMap, type MapMarks } from '../../../domain/decisions/wardley-map.ts';
import { namesOf } from '../case-names.ts';
import { listText } from '../figure-text.ts';
import type { CaseFigure } from './case-figure.ts';

const stageNames = {
  genesis: 'Genesis',
  custom: 'Custom',
  product: 'Product',
  commodity: 'Commodity',
} as const;

/**
 * The components of a case as a Wardley map.
 *
 * @param marks how each is got, of one option; none where no option is chosen
 * @param option id of the option whose marks they are
 * @example drawCaseMap(document, new Map(), null).title // 'Map of the parts'
 */
export function drawCaseMap(
  document: Pick<CaseDocument, 'components' | 'options' | 'criteria' | 'assessors'>,
  marks: MapMarks,
  option: string | null,
): CaseFigure {
  const { components } = document;
  const chosen = option === null ? '' : `, as ${namesOf(document).option(option)} has them`;
  const placeOf = new Map(components.map(({ id }, index) => [id, index]));
  const isPlaced = components.filter(
    ({ visibility, maturity }) => visibility !== undefined && maturity !== undefined,
  );
  const byStage = evolutionStages.flatMap(({ evolution }) => {
    const count = components.filter((one) => one.evolution === evolution).length;
    return count === 0 ? [] : [`${count} in ${stageNames[evolution].toLowerCase()}`];
  });
  const drawing = drawWardleyMap({
    id: 'map',
    title: `Map of the parts${chosen}`,
    description: `The further right, the more a part has evolved; the higher, the nearer it is to the user. A line joins what exchanges data. There ${components.length === 1 ? 'is 1 part' : `are ${countText(components.length, 'part')}`}${byStage.length === 0 ? '' : `: ${listText(byStage)}`}.`,
    points: components.map((component) => {
      const { visibility, maturity } = placeOnMap(component);
      return {
        name: component.name,
        visibility,
        evolution: maturity,
        evolvesTo: component.evolvesTo ?? null,
        mark: marks.get(component.id) ?? null,
        stage: stageNames[component.evolution],
        needs: [...new Set(component.connects)].flatMap((id) =>
          id === component.id ? [] : (placeOf.get(id) ?? []),
        ),
      };
    }),
    stages: evolutionStages.map(({ evolution, to }) => ({ name: stageNames[evolution], to })),
  });
  const free = components.length - isPlaced.length;
  return {
    ...drawing,
    note:
      free === 0
        ? 'Places are those of the case.'
        : `${countText(free, 'part')} without a place of ${free === 1 ? 'its' : 'their'} own ${free === 1 ? 'stands' : 'stand'} half-way up, or in the middle of ${free === 1 ? 'its' : 'their'} stage.`,
    method: 'wardley-maps',
  };
}
