import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import { authoredReference } from '../../../test/factories/reference.ts';
import { classify, type Classification } from '../../domain/segments/classify.ts';

const { segments } = authoredReference();

/** The answer for a purchase of which no more than the title, a code and perhaps the supplier are known. */
function answerFor(title: string, cpv: string, supplier?: string): Classification {
  const tender = {
    title,
    legalBasis: { scheme: 'UKPGA', id: '2023/54' },
    classification: { scheme: 'CPV', id: cpv },
  };
  const parties = supplier === undefined ? [] : [{ id: 's', name: supplier, roles: ['supplier'] }];
  return classify(factsFrom([actRelease({ tender, parties })]), segments);
}

// With codes that such notices carry, though they are the codes of technology.
describe('purchases on the border of technology', () => {
  it.each([
    ['Alarm monitoring', '64200000'],
    ['Alarm monitoring', '64200000', 'Appello Careline Limited'],
    ['Servicing of alarms', '35120000'],
    ['Intruder alarms and CCTV maintenance', '35120000'],
    ['Door access control system', '35120000'],
    ['CCTV monitoring and key holding', '79710000'],
    ['Document storage and retrieval service', '72510000'],
    ['Patient simulators', '72000000'],
    ['Procurement consultancy', '72220000'],
    ['Sentiment tracker', '72000000', 'Ipsos MORI'],
    ['Traffic signals', '34996000', 'Yunex Limited'],
  ])('%s (%s, %s) is not digital', (title, cpv, supplier?: string) => {
    expect(answerFor(title, cpv, supplier).segment).toBe('not-digital');
  });

  it.each([
    ['Public space CCTV system upgrade', '32323500', 'networks-telecoms'],
    ['Telecare alarms and connectivity', '32500000', 'networks-telecoms'],
    ['Alarm receiving centre platform', '48000000', 'networks-telecoms'],
    ['Senior developer', '72262000', 'digital-specialists'],
    ['Timetabling package and software licence', '72268000', 'sector-systems'],
    ['Anaesthetic software', '48517000', 'sector-systems'],
    ['Framework for workforce technology systems', '48000000', 'back-office-systems'],
  ])('%s (%s) is %s', (title, cpv, segment) => {
    expect(answerFor(title, cpv).segment).toBe(segment);
  });
});
