import type { YAMLError } from 'yaml';
import { thousandsMessage } from '../yaml-lines.ts';

/** What to write, for the faults that people make. The parser’s own sentence stands for the others. */
const sentences: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'There is a tab where the line is moved in: use spaces.',
  BAD_INDENT: 'The line is moved in otherwise than those that it belongs to: use the same number of spaces.',
  DUPLICATE_KEY: 'The name at the beginning of the line stands in this group already: keep one.',
  MULTIPLE_DOCS: 'A second document begins here (---): a file holds one case.',
  BAD_ALIAS: 'It refers (*) to what no line before it names (&).',
  MISSING_CHAR: 'Something that was opened isn’t closed: a quotation mark, a bracket or a brace.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a colon inside a value: put the value in quotation marks, or begin a new line with as many spaces as the one before it.',
  MULTILINE_IMPLICIT_KEY:
    'What begins here has no colon and space (: ) after its name, or goes over more than a line: write “name: value”.',
  BLOCK_IN_FLOW: 'Inside brackets or braces everything goes on with commas, not with lines.',
  UNEXPECTED_TOKEN:
    'Something stands here that can’t be read: look for a missing quotation mark, comma or bracket.',
  RESOURCE_EXHAUSTION: 'The text is nested too deeply.',
};

/**
 * What is wrong with a text that is no YAML, in a sentence that says what to write.
 *
 * @example yamlFaultText({ code: 'TAB_AS_INDENT', message: 'Tabs are not allowed as indentation' }) // 'There is a tab where the line is moved in: use spaces.'
 */
export function yamlFaultText({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  if (message === thousandsMessage)
    return 'Within brackets a comma parts one value from the next: write numbers without commas, such as 900000.';
  if (message.includes('call stack')) return 'The text is nested too deeply.';
  // The parser calls a bracket that is never closed badly moved in.
  if (/^Flow (map|sequence)/u.test(message)) return sentences.MISSING_CHAR ?? message;
  if (message.startsWith('Implicit map keys need to be followed'))
    return 'A name stands here alone: write “name: value”, or take it away.';
  const [first = ''] = message.split('\n');
  return sentences[code] ?? `${first.replace(/[:.]$/u, '')}.`;
}
