import { findBuyers } from './buyers/find-buyers.ts';
import { showBuyer } from './buyers/show-buyer.ts';
import { exportContracts } from './contracts/export-contracts.ts';
import { findContracts } from './contracts/find-contracts.ts';
import { showContract } from './contracts/show-contract.ts';
import { listCorrectionsReported } from './data/list-corrections.ts';
import { reportCorrection } from './data/report-correction.ts';
import { showDataStatus } from './data/show-data-status.ts';
import { harvestContractsFinder } from './harvest/contracts-finder.ts';
import { harvestFindATender } from './harvest/find-a-tender.ts';
import { harvestResume } from './harvest/resume.ts';
import { harvestStatus } from './harvest/status.ts';
import { ingest } from './notices/ingest.ts';
import { listChanges } from './notices/list-changes.ts';
import { compile } from './ocds/compile.ts';
import { coverage } from './ocds/coverage.ts';
import { detectFormats } from './ocds/detect-format.ts';
import { upgrade } from './ocds/upgrade.ts';
import { validate } from './ocds/validate.ts';
import type { Operation } from './operation.ts';
import { showProcess } from './processes/show-process.ts';
import { generateSampleMarket } from './sample/generate.ts';
import { findSuppliers } from './suppliers/find-suppliers.ts';
import { showSupplier } from './suppliers/show-supplier.ts';

/**
 * Everything a user can do, in the order in which help and documentation show it.
 * Adding an operation is adding its file under `src/app/<noun>/` and its line here: the command, the API and their
 * documentation follow from it.
 */
export const operations: readonly Operation[] = [
  findContracts,
  showContract,
  exportContracts,
  showProcess,
  findBuyers,
  showBuyer,
  findSuppliers,
  showSupplier,
  showDataStatus,
  reportCorrection,
  listCorrectionsReported,
  listChanges,
  ingest,
  harvestFindATender,
  harvestContractsFinder,
  harvestResume,
  harvestStatus,
  compile,
  upgrade,
  detectFormats,
  validate,
  coverage,
  generateSampleMarket,
];
