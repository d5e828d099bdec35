import { z } from 'zod';
import { routeVerdicts } from '../../domain/routes/assess-route.ts';
import { checkReasons } from '../../domain/routes/checks-due.ts';
import { classifications, confidences, routeKinds } from '../../domain/routes/route.ts';
import { opennesses } from '../../domain/routes/procedures-for.ts';
import { noticeDuties, procedureIds } from '../../domain/routes/procedure.ts';
import { nations } from '../../domain/routes/regime.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { bodyTypes } from './regime-entries.ts';

const provenance = { source: z.string(), reviewed: z.string() };

/** What the register shows through a route. */
export const awardsView = z.object({
  awards: z.number().int(),
  suppliers: z.number().int(),
  /** Suppliers that won one alone and call themselves small or medium-sized there. */
  smeSuppliers: z.number().int(),
  sizedAwards: z.number().int(),
  smeAwards: z.number().int(),
  netCount: z.number().int(),
  netPence: z.number().int(),
  lastOn: z.string().nullable(),
  text: z.string(),
});

/** How a route stands today. */
export const routeStatusView = z.object({
  kind: z.enum(['open', 'not-started', 'ended', 'unknown']),
  /** Since when it is unknown; null otherwise, and where no day is held. */
  since: z.string().nullable(),
  text: z.string(),
});

/** What is common to a route wherever it is listed. */
export const routeHeadView = z.object({
  id: z.string(),
  number: z.string().nullable(),
  name: z.string(),
  owner: z.string(),
  kind: z.enum(routeKinds),
  status: routeStatusView,
  checked: z.string(),
  source: z.string(),
  isSample: z.boolean(),
  /** Null where the register can’t be reached. */
  awards: awardsView.nullable(),
});

const lotView = z.object({
  id: z.string(),
  name: z.string(),
  segments: z.array(z.enum(digitalSegmentIds)),
  classification: z.enum(classifications).nullable(),
});

/** A fact of a route in words; `text` is null where it isn’t held. */
const factView = z.object({
  name: z.string(),
  text: z.string().nullable(),
  confidence: z.enum(confidences).nullable(),
  note: z.string().nullable(),
  source: z.string().nullable(),
});

/** One route with every fact. */
export const routeView = routeHeadView.extend({
  ocids: z.array(z.string()),
  note: z.string().nullable(),
  lots: z.array(lotView.extend({ longest: factView })),
  facts: z.array(factView),
  replaces: z.array(z.object({ id: z.string(), name: z.string() })),
  replacedBy: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type RouteView = z.output<typeof routeView>;

/** Every route, those whose facts should be looked at first. */
export const routeListView = z.object({
  asOf: z.string(),
  oldAfterDays: z.number().int(),
  routes: z.array(
    routeHeadView.extend({ daysOld: z.number().int(), reasons: z.array(z.enum(checkReasons)) }),
  ),
});
export type RouteListView = z.output<typeof routeListView>;

/** The ways in of each segment. */
export const doorsView = z.object({
  asOf: z.string(),
  segments: z.array(
    z.object({
      segment: z.enum(digitalSegmentIds),
      doors: z.array(
        routeHeadView.extend({
          state: z.enum(['open-now', 'opens', 'unknown', 'closed', 'ended']),
          stateText: z.string(),
          takes: z.string().nullable(),
          fee: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type DoorsView = z.output<typeof doorsView>;

const thresholdView = z.object({
  id: z.string(),
  name: z.string(),
  grossPence: z.number().int(),
  from: z.string(),
  to: z.string().nullable(),
  isReached: z.boolean(),
  isClose: z.boolean(),
  text: z.string(),
  ...provenance,
});

/** Routes and procedures for a need. */
export const foundRoutesView = z.object({
  asOf: z.string(),
  asked: z.object({
    segment: z.enum(digitalSegmentIds),
    netPence: z.number().int(),
    grossPence: z.number().int(),
    vatPercent: z.number(),
    months: z.number().int(),
    bodyType: z.enum(bodyTypes),
    nation: z.enum(nations),
    startOn: z.string(),
    awardOn: z.string(),
    endOn: z.string(),
    classification: z.enum(classifications).nullable(),
    buyer: z.string().nullable(),
  }),
  /** What to mind in what was asked. */
  warnings: z.array(z.string()),
  regime: z.object({
    id: z.string(),
    name: z.string(),
    isModelled: z.boolean(),
    note: z.string(),
    differences: z.array(z.string()),
    ...provenance,
  }),
  otherLaw: z.array(z.object({ name: z.string(), note: z.string(), ...provenance })),
  /** Null where the regime isn’t modelled or none is held for the day. */
  threshold: thresholdView.nullable(),
  thresholdNote: z.string().nullable(),
  bodyChanges: z.array(z.object({ id: z.string(), text: z.string(), ...provenance })),
  routes: z.array(
    routeHeadView.extend({
      verdict: z.enum(routeVerdicts),
      lots: z.array(lotView),
      findings: z.array(
        z.object({
          code: z.string(),
          weight: z.enum(['says', 'warns', 'doubts', 'waits', 'unknown', 'bars']),
          text: z.string(),
        }),
      ),
    }),
  ),
  procedures: z.array(
    z.object({
      id: z.enum(procedureIds),
      name: z.string(),
      summary: z.string(),
      law: z.string(),
      openness: z.enum(opennesses),
      because: z.string(),
      conditions: z.array(z.object({ text: z.string(), confidence: z.enum(confidences) })),
      notices: z.array(
        z.object({ code: z.string(), name: z.string(), duty: z.enum(noticeDuties), when: z.string() }),
      ),
      ...provenance,
    }),
  ),
});
export type FoundRoutesView = z.output<typeof foundRoutesView>;
