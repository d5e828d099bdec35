/** The measured tables of docs/methods/segments.md. */
import { digitalSegmentIds } from '../../src/domain/segments/segment.ts';
import type { Lexicon } from './read-lexicon.ts';
import { measures, type Measure, type QualitySummary } from './summarise.ts';

const begin = '<!-- measured: written by npm run train-segments -->';
const end = '<!-- end of measured -->';

const names: Record<Measure, string> = {
  digitalF1: 'digital or not, F1',
  strictDigitalF1: 'the same by the first label alone',
  segmentAccuracy: 'right segment among digital notices',
  calibrationError: 'expected calibration error',
};

/** The tables as Markdown. */
export function methodTables(
  quality: QualitySummary & {
    labels: { count: number };
    method: { repeats: number; folds: number; ridge: { digital: number; segments: number } };
  },
  lexicon: Lexicon,
): string {
  const { labels, method } = quality;
  const figures = measures.map((name) => {
    const { mean, low, high } = quality.measures[name];
    return `| ${names[name]} | ${three(mean)} | ${three(low)} to ${three(high)} | ${three(quality.authoredOnly[name])} |`;
  });
  const bySegment = quality.bySegment.map(
    ({ segment, count, accuracy }) => `| ${segment} | ${count} | ${percent(accuracy)} |`,
  );
  const bins = quality.calibration.map(
    ({ from, to, count, meanProbability, rightShare }) =>
      `| ${from.toFixed(1)} to ${to.toFixed(1)} | ${count.toFixed(1)} | ${three(meanProbability)} | ${three(rightShare)} |`,
  );
  return `${labels.count} labelled notices, ${method.folds} folds, mean of ${method.repeats} repeats, penalty ${method.ridge.digital} and ${method.ridge.segments}. The lexicon has ${lexicon.terms.size} expressions, ${lexicon.cpv.size} CPV prefixes and ${lexicon.suppliers.size} suppliers.

| measure | mean | 95 % interval | lexicon alone |
| --- | --- | --- | --- |
${figures.join('\n')}

| segment | notices | right |
| --- | --- | --- |
${bySegment.join('\n')}

| probability given | notices per repeat | mean | share right |
| --- | --- | --- | --- |
${bins.join('\n')}

| segment | expressions that speak for it |
| --- | --- |
${digitalSegmentIds.map((id) => `| ${id} | ${[...lexicon.terms.values()].filter(({ weights }) => (weights[id] ?? 0) > 0).length} |`).join('\n')}`;
}

/** The page with its measured part replaced. */
export function withTables(page: string, tables: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to < from) throw new TypeError(`The page lacks "${begin}" or "${end}".`);
  return `${page.slice(0, from + begin.length)}\n\n${tables}\n\n${page.slice(to)}`;
}

function three(value: number): string {
  return value.toFixed(3);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
