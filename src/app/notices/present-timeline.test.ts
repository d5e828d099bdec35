import { describe, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { processFactsOf } from './process-facts-of.ts';
import { presentTimeline } from './present-timeline.ts';

const urlsOf = (ocid: string): (string | null)[] => {
  const { reference } = testContext();
  const facts = processFactsOf([actRelease({ ocid, id: '012345-2026' })], reference);
  return presentTimeline(facts, reference, null).map((notice) => notice.url);
};

describe('the official page of a notice', () => {
  it('is linked for a published notice', () => {
    expect(urlsOf('ocds-h6vhtk-012345')).toEqual([
      'https://www.find-tender.service.gov.uk/Notice/012345-2026',
    ]);
  });

  it('is not linked for an invented one, whose number is not its own', () => {
    expect(urlsOf('ocds-h6vhtk-sample-000a01')).toEqual([null]);
  });
});
