import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { CheckReport } from '../../../../app/segments/check-views.ts';
import { tasksOfCase } from '../../../../app/decisions/tasks-of-case.ts';
import type { TaskState, TaskStatus } from '../../../../domain/decisions/readiness.ts';
import { nameIds } from '../../../components/case/name-ids.ts';
import { findingsText } from '../../../components/checks/present-check-report.ts';
import { fact } from '../../../components/facts.ts';
import { findPart, partsOfTask, placeOf } from '../../../components/case-form/case-parts.ts';
import { valueAt } from '../../../components/case-form/value-shapes.ts';
import { paths } from '../../../paths.ts';
import type { PageRequest } from '../../_page.ts';
import { savedBy } from '../edit/edit-fields.ts';
import { sheetState } from '../edit/score-sheet.ts';

const colours: Readonly<Record<TaskStatus, string | null>> = {
  done: null,
  'under-way': 'blue',
  missing: 'grey',
  'not-asked': null,
};

/** Causes that are shown at the top; the rest stands with the tasks. */
const mostCauses = 5;

/** The task list of a case as its page shows it. */
export function presentTasks(request: PageRequest, stored: StoredCase, report: CheckReport) {
  const { context, query, words } = request;
  const { document, problems, id } = stored;
  const { cases: text, caseForm, caseChoices, format } = words;
  const { triage, readiness } = tasksOfCase(context, document, problems);
  const { causes, status, steps } = readiness;
  const done = query['done']?.[0];
  return {
    title: document.title,
    done: done === 'saved' ? caseForm.saved : done === 'unchanged' ? caseForm.unchanged : null,
    isReady: status === 'ready for approval',
    status: status === 'ready for approval' ? text.ready : text.notReady,
    causesText: causes.length === 0 ? null : text.causes(causes.length),
    causes: causes.slice(0, mostCauses).map((cause) => nameIds(cause, document)),
    moreCauses: causes.length > mostCauses ? text.moreCauses(causes.length - mostCauses) : null,
    facts: [
      ...fact(words.caseFields['about']?.['buyer.name']?.[0] ?? '', document.buyer.name),
      ...fact(
        words.caseFields['about']?.['stage']?.[0] ?? '',
        caseChoices['stage']?.[document.stage] ?? null,
      ),
      ...fact(text.path, {
        text: text.paths[triage.path],
        href: paths.caseEdit(id, 'triage'),
        note: triage.couldBecome === triage.path ? '' : text.couldBecome(text.paths[triage.couldBecome]),
      }),
      ...fact(text.saved, {
        text: text.savedLine(format.instant(stored.savedAt), savedBy(stored, request)),
        href: paths.caseVersions(id),
        note: text.version(stored.revision),
      }),
    ],
    steps: steps.map(({ number, name, tasks }) => ({
      heading: text.stepHeading(number, name),
      tasks: [
        // Before somebody recommends an option they see what is known of its market.
        ...(tasks.some(({ task }) => task === 'recommendation') ? [presentChecks(report, id, words)] : []),
        ...tasks.map((task) => presentTask(task, stored, words)),
      ],
    })),
  };
}

/** What the playbooks say of the case: nothing that is ever done, so it has the worst of its findings for a state. */
function presentChecks(report: CheckReport, id: string, words: PageRequest['words']) {
  const { checks: text } = words;
  const [worst] = report.findings;
  const found = findingsText(report, words);
  const isAsked = report.segments.length > 0;
  return {
    name: text.task,
    id: 'task-checks',
    status:
      worst === undefined
        ? isAsked
          ? text.taskStatus.clear
          : text.nothingChecked
        : worst.outcome === 'stop'
          ? text.taskStatus.stop
          : text.taskStatus.found,
    colour: worst === undefined ? null : worst.outcome === 'stop' ? 'red' : 'yellow',
    reasons: found === null ? [] : [found],
    warnings: [],
    links: [{ text: text.taskLink, href: paths.caseChecks(id), count: null }],
  };
}

function presentTask(
  { task, name, status, reasons }: TaskState,
  stored: StoredCase,
  words: PageRequest['words'],
) {
  const parts = partsOfTask[task];
  const links = parts.map((part) => ({
    text: words.caseParts[part]?.title ?? part,
    href: paths.caseEdit(stored.id, part),
    count: countOf(part, stored, words),
  }));
  const errors = stored.problems.filter(
    ({ kind, path }) => kind === 'warning' && parts.includes(placeOf(path)?.part ?? ''),
  );
  return {
    name,
    id: `task-${task}`,
    status: words.cases.taskStatus[status],
    colour: colours[status],
    reasons: reasons.map((reason) => nameIds(reason, stored.document)),
    warnings: errors.map(({ message }) => nameIds(message, stored.document)),
    links,
  };
}

/** How much a page holds already, where that can be counted. */
function countOf(
  id: string,
  { document }: StoredCase,
  { cases: text, caseOwn }: PageRequest['words'],
): string | null {
  const part = findPart(id);
  if (part?.kind === 'list') {
    const list = valueAt(document, part.path);
    return Array.isArray(list) && list.length > 0 ? text.counted(list.length) : null;
  }
  if (id !== 'scores' || document.assessors.length === 0) return null;
  const states = document.assessors.map((assessor) => sheetState(document, assessor.id));
  return caseOwn.scoredOf(
    states.reduce((sum, { scored }) => sum + scored, 0),
    states.reduce((sum, { total }) => sum + total, 0),
  );
}
