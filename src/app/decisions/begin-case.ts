import { stringify } from 'yaml';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { findStanding, saveCase, type StoredCase } from './case-store.ts';

/** The least that a case can begin with. */
export type CaseBeginning = {
  title: string;
  /** Short name for its address; null to have one made from the title. */
  id: string | null;
  buyer: { name: string; type: string };
  need: {
    statement: string;
    outcome: string;
    neededBy: string;
    ifNothing: string;
  };
  appraisal: Pick<CaseDocument['appraisal'], 'firstYear' | 'years' | 'priceBase'>;
  /** Who begins it, where somebody says so. */
  by?: string | undefined;
};

/**
 * Begins a case with the least that it needs; its facts hold today.
 *
 * @throws AppError `bad-request` with `fields` by path of the document; `changed-meanwhile` where a case with that short name is there
 * @example (await beginCase(context, beginning)).id // 'replace-the-permits-service'
 */
export async function beginCase(context: Context, beginning: CaseBeginning): Promise<StoredCase> {
  const { title, buyer, need, appraisal } = beginning;
  const { statement, outcome, neededBy, ifNothing } = need;
  const id = beginning.id ?? (await freeId(context, shortName(title)));
  const text = stringify(
    {
      case: 1,
      id,
      title,
      buyer,
      asOf: londonDayOf(context.clock.now()),
      need: {
        statement,
        outcomes: [{ id: shortName(outcome), text: outcome }],
        neededBy,
        ifNothing,
      },
      appraisal,
    },
    { lineWidth: 120 },
  );
  return saveCase(context, { text, seen: null, by: beginning.by });
}

/** A short name that no case has yet, with a number behind it where the name itself is taken. */
async function freeId(context: Context, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted.slice(0, 55)}-${number}`;
    if (!reserved.has(id) && (await findStanding(context, id)) === null) return id;
  }
}

/** Names that stand for pages of their own. */
const reserved = new Set(['new']);

/** Longest short name that is made from a text. */
const longestName = 40;

/**
 * A short name made from a text: small letters, digits and hyphens, whole words where they fit.
 *
 * @example shortName('Replace the “Café” system') // 'replace-the-cafe-system'
 */
export function shortName(text: string): string {
  const words = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f’']/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words) {
    const longer = name === '' ? word.slice(0, longestName) : `${name}-${word}`;
    if (longer.length > longestName) break;
    name = longer;
  }
  return name === '' ? 'unnamed' : name;
}
