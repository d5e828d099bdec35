/**
 * Fits the segment model: authored lexicon, corrected by labelled notices, calibrated and cross-validated.
 *
 *   npm run train-segments                     labels from ../shared/data/labels
 *   npm run train-segments -- FOLDER           labels from FOLDER
 *   npm run train-segments -- --check FOLDER   measures only, writes nothing
 *
 * Writes reference/segments/weights.json and quality.json, and the tables of docs/methods/segments.md. The same lexicon
 * and labels give the same bytes. Takes about two minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readReference } from '../src/app/reference.ts';
import { crossValidate, fitModel } from '../src/domain/segments/cross-validate.ts';
import { sha256Hex } from '../src/lib/hash.ts';
import { seededRng } from '../src/lib/rng.ts';
import { authoredWeights, readerOf } from './segments/authored-model.ts';
import { readLabels } from './segments/read-labels.ts';
import { readLexicon } from './segments/read-lexicon.ts';
import { authoredOnly, summarise } from './segments/summarise.ts';
import { methodTables, withTables } from './segments/method-tables.ts';
import { weightsFile } from './segments/weights-file.ts';

const root = join(import.meta.dirname, '..');
const repeats = 10;
const folds = 5;
/** Chosen for prudence: from 8 to 20 the measures differ by less than their spread over repeats. */
const ridge = { digital: 8, segments: 8, bias: 10 };

const labelFolder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const folder = labelFolder ?? join(root, '..', 'shared', 'data', 'labels');
const lexicon = readLexicon(join(root, 'reference', 'segments'));
const notices = await readLabels(folder, readReference(join(root, 'reference')), readerOf(lexicon));
const options = { authored: authoredWeights(lexicon), ridge };
const rounds = Array.from({ length: repeats }, (_, seed) => crossValidate(notices, options, { folds, seed }));
const quality = {
  labels: {
    count: notices.length,
    sha256: sha256Hex(readFileSync(join(folder, 'segments-labelled.jsonl'))),
  },
  method: { repeats, folds, ridge },
  ...summarise(rounds, authoredOnly(notices, options.authored)),
};
const tables = methodTables(quality, lexicon);
process.stdout.write(`${tables}\n`);
if (!process.argv.includes('--check')) {
  const model = fitModel(notices, options, seededRng('segments'));
  await write('reference/segments/weights.json', weightsFile(lexicon, model));
  await write('reference/segments/quality.json', JSON.stringify(quality));
  const page = 'docs/methods/segments.md';
  await write(page, withTables(readFileSync(join(root, page), 'utf8'), tables));
}

async function write(path: string, text: string): Promise<void> {
  const filepath = join(root, path);
  writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}
