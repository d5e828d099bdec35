import { inflateIfGzip } from '../lib/inflate.ts';
import type { JsonValue } from '../lib/json.ts';
import type { Input } from './input.ts';
import { emptyFault, faultOf } from './input.ts';
import type { Problem } from './reader.ts';
import { problemAt } from './reader.ts';
import type { Span } from './scan.ts';
import { Scan } from './scan.ts';

/** How the bytes of one JSON text become a value; a fault is a clause without its end. */
export type ParseValue = (bytes: Buffer) => { value: JsonValue } | { fault: string };

/** What is done with each JSON text, and with what is none. */
export type ValueReader = {
  parse: ParseValue;
  /** Takes a value at once, so that it needn't outlive its moment, and where it begins: the input, and the line from 1. */
  take(value: JsonValue, line: number, input: string): void;
  problem(problem: Problem): void;
  /** Whether an input with nothing in it is a problem; left out, it is no text and that is that. */
  isEmptyAProblem?: boolean;
};

/**
 * Reads the JSON texts of every input whole, in order: JSON Lines, concatenated JSON, or one text over many lines; plain
 * or gzip. What is no JSON is told and passed over. Memory is bounded by the largest text.
 *
 * @yields after each block of input, so that the caller can write what it has, or stop
 * @example for await (const _ of readValues([fileInput('page.json')], { parse: parseJson, take, problem })) …
 */
export async function* readValues(inputs: Iterable<Input>, reader: ValueReader): AsyncGenerator<void> {
  for (const input of inputs) {
    let lastLine = 1;
    let hasFound = false;
    const tell = (place: Pick<Span, 'line' | 'element'>, fault: string): void => {
      lastLine = place.line;
      hasFound = true;
      reader.problem(problemAt(input.name, place, { clause: `is not valid JSON (${fault})`, advice: '' }));
    };
    const take = (value: JsonValue, line: number): void => {
      hasFound = true;
      reader.take(value, line, input.name);
    };
    const scan = new Scan(
      {
        line: (bytes: Buffer, { line }: Span) => {
          const parsed = reader.parse(bytes);
          if ('value' in parsed) take(parsed.value, line);
          return 'value' in parsed;
        },
        element: (bytes: Buffer, span: Span) => {
          const parsed = reader.parse(bytes);
          if ('value' in parsed) take(parsed.value, span.line);
          else tell(span, parsed.fault);
        },
        close: () => {},
        broken: (line, message) => tell({ line, element: null }, message),
      },
      'values',
    );
    try {
      for await (const chunk of inflateIfGzip(input.open())) {
        scan.push(chunk);
        yield;
      }
      scan.end();
      if (!hasFound && reader.isEmptyAProblem === true)
        reader.problem({ input: input.name, line: 1, message: `${input.name} ${emptyFault}` });
    } catch (error) {
      reader.problem({ input: input.name, line: lastLine, message: `${input.name} ${faultOf(error)}` });
    }
    yield;
  }
}
