import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import { AppError } from '../../../../lib/errors.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { CaseField } from '../../../components/case-form/case-field.ts';
import {
  readField,
  writeField,
  type FieldFault,
  type Typed,
} from '../../../components/case-form/field-text.ts';
import { isSame } from '../../../components/case-form/form-changes.ts';
import { presentForm } from '../../../components/case-form/present-form.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf, fieldsOf } from './edit-fields.ts';
import { isLocked } from './edit-weights.ts';
import { presentOthers } from './present-others.ts';
import { scoreCells, scoreIndex, sheetState, type ScoreCell } from './score-sheet.ts';

const colours = { none: 'grey', half: 'yellow', all: 'green' } as const;

/** Who has scored how much; nobody’s scores. */
export function showAssessors({ words }: PageRequest, stored: StoredCase): PageAnswer {
  const { document, id } = stored;
  const { caseOwn: own } = words;
  const texts = words.caseParts['scores'] ?? { title: '', lead: '' };
  return casePage(
    {
      template: 'pages/decisions/edit/scores.njk',
      view: {
        title: texts.title,
        lead: texts.lead,
        closed: isLocked(document) ? null : { text: own.scoresClosed, href: paths.caseEdit(id, 'weights') },
        assessors: document.assessors.map((assessor) => {
          const { scored, total, status } = sheetState(document, assessor.id);
          return {
            post: assessor.post,
            href: paths.caseItem(id, 'scores', assessor.id),
            scored: own.scoredOf(scored, total),
            status: own.scoreStatus[status],
            colour: colours[status],
          };
        }),
        assessorsHref: paths.caseEdit(id, 'assessors'),
        tasksHref: paths.caseTasks(id),
      },
      title: texts.title,
      document,
      crumbs: [crumbOf(stored)],
    },
    words,
  );
}

/** The sheet of one assessor; what others scored shows once it is full. */
export function showScores(
  request: PageRequest,
  stored: StoredCase,
  assessor: string,
  again: { typed: Typed; faults: Record<string, FieldFault> } | null = null,
): PageAnswer {
  const { words } = request;
  const { document, id } = stored;
  const { caseOwn: own } = words;
  const { post } = assessorOf(request, document, assessor);
  const fields = sheetFields(document);
  const labels = Object.fromEntries(
    scoreCells(document).flatMap(({ option, criterion }) => [
      [scoreName({ option, criterion }), [own.scoreOf(option.name)] as const],
      [noteName({ option, criterion }), [own.noteOf(option.name)] as const],
    ]),
  );
  const typed = again?.typed ?? sheetTexts(document, assessor);
  const form = presentForm(fields, labels, { typed, faults: again?.faults ?? {} }, factsOf(request, stored));
  const byName = new Map(
    form.fields.flatMap((field) => (field.kind === 'group' ? [] : [[field.params.name, field] as const])),
  );
  const state = sheetState(document, assessor);
  const criteria = Map.groupBy(scoreCells(document), ({ criterion }) => criterion);
  const title = own.scoresTitle(post);
  return casePage(
    {
      template: 'pages/decisions/edit/score-sheet.njk',
      view: {
        title,
        lead: own.scoresLead,
        closed: isLocked(document) ? null : { text: own.scoresClosed, href: paths.caseEdit(id, 'weights') },
        isEmpty: criteria.size === 0,
        criteria: [...criteria].map(([criterion, cells]) => ({
          name: criterion.name,
          ends:
            criterion.anchors === undefined
              ? own.noRange
              : own.scaleEnds(criterion.anchors.worst, criterion.anchors.best),
          rows: cells.map((cell) => ({
            score: byName.get(scoreName(cell)),
            note: byName.get(noteName(cell)),
          })),
        })),
        errors: form.errors,
        progress: own.scoredOf(state.scored, state.total),
        others: state.status === 'all' ? presentOthers(document, words) : null,
        hidden: state.status === 'all' ? null : own.othersHidden(state.total - state.scored),
        moderationHref: paths.caseEdit(id, 'moderation'),
        seen: stored.revision,
        action: paths.caseItem(id, 'scores', assessor),
        tasksHref: paths.caseTasks(id),
      },
      title,
      document,
      crumbs: [
        crumbOf(stored),
        { text: words.caseParts['scores']?.title ?? '', href: paths.caseEdit(id, 'scores') },
      ],
      hasError: form.errors.length > 0,
    },
    words,
  );
}

