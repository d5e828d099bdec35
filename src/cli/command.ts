import type { Operation } from '../app/operation.ts';
import type { InputField } from '../app/input-fields.ts';

/** Name of the command as the user types it. */
export const programName = 'sourcing';

/** Flags that may be written as one letter, as other tools for the same data do. */
export const shortNames: Readonly<Partial<Record<string, string>>> = {
  help: 'h',
  output: 'o',
  settings: 's',
  count: 'c',
  errors: 'e',
};

/**
 * The words that call an operation: its own `command`, else the parts of its id.
 *
 * @example commandWords(findContracts) // ['contracts', 'find']
 */
export function commandWords(operation: Operation): readonly string[] {
  return operation.command ?? operation.id.split('.');
}

/**
 * The operation that the first words of a command line call (the longest match wins), and how many words that took.
 *
 * @example findCommand([…], ['harvest', 'status']) // { operation: harvestStatus, length: 2 }
 */
export function findCommand(
  operations: readonly Operation[],
  words: readonly string[],
): { operation: Operation; length: number } | null {
  let best: { operation: Operation; length: number } | null = null;
  for (const operation of operations) {
    const own = commandWords(operation);
    const matches = own.every((word, index) => words[index] === word);
    if (matches && own.length > (best?.length ?? 0)) best = { operation, length: own.length };
  }
  return best;
}

/**
 * The flag of an input.
 *
 * @example flagName('buyerType') // 'buyer-type'
 */
export function flagName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * How an input is written on the command line: a flag, or a word in capitals where it is positional.
 *
 * @example inputLabel(field, 'files') // 'FILES…'
 */
export function inputLabel(field: InputField, positional: string | undefined): string {
  if (field.name === positional) return `${flagName(field.name).toUpperCase()}${field.isList ? '…' : ''}`;
  return `--${flagName(field.name)}`;
}
