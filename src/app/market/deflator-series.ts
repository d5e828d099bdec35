import { z } from 'zod';
import { financialYearDeflators, type DeflatorSeries } from '../../domain/market/deflate.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD');
const year = z.number().int().min(1900).max(2199);
const level = z.strictObject({ year, index: z.number().positive() });

/** `reference/deflators.yaml`: price levels by calendar year, made into those of financial years. */
export const deflatorSeries = z
  .strictObject({
    version: z.string().min(1),
    source: z.string().min(1),
    reviewed: day,
    baseYear: year,
    assumed: z.strictObject({
      growth: z.number(),
      until: year,
      source: z.string().min(1),
      reviewed: day,
    }),
    published: z.array(level),
    calendar: z
      .array(level)
      .min(1)
      .refine(
        (levels) => levels.every((one, at) => at === 0 || one.year === (levels[at - 1]?.year ?? 0) + 1),
        {
          message: 'the years must follow each other without a gap',
        },
      ),
  })
  .transform(({ version, baseYear, assumed, published, calendar }): DeflatorSeries => {
    const derived = financialYearDeflators(
      calendar.map((one) => [one.year, one.index] as const),
      assumed,
    );
    const given = published.map((one) => ({ ...one, basis: 'published' as const }));
    const known = new Set(given.map((one) => one.year));
    return {
      version,
      baseYear,
      years: [...given, ...derived.filter((one) => !known.has(one.year))].toSorted((a, b) => a.year - b.year),
    };
  });
