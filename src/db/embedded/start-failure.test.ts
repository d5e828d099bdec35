import { describe, expect, it } from 'vitest';
import { isMuslSystem, startFailure } from './start-failure.ts';

const refuse = (output: string, isMusl = false): { code: string; message: string } =>
  startFailure({ doing: 'started', databaseDir: '/srv/var/database', output, isMusl });

describe('why a database did not start', () => {
  it.each([
    [
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      'machine-resource',
      'is full',
    ],
    ['FATAL:  could not extend file\nHINT:  Check free disk space.', 'machine-resource', 'is full'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'machine-resource', 'memory'],
    ['Error: EROFS: read-only file system, mkdtemp', 'database-unavailable', "can't be written"],
    [
      'FATAL:  could not open file "PG_VERSION": Permission denied',
      'database-unavailable',
      'run as the user who owns',
    ],
    ['Error: EPERM: operation not permitted, lchown', 'database-unavailable', 'run as the user who owns'],
    [
      'initdb: could not look up effective user ID 1234: user does not exist',
      'database-unavailable',
      'entry in /etc/passwd',
    ],
    ['FATAL:  database files are incompatible with server', 'database-unavailable', 'another major version'],
    [
      'postgres: error while loading shared libraries: libxml2.so.2',
      'database-unavailable',
      'library is missing',
    ],
    ['Error: spawn /x/bin/initdb ENOENT', 'database-unavailable', 'npm ci'],
  ])('is told from “%s”', (output, code, words) => {
    expect(refuse(output)).toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('names Alpine where the C library is musl', () => {
    expect(refuse('Error: spawn /x/bin/initdb ENOENT', true).message).toContain('Alpine');
  });

  it('quotes the first complaint that it does not know, and the log', () => {
    const { message } = refuse('LOG:  hello\n2026 FATAL:  the moon is wrong\nPANIC:  later');
    expect(message).toContain('“the moon is wrong”');
    expect(message).toContain('database.log');
  });

  it('does not take a system with glibc for musl', () => {
    expect(isMuslSystem()).toBe(false);
  });
});
