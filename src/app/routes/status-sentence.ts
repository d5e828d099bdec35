import { dayInWords } from '../../lib/day-in-words.ts';
import type { RouteStatus } from '../../domain/routes/route-status.ts';
import { onDayText, uncertainDayText } from './day-text.ts';

const whyUnknown = {
  start: 'its planned start passed and nobody has confirmed that it began',
  end: 'its planned end passed and nobody has confirmed that it ended',
  replaced: 'a framework that follows it has begun, and its own last day isn’t held',
  announced: 'it was announced, and no day of its start is held',
  'no-dates': 'no day of its start or end is held',
} as const;

/**
 * How a route stands, in a sentence without a full stop.
 *
 * @example statusSentence({ kind: 'open', until: null }) // 'Running; its end isn’t held'
 */
export function statusSentence(status: RouteStatus): string {
  if (status.kind === 'ended') return `Ended ${onDayText(status.on)}`;
  if (status.kind === 'not-started') return `Begins ${onDayText(status.from)}, as planned`;
  if (status.kind === 'open')
    return status.until === null
      ? 'Running; its end isn’t held'
      : `Running to ${uncertainDayText(status.until)}`;
  const since = status.since === null ? '' : ` since ${dayInWords(status.since)}`;
  return `Status unknown${since}: ${whyUnknown[status.because]}`;
}
