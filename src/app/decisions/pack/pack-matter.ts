import { isOf } from '../../../domain/decisions/case-years.ts';
import type { SuggestedApprovals } from '../../../domain/decisions/approvals.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { MoneyOfCase, MoneyOfOption } from '../../../domain/decisions/money/appraise-money.ts';
import type { PackReader, ReaderPlan } from '../../../domain/decisions/pack/pack-reader.ts';
import type {
  InterestTestDuty,
  InterestTestReference,
} from '../../../domain/decisions/public-interest-test.ts';
import type { CaseChange } from '../../../domain/decisions/record/change-log.ts';
import type { CaseRun } from '../case-run.ts';
import type { CaseNames } from '../case-names.ts';

/** Somebody’s word on a version of a case. Names are typed and not authenticated. */
export type PackSignature = { meaning: string; post: string; name: string; on: string };

/** The record that a version of a case was frozen in. */
export type PackRecord = { number: number; hash: string; on: string };

/** What changed in a case since a version that was approved. */
export type PackChanges = {
  since: string;
  changes: readonly CaseChange[];
};

/** What a pack is told beside the run of the case. What nobody gives is said to be missing. */
export type PackSource = {
  record?: PackRecord | null;
  /** Those that hold for this version. */
  signatures?: readonly PackSignature[];
  changes?: PackChanges | null;
  /** What the register shows, a sentence each. */
  evidence?: readonly string[];
};

/** Everything that the sections of a pack are written from. */
export type PackMatter = {
  document: CaseDocument;
  run: CaseRun;
  names: CaseNames;
  reader: PackReader;
  plan: ReaderPlan;
  /** The stage that is asked about: the reader’s, or that of the case. */
  stage: CaseDocument['stage'];
  /** The option that is put forward: the officer’s, or else what the method indicates. */
  option: CaseDocument['options'][number] | null;
  interestTest: { reference: InterestTestReference; duty: InterestTestDuty };
  /** What the rules suggest as approvals. */
  suggestedApprovals: SuggestedApprovals;
  source: PackSource;
};

type Told = { rests: string[][] };

/**
 * What a figure of whole options tells: the lines of each.
 *
 * @param view whether sunk costs and transfers are in it
 */
export function totalOf(document: CaseDocument, options: readonly string[], view: 'economic' | 'cash'): Told {
  const counts = (line: CaseDocument['costs']['lines'][number]): boolean =>
    view === 'cash' || !(line.sunk || line.transfer);
  return {
    rests: options.map((option) =>
      document.costs.lines.filter((line) => isOf(line.options, option) && counts(line)).map(({ id }) => id),
    ),
  };
}

/** Which options a generated sentence with amounts tells of: those that it names, and the one that it is about. */
export function totalsIn(document: CaseDocument, text: string, about: string | null): Told | object {
  if (!text.includes('£')) return {};
  const named = document.options.filter(({ name }) => text.includes(name)).map(({ id }) => id);
  return totalOf(document, about === null ? named : [...named, about], 'economic');
}

/** The money of one option; null where it wasn’t worked out. */
export function moneyOf(money: MoneyOfCase | null, option: string | null): MoneyOfOption | null {
  return money?.options.find((one) => one.option === option) ?? null;
}

/** Lines that fall due in a year. */
export function linesIn(
  document: CaseDocument,
  option: string,
  year: string,
  view: 'economic' | 'cash',
): string[] {
  const [all = []] = totalOf(document, [option], view).rests;
  return document.costs.lines
    .filter(({ id, when }) => {
      if (!all.includes(id)) return false;
      if ('once' in when) return when.once === year;
      if ('shares' in when) return (when.shares[year] ?? 0) > 0;
      return when.from <= year && year <= when.to;
    })
    .map(({ id }) => id);
}
