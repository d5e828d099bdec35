import { join } from 'node:path';
import { readReference, type Reference } from '../../src/app/reference.ts';

let read: Reference | undefined;

/** The repository's own authored facts, read once. */
export function authoredReference(): Reference {
  read ??= readReference(join(import.meta.dirname, '..', '..', 'reference'));
  return read;
}
