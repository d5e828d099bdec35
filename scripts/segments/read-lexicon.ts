/** The authored knowledge of segments: expressions, codes, suppliers, frameworks, with what each says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { legalRegimes } from '../../src/domain/notices/process-facts.ts';
import { digitalSegmentIds } from '../../src/domain/segments/segment.ts';
import type { FeatureWeights } from '../../src/domain/segments/segment-model.ts';
import { calledMark } from '../../src/domain/segments/features-of.ts';
import { wordsOf } from '../../src/domain/segments/words-of.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const provenance = { source: z.string().min(1), reviewed: day };
const segments = z.partialRecord(z.enum(digitalSegmentIds), z.number());
const byStrength = z.strictObject({
  certain: z.array(z.coerce.string()).default([]),
  likely: z.array(z.coerce.string()).default([]),
  hint: z.array(z.coerce.string()).default([]),
});
type Strength = keyof z.output<typeof byStrength>;
const about = z.enum([...digitalSegmentIds, 'not-digital', 'digital']);
const expressions = z.strictObject({
  segment: about,
  ...provenance,
  terms: byStrength,
  context: byStrength.optional(),
});
const cpv = z.strictObject({
  ...provenance,
  codes: z.array(
    z.strictObject({
      prefix: z.string().regex(/^\d{2,8}$/),
      label: z.string(),
      digital: z.number(),
      segments: segments.default({}),
    }),
  ),
});
const suppliers = z.strictObject({
  ...provenance,
  groups: z.array(
    z.strictObject({
      sells: z.string(),
      digital: z.number(),
      segments: segments.default({}),
      names: z.array(z.string()).min(1),
    }),
  ),
  called: z.array(
    z.strictObject({
      digital: z.number(),
      segments: segments.default({}),
      words: z.array(z.string()).min(1),
    }),
  ),
});
const frameworks = z.strictObject({
  ...provenance,
  frameworks: z.array(
    z.strictObject({
      reference: z.string().regex(/^RM\d{4}$/),
      lot: z.string().optional(),
      digital: z.number(),
      segments: segments.default({}),
    }),
  ),
  regimes: z.array(z.strictObject({ regime: z.enum(legalRegimes), digital: z.number() })),
  categories: z.array(
    z.strictObject({
      category: z.enum(['goods', 'services', 'works']),
      digital: z.number(),
      segments: segments.default({}),
    }),
  ),
});
const heads = z.strictObject({
  ...provenance,
  passed_over: z.array(z.string()),
  heads: z.array(z.strictObject({ word: z.string(), digital: z.number(), segments: segments.default({}) })),
});
const language = z.strictObject({
  ...provenance,
  spellings: z.record(z.string(), z.string()),
  without_meaning: z.array(z.string()),
});

/** Weights of a word by how surely it speaks: for technology as such, and for its segment. */
const forTechnology: Record<Strength, number> = { certain: 3, likely: 1.5, hint: 0.6 };
const ofSegment: Record<Strength, { digital: number; segment: number }> = {
  certain: { digital: 2.5, segment: 3 },
  likely: { digital: 1, segment: 2 },
  hint: { digital: 0, segment: 1 },
};

/** One authored expression, code or name. */
export type Entry = { label: string; weights: FeatureWeights };

/** Everything that is authored, before any label was seen. */
export type Lexicon = {
  spellings: Map<string, string[]>;
  withoutMeaning: string[];
  passedOver: string[];
  /** By the words in their compared form. */
  terms: Map<string, Entry>;
  cpv: Map<string, Entry>;
  suppliers: Map<string, Entry>;
  /** `head:…`, `framework:…`, `regime:…`, `category:…`. */
  others: Map<string, FeatureWeights>;
};

/**
 * Reads `reference/segments`.
 *
 * @example readLexicon('reference/segments').terms.get('patient record')
 */
