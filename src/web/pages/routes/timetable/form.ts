import { procedureIds } from '../../../../domain/routes/procedure.ts';
import { nations, type BodyType } from '../../../../domain/routes/regime.ts';
import {
  chosenCircumstances,
  type TimetableRules,
} from '../../../../domain/routes/timetable/timetable-rules.ts';
import { buyerTypes } from '../../../../domain/organisations/mention.ts';
import { digitalSegmentIds } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

type Query = Readonly<Record<string, readonly string[]>>;

/** Fields that stand on the page, by the name of the refusal that concerns them. */
const places: Readonly<Record<string, string>> = {
  procedure: 'procedure',
  nation: 'nation',
  bodyType: 'bodyType',
  segment: 'segment',
  start: 'start',
  goLive: 'goLive',
  with: 'with',
  preparationWeeks: 'preparationWeeks',
  approvalWeeks: 'approvalWeeks',
  mobilisationWeeks: 'mobilisationWeeks',
  fixed: 'fixed',
  fixedOn: 'fixedOn',
  fix: 'fixedOn',
};

/** The form of a timetable, as it was filled in, with what has to be put right. */
export function presentTimetableForm(
  query: Query,
  { faults, refusal }: { faults: Readonly<Record<string, string>>; refusal: string | null },
  rules: TimetableRules,
  words: Catalogue,
) {
  const { timetable: text, labels, market } = words;
  const given = (name: string): string => query[name]?.[0] ?? '';
  // A day or a milestone that is refused is told in full at its field.
  const faultAt = (place: string): string | undefined => {
    const found = Object.entries(faults).find(([name]) => place === placeOf(name));
    return found === undefined ? undefined : found[0] === 'fix' ? (refusal ?? found[1]) : found[1];
  };
  const problem = (place: string) => {
    const fault = faultAt(place);
    return fault === undefined ? {} : { errorMessage: { text: fault } };
  };
  const select = (
    name: string,
    title: string,
    { hint, none, choices }: { hint?: string; none?: string; choices: { value: string; text: string }[] },
  ) => ({
    id: name,
    name,
    label: { text: title, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    items: [...(none === undefined ? [] : [{ value: '', text: none }]), ...choices].map((choice) => ({
      ...choice,
      selected: choice.value === given(name),
    })),
    ...problem(name),
  });
  const weeks = (name: 'preparationWeeks' | 'approvalWeeks' | 'mobilisationWeeks') => ({
    id: name,
    name,
    value: given(name),
    inputmode: 'numeric',
    classes: 'govuk-input--width-3',
    label: { text: text[name] },
    ...problem(name),
  });
  const dayField = (name: string, title: string, classes = 'govuk-label--s') => ({
    id: name,
    name,
    type: 'date',
    value: given(name),
    classes: 'ds-date',
    label: { text: title, classes },
    ...problem(name),
  });
  const steps = new Set(
    rules.procedures.flatMap((one) => one.steps.slice(1, -1).map(({ milestone }) => milestone)),
  );
  const errors = Object.keys(faults).flatMap((name) => {
    const place = placeOf(name);
    return place === null ? [] : [{ text: faultAt(place) ?? '', href: `#${place}` }];
  });
  return {
    action: paths.routesTimetable(),
    errors,
    // What concerns no field of the page stands alone.
    refusal: errors.length === 0 ? refusal : null,
    procedure: {
      idPrefix: 'procedure',
      name: 'procedure',
      classes: 'govuk-radios--small',
      fieldset: { legend: { text: text.procedure, classes: 'govuk-fieldset__legend--s' } },
      items: procedureIds.map((value) => ({
        value,
        text: text.procedures[value].text,
        hint: { text: text.procedures[value].hint },
        checked: given('procedure') === value,
      })),
      ...problem('procedure'),
    },
    selects: [
      select('nation', text.nation, {
        hint: text.nationHint,
        choices: nations.map((value) => ({ value, text: text.nations[value] })),
      }),
      select('bodyType', text.bodyType, {
        none: text.anyBody,
        choices: buyerTypes
          .filter((value): value is BodyType => value !== 'unknown')
          .map((value) => ({ value, text: labels.buyerType[value] })),
      }),
      select('segment', text.segment, {
        hint: text.segmentHint,
        none: text.anySegment,
        choices: digitalSegmentIds.map((value) => ({ value, text: market.segmentNames[value] })),
      }),
    ],
    days: [dayField('start', text.start), dayField('goLive', text.goLive)],
    circumstances: {
      idPrefix: 'with',
      name: 'with',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: text.more, classes: 'govuk-visually-hidden' } },
      items: chosenCircumstances.map((value) => ({
        value,
        text: text.circumstances[value].text,
        ...(text.circumstances[value].hint !== null && { hint: { text: text.circumstances[value].hint } }),
        checked: query['with']?.includes(value) === true,
      })),
      ...problem('with'),
    },
    areCircumstancesOpen: (query['with'] ?? []).length > 0 || 'with' in faults,
    weeks: (['preparationWeeks', 'approvalWeeks', 'mobilisationWeeks'] as const).map(weeks),
    fixed: select('fixed', text.fixed, {
      hint: text.fixedHint,
      none: text.fixedNone,
      choices: rules.milestones
        .filter(({ id }) => steps.has(id) && !id.endsWith('standstill-end'))
        .map(({ id, name }) => ({ value: id, text: name })),
    }),
    fixedOn: dayField('fixedOn', text.fixedOn),
    isOwnOpen: ['preparationWeeks', 'approvalWeeks', 'mobilisationWeeks', 'fixed', 'fixedOn'].some(
      (name) => given(name) !== '' || name in faults,
    ),
  };
}

function placeOf(name: string): string | null {
  // A list's refusal names the place in the list: with.0.
  const [first = ''] = name.split('.');
  return places[first] ?? null;
}
