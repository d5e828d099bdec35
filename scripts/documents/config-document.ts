import { settings } from '../../src/config.ts';
import { cell, generatedNote } from './markdown.ts';

/** docs/config.md: every setting. */
export function configDocument(): string {
  const rows = settings.map(
    (setting) =>
      `| \`${setting.name}\` | ${setting.default === null ? '–' : `\`${setting.default}\``} | ${cell(setting.meaning)} |`,
  );
  return `# Settings

${generatedNote}

Settings are environment variables; each has a working default, and an empty variable counts as not given. \`sourcing config show\` prints them as they are, passwords hidden, and where each comes from. A value that can't be used is refused with a sentence and exit code 2.

| setting | default | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
}
