import { facts } from '../../domain/segments/checks/facts.ts';
import type { CheckResult } from '../../domain/segments/checks/run-checks.ts';
import { outcomes, type Playbook } from '../../domain/segments/playbook/playbook.ts';
import type { CheckFinding, CheckNotStated, CheckReport } from './check-views.ts';
import { factValueText } from './fact-text.ts';

/** Results of one playbook; `option` where they are of one option of a case. */
export type PlaybookResults = { playbook: Playbook; option: string | null; results: readonly CheckResult[] };

/**
 * The results of checks as they are told: what fired, by severity; the same check of several options once.
 *
 * @example presentChecks([{ playbook, option: null, results }]).findings[0]?.outcome // 'stop'
 */
export function presentChecks(
  all: readonly PlaybookResults[],
): Pick<CheckReport, 'findings' | 'clear' | 'notStated'> {
  const findings = new Map<string, CheckFinding>();
  const open = new Map<string, CheckNotStated>();
  const clear = new Set<string>();
  for (const { playbook, option, results } of all) {
    for (const result of results) {
      const key = keyOf(playbook, result);
      if (result.state === 'clear') clear.add(key);
      if (result.state === 'not-stated') open.set(key, notStatedOf(playbook, result));
      if (result.state === 'fires') {
        const known = findings.get(key);
        if (known === undefined) findings.set(key, findingOf(playbook, result, option));
        else if (option !== null && !known.options.includes(option)) known.options.push(option);
      }
    }
  }
  const own = [...findings].filter(([key]) => !key.startsWith('/')).map(([, finding]) => finding);
  // What the segment says itself of the same facts, at least as firmly, says it better.
  const isSaidBetter = (finding: CheckFinding): boolean =>
    own.some((other) => rank(other) <= rank(finding) && readingsOf(other) === readingsOf(finding));
  const told = [...findings].filter(([key, finding]) => !key.startsWith('/') || !isSaidBetter(finding));
  return {
    findings: told.map(([, finding]) => finding).toSorted((one, other) => rank(one) - rank(other)),
    clear: [...clear].filter((key) => !findings.has(key)).length,
    notStated: [...open].filter(([key]) => !findings.has(key) && !clear.has(key)).map(([, one]) => one),
  };
}

/** A check of every segment says the same whichever playbook asked, so it is told once for the same facts. */
function keyOf({ segment, checks, ownChecks }: Playbook, { check, facts: found }: CheckResult): string {
  const isOwn = checks.indexOf(check) < ownChecks;
  const read = found.map(({ name, reading }) => `${name}=${String(reading.value)}`).join(' ');
  return isOwn ? `${segment}/${check.id}/${read}` : `/${check.id}/${read}`;
}

function rank({ outcome }: CheckFinding): number {
  return outcomes.indexOf(outcome);
}

function readingsOf({ facts: read, options }: CheckFinding): string {
  return [...read.map(({ name, value }) => `${name}=${value}`), ...options].join(' ');
}

function findingOf(
  playbook: Playbook,
  { check, facts: found }: CheckResult,
  option: string | null,
): CheckFinding {
  const ids = check.basis.kind === 'source' ? check.basis.sources : [];
  return {
    id: check.id,
    segment: playbook.segment,
    outcome: check.outcome,
    title: check.title,
    because: check.because,
    act: check.act,
    sources: ids.map((id) => {
      const source = playbook.sources.find((one) => one.id === id);
      return { id, title: source?.title ?? id, publisher: source?.publisher ?? '' };
    }),
    passage: check.passage,
    facts: found.map(({ name, reading }) => ({
      name,
      label: facts[name].label,
      value: factValueText(facts[name], reading.value),
      evidence: reading.evidence,
    })),
    options: option === null ? [] : [option],
  };
}

function notStatedOf({ segment }: Playbook, { check, missing }: CheckResult): CheckNotStated {
  return {
    id: check.id,
    segment,
    title: check.title,
    missing: missing.map((name) => ({ name, label: facts[name].label })),
  };
}
