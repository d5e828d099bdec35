import type { z } from 'zod';
import type { Playbook, PlaybookCheck, PlaybookSource } from '../../domain/segments/playbook/playbook.ts';
import { parsePassage, sectionIds, sectionNeeds } from '../../domain/segments/playbook/sections.ts';
import { describeIssues } from '../describe-issues.ts';
import { readYamlLines, type YamlFault } from '../yaml-lines.ts';
import { playbookFile } from './playbook-file.ts';

/** What is wrong in a file of playbooks: where, and what to write. */
export type PlaybookProblem = { line: number | null; path: string; message: string };

/** What a playbook may refer to. */
export type PlaybookKnowledge = {
  sources: ReadonlyMap<string, PlaybookSource>;
  models: ReadonlySet<string>;
  /** Checks that hold in every segment. */
  shared: readonly PlaybookCheck[];
};

/** A file that fits its form, or what is wrong with it. */
export type ReadFile<Value> =
  { value: Value; lineOf(path: readonly PropertyKey[]): number | null } | { problems: PlaybookProblem[] };

/**
 * Reads a file of authored YAML against its form; everything that doesn’t fit comes with path and line.
 *
 * @example readAuthored('checks: []', sharedChecksFile) // { problems: [{ line: 1, path: 'checks', … }] }
 */
export function readAuthored<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): ReadFile<z.output<Schema>> {
  const read = readYamlLines(text);
  if (read.fault !== null)
    return { problems: [{ path: '', line: read.fault.line, message: faultText(read.fault) }] };
  const result = schema.safeParse(read.value);
  if (result.success) return { value: result.data, lineOf: (path) => read.lineOf(path) };
  const problems = describeIssues(result.error, read.value).map(({ keys, path, message }) => ({
    line: read.lineOf(keys),
    path,
    message,
  }));
  return { problems };
}

function faultText(fault: YamlFault): string {
  if (fault.kind === 'syntax') return fault.error.message.split('\n')[0] ?? '';
  if (fault.kind === 'empty') return 'the text is empty';
  return fault.cause instanceof Error ? fault.cause.message : String(fault.cause);
}

/**
 * Reads the playbook of a segment and checks what it refers to: passages, sources, delivery models, names.
 *
 * @example readPlaybook(text, knowledge).problems // [{ line: 12, path: 'sections.terms[0]', message: 'there is no source …' }]
 */
export function readPlaybook(
  text: string,
  knowledge: PlaybookKnowledge,
): { playbook: Playbook | null; problems: PlaybookProblem[] } {
  const read = readAuthored(text, playbookFile);
  if ('problems' in read) return { playbook: null, problems: read.problems };
  const { checks: own, sections, ...rest } = read.value;
  const faults = [
    ...sectionFaults(sections, knowledge),
    ...checkFaults(own, sections, knowledge),
    ...lostPassages(sections, knowledge),
  ];
  const problems = faults.map(({ keys, message }) => ({
    line: read.lineOf(keys),
    path: pathOf(keys),
    message,
  }));
  if (problems.length > 0) return { playbook: null, problems };
  const checks = [...own, ...knowledge.shared];
  const named = new Set(
    [...sectionIds.flatMap((id) => sections[id]), ...checks].flatMap(({ basis }) =>
      basis.kind === 'source' ? basis.sources : [],
    ),
  );
  const sources = [...knowledge.sources.values()].filter(({ id }) => named.has(id));
  return { playbook: { ...rest, sections, checks, ownChecks: own.length, sources }, problems };
}

type Fault = { keys: (string | number)[]; message: string };
type Sections = z.output<typeof playbookFile>['sections'];

function sectionFaults(sections: Sections, { sources, models }: PlaybookKnowledge): Fault[] {
  return sectionIds.flatMap((section) =>
    sections[section].flatMap((paragraph, index) => {
      const at = ['sections', section, index];
      const lacking = (sectionNeeds[section] ?? []).filter((need) => paragraph[need] === null);
      const twice =
        paragraph.id !== null && sections[section].findIndex(({ id }) => id === paragraph.id) !== index;
      return [
        ...lacking.map((need) => ({ keys: at, message: `every paragraph of "${section}" needs "${need}"` })),
        ...(twice
          ? [{ keys: [...at, 'id'], message: `"${paragraph.id ?? ''}" stands twice in "${section}"` }]
          : []),
        ...(paragraph.model !== null && !models.has(paragraph.model)
          ? [{ keys: [...at, 'model'], message: `there is no delivery model called "${paragraph.model}"` }]
          : []),
        ...sourceFaults(paragraph.basis, sources, at),
      ];
    }),
  );
}

function checkFaults(
  own: readonly PlaybookCheck[],
  sections: Sections,
  { sources, shared }: PlaybookKnowledge,
): Fault[] {
  const taken = new Set(shared.map(({ id }) => id));
  return own.flatMap((check, index) => {
    const at = ['checks', index];
    const isTaken = taken.has(check.id);
    taken.add(check.id);
    return [
      ...(isTaken ? [{ keys: [...at, 'id'], message: `there is another check called "${check.id}"` }] : []),
      ...(leadsSomewhere(check.passage, sections)
        ? []
        : [{ keys: [...at, 'passage'], message: `"${check.passage}" leads nowhere in this playbook` }]),
      ...sourceFaults(check.basis, sources, at),
    ];
  });
}

/** Checks of every segment lead to passages that each playbook has to have. */
function lostPassages(sections: Sections, { shared }: PlaybookKnowledge): Fault[] {
  return shared
    .filter(({ passage }) => !leadsSomewhere(passage, sections))
    .map(({ passage }) => ({
      keys: ['sections', parsePassage(passage)?.section ?? ''],
      message: `a check of every segment leads to "${passage}", which isn’t here`,
    }));
}

/**
 * Whether a passage is there: a section, or a paragraph of it that carries the name.
 *
 * @example leadsSomewhere('terms.egress', playbook.sections) // true
 */
export function leadsSomewhere(passage: string, sections: Playbook['sections']): boolean {
  const parts = parsePassage(passage);
  if (parts === null) return false;
  return parts.paragraph === null || sections[parts.section].some(({ id }) => id === parts.paragraph);
}

function sourceFaults(
  basis: PlaybookCheck['basis'],
  sources: PlaybookKnowledge['sources'],
  at: (string | number)[],
): Fault[] {
  if (basis.kind === 'judgement') return [];
  return basis.sources.flatMap((id, index) =>
    sources.has(id)
      ? []
      : [
          {
            keys: [...at, 'from', index],
            message: `there is no source called "${id}" in playbook-sources.yaml`,
          },
        ],
  );
}

function pathOf(keys: readonly (string | number)[]): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`))
    .join('');
}