export function readLexicon(folder: string): Lexicon {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> =>
    schema.parse(parse(readFileSync(join(folder, name), 'utf8')), { error: () => name });
  const words = read('language.yaml', language);
  const spellings = new Map(Object.entries(words.spellings).map(([from, to]) => [from, to.split(' ')]));
  const titles = read('heads.yaml', heads);
  const lexicon: Lexicon = {
    spellings,
    withoutMeaning: words.without_meaning,
    passedOver: titles.passed_over.flatMap((text) => wordsOf(text, spellings)),
    terms: new Map(),
    cpv: new Map(),
    suppliers: new Map(),
    others: new Map(),
  };
  for (const name of about.options) addTerms(lexicon, read(join('lexicon', `${name}.yaml`), expressions));
  for (const { prefix, label, ...entry } of read('cpv.yaml', cpv).codes)
    lexicon.cpv.set(prefix, { label, weights: { digital: entry.digital, ...entry.segments } });
  const { groups, called } = read('suppliers.yaml', suppliers);
  for (const group of groups)
    for (const name of group.names)
      add(lexicon.suppliers, name, name, { digital: group.digital, ...group.segments }, spellings);
  for (const { digital, segments: of, words: names } of called)
    for (const name of names)
      add(
        lexicon.suppliers,
        `a firm with “${name}” in its name`,
        `${calledMark} ${name}`,
        { digital, ...of },
        spellings,
      );
  const rest = read('frameworks.yaml', frameworks);
  for (const { reference, lot, digital, segments: of } of rest.frameworks)
    lexicon.others.set(`framework:${reference}${lot === undefined ? '' : ` lot ${lot}`}`, { digital, ...of });
  for (const { word, digital, segments: of } of titles.heads)
    lexicon.others.set(`head:${wordsOf(word, spellings).join(' ')}`, { digital, ...of });
  for (const { regime, digital } of rest.regimes) lexicon.others.set(`regime:${regime}`, { digital });
  for (const { category, digital, segments: of } of rest.categories)
    lexicon.others.set(`category:${category}`, { digital, ...of });
  return lexicon;
}

function addTerms(lexicon: Lexicon, file: z.output<typeof expressions>): void {
  for (const strength of ['certain', 'likely', 'hint'] as const) {
    for (const label of file.terms[strength])
      add(lexicon.terms, label, label, weightsOf(file.segment, strength), lexicon.spellings);
    for (const label of file.context?.[strength] ?? [])
      add(lexicon.terms, label, label, contextWeights(file.segment, strength), lexicon.spellings);
  }
}

function weightsOf(segment: z.output<typeof about>, strength: Strength): FeatureWeights {
  if (segment === 'digital') return { digital: forTechnology[strength] };
  if (segment === 'not-digital') return { digital: -forTechnology[strength] };
  const { digital, segment: own } = ofSegment[strength];
  return { digital, [segment]: own };
}

/** Half of what an expression of the segment says, and nothing for or against technology. */
function contextWeights(segment: z.output<typeof about>, strength: Strength): FeatureWeights {
  if (segment === 'digital' || segment === 'not-digital') return { digital: 0 };
  return { digital: 0, [segment]: ofSegment[strength].segment / 2 };
}

/** The same expression from two files keeps each segment's weight, and of its weights for technology the farthest from none. */
function add(
  into: Map<string, Entry>,
  label: string,
  text: string,
  weights: FeatureWeights,
  spellings: Lexicon['spellings'],
): void {
  const key = wordsOf(text, spellings).join(' ');
  if (key === '') throw new TypeError(`"${label}" has no word in it.`);
  const known = into.get(key);
  if (known === undefined) {
    into.set(key, { label, weights });
    return;
  }
  for (const id of digitalSegmentIds) {
    const weight = Math.max(known.weights[id] ?? 0, weights[id] ?? 0);
    if (weight > 0) known.weights[id] = weight;
  }
  if (Math.abs(weights.digital) > Math.abs(known.weights.digital)) known.weights.digital = weights.digital;
}
