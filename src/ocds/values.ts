import { inflateIfGzip } from '../lib/inflate.ts';
import type { JsonValue } from '../lib/json.ts';
import type { Input } from './input.ts';
import { faultOf } from './input.ts';
import type { Problem } from './reader.ts';
import { problemAt } from './reader.ts';
import type { Span } from './scan.ts';
import { Scan } from './scan.ts';

/** How the bytes of one JSON text become a value; a fault is a clause without its end. */
export type ParseValue = (bytes: Buffer) => { value: JsonValue } | { fault: string };

/**
 * Reads the JSON texts of every input whole, in order: JSON Lines, concatenated JSON, or one text over many lines; plain
 * or gzip. What is no JSON is told to `onProblem` and passed over. Memory is bounded by the largest text.
 *
 * @yields the values of one block of input at a time
 */
export async function* readValues(
  inputs: Iterable<Input>,
  parse: ParseValue,
  onProblem: (problem: Problem) => void,
): AsyncGenerator<JsonValue[]> {
  for (const input of inputs) {
    let values: JsonValue[] = [];
    let lastLine = 1;
    const tell = (line: number, fault: string): void => {
      lastLine = line;
      onProblem(problemAt(input.name, line, { clause: `is not valid JSON (${fault})`, advice: '' }));
    };
    const scan = new Scan(
      {
        line: (bytes) => {
          const parsed = parse(bytes);
          if ('value' in parsed) values.push(parsed.value);
          return 'value' in parsed;
        },
        element: (bytes: Buffer, { line }: Span) => {
          const parsed = parse(bytes);
          if ('value' in parsed) values.push(parsed.value);
          else tell(line, parsed.fault);
        },
        close: () => {},
        broken: tell,
      },
      'values',
    );
    try {
      for await (const chunk of inflateIfGzip(input.open())) {
        scan.push(chunk);
        yield values;
        values = [];
      }
      scan.end();
    } catch (error) {
      onProblem({ input: input.name, line: lastLine, message: `${input.name} ${faultOf(error)}` });
    }
    yield values;
  }
}
