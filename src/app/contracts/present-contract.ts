import type { z } from 'zod';
import { matchMarks, type ReadSearch } from '../../db/queries/contract-search.ts';
import type { ContractRow } from '../../db/queries/contracts.ts';
import { publishedDay } from '../../domain/contracts/contract-facts.ts';
import { contractItem, type ContractItem, type markedText } from './views.ts';

/** A stored row as one item of a list. */
export function presentContract(row: ContractRow, search: ReadSearch | null = null): ContractItem {
  return contractItem.parse({
    id: row.contract_id,
    ocid: row.ocid,
    title: row.title,
    titleMarked: marked(row.title_marked) ?? [{ text: row.title, isMatch: false }],
    snippet: snippetOf(row.snippet),
    why: whyOf(row.found, search),
    buyer: row.buyer_name === null ? null : { id: row.buyer_id, name: row.buyer_name },
    buyerType: row.buyer_type,
    suppliers: suppliersOf(row),
    scale: row.scale,
    amount: amountOf(row),
    isFrameworkAgreement: row.is_framework_agreement,
    frameworkReference: row.framework_reference,
    status: row.status,
    stage: row.stage,
    regime: row.regime,
    route: row.route,
    publisher: row.publisher,
    segment: row.segment,
    datedOn: publishedDay(row.dated_on),
    startOn: row.start_on,
    endOn: row.end_on,
    maxEndOn: row.max_end_on,
    cpvDivisions: row.cpv_divisions,
  });
}

/** Each organisation once: two notices may name it by different numbers, and the merged record then has it twice. */
function suppliersOf(row: ContractRow): { id: string | null; name: string }[] {
  return row.supplier_names
    .map((name, place) => ({ id: row.supplier_page_ids[place] ?? null, name }))
    .filter((_, place) => {
      const key = row.supplier_ids[place];
      return key === undefined || row.supplier_ids.indexOf(key) === place;
    });
}

/** Checked with the item that it is part of. */
function amountOf(row: ContractRow): Record<string, string | number | null> | null {
  if (row.headline_kind === null || row.headline_basis === null) return null;
  return {
    minorUnits: row.headline_minor_units,
    currency: row.headline_currency,
    kind: row.headline_kind,
    basis: row.headline_basis,
    flag: row.headline_flag,
  };
}

/** Cuts marked text into runs. */
function marked(text: string | null): z.output<typeof markedText> | null {
  if (text === null) return null;
  return text
    .split(new RegExp(`(${matchMarks.start}[^${matchMarks.stop}]*${matchMarks.stop})`, 'u'))
    .filter((run) => run !== '')
    .map((run) =>
      run.startsWith(matchMarks.start)
        ? { text: run.slice(1, -1), isMatch: true }
        : { text: run, isMatch: false },
    );
}

/** The passage only where a match stands in it, with an ellipsis where it breaks off. */
function snippetOf(text: string | null): z.output<typeof markedText> | null {
  if (text?.includes(matchMarks.start) !== true) return null;
  const passage = text.trim();
  const bare = passage.replaceAll(new RegExp(`[${matchMarks.start}${matchMarks.stop}]`, 'gu'), '');
  const before = /^\p{Ll}/u.test(bare) ? '… ' : '';
  const after = /[.!?…]$/u.test(bare) ? '' : ' …';
  return marked(`${before}${passage}${after}`);
}

const fieldNames: Record<string, string> = {
  a: 'the title',
  b: 'the buyer or supplier',
  c: 'the lots or CPV codes',
  d: 'the description',
};

function whyOf(found: string[] | null, search: ReadSearch | null): string[] {
  if (found === null || search === null) return [];
  return search.terms.map(({ text }, place) => {
    const fields = (found[place] ?? '')
      .split('')
      .toSorted()
      .map((letter) => fieldNames[letter] ?? letter);
    return fields.length === 0 ? `“${text}” across several fields` : `“${text}” in ${joinWords(fields)}`;
  });
}

/** Joins words as a sentence does: a, b and c. */
function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
