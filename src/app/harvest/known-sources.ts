import type { Source } from '../../sources/_source.ts';
import { contractsFinder } from '../../sources/contracts-finder.ts';
import { findATender } from '../../sources/find-a-tender.ts';

/** Every publisher that can be harvested, in the order in which they are shown. */
export const knownSources: readonly Source[] = [findATender, contractsFinder];
