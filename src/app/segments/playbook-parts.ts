import { parse, stringify } from 'yaml';
import type { Basis, Playbook } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds, type SectionId } from '../../domain/segments/playbook/sections.ts';
import { changeYaml } from '../decisions/change-yaml.ts';
import { readYamlLines } from '../yaml-lines.ts';

/** The parts in which a playbook is edited, one page each. */
export const playbookParts = ['about', ...sectionIds, 'checks'] as const;
export type PlaybookPart = (typeof playbookParts)[number];

/** Fields of one thing in a part, as texts; what isn’t said is empty. */
export type PartItem = Readonly<Record<string, string>>;

/** Fields of a paragraph, a check, and what stands at the head of a playbook, in the order of a form. */
export const paragraphFields = ['text', 'from', 'name', 'by', 'model', 'formula', 'id'] as const;
export const checkFields = ['title', 'outcome', 'when', 'because', 'act', 'from', 'passage', 'id'] as const;
export const aboutFields = ['summary', 'owner', 'status', 'reviewed'] as const;

/**
 * A part of a playbook as the texts of a form: one item for each paragraph or check, one for what stands at the head.
 *
 * @param text the YAML of the playbook, for conditions as they were written
 * @example partItems(playbook, text, 'kpis')[0]?.formula // 'cloud cost of a service ÷ what it handled, by month'
 */
export function partItems(playbook: Playbook, text: string, part: PlaybookPart): PartItem[] {
  if (part === 'about') {
    const { summary, owner, status, reviewed } = playbook;
    return [{ summary, owner: owner ?? '', status, reviewed }];
  }
  if (part === 'checks') {
    const conditions = conditionsOf(text);
    return playbook.checks
      .slice(0, playbook.ownChecks)
      .map(({ id, title, outcome, because, act, basis, passage }, index) => ({
        id,
        title,
        outcome,
        when: conditions[index] ?? '',
        because,
        act,
        from: sourcesText(basis),
        passage,
      }));
  }
  return playbook.sections[part].map(({ basis, text: own, id, name, by, model, formula }) => ({
    text: own,
    from: sourcesText(basis),
    name: name ?? '',
    by: by ?? '',
    model: model ?? '',
    formula: formula ?? '',
    id: id ?? '',
  }));
}

/**
 * The YAML of a playbook with one part as a form has it; comments in the other parts stay.
 *
 * @returns not yet checked: `readPlaybook` says what is wrong in it
 */
export function changePart(text: string, part: PlaybookPart, items: readonly PartItem[]): string {
  if (part === 'about') {
    const [item = {}] = items;
    const owner = item['owner'] === '' ? null : item['owner'];
    return changeYaml(
      text,
      aboutFields.map((name) => ({ path: [name], value: name === 'owner' ? owner : (item[name] ?? '') })),
    );
  }
  if (part === 'checks') return changeYaml(text, [{ path: ['checks'], value: items.map(checkValue) }]);
  return changeYaml(text, [{ path: ['sections', part], value: items.map(paragraphValue) }]);
}

/** Which item and field of a form a path of the document means; null where it means another part. */
export function placeOfPath(part: PlaybookPart, path: string): { item: number; field: string } | null {
  const [, list = '', index = '', rest = ''] = /^([a-z.-]+)(?:\[(\d+)\])?\.?(.*)$/u.exec(path) ?? [];
  if (part === 'about') {
    const field = aboutFields.find((name) => name === list);
    return field === undefined ? null : { item: 0, field };
  }
  if (list !== (part === 'checks' ? 'checks' : `sections.${part}`) || index === '') return null;
  const [name = ''] = rest.split(/[.[]/u);
  if (part === 'checks')
    return {
      item: Number(index),
      field: checkFields.find((one) => one === name) ?? (name === 'basis' ? 'from' : 'title'),
    };
  return { item: Number(index), field: paragraphFields.find((one) => one === name) ?? 'text' };
}

/**
 * The id of a part that an address names.
 *
 * @example parsePart('risks') // 'risks'
 */
export function parsePart(name: string): PlaybookPart | null {
  return playbookParts.find((one) => one === name) ?? null;
}

/** A section among the parts. */
export function isSection(part: PlaybookPart): part is SectionId {
  return part !== 'about' && part !== 'checks';
}

function sourcesText(basis: Basis): string {
  return basis.kind === 'source' ? basis.sources.join(', ') : '';
}

function sourcesOf(item: PartItem): string[] {
  return (item['from'] ?? '').split(/[\s,;]+/u).filter((id) => id !== '');
}

function paragraphValue(item: PartItem): Record<string, unknown> {
  const sources = sourcesOf(item);
  return {
    ...given(item, ['id', 'name', 'by', 'model']),
    ...(sources.length === 0
      ? { judgement: item['text'] ?? '' }
      : { sourced: item['text'] ?? '', from: sources }),
    ...given(item, ['formula']),
  };
}

function checkValue(item: PartItem): Record<string, unknown> {
  const sources = sourcesOf(item);
  return {
    ...given(item, ['id', 'title']),
    when: conditionOf(item['when'] ?? ''),
    ...given(item, ['outcome', 'because', 'act']),
    ...(sources.length === 0 ? { basis: 'judgement' } : { from: sources }),
    ...given(item, ['passage']),
  };
}

function given(item: PartItem, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));
}

/** What can’t be read as YAML stays a text, which is no condition: whoever checks it says so. */
function conditionOf(text: string): unknown {
  const read = readYamlLines(text);
  return read.fault === null ? read.value : text;
}

function conditionsOf(text: string): string[] {
  const value: unknown = parse(text);
  if (typeof value !== 'object' || value === null || !('checks' in value) || !Array.isArray(value.checks))
    return [];
  const checks: unknown[] = value.checks;
  return checks.map((check) =>
    typeof check === 'object' && check !== null && 'when' in check ? stringify(check.when).trimEnd() : '',
  );
}
