import { getMarketVersion } from '../../db/queries/market-version.ts';
import type { Executor, Register } from '../../db/register.ts';

/** Answers kept of one question; the one that was kept first goes first. */
const mostKept = 100;

type Kept<Answer> = { version: number; answer: Promise<Answer> };

/**
 * Asks the market once and keeps the answer until the market has been brought up to date: pages of the whole market are asked
 * for again and again, and reading every contract for each of them takes a tenth of a second. Answers are shared; nobody may
 * change them.
 *
 * @param ask depends on nothing but the sums of the market, successions and what it is asked
 * @example const concentration = keepAnswers(listConcentration); await concentration(register, scope)
 */
export function keepAnswers<Asked, Answer>(
  ask: (executor: Executor, asked: Asked) => Promise<Answer>,
): (register: Register, asked: Asked) => Promise<Answer> {
  const answers = new WeakMap<Register, Map<string, Kept<Answer>>>();
  return async (register, asked) => {
    // Read first: an answer that is newer than its version is only worked out once more than needed.
    const version = await getMarketVersion(register.read);
    const kept = answers.get(register) ?? new Map<string, Kept<Answer>>();
    answers.set(register, kept);
    const key = JSON.stringify(asked);
    const before = kept.get(key);
    if (before?.version === version) return before.answer;
    const answer = ask(register.read, asked);
    kept.delete(key);
    kept.set(key, { version, answer });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
