import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../lib/json.ts';
import { ownReferences, referencesOf } from './references-of.ts';

const of = (release: JsonObject): string[] => referencesOf([release], release);

describe('by which a process is known elsewhere', () => {
  it('its own numbers on Find a Tender and Contracts Finder', () => {
    expect(of({ ocid: 'ocds-h6vhtk-06F0CA', id: '083257-2026' })).toEqual([
      'notice:083257-2026',
      'ocid:ocds-h6vhtk-06f0ca',
    ]);
    const guid = '66d02159-fd3d-48e1-8b4d-5ba844a388aa';
    expect(of({ ocid: 'ocds-b5fd17-afdd98b7', id: `${guid}-819851` })).toEqual([
      `finder:${guid}`,
      'ocid:ocds-b5fd17-afdd98b7',
    ]);
  });

  it('the Scottish process behind a notice on Find a Tender', () => {
    const href = 'https://api.publiccontractsscotland.gov.uk/v1/Notice?id=ocds-r6ebe6-0000836835';
    expect(of({ ocid: 'ocds-h6vhtk-1', links: [{ rel: 'canonical', href }] })).toContain(
      'ocid:ocds-r6ebe6-0000836835',
    );
    expect(of({ ocid: 'ocds-h6vhtk-1', tender: { description: 'See (SC Ref:836835)' } })).toContain(
      'ocid:ocds-r6ebe6-0000836835',
    );
  });

  it('the Welsh process, and the notice on Find a Tender that a Welsh notice names as a number of the journal', () => {
    expect(
      of({ ocid: 'ocds-h6vhtk-1', tender: { description: 'More at Sell2Wales. (WA Ref:148410)' } }),
    ).toContain('ocid:ocds-kuma6s-148410');
    const related = { id: '1', relationship: ['planning'], scheme: 'EU-OJ', identifier: '2025/S 000-004224' };
    expect(of({ ocid: 'ocds-kuma6s-148385', relatedProcesses: [related] })).toContain('notice:004224-2025');
    expect(
      of({ ocid: 'ocds-r6ebe6-1', relatedProcesses: [{ ...related, identifier: '2018/S 205-467435' }] }),
    ).toContain('oj:2018-205-467435');
  });

  it('addresses of notices in texts and documents', () => {
    const text =
      'https://www.find-tender.service.gov.uk/Notice/012345-2026 and https://www.contractsfinder.service.gov.uk/notice/66D02159-fd3d-48e1-8b4d-5ba844a388aa';
    expect(of({ ocid: 'ocds-x', tender: { description: text } })).toEqual([
      'finder:66d02159-fd3d-48e1-8b4d-5ba844a388aa',
      'notice:012345-2026',
      'ocid:ocds-x',
    ]);
  });

  it('not the framework that it draws on', () => {
    const related = { relationship: ['framework'], scheme: 'ocid', identifier: 'ocds-h6vhtk-04e7dc' };
    expect(of({ ocid: 'ocds-h6vhtk-1', relatedProcesses: [related] })).toEqual(['ocid:ocds-h6vhtk-1']);
    expect(
      of({ ocid: 'ocds-h6vhtk-1', relatedProcesses: [{ ...related, relationship: ['prior'] }] }),
    ).toContain('ocid:ocds-h6vhtk-04e7dc');
  });
});

describe('a buyer’s own number', () => {
  it.each([
    ['DN444391', ['dn444391']],
    [
      'ocds-b5fd17-0b6ebb4f-5f08-43ff-852f-ba3620bd3116-dcc001-dn444391-38295101',
      ['dcc001dn44439138295101', 'dn444391'],
    ],
    ['ocds-kuma6s-148410-tender-148410-FRAM2025', ['fram2025']],
    ['IT-285-8455-HC275 - AWARD', ['it2858455hc275']],
    ['ocds-h6vhtk-06d396', []],
    ['ocds-kuma6s-148129-tender-148129', []],
    ['1207', []],
    ['Network', []],
    [null, []],
  ])('%j', (given, expected) => {
    expect([...ownReferences(given)]).toEqual(expected);
  });
});
