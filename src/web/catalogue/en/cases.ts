/** Words of pages about cases. */
export const caseWords = {
  title: 'Decisions',
  marking: 'Marking',
};
