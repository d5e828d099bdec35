import { errorTable } from '../../src/lib/errors.ts';
import { generatedNote } from './markdown.ts';

/** docs/errors.md: every refusal with its status and exit code. */
export function errorsDocument(): string {
  const rows = Object.entries(errorTable).map(
    ([code, entry]) => `| \`${code}\` | ${entry.title} | ${entry.status} | ${entry.exitCode} |`,
  );
  return `# Refusals

${generatedNote}

Every refusal says in one sentence what happened and what to do. In the API it is a problem (RFC 9457, \`application/problem+json\`):

| member | content |
| --- | --- |
| \`type\` | \`urn:digital-sourcing:error:\` and the code below |
| \`title\` | the title below |
| \`status\` | the HTTP status below |
| \`detail\` | the sentence |
| \`fields\` | where single inputs are at fault: name and sentence |
| \`instance\` | the path that was asked for |

The command prints the sentence on standard error (with \`--json\` the problem) and ends with the exit code.

| code | title | HTTP status | exit code |
| --- | --- | --- | --- |
${rows.join('\n')}
| \`bug\` | A fault in this program: please report it | 500 | 70 |
`;
}
