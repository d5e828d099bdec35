import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { weighCriteria } from '../../../../domain/decisions/appraisal/weigh-criteria.ts';
import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import { leafCriteria } from '../../../../domain/decisions/checks/check-appraisal.ts';
import { londonDayOf } from '../../../../lib/days.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { CaseField } from '../../../components/case-form/case-field.ts';
import type { FieldFault } from '../../../components/case-form/field-text.ts';
import { isSame, readForm, writeForm, type FormShape } from '../../../components/case-form/form-changes.ts';
import { fieldId, presentForm, type FormState } from '../../../components/case-form/present-form.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { numberText } from '../../../components/case-form/typed-number.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf, fieldsOf, savedBy } from './edit-fields.ts';
import { presentProblems } from './present-problems.ts';

const general: readonly CaseField[] = [
  {
    path: 'weights.method',
    kind: 'choice',
    set: 'weighing',
    of: ['swing', 'shares'],
    isNeeded: true,
    fallback: 'swing',
  },
  { path: 'weights.rationale', kind: 'area' },
  { path: 'weights.pricePerPoint', kind: 'number', unit: 'pounds' },
];

const locking: readonly CaseField[] = [
  { path: 'weights.lockedBy', kind: 'text', isNeeded: true },
  { path: 'weights.lockedOn', kind: 'day', isNeeded: true },
];

/** Whether the weights of a case are locked: then criteria and points stay as they are. */
export function isLocked({ weights }: Pick<CaseDocument, 'weights'>): boolean {
  return weights?.lockedOn !== undefined;
}

/** Weights as they stand: a form while they are open, what they are once they are locked. */
export function showWeights(
  request: PageRequest,
  stored: StoredCase,
  state: Partial<Shown> = {},
): PageAnswer {
  const { words, context } = request;
  const { document } = stored;
  const texts = words.caseParts['weights'] ?? { title: '', lead: '' };
  const own = words.caseOwn;
  const fields = [...general, ...locking, ...swingFields(document)];
  const standing = {
    'weights.method': 'swing',
    ...writeForm({ fields }, document),
    // The day is today unless somebody says otherwise.
    ...(isLocked(document)
      ? {}
      : writeForm({ fields: locking }, { weights: { lockedOn: londonDayOf(context.clock.now()) } })),
  };
  const typed = state.typed ?? standing;
  const labels = {
    'weights.method': [own.method],
    'weights.rationale': [own.rationale],
    'weights.pricePerPoint': [own.pricePerPoint, own.pricePerPointHint],
    'weights.lockedBy': [own.lockedBy],
    'weights.lockedOn': [own.lockedOn, words.caseFields['tests']?.['on']?.[1] ?? ''],
    ...Object.fromEntries(
      document.criteria.map(({ name }, index) => [
        `criteria[${index}].swing`,
        [typed['weights.method'] === 'shares' ? own.sharesOf(name) : own.points(name)] as const,
      ]),
    ),
  } as const;
  const facts = factsOf(request, stored);
  const form = (some: readonly CaseField[]) =>
    presentForm(some, labels, { typed, ...(state.faults && { faults: state.faults }) }, facts);
  const refusals = [
    ...(state.refusals ?? []).map((text) => ({ text, href: null })),
    ...form(fields).errors,
    ...(state.reasonFault === undefined ? [] : [{ text: state.reasonFault, href: '#reason' }]),
  ];
  return casePage(
    {
      template: 'pages/decisions/edit/weights.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        isLocked: isLocked(document),
        lockedText: isLocked(document)
          ? own.locked(
              words.format.day(document.weights?.lockedOn ?? ''),
              document.weights?.lockedBy ?? own.lockedByNobody,
            )
          : null,
        criteria: presentCriteria(stored, words, form(swingFields(document)).fields),
        sumText: sumText(document, words),
        general: form(general),
        locking: form(locking),
        facts: presentStanding(document, words),
        refusals,
        reasonFault: state.reasonFault ?? null,
        seen: stored.revision,
        problems: presentProblems(stored, 'weights', words),
        action: paths.caseEdit(stored.id, 'weights'),
        criteriaHref: paths.caseEdit(stored.id, 'criteria'),
        tasksHref: paths.caseTasks(stored.id),
      },
      title: texts.title,
      document,
      crumbs: [crumbOf(stored)],
      hasError: refusals.length > 0,
    },
    words,
  );
}

type Shown = {
  typed: FormState['typed'];
  faults: Record<string, FieldFault>;
  refusals: string[];
  reasonFault: string;
};

