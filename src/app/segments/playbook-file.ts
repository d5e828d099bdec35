import { z } from 'zod';
import type { Condition } from '../../domain/segments/checks/condition.ts';
import { readCondition } from '../../domain/segments/checks/read-condition.ts';
import { leverHolders, outcomes, type Basis } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds, type SectionId } from '../../domain/segments/playbook/sections.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { markdownFaults } from '../../lib/safe-markdown.ts';

/** Text without markup, for names and single sentences: what looks like a tag, a link or a script address is refused. */
const plain = z
  .string()
  .trim()
  .min(1, 'write something here, or leave the line out')
  .max(3000)
  .refine((text) => !/<\s*[a-z!/?]/iu.test(text), {
    error: 'this looks like HTML; this is plain text: take the tag out',
  })
  .refine((text) => !/\]\(|\b(?:javascript|vbscript):/iu.test(text), {
    error: 'this looks like a link or a script; this is plain text: name the source instead',
  });

/** Plain Markdown: HTML, scripts and pictures are refused, never passed through. */
const prose = z
  .string()
  .trim()
  .min(1, 'write something here, or leave the line out')
  .max(3000)
  .superRefine((text, context) => {
    const faults = markdownFaults(text);
    const isLong = text.includes('\n');
    for (const { line, message } of faults)
      context.addIssue({
        code: 'custom',
        message: isLong ? `line ${line} of the text: ${message}` : message,
      });
  });

const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'write small letters, digits and hyphens, such as "commitment"');

const day = z
  .string()
  .refine(isDay, { error: 'write a day that exists as YYYY-MM-DD, such as "2026-11-23"' });

const from = z.array(id).min(1);

const paragraph = z
  .strictObject({
    id: id.optional(),
    name: plain.optional(),
    judgement: prose.optional(),
    sourced: prose.optional(),
    from: from.optional(),
    formula: plain.optional(),
    by: z.enum(leverHolders).optional(),
    model: id.optional(),
  })
  .superRefine((given, context) => {
    const problem = markProblem(given);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  })
  .transform(({ judgement, sourced, from: sources, ...rest }) => ({
    id: rest.id ?? null,
    name: rest.name ?? null,
    text: sourced ?? judgement ?? '',
    basis: basisOf(sources),
    formula: rest.formula ?? null,
    by: rest.by ?? null,
    model: rest.model ?? null,
  }));

const condition = z.unknown().transform((value, context): Condition => {
  const { condition: read, faults } = readCondition(value);
  for (const { path, message } of faults) context.addIssue({ code: 'custom', path, message });
  return read ?? z.NEVER;
});

const check = z
  .strictObject({
    id,
    title: plain,
    when: condition,
    outcome: z.enum(outcomes),
    because: plain,
    act: plain,
    from: from.optional(),
    basis: z.literal('judgement').optional(),
    passage: z
      .string()
      .regex(/^[a-z-]+(\.[a-z0-9-]+)?$/u, 'name a section, or a paragraph as "section.paragraph"'),
  })
  .refine(({ from: sources, basis }) => (sources === undefined) !== (basis === undefined), {
    error: 'a check is marked once: name its sources under "from", or write "basis: judgement"',
  })
  .transform(({ from: sources, ...rest }) => ({ ...rest, basis: basisOf(sources) }));

const sections = z.strictObject(sectionShape());

function sectionShape(): Record<SectionId, z.ZodType<z.output<typeof paragraph>[]>> {
  const section = z.array(paragraph).min(1, 'write at least one paragraph');
  const shape: Partial<Record<SectionId, typeof section>> = {};
  for (const name of sectionIds) shape[name] = section;
  if (!isWhole(shape)) throw new Error('A section has no form.');
  return shape;
}

function isWhole<Value>(shape: Partial<Record<SectionId, Value>>): shape is Record<SectionId, Value> {
  return sectionIds.every((name) => shape[name] !== undefined);
}

/** A playbook as its file has it. */
export const playbookFile = z
  .strictObject({
    segment: z.enum(digitalSegmentIds),
    summary: plain,
    owner: plain.nullable(),
    reviewed: day,
    status: z.enum(['unreviewed', 'reviewed']),
    sections,
    checks: z.array(check).min(1),
  })
  .refine(({ owner, status }) => status === 'unreviewed' || owner !== null, {
    error: 'a playbook is reviewed only by a named owner: name the owner, or write "unreviewed"',
    path: ['status'],
  });

/** The checks that hold in every segment. */
export const sharedChecksFile = z.strictObject({ checks: z.array(check).min(1) });

/** The sources that playbooks name. */
export const sourcesFile = z.array(
  z
    .strictObject({
      id,
      title: plain,
      publisher: plain,
      date: plain,
      read: z.enum(['primary', 'secondary', 'unverified']),
      note: plain.optional(),
    })
    .transform(({ note, ...rest }) => ({ ...rest, note: note ?? null })),
);

function basisOf(sources: readonly string[] | undefined): Basis {
  return sources === undefined ? { kind: 'judgement' } : { kind: 'source', sources };
}

type Marked = { judgement?: string | undefined; sourced?: string | undefined; from?: string[] | undefined };

function markProblem({ judgement, sourced, from: sources }: Marked): string | null {
  if ((judgement === undefined) === (sourced === undefined))
    return 'a paragraph is marked once: write its text under "judgement", or under "sourced" with its sources under "from"';
  if (sourced !== undefined && sources === undefined)
    return 'name the sources of this paragraph under "from"';
  if (judgement !== undefined && sources !== undefined)
    return '"from" goes with "sourced": a judgement names no source';
  return null;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
