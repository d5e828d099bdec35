import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findOcid } from './find-ocid.ts';

const find = (text: string): string | null => findOcid(Buffer.from(text));

it.each([
  ['{"ocid":"ocds-1","id":"x"}', 'ocds-1'],
  ['{ "id" : "ocid" , "ocid" : "ocds-1" }', 'ocds-1'],
  ['{"tender":{"ocid":"no"},"a":[{"ocid":"no"}],"ocid":"ocds-1"}', 'ocds-1'],
  ['{"title":"\\"ocid\\":\\"no\\"","ocid":"ocds-\\u0031"}', 'ocds-1'],
  ['{"x":"\\\\","ocid":"é"}', 'é'],
])('the ocid of %s is %s', (text, ocid) => {
  expect(find(text)).toBe(ocid);
});

it.each([
  '{}',
  '{"id":"ocid"}',
  '{"ocid":12}',
  '{"ocid":null}',
  '{"ocid":""}',
  '{"tender":{"ocid":"no"}}',
  '["ocid","no"]',
  '{"ocid',
  '{"ocid":"cut',
])('%s has none', (text) => {
  expect(find(text)).toBeNull();
});

it('finds what parsing finds', () => {
  const release = fc.dictionary(
    fc.constantFrom('ocid', 'id', 'tender', '"', 'oc\\id'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  fc.assert(
    fc.property(release, fc.boolean(), (value, isWide) => {
      const { ocid } = value;
      expect(find(JSON.stringify(value, null, isWide ? 2 : 0))).toBe(
        typeof ocid === 'string' && ocid !== '' ? ocid : null,
      );
    }),
  );
});
