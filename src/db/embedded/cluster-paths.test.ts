import { expect, it } from 'vitest';
import { clusterPaths } from './cluster-paths.ts';

it.skipIf(process.platform !== 'linux')(
  'a data folder where no folder can be made is refused with what to do (Linux only)',
  async () => {
    const refused = clusterPaths('/proc/data');
    await expect(refused).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(refused).rejects.toThrow(
      /^The data folder \/proc\/data can't be created or read \(ENOENT.*\): set DATA_DIR to a folder you may write to\.$/,
    );
  },
);
