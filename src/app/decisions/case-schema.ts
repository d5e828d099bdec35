import { z } from 'zod';
import { caseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { operation } from '../operation.ts';

/** The JSON Schema of a case, by which editors complete and check as one types. */
export const showCaseSchema = operation({
  id: 'decisions.schema',
  summary: 'Print the JSON Schema of a sourcing case, for editors.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.record(z.string(), z.unknown()),
  present: (schema) => JSON.stringify(schema, null, 2),
  run: async () => Promise.resolve(caseJsonSchema()),
});

/**
 * The JSON Schema of what people write: what has a default may be left out.
 *
 * @example caseJsonSchema().title // 'Sourcing case'
 */
export function caseJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(caseDocument, { io: 'input', unrepresentable: 'any' });
  return { $schema, title: 'Sourcing case', ...rest };
}
