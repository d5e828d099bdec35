import type { z } from 'zod';
import type { Context } from './context.ts';

/** Where an operation can be called. Operations that touch local files or the machine are `['cli']` only. */
export type Surface = 'api' | 'cli';

/**
 * Who may call it. `body`: somebody of a body, for what that body keeps to itself; until accounts exist that is whoever reaches the
 * service, which listens on its own machine only. `operator`: whoever runs this installation.
 */
export type Access = 'public' | 'body' | 'operator';

type Common<Input extends z.ZodObject> = {
  /** `noun.verb`. */
  id: string;
  /** One sentence in the imperative, shown in help and in the API description. */
  summary: string;
  access: Access;
  surfaces: readonly Surface[];
  /** Words of the command where they are not the id's: `['ingest']` for `notices.ingest`. */
  command?: readonly string[];
  /** Name of the input that takes the command's positional arguments (an array takes all of them). */
  positional?: string;
  input: Input;
  /** Bytes of its body in the API at most, where a megabyte isn't enough. */
  largestBody?: number;
};

/** An operation that answers with one value. `job`: takes long, shows progress, can be interrupted. */
export type ValueOperation<Input extends z.ZodObject, Output extends z.ZodType> = Common<Input> & {
  kind: 'read' | 'write' | 'job';
  output: Output;
  run(context: Context, input: z.output<Input>): Promise<z.output<Output>>;
  /** Text form for the command; without it a generic renderer is used. */
  present?(output: z.output<Output>, input: z.output<Input>): string;
  /** Exit code where the answer itself decides it (0 done, 1 done with skipped input). */
  exitCode?(output: z.output<Output>): number;
};

/** What a stream yields: an object (written as JSON Lines, CSV or XLSX at the edge) or a line that is already text. */
export type StreamRow = Record<string, unknown> | string;

/** An operation that answers with rows, one after the other, in bounded memory. */
export type StreamOperation<Input extends z.ZodObject> = Common<Input> & {
  kind: 'stream';
  /** Columns in order for CSV and XLSX; absent where rows are text lines. */
  columns?: readonly string[];
  run(context: Context, input: z.output<Input>): AsyncIterable<StreamRow>;
};

/** Everything a user can do is one of these; the API, the command and the pages are derived from it. */
export type Operation = ValueOperation<z.ZodObject, z.ZodType> | StreamOperation<z.ZodObject>;

/**
 * Declares an operation that answers with one value, keeping the types of its input and output.
 *
 * @example export const showContract = operation({ id: 'contracts.show', kind: 'read', … })
 */
export function operation<Input extends z.ZodObject, Output extends z.ZodType>(
  declaration: ValueOperation<Input, Output>,
): ValueOperation<Input, Output> {
  return declaration;
}

/**
 * Declares an operation that answers with a stream of rows.
 *
 * @example export const exportContracts = streamOperation({ id: 'contracts.export', kind: 'stream', … })
 */
export function streamOperation<Input extends z.ZodObject>(
  declaration: StreamOperation<Input>,
): StreamOperation<Input> {
  return declaration;
}
