import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../lib/json.ts';
import { Validator } from './validate.ts';

const release: JsonObject = {
  ocid: 'ocds-1',
  id: '1',
  date: '2026-01-02T09:00:00Z',
  tag: ['tender'],
  initiationType: 'tender',
};

describe('checking releases', () => {
  const validator = new Validator('1.1');
  const findings = (changes: JsonObject): string[] =>
    validator.check({ ...release, ...changes }, 'release').map(({ path, rule }) => `${path} ${rule}`);

  it('finds nothing in a valid release, nor in fields that it does not know', () => {
    expect(findings({ invented: { a: 1 }, tender: { id: 't', invented: true } })).toEqual([]);
  });

  it.each([
    ['a wrong type', { tender: { id: 't', title: 5 } }, '/tender/title type'],
    ['a missing field', { tender: {} }, '/tender required'],
    ['a code that a closed list lacks', { tag: ['nonsense'] }, '/tag/0 enum'],
    ['a date that is none', { date: '2 January' }, '/date format'],
    ['a day that does not exist', { date: '2026-02-30T00:00:00Z' }, '/date format'],
    ['an empty list of tags', { tag: [] }, '/tag minItems'],
  ])('finds %s', (_name, changes, finding) => {
    expect(findings(changes)).toContain(finding);
  });

  it('says what stands there and what may', () => {
    const [finding] = validator.check({ ...release, initiationType: 'gift' }, 'release');
    expect(finding).toEqual({
      path: '/initiationType',
      rule: 'enum',
      message: 'must be equal to one of the allowed values: tender, is "gift"',
    });
  });

  it('knows the United Kingdom extensions where it is asked to', () => {
    const changes = { ...release, tender: { id: 't', lots: [{ id: 1.5 }] } };
    expect(validator.check(changes, 'release')).toEqual([]);
    expect(new Validator('uk').check(changes, 'release')).not.toEqual([]);
  });

  it('checks the members of a package without its releases', () => {
    const members = {
      uri: 'https://example.org/1',
      version: '1.1',
      publisher: { name: 'Marram Council' },
      publishedDate: '2026-01-02T09:00:00Z',
      releases: [],
    };
    expect(validator.check(members, 'release-package')).toEqual([]);
    const { publisher: _publisher, ...without } = members;
    expect(validator.check(without, 'release-package')).toMatchObject([{ path: '', rule: 'required' }]);
    expect(validator.check({ ...without, records: [] }, 'record-package')).toMatchObject([
      { rule: 'required' },
    ]);
  });

  it('checks 1.0 by its own schema', () => {
    expect(new Validator('1.0').check(release, 'release')).toEqual([]);
  });
});
