import { describeOnDatabases } from '../../../test/support/database.ts';
import { describeLedger } from '../../../test/support/harvest/ledger-suite.ts';
import { createDatabaseLedger } from './database-ledger.ts';

describeOnDatabases('the ledger in the register', (open) => {
  describeLedger(async () => createDatabaseLedger((await open()).register));
});