/** Saves points, locks them, or unlocks them with a reason; the button that was pressed says which. */
export async function saveWeights(request: PageRequest, stored: StoredCase): Promise<PageAnswer> {
  const { form } = request;
  if (isLocked(stored.document)) return unlock(request, stored);
  const seen = Number(form['seen'] ?? '0');
  const typed = fieldsOf(form);
  if (seen !== stored.revision) {
    const before = await getCase(request.context, stored.id, seen > 0 ? seen : undefined);
    const fields = [...general, ...swingFields(stored.document)];
    const was = writeForm({ fields }, before.document);
    const now = writeForm({ fields }, stored.document);
    const isTouched = fields.some((field) => !isSame(was, now, field));
    if (isTouched)
      return showWeights(request, stored, {
        refusals: [request.words.caseForm.conflict(stored.revision, savedBy(stored, request))],
      });
  }
  const isLocking = form['action'] === 'lock';
  const shape: FormShape = {
    fields: [...general, ...(isLocking ? locking : []), ...swingFields(stored.document)],
    groups: [{ path: 'weights' }],
  };
  const { faults, changes } = readForm(shape, typed, { base: stored.document });
  if (Object.keys(faults).length > 0) return showWeights(request, stored, { typed, faults });
  const missing = isLocking ? lockRefusals(stored.document, typed, request) : [];
  if (missing.length > 0) return showWeights(request, stored, { typed, refusals: missing });
  return keep(request, stored, { changes, typed, note: isLocking ? request.words.caseOwn.lockNote : '' });
}

/** What keeps weights from being locked: a criterion without a range, or without points. */
function lockRefusals(document: CaseDocument, typed: FormState['typed'], { words }: PageRequest): string[] {
  const leaves = new Set(leafCriteria(document).map(({ id }) => id));
  return document.criteria.flatMap(({ id, name, anchors }, index) => [
    ...(leaves.has(id) && anchors === undefined ? [words.caseOwn.needRange(name)] : []),
    ...(leaves.has(id) && (typed[`criteria[${index}].swing`] ?? '').trim() === ''
      ? [words.caseOwn.needPoints(name)]
      : []),
  ]);
}

async function unlock(request: PageRequest, stored: StoredCase): Promise<PageAnswer> {
  const { form, words } = request;
  const reason = (form['reason'] ?? '').trim();
  if (reason === '')
    return showWeights(request, stored, {
      reasonFault: words.caseForm.faults.needed(words.caseOwn.unlockReason),
    });
  const changes: CaseChange[] = ['lockedOn', 'lockedBy'].map((name) => ({
    path: ['weights', name],
    value: undefined,
  }));
  return keep(request, stored, {
    changes: changes.filter(
      ({ path }) => path[1] !== 'lockedBy' || stored.document.weights?.lockedBy !== undefined,
    ),
    typed: {},
    note: words.caseOwn.unlockNote(reason),
  });
}

async function keep(
  request: PageRequest,
  stored: StoredCase,
  { changes, typed, note }: { changes: CaseChange[]; typed: FormState['typed']; note: string },
): Promise<PageAnswer> {
  const { context, form } = request;
  if (changes.length > 0) {
    const sent = note === '' ? form : { ...form, 'saving-note': note };
    const fields = [...general, ...locking, ...swingFields(stored.document)];
    const saved = await saveChanges(context, stored, changes, { form: sent, fields });
    if (saved.kind === 'refused') return showWeights(request, stored, { typed, faults: saved.faults });
  }
  return { kind: 'redirect', to: paths.caseTasks(stored.id, { done: 'saved' }), status: 303 };
}

function swingFields({ criteria }: CaseDocument): CaseField[] {
  return criteria.map((_, index) => ({ path: `criteria[${index}].swing`, kind: 'number' }));
}

function presentCriteria(
  { document, id: caseId }: StoredCase,
  words: PageRequest['words'],
  inputs: readonly object[],
) {
  const weighed = new Map(weighCriteria(document)?.criteria.map(({ id, weight }) => [id, weight]));
  return document.criteria.map(({ id, name, anchors, swing }, index) => {
    const weight = weighed.get(id);
    return {
      name,
      href: paths.caseItem(caseId, 'criteria', String(index + 1)),
      range:
        anchors === undefined ? words.caseOwn.noRange : words.caseOwn.swingRange(anchors.worst, anchors.best),
      input: inputs[index],
      inputId: fieldId(`criteria[${index}].swing`),
      swing: swing === undefined ? '' : numberText(swing),
      share: weight === undefined ? '' : `${(100 * weight).toFixed(1)}%`,
    };
  });
}

function sumText(document: CaseDocument, { caseOwn: own }: PageRequest['words']): string {
  const sum = numberText(leafCriteria(document).reduce((total, { swing = 0 }) => total + swing, 0));
  return document.weights?.method === 'shares' ? own.sharesSum(sum) : own.pointsSum(sum);
}

/** What was said of the weights, where it can't be changed. */
function presentStanding({ weights }: CaseDocument, { caseOwn: own, caseChoices }: PageRequest['words']) {
  return [
    { key: own.method, text: caseChoices['weighing']?.[weights?.method ?? 'swing'] ?? '' },
    { key: own.rationale, text: weights?.rationale ?? '' },
    {
      key: own.pricePerPoint,
      text: weights?.pricePerPoint === undefined ? '' : `£${numberText(weights.pricePerPoint)}`,
    },
  ].filter(({ text }) => text !== '');
}
