import { describe, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { classifyReleases } from './classify-releases.ts';

const first = actRelease({
  ocid: 'ocds-h6vhtk-00000a',
  id: '1-2026',
  title: 'A new contract',
  date: '2026-04-01T10:00:00Z',
});
const later = actRelease({
  ocid: 'ocds-h6vhtk-00000a',
  id: '2-2026',
  title: 'Penetration testing services',
  date: '2026-05-01T10:00:00Z',
});
const roofs = actRelease({
  ocid: 'ocds-h6vhtk-00000b',
  id: '3-2026',
  title: 'Roof replacement',
  cpv: '45260000',
});

async function classifyLines(lines: readonly unknown[], reporter = recordingReporter()): Promise<unknown[]> {
  const stdin = [lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')];
  return Array.fromAsync(classifyReleases.run(testContext({ stdin, reporter }), { files: [] }));
}

describe('segments classify', () => {
  it('gives one line per process in order of first appearance, wherever its releases lie', async () => {
    const found = await classifyLines([first, roofs, later]);
    expect(found).toEqual([
      {
        ocid: 'ocds-h6vhtk-00000a',
        segment: 'cyber-security',
        probability: expect.any(Number),
        second: expect.any(String),
        because: expect.arrayContaining(['the title says “penetration testing services”']),
      },
      expect.objectContaining({ ocid: 'ocds-h6vhtk-00000b', segment: 'not-digital' }),
    ]);
  });

  it('answers the same in whichever order the releases of a process come', async () => {
    expect(await classifyLines([later, first])).toEqual(await classifyLines([first, later]));
  });

  it('leaves out what cannot be read, says so, and goes on', async () => {
    const reporter = recordingReporter();
    const found = await classifyLines([first, '{"ocid": "ocds-h6vhtk-00000c", ', later], reporter);
    expect(found).toHaveLength(1);
    expect(reporter.skippedTotal()).toBeGreaterThan(0);
  });

  it('refuses input in which nothing can be read', async () => {
    await expect(classifyLines(['no release at all'])).rejects.toThrow('Nothing could be read');
  });
});
