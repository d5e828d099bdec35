import { errorTable } from '../lib/errors.ts';
import type { InputField } from '../app/input-fields.ts';
import { inputFields } from '../app/input-fields.ts';
import type { Operation } from '../app/operation.ts';
import { commandWords, flagName, inputLabel, programName, shortNames } from './command.ts';

/** What each exit code means; the source of the list in `docs/cli.md`. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'done',
  1: 'done, but some input was skipped',
  2: 'wrong usage, or nothing found under that name',
  3: 'input or publisher that cannot be read',
  4: 'database',
  5: 'a resource of this machine (disk, port, permission)',
  70: 'a fault in this program',
  130: 'interrupted',
};

/**
 * Help for the whole command, or for those commands that begin with `words`, grouped by their noun.
 *
 * @example overallHelp(operations, ['contracts'])
 */
export function overallHelp(operations: readonly Operation[], words: readonly string[] = []): string {
  const shown = operations.filter((operation) =>
    words.every((word, index) => commandWords(operation)[index] === word),
  );
  const width = Math.max(0, ...shown.map((operation) => usageWords(operation).length));
  const groups = Map.groupBy(shown, (operation) => operation.id.split('.')[0] ?? '');
  const sections = [...groups].map(([noun, members]) => {
    const lines = members.map(
      (operation) => `  ${usageWords(operation).padEnd(width)}  ${operation.summary}`,
    );
    return `${noun}\n${lines.join('\n')}`;
  });
  const prefix = [programName, ...words].join(' ');
  return `${prefix} COMMAND [FLAGS]\n\n${sections.join('\n\n')}\n\n"${programName} COMMAND --help" shows the flags of a command. --version shows the version.\n`;
}

/** Help for one command: what it does, its inputs and the flags of the command line. */
export function commandHelp(operation: Operation): string {
  const fields = inputFields(operation.input);
  const rows = [...fields.map((field) => fieldRow(operation, field)), ...ownFlags(operation)];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = rows.map(([label, meaning]) => `  ${label.padEnd(width)}  ${meaning}`);
  const codes = [...new Set(Object.values(errorTable).map((entry) => entry.exitCode)), 0, 1, 70].sort(
    (a, b) => a - b,
  );
  const legend = codes.map((code) => `${code} ${exitCodes[code] ?? ''}`).join(' · ');
  return `${usageLine(operation)}\n\n${operation.summary}\n\n${lines.join('\n')}\n\nExit codes: ${legend}.\n`;
}

/**
 * How the command is written, with its positional argument.
 *
 * @example usageLine(ingest) // 'sourcing ingest [FILES…] [FLAGS]'
 */
export function usageLine(operation: Operation): string {
  return `${programName} ${usageWords(operation)} [FLAGS]`;
}

function usageWords(operation: Operation): string {
  const positional = inputFields(operation.input).find((field) => field.name === operation.positional);
  const words = commandWords(operation).join(' ');
  if (positional === undefined) return words;
  const label = inputLabel(positional, operation.positional);
  return `${words} ${positional.isRequired ? label : `[${label}]`}`;
}

/** One input as label and meaning, with what it takes, its default and whether it can be repeated. */
export function fieldRow(operation: Operation, field: InputField): [string, string] {
  const label = inputLabel(field, operation.positional);
  const isSwitch = field.type === 'boolean' && !field.isList;
  const short = field.name === operation.positional ? undefined : shortNames[flagName(field.name)];
  const letter = short === undefined ? '' : `, -${short}`;
  const value = isSwitch || field.name === operation.positional ? '' : ` ${valueWord(field)}`;
  const shown =
    isSwitch && field.defaultValue === 'true'
      ? `--[no-]${flagName(field.name)}`
      : `${label}${value}${letter}`;
  const notes = [
    field.choices.length > 0 ? `One of: ${field.choices.join(', ')}.` : '',
    field.isRequired ? 'Required.' : '',
    isSwitch && field.defaultValue === 'true' ? 'Default: yes.' : '',
    field.defaultValue === null || isSwitch ? '' : `Default: ${field.defaultValue}.`,
    field.isList && field.name !== operation.positional
      ? `Can be repeated${field.splitsOnComma ? ' or given with commas' : ''}.`
      : '',
  ];
  return [shown, [withStop(field.meaning), ...notes].filter((text) => text !== '').join(' ')];
}

/** What stands for the value of a flag. */
function valueWord({ type, format }: InputField): string {
  if (type === 'number') return 'NUMBER';
  return format === null ? 'VALUE' : format.toUpperCase();
}

function withStop(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

function ownFlags(operation: Operation): [string, string][] {
  const rows: [string, string][] = [];
  if (operation.kind === 'stream') {
    rows.push([
      '--output FILE, -o',
      'Write to this file instead of standard output; it appears whole or not at all.',
    ]);
    if (operation.columns !== undefined)
      rows.push(['--format VALUE', 'One of: jsonl, csv, xlsx. Default: jsonl.']);
  }
  rows.push([
    '--json',
    operation.kind === 'stream'
      ? 'Progress and refusals as JSON.'
      : 'Print the answer, progress and refusals as JSON.',
  ]);
  rows.push(['--help, -h', 'Show this.']);
  return rows;
}
