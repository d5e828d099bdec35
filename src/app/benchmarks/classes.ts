import { z } from 'zod';
import { listGrowth, type GrowthRow } from '../../db/queries/benchmarks.ts';
import type { RatioPrior, RatioSample } from '../../domain/benchmarks/fit-log-ratio.ts';
import {
  changeNoticeLimits,
  changeNoticeRegimes,
  classNumbers,
  growthClass,
  projectClass,
  referenceClassKinds,
  type ReferenceClassKind,
} from '../../domain/benchmarks/reference-class.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import { legalRegimes } from '../../domain/notices/process-facts.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import type { ReferenceClassEntry } from './reference-class-entries.ts';

const distributionView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('log-normal'), mu: z.number(), sigma: z.number() }),
  z.object({
    kind: z.literal('log-normal-pareto'),
    tailShare: z.number(),
    mu: z.number(),
    sigma: z.number(),
    threshold: z.number(),
    alpha: z.number(),
    cap: z.number(),
  }),
]);

/** One reference class: what it is of, what it rests on, and its distribution as parameters and as quantiles. */
export const referenceClassView = z.object({
  id: z.string(),
  kind: z.enum(referenceClassKinds),
  name: z.string(),
  applies: z.string(),
  /** Of contract growth: what it is narrowed to; null is any. */
  segment: z.enum(digitalSegmentIds).nullable(),
  route: z.enum(routes).nullable(),
  regime: z.enum(legalRegimes).nullable(),
  /** Ratios in the sample, and how many of them were published or are only known to lie between the limits of change notices. */
  n: z.number().int(),
  exact: z.number().int(),
  censored: z.number().int(),
  /** Left out: ended under a law that wants no change published; still running; without a believable value; with a ratio that can only be a fault. */
  unobserved: z.number().int(),
  running: z.number().int(),
  noValue: z.number().int(),
  unbelievable: z.number().int(),
  /** How far the class comes from its sample: n ÷ (n + weight of the prior). 0 is the prior alone. */
  sampleShare: z.number(),
  prior: z.object({
    /** `reference`: from reference-classes.yaml; else the id of the wider class. */
    from: z.string(),
    basis: z.enum(['published', 'bounds', 'judgement', 'register']),
    weight: z.number(),
    source: z.string(),
  }),
  distribution: distributionView,
  quantiles: z.array(z.object({ share: z.number(), ratio: z.number() })),
  mean: z.number(),
  censoring: z.string(),
});
export type ReferenceClassView = z.output<typeof referenceClassView>;

const censoringOf: Record<ReferenceClassKind, string> = {
  'contract-growth':
    'Under the Procurement Act changes of up to a tenth of the value need no notice: a contract that ended without a published change is only known to have come to 0.9 to 1.1 times its value. Under other laws silence says nothing, and such contracts are left out, as are those that still run without a change. Value at award includes options as far as the notice does, so that growth by exercised options is in it where the notice left them out.',
  'project-cost':
    'Outturn over the estimate at the same approval stage. No outturn is held here yet. Projects stopped before their end have no outturn and are missing.',
  'project-time':
    'Duration over the estimate at the same approval stage. No outturn is held here yet. Projects stopped before their end have no outturn and are missing.',
};

/** Reference classes for forecasts. */
export const listReferenceClasses = operation({
  id: 'benchmarks.classes',
  summary:
    'List reference classes (contract growth, project cost and time) with priors, quantiles and parameters to draw from.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    kind: z.enum(referenceClassKinds).optional().describe('Only classes of this quantity.'),
    segment: z.enum(digitalSegmentIds).optional().describe('Contract growth in this segment only.'),
    route: z.enum(routes).optional().describe('Contract growth by this route only.'),
    regime: z.enum(legalRegimes).optional().describe('Contract growth under this law only.'),
  }),
  output: z.object({
    asOf: z.string(),
    changeNoticeLimits: z.object({ least: z.number(), most: z.number() }),
    classes: z.array(referenceClassView),
  }),
  present: ({ classes }) =>
    textTable([
      ['class', 'sample', 'share', 'P10', 'P50', 'P80', 'P90', 'mean'],
      ...classes.map((each) => [
        each.id,
        countText(each.n, 'ratio'),
        each.sampleShare.toFixed(2),
        ...[0.1, 0.5, 0.8, 0.9].map((share) => ratioAt(each, share).toFixed(2)),
        each.mean.toFixed(2),
      ]),
    ]),
  run: async (context, input) => {
    const today = londonDayOf(context.clock.now());
    const entries = context.reference.referenceClasses;
    const rows = await listGrowth(await context.register(), today, changeNoticeRegimes);
    const classes = entries.flatMap((entry) =>
      entry.kind === 'contract-growth' ? growthClasses(entry, rows, input) : [projectClassOf(entry)],
    );
    return {
      asOf: today,
      changeNoticeLimits,
      classes: classes.filter((each) => input.kind === undefined || each.kind === input.kind),
    };
  },
});

