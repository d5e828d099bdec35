import type { Format } from '../format.ts';

/** Words of the calendar of renewals. */
export const renewalsWords = (contracts: (count: number) => string, format: Format) => ({
  listed: (renewals: number, count: number) =>
    renewals === count
      ? contracts(count)
      : `${contracts(count)} in ${format.number(renewals)} ${format.plural(renewals, { one: 'renewal', other: 'renewals' })}`,
  together: (count: number) => `${contracts(count)} let together`,
  contract: 'Contract, supplier not named',
  title: 'Renewals',
  lead: 'Contracts that end, and by when their renewal has to be decided.',
  wall: {
    title: 'Contracts that end, by quarter',
    description:
      'Value when let of contracts that end (without options) in each quarter of the next three years.',
    series: ['Value when let'],
    quarter: 'Quarter',
    contracts: 'Contracts',
    value: 'Value when let, ex VAT',
    note: 'Contracts with an end of which no notice says that they have ended. Bars are the sum of believable values of signed contracts; contracts without one are counted in the table. Later quarters are lower because contracts not yet signed are not in them.',
  },
  list: 'One by one, those that end first at the top',
  inQuarter: (quarter: string) => `Ending in ${quarter}`,
  allQuarters: 'All of the next three years',
  decideBy: (day: string) => `Decide by ${day}`,
  decideByPast: (day: string) => `Decision was due by ${day}`,
  noDecision: 'Too few procurements of this kind were seen to say by when to decide.',
  basis: {
    'segment-and-route': (days: number, count: number) =>
      `Three of four procurements of this segment and route took up to ${days} days (${count} seen).`,
    route: (days: number, count: number) =>
      `Three of four procurements by this route took up to ${days} days (${count} seen).`,
    all: (days: number, count: number) =>
      `Three of four digital procurements took up to ${days} days (${count} seen, of all routes).`,
  },
  ends: (day: string) => `Ends ${day}`,
  options: (day: string) => `options to ${day}`,
  decisionNote:
    'The decision date is the end less the time from the first tender notice to the contract that three of four procurements of the kind took. Time to prepare and to change over comes on top.',
  calendar: 'Add to a calendar (iCal)',
  timetable: 'Plan the timetable of its successor',
  nothing: 'Nothing ends here.',
  noValue: 'No value we can rely on',
  buyer: 'Buyer',
  supplier: 'Supplier',
  value: 'Value when let',
  segment: 'Segment',
});
