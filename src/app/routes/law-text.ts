import { dayInWords } from '../../lib/day-in-words.ts';
import { poundsText } from '../../domain/decisions/pounds-text.ts';
import type { Threshold } from '../../domain/notices/facts-reference.ts';
import type { BodyChangeFinding } from '../../domain/routes/body-change.ts';
import type { ProcedureChoice } from '../../domain/routes/procedures-for.ts';
import type { RouteNeed } from '../../domain/routes/route-need.ts';
import type { ThresholdCrossing } from '../../domain/routes/threshold-on.ts';

/** From here on thresholds aren’t known yet. */
const nextChange = '2028-01-01';

/** Why a procedure is open to a need, or isn’t, as a sentence. */
export const openBecause: Readonly<Record<ProcedureChoice['because'], string>> = {
  'value-below': 'The estimate is below the threshold.',
  'value-above': 'The estimate reaches the threshold.',
  'value-unknown': 'No threshold is held for the day of the award.',
  'own-choice': 'Open to every body for an estimate from the threshold on.',
  'listed-reasons': 'Only where one of the Act’s reasons holds.',
  'route-found': 'A route above can be used for it, as far as is known.',
  'route-to-check': 'A route above may be used for it: check what is marked there first.',
  'no-route': 'No route that is held serves it.',
};

/**
 * How the estimate stands to the threshold, with the VAT that each side includes.
 *
 * @example thresholdText(crossing, { need, vatPercent: 20, notifiable: null }) // '£2,400,000 without VAT is £2,880,000 with VAT at 20%. …'
 */
export function thresholdText(
  { threshold, grossPence, isReached, isClose }: ThresholdCrossing,
  { need, vatPercent, notifiable }: { need: RouteNeed; vatPercent: number; notifiable: Threshold | null },
): string {
  const limit = poundsText(threshold.grossMinorUnits / 100);
  return [
    `${poundsText(need.netPence / 100)} without VAT is ${poundsText(grossPence / 100)} with VAT at ${vatPercent}%.`,
    isReached
      ? `That reaches the threshold of ${limit}, which includes VAT: the Act’s procedures are due.`
      : `That is below the threshold of ${limit}, which includes VAT: a competition of your own design will do.`,
    isClose
      ? 'It is within a tenth of the threshold: make sure that every option and extension is in it.'
      : '',
    isReached || notifiable === null
      ? ''
      : grossPence >= notifiable.grossMinorUnits
        ? `From ${poundsText(notifiable.grossMinorUnits / 100)} on the contract is notifiable: it is published when it is advertised and when it is signed.`
        : `Below ${poundsText(notifiable.grossMinorUnits / 100)} it isn’t notifiable.`,
    need.awardOn >= nextChange
      ? `Thresholds change on ${dayInWords(nextChange)}; those of the day of your award aren’t known yet.`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * What is held of a body’s end, as sentences.
 *
 * @example bodyChangeText(finding) // 'This body is to end on 31 March 2027 …'
 */
export function bodyChangeText({ change, reach, isWithinTerm, mayNeedConsent }: BodyChangeFinding): string {
  const { on, successors, instrument, status, consentAbove, note } = change;
  const names = successors.map(({ name }) => name).join(' and ');
  const begins = on === null ? 'on a day that isn’t held' : `on ${dayInWords(on)}`;
  const kind = status === 'planned' ? 'planned' : 'enacted';
  return [
    reach === 'body'
      ? `${names === '' ? 'A successor' : names} ${successors.length > 1 ? 'take' : 'takes'} over from this body ${begins} (${kind}: ${instrument}).`
      : `Bodies of this kind may be merged or abolished within the term (${kind}: ${instrument}).`,
    reach === 'body' && isWithinTerm === true
      ? 'That lies within the term: make the contract transferable, and ask who speaks for the successor.'
      : '',
    reach === 'body' && isWithinTerm === false ? 'The term ends before that.' : '',
    mayNeedConsent && consentAbove !== null
      ? `Above ${poundsText(consentAbove)} over the whole life the successor has to consent where a direction was given.`
      : '',
    note ?? '',
    reach === 'kind' ? 'Name the body to see what is held of it.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
