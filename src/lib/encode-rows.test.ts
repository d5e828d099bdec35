import { expect, test } from 'vitest';
import { encodeRows } from './encode-rows.ts';
import type { RowFormat } from './encode-rows.ts';

async function* rowsOf(count: number, failure?: Error): AsyncGenerator<Record<string, unknown>> {
  for (let i = 0; i < count; i += 1) yield { id: i, note: `row ${i}` };
  if (failure !== undefined) throw failure;
  await Promise.resolve();
}

async function textOf(
  format: RowFormat,
  rows: AsyncIterable<Record<string, unknown> | string>,
): Promise<{ text: string; chunks: number; error: unknown }> {
  let text = '';
  let chunks = 0;
  try {
    for await (const chunk of encodeRows(rows, format, ['id', 'note'])) {
      chunks += 1;
      text += String(chunk);
    }
  } catch (error) {
    return { text, chunks, error };
  }
  return { text, chunks, error: null };
}

test('JSON Lines carries whole objects and keeps lines that are already text', async () => {
  expect((await textOf('jsonl', rowsOf(2))).text).toBe('{"id":0,"note":"row 0"}\n{"id":1,"note":"row 1"}\n');
  const lines = (async function* () {
    yield await Promise.resolve('{"a":1}');
  })();
  expect((await textOf('jsonl', lines)).text).toBe('{"a":1}\n');
});

test('CSV has its heading even without rows', async () => {
  expect((await textOf('csv', rowsOf(0))).text).toBe('id,note\r\n');
  expect((await textOf('csv', rowsOf(1))).text).toBe('id,note\r\n0,row 0\r\n');
});

test('many rows leave in blocks, not one by one', async () => {
  const { text, chunks } = await textOf('jsonl', rowsOf(10_000));
  expect(text.split('\n')).toHaveLength(10_001);
  expect(chunks).toBeLessThan(100);
});

test.each(['jsonl', 'csv', 'xlsx'] as const)(
  'a %s source that fails before its first row writes nothing at all',
  async (format) => {
    const { text, error } = await textOf(format, rowsOf(0, new Error('broken')));
    expect(text).toBe('');
    expect(String(error)).toContain('broken');
  },
);

test('a source that fails later fails after the rows before it', async () => {
  const { text, error } = await textOf('jsonl', rowsOf(3, new Error('broken')));
  expect(text.split('\n')).toHaveLength(4);
  expect(String(error)).toContain('broken');
});

test('a reader that stops early lets the source clean up', async () => {
  let isClosed = false;
  const source = (async function* () {
    try {
      for (let i = 0; ; i += 1) yield await Promise.resolve({ id: 'x'.repeat(70_000) });
    } finally {
      isClosed = true;
    }
  })();
  for await (const chunk of encodeRows(source, 'jsonl', [])) {
    expect(String(chunk).length).toBeGreaterThan(70_000);
    break;
  }
  expect(isClosed).toBe(true);
});
