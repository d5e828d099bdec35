import { contractsFinder } from '../../sources/contracts-finder.ts';
import { harvestOperation } from './harvest-source.ts';

/** `sourcing harvest contracts-finder --from 2025-02-24 --to 2025-03-01` */
export const harvestContractsFinder = harvestOperation(contractsFinder);
