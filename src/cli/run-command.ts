import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { AppError, errorTable } from '../lib/errors.ts';
import { encodeRows } from '../lib/encode-rows.ts';
import { suggest } from '../lib/suggest.ts';
import type { Context, Reporter } from '../app/context.ts';
import { inputFields } from '../app/input-fields.ts';
import type { Operation } from '../app/operation.ts';
import { asRefusal, bugProblem, toProblem } from '../app/problem.ts';
import { readTextInput } from '../app/read-input.ts';
import { commandWords, findCommand, flagName, inputLabel, programName } from './command.ts';
import { commandHelp, overallHelp } from './help.ts';
import type { Arguments } from './parse-arguments.ts';
import { parseArguments } from './parse-arguments.ts';
import { presentValue } from './present-value.ts';
import type { MessageStream } from './terminal-reporter.ts';
import { terminalReporter } from './terminal-reporter.ts';
import { isClosedPipe, writeToFile, writeToStream } from './write-output.ts';

/** What the command line works with; everything outside it arrives here. */
export type CommandLine = {
  operations: readonly Operation[];
  version: string;
  stdout: Writable & { columns?: number | undefined };
  stderr: MessageStream;
  /** Show where a fault happened. */
  isDebug: boolean;
  /** Makes the context of one run; `close` is called when it ends. */
  openContext: (reporter: Reporter) => { context: Context; close: () => Promise<void> };
};

/**
 * Runs one command line and says with which code the process should end (see `exitCodes`). The answer goes to standard
 * output, everything else to standard error.
 *
 * @example await runCommand(['contracts', 'find', '--limit', '5'], commandLine)
 */
export async function runCommand(argv: readonly string[], line: CommandLine): Promise<number> {
  const isJson = argv.includes('--json');
  const found = findCommand(line.operations, leadingWords(argv));
  try {
    if (found === null) return await answerWithoutCommand(argv, line);
    const given = parseArguments(found.operation, argv.slice(found.length), isJson);
    if (!given.isHelp) return await runOperation(found.operation, given, isJson, line);
    await writeToStream(line.stdout, [commandHelp(found.operation)]);
    return 0;
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    return reportFailure(error, found?.operation ?? null, isJson, line);
  }
}

function leadingWords(argv: readonly string[]): string[] {
  const end = argv.findIndex((word) => word.startsWith('-'));
  return argv.slice(0, end === -1 ? undefined : end);
}

async function answerWithoutCommand(argv: readonly string[], line: CommandLine): Promise<number> {
  const words = leadingWords(argv);
  if (argv[0] === '--version') {
    await writeToStream(line.stdout, [`${line.version}\n`]);
    return 0;
  }
  const isGroup =
    words.length > 0 &&
    line.operations.some((operation) => words.every((word, i) => commandWords(operation)[i] === word));
  const asksHelp = argv.includes('--help') || argv.includes('-h') || words[0] === 'help';
  if (words.length === 0 || words[0] === 'help' || isGroup) {
    if (!asksHelp && argv.length > 0 && !isGroup) {
      throw new AppError(
        'bad-request',
        `Put the command first: "${programName} COMMAND ${argv.join(' ')}". "${programName} --help" lists the commands.`,
      );
    }
    const help = overallHelp(line.operations, isGroup ? words : []);
    if (asksHelp || argv.length === 0) await writeToStream(line.stdout, [help]);
    else line.stderr.write(help);
    return asksHelp || argv.length === 0 ? 0 : 2;
  }
  throw unknownCommand(words, line.operations);
}

function unknownCommand(words: readonly string[], operations: readonly Operation[]): AppError {
  const known = operations.map((operation) => commandWords(operation).join(' '));
  const nouns = [...new Set(known.map((name) => name.split(' ')[0] ?? ''))];
  const near = suggest(words.slice(0, 2).join(' '), known) ?? suggest(words[0] ?? '', [...known, ...nouns]);
  const hint = near === null ? '' : ` Did you mean "${programName} ${near}"?`;
  return new AppError(
    'unknown-operation',
    `There is no command "${words.slice(0, 2).join(' ')}".${hint} "${programName} --help" lists the commands.`,
  );
}

async function runOperation(
  operation: Operation,
  given: Arguments,
  isJson: boolean,
  line: CommandLine,
): Promise<number> {
  const input = readTextInput(operation, given.texts);
  refuseSharedFile(operation, given);
  const reporter = terminalReporter(line.stderr, isJson);
  const { context, close } = line.openContext(reporter);
  try {
    if (operation.kind === 'stream') {
      const chunks = encodeRows(operation.run(context, input), given.format, operation.columns ?? []);
      if (given.output === null) await writeToStream(line.stdout, chunks);
      else await writeToFile(given.output, chunks);
      // An operation that stops early when asked to leaves part of its rows unwritten.
      return context.signal.aborted ? errorTable.interrupted.exitCode : doneCode(reporter.skippedCount());
    }
    const output = await operation.run(context, input);
    reporter.close();
    const body = operation.output.parse(output);
    const text = isJson
      ? `${JSON.stringify(body)}\n`
      : withLineEnd(operation.present?.(body, input) ?? presentValue(body, line.stdout.columns));
    await writeToStream(line.stdout, [text]);
    return operation.exitCode?.(body) ?? doneCode(reporter.skippedCount());
  } finally {
    reporter.close();
    await close();
  }
}

/** An input that names the file of the output: whichever of the two is written last would be all that is left. */
function refuseSharedFile(operation: Operation, { texts, output }: Arguments): void {
  if (output === null) return;
  for (const { name, format } of inputFields(operation.input)) {
    if (format !== 'file' || !(texts[name] ?? []).some((path) => resolve(path) === resolve(output))) continue;
    throw new AppError('bad-request', `--${flagName(name)} and --output name the same file. Name two.`);
  }
}

function doneCode(skipped: number): number {
  return skipped > 0 ? 1 : 0;
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function reportFailure(
  error: unknown,
  operation: Operation | null,
  isJson: boolean,
  line: CommandLine,
): number {
  const refusal = asRefusal(error);
  if (isJson) {
    const problem = refusal === null ? { ...bugProblem(), detail: faultSentence(error) } : toProblem(refusal);
    line.stderr.write(`${JSON.stringify(problem)}\n`);
  } else if (refusal === null) {
    line.stderr.write(`${programName}: ${faultSentence(error)}\n`);
  } else {
    line.stderr.write(`${programName}: ${refusal.message}\n${fieldLines(refusal, operation)}`);
  }
  if (line.isDebug && error instanceof Error) line.stderr.write(`${error.stack ?? ''}\n`);
  return refusal === null ? faultExitCode : errorTable[refusal.code].exitCode;
}

/** Ends a command that met a fault of the program itself (EX_SOFTWARE of sysexits.h). */
export const faultExitCode = 70;

/** What to say about a fault of the program: that it is one, and how to report it. */
export function faultSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `this is a fault in the program, not your doing: ${message}\nPlease report it to the project with the command you ran and what "${programName} --version" says. LOG_LEVEL=debug shows where it happened.`;
}

function fieldLines(refusal: AppError, operation: Operation | null): string {
  const fields = operation === null ? [] : inputFields(operation.input);
  return Object.entries(refusal.fields)
    .filter(([, sentence]) => sentence !== refusal.message)
    .map(([path, sentence]) => {
      const field = fields.find((candidate) => candidate.name === path.split('.')[0]);
      return `  ${field === undefined ? path : inputLabel(field, operation?.positional)}: ${sentence}\n`;
    })
    .join('');
}
