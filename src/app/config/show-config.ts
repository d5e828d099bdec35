import { z } from 'zod';
import type { ValueOperation } from '../operation.ts';
import { operation } from '../operation.ts';

const input = z.strictObject({});
const output = z.object({
  settings: z.array(
    z.object({
      name: z.string(),
      value: z.string(),
      from: z.enum(['environment', 'default']),
      meaning: z.string(),
    }),
  ),
});

/** The settings of this run as they may be shown: read at the edge, which knows where each came from. */
export type SettingRows = readonly z.output<typeof output>['settings'][number][];

/** Shows every setting, its value (secrets hidden) and where the value comes from. */
export function showConfig(settings: SettingRows): ValueOperation<typeof input, typeof output> {
  return operation({
    id: 'config.show',
    summary: 'Show every setting, its value and where the value comes from.',
    kind: 'read',
    access: 'operator',
    surfaces: ['cli'],
    input,
    output,
    run: async () => ({ settings: [...settings] }),
    present: ({ settings: rows }) => {
      const width = Math.max(...rows.map((row) => row.name.length));
      const valueWidth = Math.max(...rows.map((row) => shown(row.value).length));
      return rows
        .map((row) => `${row.name.padEnd(width)}  ${shown(row.value).padEnd(valueWidth)}  (${row.from})\n`)
        .join('');
    },
  });
}

function shown(value: string): string {
  return value === '' ? '–' : value;
}
