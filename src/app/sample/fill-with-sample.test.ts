import { beforeAll, expect, it } from 'vitest';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { fillWithSample } from './fill-with-sample.ts';

describeOnDatabases('filling a register with the sample market', (open) => {
  let database: TestDatabase;
  const count = async () =>
    (await database.register.read.selectFrom('release').select('ocid').execute()).length;

  beforeAll(async () => {
    database = await open();
  });

  it('is finished after it was interrupted, as it was begun, and then left alone', async () => {
    const { register } = database;
    const controller = new AbortController();
    const reporter = { ...recordingReporter(), progress: () => controller.abort() };
    const interrupted = testContext({ register, reporter, signal: controller.signal });
    await expect(fillWithSample(interrupted, 800)).rejects.toMatchObject({ code: 'interrupted' });
    const before = await count();

    const later = testContext({ register, now: '2026-11-03T12:00:00Z' });
    expect(await fillWithSample(later, 800)).toBe(true);
    const full = await count();
    expect(full).toBeGreaterThan(before);

    const other = await open();
    await fillWithSample(testContext({ register: other.register }), 800);
    expect((await other.register.read.selectFrom('release').select('ocid').execute()).length).toBe(full);

    expect(await fillWithSample(later, 800)).toBe(false);
    expect(await count()).toBe(full);
  });
});
