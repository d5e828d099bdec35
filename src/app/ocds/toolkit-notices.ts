import { AppError } from '../../lib/errors.ts';
import type { CompileNotices } from '../../ocds/compile.ts';
import type { Problem } from '../../ocds/reader.ts';
import type { Repair, RepairKind } from '../../ocds/repair.ts';
import { describeRepair } from '../../ocds/repair.ts';
import type { Reporter } from '../context.ts';

/** Sentences of one kind that are told one by one; the rest is counted. */
const toldOneByOne = 20;

/** What the commands of the toolkit tell on the way: the first of each kind in full, at the end how many more there were. */
export class ToolkitNotices implements CompileNotices {
  readonly #reporter: Reporter;
  readonly #repairs = new Map<RepairKind, number>();
  #problems = 0;
  #firstProblem: string | null = null;
  #refusals = 0;
  #warnings = 0;
  #repaired = 0;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  problem({ message }: Problem): void {
    this.#firstProblem ??= message;
    this.#problems += 1;
    this.#reporter.skipped(1);
    if (this.#problems <= toldOneByOne) this.#reporter.warn(message);
  }

  refused(ocid: string, message: string): void {
    this.#refusals += 1;
    this.#reporter.skipped(1);
    if (this.#refusals <= toldOneByOne) this.#reporter.warn(`${ocid} was left out. ${message}`);
  }

  warn(message: string): void {
    this.#warnings += 1;
    if (this.#warnings <= toldOneByOne) this.#reporter.warn(message);
  }

  repaired(at: { input: string; line: number; ocid?: string | null }, repairs: Repair[]): void {
    const { input, line, ocid = null } = at;
    this.#repaired += 1;
    for (const { kind, count } of repairs) this.#repairs.set(kind, (this.#repairs.get(kind) ?? 0) + count);
    if (this.#repaired > toldOneByOne) return;
    const place = ocid === null ? `${input} line ${line}` : `${input} line ${line} (${ocid})`;
    this.#reporter.warn(`${place} was repaired: ${repairs.map(describeRepair).join('; ')}.`);
  }

  /**
   * Tells what was only counted.
   *
   * @param isAnythingRead whether the run had a result; where there was none, and something to tell, it is a refusal
   * @throws AppError input-unreadable
   */
  close(isAnythingRead: boolean): void {
    const more = (count: number, what: string): void => {
      if (count > toldOneByOne)
        this.#reporter.warn(`… and ${count - toldOneByOne} more ${what}; ${count} in all.`);
    };
    more(this.#problems, 'pieces of input left out');
    more(this.#refusals, 'processes left out');
    more(this.#warnings, 'warnings');
    more(this.#repaired, 'texts repaired');
    if (this.#repaired > toldOneByOne) {
      this.#reporter.warn(
        `Repairs in all: ${[...this.#repairs].map(([kind, count]) => describeRepair({ kind, count })).join('; ')}.`,
      );
    }
    if (isAnythingRead || this.#firstProblem === null) return;
    throw new AppError('input-unreadable', `Nothing could be read. ${this.#firstProblem}`);
  }
}
