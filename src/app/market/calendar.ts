import { findRenewals } from '../../db/queries/market-renewals.ts';
import { allDayCalendar } from '../../lib/all-day-calendar.ts';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import { readRenewalScope, renewalPresenter, renewalsFilter } from './renewals.ts';
import type { RenewalItem } from './renewals-view.ts';

/** Contracts in one calendar: more than anybody follows by hand. */
const mostEvents = 1000;

/** Renewals as a calendar (RFC 5545): one entry on the day by which each has to be decided, else on its end. */
export const exportRenewalsCalendar = streamOperation({
  id: 'market.calendar',
  summary: 'Export the renewals of a filter as an iCalendar file.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: renewalsFilter,
  run: async function* run(context: Context, filter) {
    const register = await context.register();
    const { ending } = readRenewalScope(context, filter);
    const present = await renewalPresenter(context);
    const rows = await findRenewals(register.read, ending, {
      after: null,
      isBackwards: false,
      limit: mostEvents,
    });
    const text = calendarOf(rows.map(present), context.clock.now());
    // Each line gets its line feed from whoever writes it.
    for (const line of text.trimEnd().split('\r\n')) yield `${line}\r`;
  },
});

/** A calendar of renewals; the same renewals at the same instant give the same text. */
export function calendarOf(items: readonly RenewalItem[], now: Date): string {
  const events = items.map((item) => {
    const { decision } = item;
    const facts = [
      item.buyer === null ? null : `Buyer: ${item.buyer.name}`,
      item.suppliers.length === 0 ? null : `Supplier: ${item.suppliers.join(', ')}`,
      `Ends (without options): ${item.endOn}`,
      item.maxEndOn === null ? null : `Last possible end: ${item.maxEndOn}`,
      decision === null
        ? 'Too few procurements of this kind were seen to say by when to decide.'
        : `Three of four procurements of this kind took up to ${decision.days} days (${decision.count} seen).`,
      `${item.contracts.length === 1 ? 'Contract' : 'Contracts'} in the register: ${item.contracts.map(({ id }) => id).join(', ')}`,
    ].filter((fact) => fact !== null);
    return {
      id: item.id,
      on: decision?.on ?? item.endOn,
      summary: `${decision === null ? 'Ends' : 'Decide on renewal'}: ${item.title}`,
      description: facts.join('\n'),
    };
  });
  return allDayCalendar(events, { name: 'Contract renewals', product: 'Renewals' }, now);
}
