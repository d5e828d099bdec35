import { z } from 'zod';
import { errorTable } from '../lib/errors.ts';
import { rowFormats, rowMediaTypes } from '../lib/encode-rows.ts';
import { inputFields } from '../app/input-fields.ts';
import type { Operation } from '../app/operation.ts';

type Json = { [name: string]: unknown };

/**
 * The OpenAPI 3.1 description of the API, derived from the operations.
 *
 * @param operations those that exist in the API
 */
export function describeApi(operations: readonly Operation[], version: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Digital Sourcing',
      version,
      summary: 'The contract register: published notices, contracts, buyers and suppliers.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(operations.map(noun))].map((name) => ({ name })),
    paths: Object.fromEntries(
      operations.map((operation) => [`/${operation.id.replaceAll('.', '/')}`, describeOperation(operation)]),
    ),
    components: { schemas: { Problem: problemSchema }, responses: { Problem: problemResponse } },
  };
}

function noun(operation: Operation): string {
  return operation.id.split('.')[0] ?? '';
}

function describeOperation(operation: Operation): Json {
  const common = {
    operationId: operation.id,
    tags: [noun(operation)],
    summary: operation.summary,
    responses: { 200: okResponse(operation), default: { $ref: '#/components/responses/Problem' } },
  };
  if (operation.kind !== 'write') return { get: { ...common, parameters: parametersOf(operation) } };
  const content = { 'application/json': { schema: schemaOf(operation.input, 'input') } };
  return { post: { ...common, requestBody: { required: true, content } } };
}

function parametersOf(operation: Operation): Json[] {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' });
  const parameters = inputFields(operation.input).map((field): Json => {
    const schema = properties[field.name];
    return {
      name: field.name,
      in: 'query',
      required: field.isRequired,
      ...(field.meaning !== '' && { description: field.meaning }),
      schema: withoutDescription(typeof schema === 'boolean' || schema === undefined ? {} : schema),
      ...(field.isList && { style: 'form', explode: true }),
    };
  });
  if (operation.kind === 'stream') {
    const formats = operation.columns === undefined ? ['jsonl'] : rowFormats;
    parameters.push({
      name: 'format',
      in: 'query',
      required: false,
      description: 'Form of the rows.',
      schema: { type: 'string', enum: formats, default: 'jsonl' },
    });
  }
  return parameters;
}

function withoutDescription(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== 'description'));
}

function okResponse(operation: Operation): Json {
  if (operation.kind !== 'stream') {
    return {
      description: 'The answer.',
      content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
    };
  }
  const formats = operation.columns === undefined ? (['jsonl'] as const) : rowFormats;
  const content = Object.fromEntries(
    formats.map((format) => [rowMediaTypes[format].split(';')[0] ?? '', { schema: {} }]),
  );
  return {
    description: 'The rows; a failure after the first ends them with a line `{"problem": …}`.',
    content,
  };
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
}

const problemSchema: Json = {
  type: 'object',
  description: 'A refusal, as RFC 9457 describes it.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: {
      type: 'string',
      enum: [...Object.keys(errorTable), 'bug'].map((code) => `urn:digital-sourcing:error:${code}`),
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'One sentence: what happened and what to do.' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Where single inputs are at fault: name and sentence.',
    },
    instance: { type: 'string' },
  },
};

const problemResponse: Json = {
  description: 'Refused.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
