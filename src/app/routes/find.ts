import { z } from 'zod';
import { findRoutes } from '../../domain/routes/find-routes.ts';
import { classifications } from '../../domain/routes/route.ts';
import type { RouteNeed } from '../../domain/routes/route-need.ts';
import { nations, type BodyType } from '../../domain/routes/regime.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { addMonths } from '../../lib/add-months.ts';
import { londonDayOf } from '../../lib/days.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { foundText } from './found-text.ts';
import { findingText } from './finding-text.ts';
import { lawFor } from './law-for.ts';
import { presentHead, presentLot } from './present-route.ts';
import { bodyTypes } from './regime-entries.ts';
import { routesHeld } from './routes-held.ts';
import { foundRoutesView } from './views.ts';

/** What the text before the id means on the command line: `central` for `central-government`. */
const shortNames = { central: 'central-government' } as const satisfies Record<string, BodyType>;
const most = 100_000_000_000;

/** Routes to market and procedures for a need. */
export const findRoutesForNeed = operation({
  id: 'routes.find',
  summary:
    'Find the routes to market and the procedures that a need can use, in order, with reasons and warnings.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    segment: z.enum(digitalSegmentIds).describe('Market segment of the need.'),
    valueExVat: z.coerce
      .number('pounds as a plain number')
      .positive('pounds above 0')
      .max(most)
      .describe('Estimate in pounds without VAT, every option and extension included.'),
    months: z.coerce
      .number('whole months')
      .int('whole months')
      .min(1, 'at least 1')
      .max(600)
      .describe('Longest term in months, every extension included.'),
    bodyType: z
      .enum([...bodyTypes, 'central'])
      .transform((given): BodyType => (given === 'central' ? shortNames.central : given))
      .describe('Kind of body that buys; central is short for central-government.'),
    nation: z
      .enum(nations)
      .default('england')
      .describe('Where the body is; a department for all of the United Kingdom is in England.'),
    start: z.iso.date('a day as YYYY-MM-DD').describe('Day on which the contract is to begin.'),
    award: z.iso
      .date('a day as YYYY-MM-DD')
      .optional()
      .describe('Day of the planned award; the day of the start where it is left out.'),
    classification: z.enum(classifications).optional().describe('Classification of what is bought.'),
    buyer: z
      .string()
      .trim()
      .max(300)
      .optional()
      .describe('Name of the body, to say whether it is to be merged or abolished.'),
    vatPercent: z.coerce
      .number('per cent')
      .min(0, 'at least 0')
      .max(100)
      .default(20)
      .describe('VAT added for the thresholds, which include it.'),
  }),
  output: foundRoutesView,
  present: foundText,
  run: async (context, input) => {
    const held = await routesHeld(context);
    const today = londonDayOf(context.clock.now());
    const awardOn = input.award ?? input.start;
    if (awardOn > input.start)
      throw new AppError('bad-request', 'routes.find refused award.', {
        fields: { award: 'The award comes after the start: give a day up to the start.' },
      });
    const netPence = Math.round(input.valueExVat * 100);
    const need: RouteNeed = {
      segment: input.segment,
      netPence,
      grossPence: Math.round(netPence * (1 + input.vatPercent / 100)),
      months: input.months,
      body: { bodyType: input.bodyType, nation: input.nation },
      startOn: input.start,
      awardOn,
      classification: input.classification ?? null,
      today,
    };
    const buyer = input.buyer === undefined || input.buyer === '' ? null : input.buyer;
    const seen = new Map([...(held.awards ?? [])].map(([id, { awards }]) => [id, awards]));
    const routes = findRoutes(need, held.routes, seen);
    return {
      asOf: today,
      asked: {
        ...{ segment: need.segment, netPence, grossPence: need.grossPence, vatPercent: input.vatPercent },
        ...{ months: need.months, ...need.body, startOn: input.start, awardOn },
        endOn: addMonths(input.start, input.months),
        classification: need.classification,
        buyer,
      },
      warnings: warningsOf(need),
      ...lawFor(
        { need, buyer, vatPercent: input.vatPercent, routes, changes: held.bodyChanges },
        context.reference,
      ),
      routes: routes.map(({ route, verdict, lots, findings }) => ({
        ...presentHead(route, held, today),
        verdict,
        lots: lots.map(presentLot),
        findings: findings.map((finding) => ({
          code: finding.code,
          weight: finding.weight,
          text: findingText(finding),
        })),
      })),
    };
  },
});

function warningsOf({ awardOn, startOn, today }: RouteNeed): string[] {
  if (startOn < today)
    return [`The start on ${dayInWords(startOn)} has passed: the answer is for an award on that day.`];
  return awardOn < today ? [`The planned award on ${dayInWords(awardOn)} has passed.`] : [];
}
