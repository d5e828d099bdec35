/**
 * A process of its own that uses the embedded database, for tests that kill it: opens the register of a data folder, writes rows of
 * the table `probe` one transaction each, and prints the number of each once it is acknowledged.
 *
 *   node test/support/database-client.ts DATA_FOLDER FIRST_NUMBER COUNT
 *
 * It prints `open` first and, after its last row, stays until it is ended.
 */
import { sql } from 'kysely';
import { openRegister } from '../../src/db/connect.ts';

const [dataDir = '', first = '0', count = '0'] = process.argv.slice(2);
const register = await openRegister({ dataDir, embedded: { stopAfterMs: 1000 } });
process.stdout.write('open\n');
for (let number = Number(first); number < Number(first) + Number(count); number += 1) {
  await register.write((transaction) =>
    sql`insert into probe (number) values (${number})`.execute(transaction),
  );
  process.stdout.write(`${number}\n`);
}
process.stdin.resume().once('end', () => void register.close());
