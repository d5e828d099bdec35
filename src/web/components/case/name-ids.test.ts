import { describe, expect, it } from 'vitest';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { nameIds } from './name-ids.ts';

describe('ids in sentences about a case', () => {
  it('become names, in whichever quotation marks they stand', () => {
    expect(nameIds('"bau" has no cost lines; “fit” has no weight.', caseWith())).toBe(
      '“As it is” has no cost lines; “Fit to the need” has no weight.',
    );
  });

  it('stay where nothing has that id, and outside quotation marks', () => {
    const sentence = 'There is no option "bua", and bau is as it is.';
    expect(nameIds(sentence, caseWith())).toBe(sentence);
  });
});
