import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authoredReference } from '../../../test/factories/reference.ts';
import {
  evaluateCondition,
  factsAsked,
  type Condition,
  type Facts,
} from '../../domain/segments/checks/condition.ts';
import type { FactValue } from '../../domain/segments/checks/fact.ts';
import { facts, type FactName } from '../../domain/segments/checks/facts.ts';
import { marketModels } from '../../domain/segments/checks/market-of-model.ts';
import { leverHolders } from '../../domain/segments/playbook/playbook.ts';
import { sectionIds } from '../../domain/segments/playbook/sections.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { leadsSomewhere, readPlaybook } from './read-playbook.ts';
import { playbooksOf } from './playbooks.ts';

const reference = authoredReference();
const playbooks = playbooksOf(reference);
const all = [...playbooks.values()];
const deep = ['cloud-hosting', 'systems-integration', 'devices-hardware'];
const next = ['productivity-platforms', 'sector-systems', 'digital-delivery', 'managed-it-services'];

/** Words that a reader gets. */
function wordsOf(segment: string): number {
  const playbook = all.find((one) => one.segment === segment);
  const paragraphs = sectionIds.flatMap((id) => playbook?.sections[id] ?? []);
  const text = paragraphs.map((one) => [one.name, one.text, one.formula].join(' ')).join(' ');
  return text.split(/\s+/u).length;
}

describe('the playbooks of the repository', () => {
  it('are one for each digital segment', () => {
    expect(all.map(({ segment }) => segment)).toEqual(digitalSegmentIds);
  });

  it('say nothing of themselves that nobody did: none is reviewed without an owner', () => {
    expect(all.filter(({ status, owner }) => status === 'reviewed' && owner === null)).toEqual([]);
    expect(all.filter(({ status }) => status === 'unreviewed')).toHaveLength(14);
  });

  it.each(deep)('%s has the depth of the three that the strategy names', (segment) => {
    expect(wordsOf(segment)).toBeGreaterThanOrEqual(900);
  });

  it.each(next)('%s goes into detail', (segment) => {
    expect(wordsOf(segment)).toBeGreaterThanOrEqual(900);
  });

  it.each(all.map(({ segment }) => segment).filter((one) => ![...deep, ...next].includes(one)))(
    '%s says what there is to say in short',
    (segment) => {
      expect(wordsOf(segment)).toBeGreaterThanOrEqual(300);
    },
  );

  it.each(all.map((playbook) => [playbook.segment, playbook] as const))('%s has its levers in the order of who can pull them', (_, { sections }) => {
    const holders = sections.levers.map(({ by }) => leverHolders.findIndex((one) => one === by));
    expect(holders).toEqual(holders.toSorted((one, other) => one - other));
    expect(new Set(holders).size).toBe(leverHolders.length);
  }); // prettier-ignore

  it.each(all.map((playbook) => [playbook.segment, playbook] as const))('%s has 8 to 20 checks of its own, each leading to a passage', (_, playbook) => {
    expect(playbook.ownChecks).toBeGreaterThanOrEqual(8);
    expect(playbook.ownChecks).toBeLessThanOrEqual(20);
    const lost = playbook.checks.filter(({ passage }) => !leadsSomewhere(passage, playbook.sections));
    expect(lost).toEqual([]);
  }); // prettier-ignore

  it.each(all.map((playbook) => [playbook.segment, playbook] as const))('%s has checks that can fire and can stay quiet', (_, playbook) => {
    const stuck = playbook.checks.filter(({ when }) => outcomesOf(when).size < 2).map(({ id }) => id);
    expect(stuck).toEqual([]);
  }); // prettier-ignore

  it('and a check that always fires would be seen', () => {
    const always: Condition = {
      kind: 'anyOf',
      of: [
        { kind: 'compare', fact: 'bids', by: 'atLeast', value: 1 },
        { kind: 'compare', fact: 'bids', by: 'below', value: 1 },
      ],
    };
    expect(outcomesOf(always).size).toBe(1);
  });

  it('every fact that they ask for comes from a case, a contract or a draft', () => {
    const asked = new Set(all.flatMap(({ checks }) => checks.flatMap(({ when }) => factsAsked(when))));
    const nowhere = [...asked].filter((name) =>
      Object.values(facts[name].from).every((from) => from === null),
    );
    expect(nowhere).toEqual([]);
  });

  it('know the market of every delivery model', () => {
    expect(new Set(marketModels)).toEqual(new Set(reference.deliveryModels.map(({ id }) => id)));
  });
});

