import type { SegmentView } from '../../app/segments/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';
import { fact, type Fact } from './facts.ts';

/**
 * The market segment of a process as a line of a summary: which one, why, how sure, and who chose it where a person did.
 *
 * @example presentSegment(contract.classification, words)[0]?.values[0]?.text // 'Sector systems'
 */
export function presentSegment(view: SegmentView | null, words: Catalogue): Fact[] {
  if (view === null) return [];
  const { segments: text, labels, format } = words;
  const { segment, model, override } = view;
  const sure = text.sure(model.probability, labels.segment[model.second]);
  const why = `${text.because(model.because)} ${sure}`;
  const note =
    override === null
      ? why
      : `${text.chosen(override.madeBy, format.day(override.madeAt.slice(0, 10)), override.reason)} ${text.modelSaid(labels.segment[model.segment])} ${why}`;
  return fact(text.fact, [
    { text: labels.segment[segment], href: paths.contracts({ segment: [segment] }), note },
    { text: text.qualityLink, href: paths.segmentQuality() },
  ]);
}