/** Saves the sheet of one assessor; nobody else’s scores are touched. */
export async function saveScores(
  request: PageRequest,
  stored: StoredCase,
  assessor: string,
): Promise<PageAnswer> {
  const { context, form } = request;
  assessorOf(request, stored.document, assessor);
  if (!isLocked(stored.document)) return showScores(request, stored, assessor);
  const typed = fieldsOf(form);
  const seen = Number(form['seen'] ?? '0');
  const shown =
    seen === stored.revision
      ? stored.document
      : (await getCase(context, stored.id, seen > 0 ? seen : undefined)).document;
  const { faults, changes } = sheetChanges(typed, { shown, standing: stored.document, assessor });
  if (Object.keys(faults).length > 0) return showScores(request, stored, assessor, { typed, faults });
  if (changes.length > 0) {
    const saved = await saveChanges(context, stored, changes, { form, fields: [] });
    if (saved.kind === 'refused')
      return showScores(request, stored, assessor, { typed, faults: saved.faults });
  }
  return { kind: 'redirect', to: paths.caseItem(stored.id, 'scores', assessor), status: 303 };
}

function assessorOf({ words }: PageRequest, { assessors }: CaseDocument, id: string) {
  const found = assessors.find((one) => one.id === id);
  if (found === undefined) throw new AppError('not-found', words.errors.notFoundLead);
  return found;
}

function scoreName({ option, criterion }: ScoreCell): string {
  return `s.${criterion.id}.${option.id}`;
}

function noteName({ option, criterion }: ScoreCell): string {
  return `n.${criterion.id}.${option.id}`;
}

function cellFields(cell: ScoreCell): [score: CaseField, note: CaseField] {
  return [
    { path: scoreName(cell), kind: 'score', isCore: true },
    { path: noteName(cell), kind: 'text', isCore: true },
  ];
}

function sheetFields(document: CaseDocument): CaseField[] {
  return scoreCells(document).flatMap(cellFields);
}

function sheetTexts(document: CaseDocument, assessor: string): Record<string, string> {
  return Object.assign({}, ...scoreCells(document).map((cell) => cellTexts(document, assessor, cell)));
}

function cellTexts(document: CaseDocument, assessor: string, cell: ScoreCell): Record<string, string> {
  const [score, note] = cellFields(cell);
  const standing = document.scores[scoreIndex(document, assessor, cell)];
  return { ...writeField(score, standing?.score), ...writeField(note, standing?.note) };
}

/** What a sheet changes: sets first, then new scores at the end, then those that go, from the last on. */
function sheetChanges(
  typed: Typed,
  { shown, standing, assessor }: { shown: CaseDocument; standing: CaseDocument; assessor: string },
): { faults: Record<string, FieldFault>; changes: CaseChange[] } {
  const faults: Record<string, FieldFault> = {};
  const set: CaseChange[] = [];
  const added: Record<string, unknown>[] = [];
  const gone: number[] = [];
  for (const cell of scoreCells(standing)) {
    const [scoreField, noteField] = cellFields(cell);
    const was = cellTexts(shown, assessor, cell);
    if (isSame(was, typed, scoreField) && isSame(was, typed, noteField)) continue;
    const score = readField(scoreField, typed);
    const note = readField(noteField, typed);
    if ('fault' in score || 'fault' in note) {
      faults[scoreField.path] = 'fault' in score ? score.fault : 'score';
      continue;
    }
    const index = scoreIndex(standing, assessor, cell);
    if (score.value === undefined && note.value !== undefined) faults[scoreField.path] = 'needed';
    else if (score.value === undefined) gone.push(...(index < 0 ? [] : [index]));
    else {
      const value = {
        assessor,
        option: cell.option.id,
        criterion: cell.criterion.id,
        score: score.value,
        ...(note.value !== undefined && { note: note.value }),
      };
      if (outOfScale(score.value)) faults[scoreField.path] = 'score';
      else if (index < 0) added.push(value);
      else set.push({ path: ['scores', index], value });
    }
  }
  const { length } = standing.scores;
  const appended: CaseChange[] =
    length === 0 && added.length > 0
      ? [{ path: ['scores'], value: added }]
      : added.map((value, index) => ({ path: ['scores', length + index], value }));
  const removed = gone
    .toSorted((one, other) => other - one)
    .map((index): CaseChange => ({ path: ['scores', index], value: undefined }));
  return { faults, changes: [...set, ...appended, ...removed] };
}

/** Whether a score or an end of its range lies outside 0 to 100, or the range is upside down. */
function outOfScale(score: unknown): boolean {
  const ends: unknown[] = typeof score === 'object' && score !== null ? Object.values(score) : [score];
  const numbers = ends.map(Number);
  return numbers.some((one) => !(one >= 0 && one <= 100)) || Math.min(...numbers) !== numbers[0];
}