/** What a condition comes to over values around those that it compares with. */
function outcomesOf(condition: Condition): Set<string> {
  const names = factsAsked(condition);
  let trials: Facts[] = [{}];
  for (const name of names)
    trials = trials.flatMap((trial) =>
      valuesFor(name, condition).map((value) => ({ ...trial, [name]: { value, evidence: '' } })),
    );
  return new Set(trials.map((trial) => evaluateCondition(condition, trial)));
}

function valuesFor(name: FactName, condition: Condition): FactValue[] {
  const fact = facts[name];
  switch (fact.type) {
    case 'yes-no':
      return [true, false];
    case 'choice':
      return [...fact.values];
    case 'choices':
      return [[], ...fact.values.map((value) => [value])];
    case 'number':
      break;
  }
  return numbersIn(condition).flatMap((value) => [value - 1, value, value + 1]);
}

function numbersIn(condition: Condition): number[] {
  if (condition.kind === 'compare') return typeof condition.value === 'number' ? [condition.value] : [];
  return condition.kind === 'not' ? numbersIn(condition.of) : condition.of.flatMap((part) => numbersIn(part));
}

describe('a playbook that is wrong', () => {
  const file = readFileSync(join(reference.folder, 'segments', 'emerging-technology.yaml'), 'utf8');
  const knowledge = {
    sources: new Map(all.flatMap(({ sources }) => sources.map((source) => [source.id, source] as const))),
    models: new Set(marketModels),
    shared: [],
  };
  const refusal = (
    from: string | RegExp,
    to: string,
  ): { line: number | null; path: string; message: string } => {
    const changed = file.replace(from, to);
    expect(changed).not.toBe(file);
    const { playbook, problems } = readPlaybook(changed, knowledge);
    expect(playbook).toBeNull();
    return problems[0] ?? { line: null, path: '', message: '' };
  };
  const lineOf = (text: string): number => file.slice(0, file.indexOf(text)).split('\n').length;

  it('as it stands is right', () => {
    expect(readPlaybook(file, knowledge).problems).toEqual([]);
  });

  it('with an unknown key', () => {
    const { path, message, line } = refusal('summary:', 'sumary: x\nsummary:');
    expect([path, line]).toEqual(['sumary', 2]);
    expect(message).toContain('There is no "sumary" here.');
  });

  it('with a check over a fact that doesn’t exist', () => {
    const { path, message, line } = refusal('fact: term-months', 'fact: term-month');
    expect(path).toMatch(/^checks\[\d+\]\.when\.fact$/u);
    expect(message).toContain('Did you mean "term-months"?');
    expect(line).toBe(lineOf('fact: term-months'));
  });

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[here](javascript:alert(1))', 'javascript:alert(1)'])('with markup or a script: %s', (text) => {
    const { path, message } = refusal('Pilots, prototypes', `Pilots ${text}`);
    expect(path).toBe('sections.scope[0].judgement');
    expect(message).toContain('this looks like');
  }); // prettier-ignore

  it('but not with a “less than” sign', () => {
    const changed = file.replace('Pilots, prototypes', 'Pilots of < 12 months');
    expect(readPlaybook(changed, knowledge).problems).toEqual([]);
  });

  it.each(['2026-02-30', '23/11/2026', 'soon'])('with a date that isn’t one: %s', (day) => {
    const { path, message } = refusal(/reviewed: .+/u, `reviewed: '${day}'`);
    expect(path).toBe('reviewed');
    expect(message).toContain('a day that exists');
  });

  it('with a paragraph that is not marked, or marked twice', () => {
    expect(refusal(/judgement: (?=\S*\s+Pilots)/u, 'name: ').message).toContain('is marked once');
    expect(refusal('from: [pilots-notes]', 'judgement: as well').message).toContain('is marked once');
  });

  it('with a passage that leads nowhere', () => {
    const { path, message } = refusal('passage: terms.scale-option', 'passage: terms.scaling');
    expect(path).toMatch(/^checks\[\d+\]\.passage$/u);
    expect(message).toContain('leads nowhere');
  });

  it('with a source or a delivery model that nobody knows', () => {
    expect(refusal('from: [pilots-notes]', 'from: [a-friend]').message).toContain(
      'no source called "a-friend"',
    );
    expect(refusal('model: blended-team', 'model: blended').message).toContain(
      'no delivery model called "blended"',
    );
  });

  it('that calls itself reviewed without an owner', () => {
    expect(refusal('status: unreviewed', 'status: reviewed').message).toContain('only by a named owner');
  });

  it('that is no YAML is refused with its line', () => {
    expect(refusal('status: unreviewed', 'status: [unreviewed').line).not.toBeNull();
  });
});
