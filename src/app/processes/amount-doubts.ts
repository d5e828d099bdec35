import type { Amount, AmountFlag } from '../../domain/contracts/amount.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { flagMeaning } from '../contracts/meanings.ts';

/** Amounts of one reason that a sentence names; a tender of fifty lots would fill the page. */
const amountsNamed = 3;

/** Believed in another place, or said by the process itself. */
const passedOver: readonly AmountFlag[] = ['shared', 'superseded', 'above-threshold'];

/**
 * The amounts of a process, its lots and its contracts that aren't believed: a sentence for each reason.
 *
 * @example amountDoubts(facts) // ['tender.value.amount “12,000”: The notice has something here that …']
 */
export function amountDoubts({ amounts, contracts }: Pick<ProcessFacts, 'amounts' | 'contracts'>): string[] {
  const all = [...amounts, ...contracts.flatMap((contract) => contract.amounts)];
  const doubted = all.filter(({ flag }) => flag !== null && !passedOver.includes(flag));
  return [...Map.groupBy(doubted, ({ flag }) => flag)].flatMap(([flag, found]) => {
    if (flag === null) return [];
    const named = new Set(found.map(nameOf));
    const rest = named.size - amountsNamed;
    const list = [...named].slice(0, amountsNamed).join(', ');
    return `${list}${rest > 0 ? ` and ${rest} more` : ''}: ${flagMeaning(flag)}`;
  });
}

function nameOf({ sourcePath, originalText, minorUnits, currency }: Amount): string {
  const published = originalText === null ? moneyText(minorUnits, currency) : `“${originalText}”`;
  return `${sourcePath} ${published ?? ''}`.trim();
}
