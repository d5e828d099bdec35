import type { Operation } from '../../src/app/operation.ts';
import { inputFields } from '../../src/app/input-fields.ts';
import { commandWords } from '../../src/cli/command.ts';
import { exitCodes, fieldRow, usageLine } from '../../src/cli/help.ts';
import { readConfig } from '../../src/config.ts';
import { allCommands } from '../../src/main.ts';
import { cell, generatedNote } from './markdown.ts';

/** docs/cli.md: every command with its flags, the conventions and the exit codes. */
export function cliDocument(): string {
  const operations = allCommands(readConfig({})).filter((operation) => operation.surfaces.includes('cli'));
  const groups = Map.groupBy(operations, (operation) => operation.id.split('.')[0] ?? '');
  const sections = [...groups].map(
    ([noun, members]) => `## ${noun}\n\n${members.map(commandSection).join('\n')}`,
  );
  return `# Command line

${generatedNote}

In a clone, write \`npx sourcing\`; where the package is installed, \`sourcing\`. \`sourcing --help\` lists the commands, \`sourcing COMMAND --help\` shows the flags of one.

## Conventions

- The answer goes to standard output, everything else (messages, progress, refusals) to standard error.
- \`--json\` prints exactly the body that the API sends, and messages, progress and refusals as JSON Lines on standard error: \`{"progress": …}\`, \`{"warning": …}\`, or a problem as [errors.md](errors.md) describes it.
- Commands that write rows write JSON Lines; where they have columns, \`--format csv\` and \`--format xlsx\` too. \`--output FILE\` writes a file that appears whole or not at all.
- CSV follows RFC 4180, in UTF-8. A text that a spreadsheet would run as a formula (it begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a carriage return, and is no number) gets an apostrophe before it. An Excel cell holds at most 32,767 characters; longer text is cut and ends in "…".
- Lists are given by repeating the flag; where the values are listed or numbers, also with commas.
- A reader that stops early (\`| head\`) is no failure.
- Ctrl-C and SIGTERM stop at the next safe place; what was stored stays. A second Ctrl-C stops at once.
- Text that begins with a dash stands after \`--\`.
- A command that writes rows and fails after the first leaves those it wrote and ends with the code of what failed.

| exit code | meaning |
| --- | --- |
${Object.entries(exitCodes)
  .map(([code, meaning]) => `| ${code} | ${meaning} |`)
  .join('\n')}

${sections.join('\n')}`;
}

function commandSection(operation: Operation): string {
  const rows = inputFields(operation.input).map((field) => {
    const [label, meaning] = fieldRow(operation, field);
    return `| \`${label}\` | ${cell(meaning)} |`;
  });
  const table = rows.length === 0 ? '' : `\n| input | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
  const columns =
    operation.kind === 'stream' && operation.columns !== undefined
      ? `\nColumns: ${operation.columns.map((name) => `\`${name}\``).join(', ')}.\n`
      : '';
  return `### ${commandWords(operation).join(' ')}\n\n${operation.summary}\n\n\`\`\`\n${usageLine(operation)}\n\`\`\`\n${table}${columns}`;
}