function ratioAt(view: ReferenceClassView, share: number): number {
  return view.quantiles.find((each) => each.share === share)?.ratio ?? Number.NaN;
}

type Narrowing = {
  segment?: ReferenceClassView['segment'] | undefined;
  route?: ReferenceClassView['route'] | undefined;
  regime?: ReferenceClassView['regime'] | undefined;
};

/**
 * Contract growth over all digital contracts, in each segment, and in what was asked for. Each is drawn towards the next
 * wider one, the widest towards the authored prior.
 */
function growthClasses(
  entry: ReferenceClassEntry,
  rows: readonly GrowthRow[],
  asked: Narrowing,
): ReferenceClassView[] {
  const { distribution, weight } = entry;
  if (distribution.kind !== 'log-normal') {
    throw new AppError(
      'input-unreadable',
      'reference-classes.yaml gives contract growth a tail; use log-normal.',
    );
  }
  const authored: Wider = {
    view: null,
    prior: { mu: distribution.mu, sigma: distribution.sigma, weight },
    basis: entry.basis,
    source: entry.source,
  };
  const all = growthView(entry, rows, {}, authored);
  const segments = digitalSegmentIds
    .filter((segment) => asked.segment === undefined || segment === asked.segment)
    .map((segment) => growthView(entry, rows, { segment }, all));
  if (asked.route === undefined && asked.regime === undefined)
    return [all.view, ...segments.map(({ view }) => view)];
  const wider = asked.segment === undefined ? all : (segments[0] ?? all);
  const narrow = growthView(entry, rows, asked, wider);
  return wider === all ? [all.view, narrow.view] : [all.view, wider.view, narrow.view];
}

type Wider = {
  view: ReferenceClassView | null;
  prior: RatioPrior;
  basis: ReferenceClassView['prior']['basis'];
  source: string;
};

function growthView(
  entry: ReferenceClassEntry,
  rows: readonly GrowthRow[],
  narrowing: Narrowing,
  wider: Wider,
): Wider & { view: ReferenceClassView } {
  const { segment = null, route = null, regime = null } = narrowing;
  const members = rows.filter(
    (row) =>
      (segment === null || row.segment === segment) &&
      (route === null || row.route === route) &&
      (regime === null || row.regime === regime),
  );
  const total = (of: (row: GrowthRow) => number): number => members.reduce((sum, row) => sum + of(row), 0);
  const sample: RatioSample = {
    exact: total((row) => row.exact),
    sumLog: total((row) => row.sum_log),
    sumLogSquares: total((row) => row.sum_log_squares),
    censored: total((row) => row.censored),
  };
  const { fit, distribution } = growthClass(sample, wider.prior);
  const view: ReferenceClassView = {
    id: [entry.kind, segment, route, regime].filter((part) => part !== null).join(':'),
    kind: entry.kind,
    name: entry.name,
    applies: entry.applies,
    segment,
    route,
    regime,
    n: fit.n,
    exact: sample.exact,
    censored: sample.censored,
    unobserved: total((row) => row.unobserved),
    running: total((row) => row.running),
    noValue: total((row) => row.no_value),
    unbelievable: total((row) => row.unbelievable),
    sampleShare: fit.sampleShare,
    prior: {
      from: wider.view?.id ?? 'reference',
      basis: wider.basis,
      weight: wider.prior.weight,
      source: wider.source,
    },
    ...classNumbers(distribution),
    censoring: censoringOf[entry.kind],
  };
  return {
    view,
    prior: { mu: fit.mu, sigma: fit.sigma, weight: wider.prior.weight },
    basis: 'register',
    source: `Contracts of the register in the class ${view.id}, n = ${fit.n}, and its own prior.`,
  };
}

function projectClassOf(entry: ReferenceClassEntry): ReferenceClassView {
  const { n, sampleShare, distribution } = projectClass([], entry.distribution, entry.weight);
  return {
    id: entry.kind,
    kind: entry.kind,
    name: entry.name,
    applies: entry.applies,
    segment: null,
    route: null,
    regime: null,
    n,
    exact: n,
    censored: 0,
    unobserved: 0,
    running: 0,
    noValue: 0,
    unbelievable: 0,
    sampleShare,
    prior: { from: 'reference', basis: entry.basis, weight: entry.weight, source: entry.source },
    ...classNumbers(distribution),
    censoring: censoringOf[entry.kind],
  };
}
