/**
 * A harvest in a process of its own, which a test may kill: `node child.ts '{"databaseUrl":…,"argv":[…]}'`.
 */
import { z } from 'zod';
import { harvestFindATender } from '../../../src/app/harvest/find-a-tender.ts';
import { harvestResume } from '../../../src/app/harvest/resume.ts';
import { openRegister } from '../../../src/db/connect.ts';
import { runLine } from '../command-line.ts';

const task = z
  .strictObject({
    databaseUrl: z.string(),
    dataDir: z.string(),
    settings: z.record(z.string(), z.string()),
    argv: z.array(z.string()),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const register = await openRegister({ dataDir: task.dataDir, databaseUrl: task.databaseUrl });
const { dataDir, settings } = task;
const operations = [harvestFindATender, harvestResume];
const result = await runLine(task.argv, { register, dataDir, settings, operations });
process.stdout.write(result.stdout);
process.stderr.write(result.stderr);
await register.close();
process.exitCode = result.code;
