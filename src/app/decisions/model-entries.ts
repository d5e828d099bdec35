import { z } from 'zod';
import { levels, modelFamilies, modelMarkets } from '../../domain/decisions/delivery-model.ts';
import { idText } from '../../domain/decisions/case-parts/case-fields.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { evolutions } from '../../domain/decisions/case-parts/need.ts';

const texts = z.array(z.string().min(1)).min(1);

/** The shape of `reference/models.yaml`. */
export const modelEntries = z
  .array(
    z.strictObject({
      id: idText,
      name: z.string().min(1),
      family: z.enum(modelFamilies),
      summary: z.string().min(1),
      fits: texts,
      fails: texts,
      evolution: z.array(z.enum(evolutions)).min(1),
      differentiation: z.array(z.enum(levels)).min(1),
      volatility: z.array(z.enum(levels)).min(1),
      market: z.enum(modelMarkets),
      segments: z.array(z.enum(digitalSegmentIds)).min(1).optional(),
      skills: texts,
      staff: z.strictObject({ low: z.number().min(0), high: z.number().min(0) }),
      costs: texts,
      risks: texts,
      exit: z.string().min(1),
      closesOff: z.string().min(1),
      reversalMonths: z.number().int().min(0),
      source: z.string().min(1),
      reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
    }),
  )
  .min(1);
