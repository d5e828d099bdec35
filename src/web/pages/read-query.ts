import type { z } from 'zod';
import { readTextInput } from '../../app/read-input.ts';

/**
 * Reads a page's query as the input of the operation behind it, with the same refusals as the API.
 *
 * @param operation whose name the refusal carries
 * @param schema the operation's input
 * @throws AppError bad-request naming every faulty part
 */
export function readQuery<Input extends z.ZodObject>(
  operation: { id: string },
  schema: Input,
  query: Readonly<Record<string, readonly string[]>>,
): z.output<Input> {
  return schema.parse(readTextInput({ id: operation.id, input: schema }, query));
}
