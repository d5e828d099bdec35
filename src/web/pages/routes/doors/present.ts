import type { DoorsView } from '../../../../app/routes/views.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentRouteHead } from '../../../components/present-route-head.ts';
import { paths } from '../../../paths.ts';

const colours = {
  'open-now': 'green',
  opens: 'blue',
  unknown: 'yellow',
  closed: 'grey',
  ended: 'grey',
} as const;

/** The ways in as their page shows them: links to each segment, then its routes. */
export function presentDoors({ segments }: DoorsView, chosen: DigitalSegmentId | null, words: Catalogue) {
  const { routes: text, market } = words;
  return {
    navigation: [
      { text: text.doors.all, href: paths.routeDoors(), isCurrent: chosen === null },
      ...digitalSegmentIds.map((id) => ({
        text: market.segmentNames[id],
        href: paths.routeDoors({ segment: id }),
        isCurrent: chosen === id,
      })),
    ],
    segments: segments.map(({ segment, doors }) => ({
      id: segment,
      name: market.segmentNames[segment],
      doors: doors.map((door) =>
        presentRouteHead(
          door,
          {
            tag: { text: text.doors.state[door.state], colour: colours[door.state] },
            points:
              door.state === 'ended'
                ? []
                : [
                    ...(door.state === 'opens' ? [{ text: `${door.stateText}.` }] : []),
                    { label: text.doors.takes, text: door.takes ?? text.doors.takesNotHeld },
                    { label: text.doors.fee, text: door.fee ?? text.doors.feeNotHeld },
                  ],
          },
          words,
        ),
      ),
    })),
  };
}
