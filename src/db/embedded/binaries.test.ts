import { access, constants } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { nativeFolder, prepareBinaries } from './binaries.ts';

describe('the programs that npm brought', () => {
  it('are found for this machine and can be run', async () => {
    const { initdb, postgres } = await prepareBinaries(null);
    await access(initdb, constants.X_OK);
    await access(postgres, constants.X_OK);
  });

  it('are refused with a sentence for a platform without a package', () => {
    expect(() => nativeFolder('linux', 's390x')).toThrow(AppError);
    expect(() => nativeFolder('linux', 's390x')).toThrow('npm has brought no PostgreSQL for linux-s390x');
  });

  it('are refused with a sentence on Windows', () => {
    expect(() => nativeFolder('win32', 'x64')).toThrow('Windows Subsystem for Linux');
  });
});
