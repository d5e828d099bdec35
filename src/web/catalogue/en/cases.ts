import type { Format } from '../format.ts';

/** Words of pages about cases. */
export const caseWords = (_: Format) => ({
  title: 'Decisions',
  marking: 'Marking',
});
