import type { ContractConditions } from '../../domain/contracts/contract-filter.ts';
import { parseSearch } from '../../domain/contracts/search-query.ts';
import { readSearch, type ReadSearch } from '../../db/queries/contract-search.ts';
import type { Register } from '../../db/register.ts';
import { AppError } from '../../lib/errors.ts';
import { readMarketConditions } from '../market/market-filter.ts';
import type { Reference } from '../reference.ts';
import type { ContractFilter } from './contract-filter.ts';
import { refuseByName } from './indicator-list.ts';

/** A filter ready for the database. */
export type ReadConditions = { conditions: ContractConditions; search: ReadSearch | null };

/**
 * Reads the filter of a list: parses the search text, widens it by synonyms and lets the database read it.
 *
 * @throws AppError `bad-request` where the text holds nothing that can be searched for, or where it would list by supplier what an indicator points at
 */
export async function readConditions(
  register: Register,
  reference: Reference,
  filter: ContractFilter,
): Promise<ReadConditions> {
  refuseByName(filter);
  const text = filter.q?.trim() ?? '';
  const terms = parseSearch(text, reference.synonyms);
  const search = await readSearch(register, terms);
  if (text !== '' && search === null) {
    throw new AppError(
      'bad-request',
      'The search has only common words or signs. Use a word that says what is bought.',
      {
        fields: { q: 'Use a word that says what is bought, for example "hosting" or "case management".' },
      },
    );
  }
  const {
    segment,
    buyer,
    supplier,
    buyerType,
    regime,
    route,
    status,
    year,
    valueBand,
    cpvDivision,
    publisher,
  } = filter;
  return {
    search,
    conditions: {
      terms,
      segment,
      buyer,
      supplier,
      buyerType,
      regime,
      route,
      status,
      year,
      valueBand,
      cpvDivision,
      publisher,
      framework: filter.framework ?? null,
      ocid: filter.ocid ?? null,
      endsFrom: filter.endsFrom ?? null,
      endsTo: filter.endsTo ?? null,
      agreements: filter.agreements,
      market: readMarketConditions(filter),
    },
  };
}
