import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseMoney } from '../domain/contracts/money.ts';
import { amountBases, amountKinds } from '../domain/contracts/amount.ts';
import type { FactsReference } from '../domain/notices/facts-reference.ts';
import { legalRegimes } from '../domain/notices/process-facts.ts';
import { buyerTypes } from '../domain/organisations/mention.ts';
import type { Synonyms } from '../domain/contracts/search-query.ts';
import { digitalSegmentIds } from '../domain/segments/segment.ts';
import { vendorKinds } from '../domain/organisations/vendor.ts';
import { vendorCatalogue, type VendorCatalogue } from '../domain/organisations/vendor-catalogue.ts';
import type { BodySizes } from '../domain/organisations/body-size.ts';
import type { DeflatorSeries } from '../domain/market/deflate.ts';
import type { SegmentModel } from '../domain/segments/segment-model.ts';
import type { DeliveryModel } from '../domain/decisions/delivery-model.ts';
import { modelEntries } from './decisions/model-entries.ts';
import { readMethodReference, type MethodReference } from './decisions/read-method-reference.ts';
import { referenceClassEntries, type ReferenceClassEntry } from './benchmarks/reference-class-entries.ts';
import { deflatorSeries } from './market/deflator-series.ts';
import { bodySizeEntries, joinBodySizes } from './organisations/body-size-entries.ts';
import { readRouteReference, type RouteReference } from './routes/read-route-reference.ts';
import { readSegmentModel } from './segments/read-model.ts';
import { readYamlLines } from './yaml-lines.ts';
import { AppError } from '../lib/errors.ts';

/** Authored facts that are read once and passed in. */
export type Reference = FactsReference & {
  /** Folder of the authored data, absolute. */
  folder: string;
  /** Groups of expressions that a search takes for one another. */
  synonyms: Synonyms;
  /** Price levels of financial years. */
  deflators: DeflatorSeries;
  /** Priors of the reference classes. */
  referenceClasses: readonly ReferenceClassEntry[];
  /** CPV 2008: code of eight digits → English label. */
  cpvLabels: ReadonlyMap<string, string>;
  /** Which features speak for which market segment. */
  segments: SegmentModel;
  /** Technology vendors and resellers with their groups and products. */
  vendors: VendorCatalogue;
  /** Ways to get a digital service, in the order in which they are listed. */
  deliveryModels: readonly DeliveryModel[];
  /** What the steps of a sourcing decision go by. */
  decisions: MethodReference;
  /** Routes to market, procedures, and the law that a body buys under. */
  routes: RouteReference;
  /** Residents, homes and staff of public bodies. */
  bodySizes: BodySizes;
};

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const provenance = { source: z.string().min(1), reviewed: day };

/** A decimal number as text (so that YAML never rounds it), in hundredths. */
const pence = z.string().transform((text, context): number => {
  const { minorUnits, flag } = parseMoney(text, 'GBP');
  if (minorUnits !== null && (flag === null || flag === 'zero')) return minorUnits;
  context.addIssue({ code: 'custom', message: `"${text}" is not a plain decimal number` });
  return 0;
});

/** A regular expression, without regard to case. */
const pattern = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text, 'iu');
  } catch (cause) {
    context.addIssue({ code: 'custom', message: `not a regular expression: ${String(cause)}` });
    return /(?!)/;
  }
});

const noticeTypes = z.array(
  z.strictObject({
    code: z.string().regex(/^UK\d{1,2}$/),
    name: z.string(),
    meaning: z.string(),
    when: z.string(),
    exemptions: z.array(z.string()),
    ...provenance,
  }),
);

const thresholds = z.array(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      from: day,
      to: day.nullable(),
      gross: pence,
      ...provenance,
    })
    .transform(({ gross, ...rest }) => ({ ...rest, grossMinorUnits: gross })),
);

const buyerTypeNames = z.array(
  z
    .strictObject({ type: z.enum(buyerTypes), patterns: z.array(pattern).min(1), ...provenance })
    .transform(({ patterns, ...rest }) => ({ ...rest, pattern: anyOf(patterns) })),
);

const placeholders = z.strictObject({
  values: z.array(z.strictObject({ value: pence, ...provenance })),
  names: z.array(z.strictObject({ text: z.string(), ...provenance })),
});

const plausibleRanges = z.array(
  z
    .strictObject({
      kinds: z.array(z.enum(amountKinds)).min(1),
      currency: z.string().regex(/^[A-Z]{3}$/),
      regime: z.enum(legalRegimes).nullable(),
      least: pence,
      most: pence,
      ...provenance,
    })
    .transform(({ least, most, ...rest }) => ({ ...rest, leastMinorUnits: least, mostMinorUnits: most })),
);

const ceiling = z
  .strictObject({ amount: pence, currency: z.string(), basis: z.enum(amountBases) })
  .transform(({ amount, ...rest }) => ({ ...rest, minorUnits: amount }));

const frameworks = z.array(
  z.strictObject({
    reference: z.string().regex(/^RM\d{3,4}(\.\d{1,2})?$/),
    name: z.string(),
    aliases: z.array(pattern),
    ceilings: z.array(ceiling),
    ...provenance,
  }),
);

const synonyms = z.strictObject({
  source: z.string().min(1),
  reviewed: day,
  groups: z.array(z.array(z.string().regex(/^[^A-Z]+$/, 'lower case')).min(2)),
});

