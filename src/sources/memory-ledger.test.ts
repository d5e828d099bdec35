import { describe } from 'vitest';
import { describeLedger } from '../../test/support/harvest/ledger-suite.ts';
import { createMemoryLedger } from './memory-ledger.ts';

describe('the ledger in memory', () => describeLedger(async () => createMemoryLedger()));
