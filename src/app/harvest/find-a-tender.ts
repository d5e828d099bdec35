import { findATender } from '../../sources/find-a-tender.ts';
import { harvestOperation } from './harvest-source.ts';

/** `sourcing harvest find-a-tender --from 2025-02-24 --to 2025-03-01` */
export const harvestFindATender = harvestOperation(findATender);