const vendorList = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
    name: z.string().min(1),
    group: z.string().min(1),
    kind: z.enum(vendorKinds),
    aliases: z.array(z.string().min(1)).min(1),
    keys: z
      .array(z.string().regex(/^GB-(COH:([A-Z]{2}\d{6}|\d{8})|PPON:[A-Z]{4}-\d{4}-[A-Z]{4})$/))
      .default([]),
    brand: z.array(z.string().min(2)).default([]),
    products: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          segment: z.enum(digitalSegmentIds),
          words: z.array(z.string().min(2)).min(1),
          isAmbient: z.boolean().default(false),
        }),
      )
      .default([]),
    ...provenance,
  }),
);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((one) => `(?:${one.source})`).join('|'), 'iu');
}

/**
 * Reads the authored facts of a folder (`reference/`): notices, thresholds, buyers' names, placeholders, plausible
 * ranges, frameworks.
 *
 * @param folder absolute
 * @throws AppError `input-unreadable` where a file is missing, is no YAML, or has an unknown or wrong member; the
 * sentence names file and path
 * @example readReference('/srv/sourcing/reference').noticeTypes.length // 17
 */
export function readReference(folder: string): Reference {
  const stands = readYaml(folder, 'placeholders.yaml', placeholders);
  return {
    folder,
    noticeTypes: readYaml(folder, 'notices.yaml', noticeTypes),
    thresholds: readYaml(folder, 'thresholds.yaml', thresholds),
    buyerTypeNames: readYaml(folder, 'buyer-type-names.yaml', buyerTypeNames),
    placeholders: new Set(stands.values.map((entry) => entry.value)),
    placeholderNames: new Set(stands.names.map((entry) => entry.text.toLowerCase())),
    plausibleRanges: readYaml(folder, 'plausible-ranges.yaml', plausibleRanges),
    frameworks: readYaml(folder, 'frameworks.yaml', frameworks),
    synonyms: readYaml(folder, 'synonyms.yaml', synonyms).groups,
    deflators: readYaml(folder, 'deflators.yaml', deflatorSeries),
    referenceClasses: readYaml(folder, 'reference-classes.yaml', referenceClassEntries),
    deliveryModels: readYaml(folder, 'models.yaml', modelEntries),
    decisions: readMethodReference((name, schema) => readYaml(folder, name, schema)),
    routes: readRouteReference((name, schema) => readYaml(folder, name, schema)),
    cpvLabels: readCpvLabels(folder),
    segments: readSegmentModel(folder),
    vendors: readVendors(folder),
    bodySizes: readBodySizes(folder),
  };
}

/** The vendors, and those of the sample market, which are marked as such. */
function readVendors(folder: string): VendorCatalogue {
  const vendors = readYaml(folder, 'vendors.yaml', vendorList);
  const invented = readYaml(folder, 'vendors-sample.yaml', vendorList);
  return asOne(join(folder, 'vendors.yaml'), () =>
    vendorCatalogue([
      ...vendors.map((vendor) => ({ ...vendor, isSample: false })),
      ...invented.map((vendor) => ({ ...vendor, isSample: true })),
    ]),
  );
}

/** The sizes of bodies, and of those of the sample market, which are marked as such. */
function readBodySizes(folder: string): BodySizes {
  const published = readYaml(folder, 'body-size.yaml', bodySizeEntries);
  const invented = readYaml(folder, 'body-size-sample.yaml', bodySizeEntries);
  return asOne(join(folder, 'body-size.yaml'), () => joinBodySizes(published, invented));
}

/** Entries that must not contradict each other; a contradiction is the file's fault. */
function asOne<Entries>(path: string, make: () => Entries): Entries {
  try {
    return make();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError(
      'input-unreadable',
      `The reference file ${path} is wrong: ${reason} Correct the file.`,
      { cause },
    );
  }
}

/** `cpv-2008.csv`: a header, then `code,label` with the label in quotation marks where it holds a comma. */
function readCpvLabels(folder: string): Map<string, string> {
  const lines = readText(join(folder, 'cpv-2008.csv')).split('\n').slice(1);
  return new Map(
    lines
      .filter((line) => line !== '')
      .map((line) => [
        line.slice(0, 8),
        line
          .slice(9)
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"'),
      ]),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('input-unreadable', `The reference file ${path} cannot be read: ${String(cause)}`, {
      cause,
    });
  }
}

function readYaml<Schema extends z.ZodType>(folder: string, name: string, schema: Schema): z.output<Schema> {
  const path = join(folder, name);
  const text = readText(path);
  let content: unknown;
  try {
    content = parse(text);
  } catch (cause) {
    throw new AppError('input-unreadable', `The reference file ${path} cannot be read: ${String(cause)}`, {
      cause,
    });
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  // Only a file that is wrong is read with its lines, which takes longer.
  const read = readYamlLines(text);
  const line = read.fault === null ? read.lineOf(placeOf(issue)) : null;
  throw new AppError(
    'input-unreadable',
    `The reference file ${path} is wrong at "${(issue?.path ?? []).join('.')}"${line === null ? '' : ` (line ${line})`}: ` +
      `${issue?.message ?? 'unknown'}. Correct the file.`,
    { cause: result.error },
  );
}

/** Where a mistake stands: a member that isn’t known stands at its own line. */
function placeOf(issue: z.core.$ZodIssue | undefined): PropertyKey[] {
  const keys = [...(issue?.path ?? [])];
  return issue?.code === 'unrecognized_keys' ? [...keys, ...issue.keys.slice(0, 1)] : keys;
}
