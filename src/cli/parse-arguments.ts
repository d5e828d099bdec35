import { parseArgs } from 'node:util';
import { AppError } from '../lib/errors.ts';
import type { RowFormat } from '../lib/encode-rows.ts';
import { rowFormats } from '../lib/encode-rows.ts';
import { suggest } from '../lib/suggest.ts';
import type { InputField } from '../app/input-fields.ts';
import { inputFields } from '../app/input-fields.ts';
import type { Operation } from '../app/operation.ts';
import { unknownInput } from '../app/read-input.ts';
import { commandWords, flagName, programName, shortNames } from './command.ts';

/** What a command line asks for, its inputs still texts. */
export type Arguments = {
  /** Input name → texts in order. */
  texts: Readonly<Record<string, readonly string[]>>;
  isHelp: boolean;
  format: RowFormat;
  /** File to write rows to; null is standard output. */
  output: string | null;
};

type Flag = { name: string; type: 'string' | 'boolean'; field: InputField | null };

/**
 * Reads what follows the words of a command: flags from the operation's inputs (`--buyer-type nhs`, `--no-facets`,
 * repeated for lists), positional arguments, and the flags of the command line itself.
 *
 * @throws AppError bad-request for an unknown flag (with the nearest known one), a missing value or one argument too many
 */
export function parseArguments(operation: Operation, argv: readonly string[], isJson: boolean): Arguments {
  const flags = flagsOf(operation);
  const options = Object.fromEntries(flags.map((flag) => [flag.name, { type: flag.type, multiple: true }]));
  const letters = flags.flatMap(({ name, type }) =>
    shortNames[name] === undefined ? [] : [[shortNames[name], { type }]],
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options, ...Object.fromEntries(letters) },
    strict: false,
    tokens: true,
    allowNegative: true,
  });
  const texts: Record<string, string[]> = {};
  const own: Record<string, string> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { flag, isNegative } = findFlag(operation, flags, token, isJson);
    const value = valueOf(flag, token, isNegative);
    if (flag.field === null) own[flag.name] = value;
    else (texts[flag.field.name] ??= []).push(value);
  }
  placeWords(operation, words, texts);
  return {
    texts,
    isHelp: own['help'] === 'true',
    format: formatOf(operation, own['format']),
    output: own['output'] ?? null,
  };
}

function flagsOf(operation: Operation): Flag[] {
  const own: Flag[] = [
    { name: 'help', type: 'boolean', field: null },
    { name: 'json', type: 'boolean', field: null },
  ];
  if (operation.kind === 'stream') {
    own.push(
      { name: 'format', type: 'string', field: null },
      { name: 'output', type: 'string', field: null },
    );
  }
  const inputs = inputFields(operation.input).map((field): Flag => ({
    name: flagName(field.name),
    type: field.type === 'boolean' && !field.isList ? 'boolean' : 'string',
    field,
  }));
  return [...inputs, ...own];
}

type OptionToken = {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
};

function findFlag(
  operation: Operation,
  flags: readonly Flag[],
  token: OptionToken,
  isJson: boolean,
): { flag: Flag; isNegative: boolean } {
  const long = flags.find((flag) => token.rawName === `-${shortNames[flag.name] ?? ''}`);
  const name = long?.name ?? token.rawName.replace(/^--?/, '');
  const exact = flags.find((flag) => flag.name === name);
  if (exact !== undefined) return { flag: exact, isNegative: false };
  const positive = flags.find((flag) => flag.type === 'boolean' && `no-${flag.name}` === name);
  if (positive !== undefined) return { flag: positive, isNegative: true };
  if (isJson)
    throw unknownInput(
      operation,
      name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    );
  const command = `${programName} ${commandWords(operation).join(' ')}`;
  const near = suggest(
    name,
    flags.map((flag) => flag.name),
  );
  const hint = near === null ? '' : ` Did you mean --${near}?`;
  throw new AppError(
    'bad-request',
    `"${command}" has no flag ${token.rawName}.${hint} "${command} --help" lists them.`,
  );
}

function valueOf(flag: Flag, token: OptionToken, isNegative: boolean): string {
  if (flag.type === 'boolean') {
    if (isNegative) return 'false';
    return token.inlineValue === true ? (token.value ?? '') : 'true';
  }
  const isMissing = token.value === undefined || (token.inlineValue !== true && /^--[a-z]/.test(token.value));
  if (isMissing) throw new AppError('bad-request', `The flag --${flag.name} needs a value after it.`);
  return token.value ?? '';
}

function placeWords(operation: Operation, words: readonly string[], texts: Record<string, string[]>): void {
  if (words.length === 0) return;
  const command = `${programName} ${commandWords(operation).join(' ')}`;
  const field = inputFields(operation.input).find((candidate) => candidate.name === operation.positional);
  if (field === undefined || (!field.isList && words.length > 1)) {
    const extra = words[field === undefined ? 0 : 1] ?? '';
    const hint = field === undefined ? '' : ' Text of several words stands in quotation marks.';
    throw new AppError(
      'bad-request',
      `"${command}" doesn't know what to do with "${extra}".${hint} "${command} --help" shows what it takes.`,
    );
  }
  texts[field.name] = [...(texts[field.name] ?? []), ...words];
}

function formatOf(operation: Operation, given: string | undefined): RowFormat {
  const format = rowFormats.find((name) => name === (given ?? 'jsonl'));
  if (format === undefined)
    throw new AppError(
      'bad-request',
      `There is no format "${given ?? ''}". The formats are: ${rowFormats.join(', ')}.`,
    );
  if (format !== 'jsonl' && (operation.kind !== 'stream' || operation.columns === undefined)) {
    throw new AppError('bad-request', `${operation.id} has no columns, so it can only be written as jsonl.`);
  }
  return format;
}
