import { shortName } from '../../../../app/decisions/begin-case.ts';
import type { SentRow } from '../../../../app/decisions/read-line-table.ts';
import type { PartFieldWords } from '../../../catalogue/en/case-fields.ts';
import type { CaseField, ListPart } from '../../../components/case-form/case-field.ts';
import { choicesOf, type ChoiceFacts } from '../../../components/case-form/choices.ts';
import { inputName, writeField } from '../../../components/case-form/field-text.ts';
import { readItem } from '../../../components/case-form/form-changes.ts';
import { presentForm } from '../../../components/case-form/present-form.ts';
import { plainText } from '../../../components/case-form/value-shapes.ts';
import { shownChoices } from '../../../components/case-form/value-text.ts';

/** Cost lines of a table, or everything that is wrong with it. */
export type ReadLines = { lines: Record<string, unknown>[]; faults: string[] };

/**
 * Cost lines out of the rows of a table, whose first row names fields by their labels or their names in the document. Cells are read as
 * what is typed into the form; options, groups and choices go by their names or short names.
 */
export function readLines(part: ListPart, rows: readonly SentRow[], facts: ChoiceFacts): ReadLines {
  const { caseOwn: own, caseFields } = facts.words;
  const labels = caseFields[part.id] ?? {};
  const [heading, ...body] = rows;
  if (heading === undefined || body.length === 0) return { lines: [], faults: [own.fileEmpty] };
  const columns = heading.cells.map((cell) => fieldNamed(part, labels, cell));
  const faults = [
    ...heading.cells.flatMap((cell, at) =>
      cell.trim() !== '' && columns[at] === null ? [own.fileUnknown(cell)] : [],
    ),
    ...part.fields
      .filter((field) => field.isNeeded === true && field.fallback === undefined && !columns.includes(field))
      .map((field) => own.fileNoColumn(labels[field.path]?.[0] ?? field.path)),
  ];
  if (faults.length > 0) return { lines: [], faults };
  const taken = new Set(facts.document.costs.lines.map(({ id }) => id));
  const lines: Record<string, unknown>[] = [];
  for (const { row, cells } of body) {
    const read = readRow(part, columns, { cells, labels }, facts);
    if (read.faults.length > 0) faults.push(...read.faults.map((text) => own.fileRow(row, text)));
    else lines.push(withFreeId(read.line, taken));
  }
  return { lines: faults.length > 0 ? [] : lines, faults };
}

function fieldNamed(part: ListPart, labels: PartFieldWords, cell: string): CaseField | null {
  const wanted = cell.trim().toLowerCase();
  return (
    part.fields.find(
      ({ path }) => path.toLowerCase() === wanted || labels[path]?.[0].toLowerCase() === wanted,
    ) ?? null
  );
}

function readRow(
  part: ListPart,
  columns: readonly (CaseField | null)[],
  { cells, labels }: { cells: readonly string[]; labels: PartFieldWords },
  facts: ChoiceFacts,
): { line: Record<string, unknown>; faults: string[] } {
  const { caseOwn: own } = facts.words;
  const typed: Record<string, string> = Object.assign(
    {},
    ...part.fields.map((field) => writeField(field, field.fallback)),
  );
  const strange: string[] = [];
  columns.forEach((field, at) => {
    const cell = (cells[at] ?? '').trim();
    if (field === null || cell === '') return;
    const wanted = field.kind === 'options' && cell.toLowerCase() !== 'all' ? cell.split(';') : [cell];
    for (const one of wanted.map((text) => text.trim()).filter((text) => text !== '')) {
      const value = valueNamed(field, one, facts);
      if (value === null) strange.push(own.fileName(one, labels[field.path]?.[0] ?? field.path));
      else if (field.kind === 'options') typed[inputName(field.path, value)] = 'yes';
      else typed[field.path] = value;
    }
  });
  const { faults, value } = readItem(part, typed);
  const form = presentForm(part.fields, labels, { typed, faults }, facts);
  return {
    line: value,
    faults: [...strange, ...(strange.length > 0 ? [] : form.errors.map(({ text }) => text))],
  };
}

/** What a cell stands for: of choices the one of that name or short name, else the text; null where it names none. */
function valueNamed(field: CaseField, cell: string, facts: ChoiceFacts): string | null {
  if (field.kind === 'options' && cell.toLowerCase() === 'all') return '*';
  const choices =
    field.kind === 'options'
      ? choicesOf('option', facts)
      : ['choice', 'ref', 'yes-no'].includes(field.kind)
        ? shownChoices(field, '', facts)
        : null;
  if (choices === null) return cell;
  const wanted = cell.toLowerCase();
  return (
    choices.find(({ value, text }) => value.toLowerCase() === wanted || text.toLowerCase() === wanted)
      ?.value ?? null
  );
}

function withFreeId(line: Record<string, unknown>, taken: Set<string>): Record<string, unknown> {
  const wanted = typeof line['id'] === 'string' ? line['id'] : shortName(plainText(line['label']));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return { ...line, id };
}
