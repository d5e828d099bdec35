import { describeApi } from '../../src/api/describe-api.ts';
import { apiOperations, apiPrefix, operationPath } from '../../src/api/register-api.ts';
import { operations } from '../../src/app/index.ts';
import { inputFields } from '../../src/app/input-fields.ts';
import type { Operation } from '../../src/app/operation.ts';
import { version } from '../../src/main.ts';
import { cell, generatedNote } from './markdown.ts';

/** docs/openapi.json: the description that the service itself gives. */
export function openApiDocument(): string {
  return JSON.stringify(describeApi(apiOperations(operations), version));
}

/** docs/api.md: every operation of the API with its inputs. */
export function apiDocument(): string {
  const offered = apiOperations(operations);
  return `# API

${generatedNote}

The same operations as the [command line](cli.md), as JSON over HTTP under \`${apiPrefix}\`. The machine-readable description (OpenAPI 3.1) is [openapi.json](openapi.json); a running service gives it at \`${apiPrefix}/openapi.json\`.

- Reads and row downloads are \`GET\` with a query string; a list is given by repeating its name (\`?year=2025&year=2026\`), and where its values are listed or numbers also with commas. Writes are \`POST\` with a JSON body.
- A list answers with a page and \`next\`: give it back as \`cursor\` for the page after. A cursor belongs to its filter and order.
- Row downloads take \`format=jsonl\` (default), \`csv\` or \`xlsx\`. One that fails after its first row ends with a line \`{"problem": …}\`; an Excel download breaks off instead.
- A refusal is \`application/problem+json\` (RFC 9457), as [errors.md](errors.md) describes. An unknown input is refused with the names of the known ones.
- Answers carry an \`ETag\`; \`If-None-Match\` gets \`304\` where nothing has changed.
- The service listens on this machine only, and refuses requests whose \`Host\` is another name or whose \`Origin\` is another site.
- Operations that read local files or change the machine exist on the command line only.

${offered.map(section).join('\n')}`;
}

function section(operation: Operation): string {
  const method = operation.kind === 'write' ? 'POST' : 'GET';
  const rows = inputFields(operation.input).map((field) => {
    const notes = [
      field.choices.length > 0 ? `One of: ${field.choices.join(', ')}.` : '',
      field.isRequired ? 'Required.' : '',
      field.defaultValue === null ? '' : `Default: ${field.defaultValue}.`,
    ];
    const meaning = [field.meaning, ...notes].filter((text) => text !== '').join(' ');
    return `| \`${field.name}\` | ${field.isList ? 'list of ' : ''}${field.type} | ${cell(meaning)} |`;
  });
  const table =
    rows.length === 0
      ? 'It takes no input.\n'
      : `| input | type | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  return `## ${operation.id}\n\n${operation.summary}\n\n\`${method} ${apiPrefix}${operationPath(operation)}\`\n\n${table}`;
}
