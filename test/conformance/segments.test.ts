import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { authoredWeights, readerOf } from '../../scripts/segments/authored-model.ts';
import { readLabels } from '../../scripts/segments/read-labels.ts';
import { readLexicon } from '../../scripts/segments/read-lexicon.ts';
import { readSegmentModel } from '../../src/app/segments/read-model.ts';
import { segmentQuality } from '../../src/app/segments/show-quality.ts';
import { crossValidate, fitModel } from '../../src/domain/segments/cross-validate.ts';
import { measureQuality } from '../../src/domain/segments/measure-quality.ts';
import { sha256Hex } from '../../src/lib/hash.ts';
import { seededRng } from '../../src/lib/rng.ts';
import { authoredReference } from '../factories/reference.ts';
import { describeShared } from '../support/shared-data.ts';

const reference = join(import.meta.dirname, '..', '..', 'reference');
const quality = segmentQuality.parse(
  JSON.parse(readFileSync(join(reference, 'segments', 'quality.json'), 'utf8')),
);
const lexicon = readLexicon(join(reference, 'segments'));
const options = { authored: authoredWeights(lexicon), ridge: quality.method.ridge };

describeShared('segments of labelled notices', 'labels', (folder) => {
  it('were measured on these labels', () => {
    const labels = readFileSync(join(folder, 'segments-labelled.jsonl'));
    expect(quality.labels.sha256).toBe(sha256Hex(labels));
  });

  it('reach what is asked of them, by the measures that are published', () => {
    const { digitalF1, segmentAccuracy, calibrationError } = quality.measures;
    expect(digitalF1.mean).toBeGreaterThanOrEqual(0.93);
    expect(segmentAccuracy.mean).toBeGreaterThanOrEqual(0.8);
    expect(calibrationError.mean).toBeLessThanOrEqual(0.08);
  });

  it('reach it in a repeat that is measured now', { timeout: 240_000 }, async () => {
    const notices = await readLabels(folder, authoredReference(), readerOf(lexicon));
    const measured = measureQuality(crossValidate(notices, options, { folds: 5, seed: 99 }));
    expect(measured.digitalF1).toBeGreaterThanOrEqual(0.93);
    expect(measured.segmentAccuracy).toBeGreaterThanOrEqual(0.8);
    expect(measured.calibrationError).toBeLessThanOrEqual(0.08);
  });

  it('are answered by the weights that lexicon and labels give', { timeout: 240_000 }, async () => {
    const notices = await readLabels(folder, authoredReference(), readerOf(lexicon));
    const fitted = fitModel(notices, options, seededRng('segments'));
    const held = readSegmentModel(reference);
    const farthest = [...held.weights].reduce((most, [key, weights]) => {
      const own = fitted.weights.get(key) ?? [];
      return Math.max(most, ...weights.map((weight, at) => Math.abs(weight - (own[at] ?? 0))));
    }, 0);
    expect(held.weights.size).toBe(fitted.weights.size);
    // The file has two decimals and leaves out what is below 0.03.
    expect(farthest).toBeLessThan(0.04);
  });
});
