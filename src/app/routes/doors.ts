import { z } from 'zod';
import { doorsOf, type DoorState } from '../../domain/routes/doors-of.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { londonDayOf } from '../../lib/days.ts';
import { operation } from '../operation.ts';
import { textSection } from '../text-form.ts';
import { onDayText } from './day-text.ts';
import { presentHead } from './present-route.ts';
import { routesHeld } from './routes-held.ts';
import { doorsView } from './views.ts';

/** The ways in for suppliers. */
export const listDoors = operation({
  id: 'routes.doors',
  summary:
    'List the ways in for suppliers by segment: open now or when, what entering takes, awards really seen.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    segment: z.enum(digitalSegmentIds).optional().describe('Only this segment; all where it is left out.'),
  }),
  output: doorsView,
  present: ({ segments }) =>
    segments
      .map(({ segment, doors }) =>
        textSection(
          segment,
          doors.length === 0
            ? 'No framework or dynamic market is held.'
            : doors
                .map(
                  ({ number, name, stateText, status, takes, fee, awards }) =>
                    `${number ?? 'no number'}  ${name}\n${[
                      `${stateText}. ${status.text}.`,
                      takes === null ? '' : `Getting in: ${takes}`,
                      fee === null ? '' : `Fee: ${fee}`,
                      awards?.text ?? '',
                    ]
                      .filter((line) => line !== '')
                      .map((line) => `  ${line}`)
                      .join('\n')}`,
                )
                .join('\n'),
        ),
      )
      .join('\n\n'),
  run: async (context, { segment }) => {
    const held = await routesHeld(context);
    const today = londonDayOf(context.clock.now());
    return {
      asOf: today,
      segments: doorsOf(held.routes, segment ?? null, today).map((one) => ({
        segment: one.segment,
        doors: one.doors.map(({ route, state }) => ({
          ...presentHead(route, held, today),
          state: state.kind,
          stateText: stateText(state),
          takes: state.kind === 'ended' ? null : (route.entry?.value.takes ?? null),
          fee: route.fee?.value ?? null,
        })),
      })),
    };
  },
});

function stateText(state: DoorState): string {
  if (state.kind === 'open-now') return 'Open to suppliers now';
  if (state.kind === 'opens') return `Expected to open ${onDayText(state.on)}`;
  if (state.kind === 'closed') return 'Closed to new suppliers';
  if (state.kind === 'ended') return `Ended ${onDayText(state.on)}`;
  return 'Whether it takes suppliers now isn’t known';
}
