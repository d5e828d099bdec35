import { z } from 'zod';
import { dependence } from '../../domain/market/dependence.ts';
import { isDigital, parseSegment, segmentIds } from '../../domain/segments/segment.ts';
import { listPeers, sumCounterparts, sumSegments } from '../../db/queries/market-organisation.ts';
import { getOrganisationRow } from '../../db/queries/organisations.ts';
import { AppError } from '../../lib/errors.ts';
import { londonDayOf } from '../../lib/days.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textSection, textTable } from '../text-form.ts';
import { coverageFrom } from './competition.ts';
import { coverageText, notEnough, sumText } from './overview-text.ts';
import { coverageView, totalsView } from './views.ts';

/** Years of signature, peers and segments that are looked at. */
const yearsBack = 5;
const peersShown = 8;
const segmentsCompared = 3;

/** What `market.organisation` answers. */
export const organisationMarket = z.object({
  id: z.string(),
  side: z.enum(['buyer', 'supplier']),
  from: z.number().int(),
  to: z.number().int(),
  segments: z.array(totalsView.extend({ segment: z.enum(segmentIds) })),
  /** Null where no contract could be measured. */
  dependence: z
    .object({ largestShare: z.number(), topFourShare: z.number(), counterparts: z.number().int() })
    .nullable(),
  dependenceCoverage: coverageView,
  /** Of a buyer: others of its kind that bought in its three digital segments with most contracts. */
  peers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      contracts: z.number().int(),
      segments: z.array(z.enum(segmentIds)),
    }),
  ),
});
export type OrganisationMarket = z.output<typeof organisationMarket>;

/** An organisation in the market: its segments, how much it depends on few others, who buys the same. */
export const showOrganisationMarket = operation({
  id: 'market.organisation',
  summary:
    'Show the segments of a buyer or supplier, its dependence on few others, and peers that buy the same.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('Id of the organisation.'),
    side: z.enum(['buyer', 'supplier']).default('buyer').describe('From which side of contracts.'),
  }),
  output: organisationMarket,
  present: (found) =>
    [
      textSection('Segments', textTable(found.segments.map((one) => [one.segment, sumText(one)]))),
      found.dependence === null
        ? `Dependence: ${notEnough}`
        : `Dependence: largest ${(100 * found.dependence.largestShare).toFixed(1)} %, four largest ${(100 * found.dependence.topFourShare).toFixed(1)} %`,
      coverageText(found.dependenceCoverage),
      textSection(
        'Peers',
        textTable(found.peers.map((one) => [one.name, countText(one.contracts, 'contract'), one.id])),
      ),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, { id, side }) => {
    const register = await context.register();
    if ((await getOrganisationRow(register, id, side))?.is_person_likely === true) {
      throw new AppError(
        'not-found',
        `No ${side} has the id ${id}. Search for it with \`sourcing ${side}s find\`.`,
      );
    }
    const to = Number(londonDayOf(context.clock.now()).slice(0, 4));
    const scope = { id, side, fromYear: to - yearsBack + 1, toYear: to };
    const [counterparts, sums] = await Promise.all([
      sumCounterparts(register.read, scope),
      sumSegments(register.read, scope),
    ]);
    const segments = sums.flatMap(({ segment: name, ...one }) => {
      const segment = parseSegment(name);
      return segment === null ? [] : [{ segment, ...one }];
    });
    const digital = segments.filter(({ segment }) => isDigital(segment)).slice(0, segmentsCompared);
    const peers =
      side === 'supplier' || digital.length === 0
        ? []
        : await listPeers(
            register.read,
            scope,
            digital.map(({ segment }) => segment),
            peersShown,
          );
    return {
      id,
      side,
      from: scope.fromYear,
      to,
      segments,
      dependence: dependence(counterparts.sums),
      dependenceCoverage: coverageFrom(counterparts.measured, counterparts.gaps),
      peers: peers.map((peer) => ({
        ...peer,
        segments: peer.segments.flatMap((name) => parseSegment(name) ?? []),
      })),
    };
  },
});
