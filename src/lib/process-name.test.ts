import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { isProcessGone, processName } from './process-name.ts';

describe('the name of a process', () => {
  test('is not gone while it runs, and gone after it was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const name = `${hostname()}:${String(child.pid)}:0a1b2c3d`;
    expect(isProcessGone(name)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isProcessGone(name)).toBe(true);
  });

  test('is not gone where that can not be told: on another machine, or of another form', () => {
    expect(isProcessGone('another-machine:1:0a1b2c3d')).toBe(false);
    expect(isProcessGone('a person')).toBe(false);
    expect(isProcessGone(processName())).toBe(false);
  });

  test('is gone where its number is ours by now', () => {
    expect(isProcessGone(`${hostname()}:${String(process.pid)}:earlier1`)).toBe(true);
  });
});
