import { z } from 'zod';
import { urgencies } from '../../domain/strategies/renewal-urgency.ts';
import { outcomes } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { renewalItem } from '../market/renewals-view.ts';
import { coverageView } from '../market/views.ts';

/** A delivery model, and what it was read from. */
const modelView = z.object({ id: z.string(), name: z.string() });

/** One part of what is committed. */
export const mixPart = z.object({
  segment: z.enum(digitalSegmentIds),
  /** Null where neither segment nor words tell. */
  model: modelView.nullable(),
  contracts: z.number().int(),
  /** Contracts whose money could be spread over their term. */
  measured: z.number().int(),
  /** From this financial year on, without VAT and without options. */
  pence: z.number().int(),
});

/** A check of a playbook that fired on contracts of the body. */
export const differenceView = z.object({
  /** Segments of the contracts on which it fired. */
  segments: z.array(z.enum(digitalSegmentIds)).min(1),
  id: z.string(),
  outcome: z.enum(outcomes),
  title: z.string(),
  because: z.string(),
  act: z.string(),
  /** Section of the playbook, or a paragraph of it as `section.paragraph`. */
  passage: z.string(),
  fired: z.number().int(),
  /** Contracts that say enough for it to fire or not. */
  judged: z.number().int(),
  notStated: z.number().int(),
  /** The first few on which it fired. */
  contracts: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type DifferenceView = z.output<typeof differenceView>;

/** Something to do in a renewal, and where it comes from. */
export const stepView = z.object({
  text: z.string(),
  /** `check`: a check of the playbook fired on the contract · `playbook`: what the playbook says of every contract of its segment. */
  from: z.enum(['check', 'playbook']),
  passage: z.string(),
});

/** A renewal with the approach that the playbook of its segment recommends. */
export const renewalPlan = z.object({
  renewal: renewalItem,
  segment: z.enum(digitalSegmentIds),
  urgency: z.enum(urgencies),
  steps: z.array(stepView),
  /** Delivery models that the playbook relates to the segment, with when each is the way. */
  models: z.array(modelView.extend({ when: z.string() })),
});
export type RenewalPlan = z.output<typeof renewalPlan>;

/** What the register shows of a body’s digital sourcing. */
export const strategyEvidence = z.object({
  buyer: z.object({ id: z.string(), name: z.string() }),
  asOf: z.string(),
  /** The financial year that commitments are counted from, by the year in which it begins. */
  fromYear: z.number().int(),
  /** Digital contracts that run on that day or later, and how many more have no published end. */
  running: z.number().int(),
  endless: z.number().int(),
  coverage: coverageView,
  mix: z.array(mixPart),
  /** Contracts on which the checks were run: the largest where there are very many. */
  checked: z.number().int(),
  differences: z.array(differenceView),
  /** Renewals within two years, those that end first at the top, and how many there are. */
  until: z.string(),
  renewals: z.array(renewalPlan),
  renewalsFound: z.number().int(),
});
export type StrategyEvidence = z.output<typeof strategyEvidence>;

/** Parts of a strategy that are written from the evidence and edited. */
export const strategySections = ['aim', 'position', 'practice', 'renewals', 'actions'] as const;
export type StrategySection = (typeof strategySections)[number];

/** Their texts: paragraphs, and lines that begin with a hyphen. */
export const strategyTexts = z.object({
  aim: z.string(),
  position: z.string(),
  practice: z.string(),
  renewals: z.string(),
  actions: z.string(),
});
export type StrategyTexts = z.output<typeof strategyTexts>;

/** Markings that a strategy may carry. */
export const strategyMarkings = ['OFFICIAL', 'OFFICIAL-SENSITIVE COMMERCIAL'] as const;

/** A strategy as it is shown: kept by the body, or written from the evidence and not kept yet. */
export const strategyView = z.object({
  evidence: strategyEvidence,
  texts: strategyTexts,
  marking: z.enum(strategyMarkings),
  /** Null while it isn’t kept. */
  kept: z
    .object({
      revision: z.number().int(),
      newest: z.number().int(),
      savedAt: z.string(),
      savedBy: z.string(),
      note: z.string().nullable(),
    })
    .nullable(),
  /** Sections whose texts people have changed. */
  edited: z.array(z.enum(strategySections)),
});
export type StrategyView = z.output<typeof strategyView>;
