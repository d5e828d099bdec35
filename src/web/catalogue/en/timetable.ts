import type { Procedure } from '../../../domain/routes/procedure.ts';
import type { Nation } from '../../../domain/routes/regime.ts';
import type { ChosenCircumstance } from '../../../domain/routes/timetable/timetable-rules.ts';
import type { Format } from '../format.ts';

/** Words of the page that plans a procurement's timetable. */
export const timetableWords = (format: Format) => ({
  title: 'Timetable of a procurement',
  lead: 'Every notice and milestone with its date, the periods that law sets kept, weekends and bank holidays left free. Forwards from a first day, or backwards from the day on which the service has to start.',
  formAgain: 'Plan it otherwise',
  errorTitle: 'There is a problem',
  procedure: 'Procedure',
  procedureFault: 'Choose a procedure.',
  procedures: {
    'below-threshold': {
      text: 'Competition below the threshold',
      hint: 'A competition of your own design for a smaller contract.',
    },
    'framework-competed': {
      text: 'Call-off from a framework, with a competition',
      hint: 'A further competition among the suppliers of a lot.',
    },
    'framework-direct': {
      text: 'Call-off from a framework, without a competition',
      hint: 'Where the framework allows it.',
    },
    'dynamic-market': {
      text: 'Competition within a dynamic market',
      hint: 'Among its members; others may ask to join.',
    },
    open: { text: 'Open procedure', hint: 'One stage; every supplier may tender.' },
    'competitive-flexible': {
      text: 'Competitive flexible procedure',
      hint: 'Planned as requests to participate, tenders, negotiation and final tenders.',
    },
    'direct-award': {
      text: 'Direct award with a transparency notice',
      hint: 'Only on a ground that the Act names.',
    },
  } satisfies Record<Procedure, { text: string; hint: string }>,
  nation: 'Nation',
  nationHint:
    'For bank holidays and law. A department that works in all of the United Kingdom is in England.',
  nations: {
    england: 'England',
    wales: 'Wales',
    scotland: 'Scotland',
    'northern-ireland': 'Northern Ireland',
  } satisfies Record<Nation, string>,
  bodyType: 'Kind of body',
  anyBody: 'Not stated',
  segment: 'Market segment',
  segmentHint: 'For the times that the register saw.',
  anySegment: 'All digital segments',
  days: 'Days',
  daysHint:
    'Give the first day to plan forwards, or the start of the service to plan backwards. With both, it is planned forwards and you see whether it is in time.',
  start: 'Work begins on',
  goLive: 'The service has to start on',
  more: 'What changes the periods',
  circumstances: {
    'qualifying-notice': {
      text: 'A planned procurement notice comes first',
      hint: '40 days to 12 months before the tender notice; then 10 days are enough for tenders.',
    },
    urgent: {
      text: 'A state of urgency',
      hint: 'One that makes the ordinary period impractical; for a direct award, extreme and unavoidable urgency.',
    },
    'light-touch': {
      text: 'A light touch contract',
      hint: 'Certain social, health, education and similar services.',
    },
    'not-electronic': { text: 'Tenders are not electronic', hint: null },
    'documents-later': {
      text: 'Not every tender document comes with the notice',
      hint: null,
    },
    'older-framework': {
      text: 'The framework was set up under the older law',
      hint: 'Under the Public Contracts Regulations 2015, begun before 24 February 2025.',
    },
    standstill: {
      text: 'A voluntary standstill is kept',
      hint: 'Where none is required, as for call-offs.',
    },
  } satisfies Record<ChosenCircumstance, { text: string; hint: string | null }>,
  own: 'Your own periods and a fixed day',
  ownHint: 'In weeks; left empty, the realistic periods stand.',
  preparationWeeks: 'Weeks to prepare the documents',
  approvalWeeks: 'Weeks for each approval',
  mobilisationWeeks: 'Weeks from signature to the start of the service',
  fixed: 'Milestone with a fixed day',
  fixedHint: 'For example the meeting of a board.',
  fixedNone: 'None',
  fixedOn: 'Its day',
  fixedDayFault: 'Give the day of the milestone as well.',
  fixedMilestoneFault: 'Choose the milestone that has this day.',
  show: 'Plan the timetable',
  noTimetable: 'No timetable',
  helps: 'What would bring it earlier',
  fromToday: 'Plan it forwards from today',
  noHelp: 'Nothing that is known here brings it earlier. Move the day, or bridge the time lawfully.',
  helpsNote:
    'A direct award is no way to save time: it needs a ground that the Act names. Where nothing is in time, move the day, or bridge the time by an extension or an interim contract that is lawful.',
  milestones: 'Milestones',
  caption: 'Milestones in order, with their days',
  milestone: 'Milestone',
  realistic: { forwards: 'Realistic', backwards: 'Realistic, at the latest' },
  shortest: { forwards: 'Shortest', backwards: 'Shortest, at the latest' },
  paceNote: {
    forwards:
      'Realistic: an ordinary course. Shortest: every step as short as a prepared team can make it, with the periods of law kept.',
    backwards:
      'Realistic: the last days from which the service starts in time at an ordinary course. Shortest: the last days from which it can still start in time.',
  },
  period: 'Period before it',
  notice: (code: string) => `Notice ${code}`,
  fixedTag: 'Fixed',
  pastTag: 'Passed',
  weekday: (day: string) => weekday(day, format),
  deadlines: 'Due afterwards',
  deadlinesCaption: 'Last days after signature',
  soon: 'As soon as possible',
  what: 'What',
  law: 'Law',
  lawLead: (name: string, source: string) => `Planned under: ${name}. Milestones by: ${source}.`,
  differences: 'Where it departs from what is modelled',
  basis: 'Where the periods come from',
  reviewed: (periods: string, holidays: string) =>
    periods === holidays
      ? `Periods and bank holidays were last reviewed on ${periods}.`
      : `Periods were last reviewed on ${periods}, bank holidays on ${holidays}.`,
  check: 'This is no legal advice: check the law before you rely on a date.',
  method: 'How timetables are planned',
  csv: 'Download as CSV',
  ics: 'Download as a calendar (iCal)',
  remarks: 'To know',
});

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** A day with its weekday: Mon 4 January 2027. */
function weekday(day: string, format: Format): string {
  return `${weekdays.format(new Date(`${day}T00:00:00Z`))} ${format.day(day)}`;
}
