import { getCase, type listCases } from '../../../../app/decisions/case-store.ts';
import type { ExampleCase } from '../../../../app/decisions/example-cases.ts';
import { isReviewDue, reviewOf } from '../../../../app/decisions/review/review-of.ts';
import { tasksOfCase } from '../../../../app/decisions/tasks-of-case.ts';
import type { Context } from '../../../../app/context.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

type Row = Awaited<ReturnType<typeof listCases>>[number];

/** Cases on one page of the list: each is read to say how it stands. */
const pageSize = 20;

/** The list of cases as its page shows it. */
export async function presentCases(
  context: Context,
  { rows, examples, skip }: { rows: readonly Row[]; examples: readonly ExampleCase[]; skip: number },
  words: Catalogue,
) {
  const { cases: text } = words;
  const shown = await Promise.all(
    rows.slice(skip, skip + pageSize).map(async (row) => presentRow(context, row, words)),
  );
  return {
    count: text.count(rows.length),
    rows: shown,
    newHref: paths.caseNew(),
    strategiesHref: paths.strategies(),
    compareHref:
      rows.length > 1 ? paths.caseCompare(rows[0]?.case_id ?? '', { other: rows[1]?.case_id }) : null,
    previousHref: skip > 0 ? paths.cases({ skip: skip > pageSize ? skip - pageSize : undefined }) : null,
    nextHref: skip + pageSize < rows.length ? paths.cases({ skip: skip + pageSize }) : null,
    action: paths.caseNew(),
    examples: examples.map(({ file, id, title, buyer }) => ({
      file,
      title,
      buyer,
      href: rows.some((row) => row.case_id === id) ? paths.caseTasks(id) : null,
    })),
  };
}

async function presentRow(context: Context, row: Row, words: Catalogue) {
  const { cases: text, caseChoices, format } = words;
  return {
    title: row.title,
    href: paths.caseTasks(row.case_id),
    buyer: row.buyer_name,
    stage: caseChoices['stage']?.[row.stage] ?? row.stage,
    marking: row.marking,
    saved: format.instant(row.saved_at),
    version: text.version(row.revision),
    ...(await statusOf(context, row, words)),
    reviewDue: (await isDue(context, row))
      ? { text: words.caseReview.due, href: paths.caseReview(row.case_id) }
      : null,
  };
}

/** Whether a signed case is marked for review; one that can’t be read says so by its status. */
async function isDue(context: Context, { case_id: id }: Row): Promise<boolean> {
  try {
    const review = await reviewOf(context, id);
    return review !== null && isReviewDue(review);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function statusOf(
  context: Context,
  { case_id: id }: Row,
  { cases: text }: Catalogue,
): Promise<{ status: string; colour: string }> {
  try {
    const { document, problems } = await getCase(context, id);
    const { status } = tasksOfCase(context, document, problems).readiness;
    return status === 'ready for approval'
      ? { status: text.ready, colour: 'green' }
      : { status: text.notReady, colour: 'yellow' };
  } catch (error) {
    // One case of an older program must not keep the others from being listed.
    if (error instanceof AppError) return { status: text.unreadable, colour: 'red' };
    throw error;
  }
}
