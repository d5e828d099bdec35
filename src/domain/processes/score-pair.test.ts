import { describe, expect, it } from 'vitest';
import { finderProfile, processProfile } from '../../../test/factories/process-profile.ts';
import { joinFrom, reviewFrom, scorePair } from './score-pair.ts';

const { references, ...bare } = processProfile();
const tenderOnly = {
  values: [],
  decidedOn: [],
  startOn: [],
  endOn: [],
  suppliers: [],
  lastPublishedOn: '2026-01-12',
};

describe('a process on two portals', () => {
  it.each([
    ['the same award', {}],
    ['a title written otherwise', { title: 'HOUSING MANAGEMENT SYSTEM - AWARD' }],
    ['a number of the project before the title', { title: 'DN712345 - Housing Management System' }],
    ['no value', { values: [] }],
    ['a value with VAT', { values: [10_518_480] }],
    [
      'a buyer spelled otherwise that nobody joined',
      { buyers: [{ id: 'b9', name: 'Marram District Cuncil' }] },
    ],
    [
      'a tender with the same last day',
      { ...tenderOnly, firstPublishedOn: '2026-01-13', lastPublishedOn: '2026-01-13' },
    ],
    [
      'a notice that names the other',
      {
        ...tenderOnly,
        deadlineOn: null,
        cpvCodes: [],
        title: 'Housing IT',
        references: ['notice:000001-2026'],
      },
    ],
  ])('is joined: %s', (_, changes) => {
    expect(scorePair(processProfile(), finderProfile(changes)).score).toBeGreaterThanOrEqual(joinFrom);
  });

  it('with little more than its title is a case for people', () => {
    const other = finderProfile({
      ...tenderOnly,
      deadlineOn: null,
      firstPublishedOn: '2026-01-14',
      lastPublishedOn: '2026-01-14',
    });
    const { score } = scorePair(processProfile(tenderOnly), other);
    expect(score).toBeGreaterThanOrEqual(reviewFrom);
    expect(score).toBeLessThan(joinFrom);
  });

  it('is joined by the buyer’s own number with a title alike', () => {
    const own = ['own:dn712345'];
    const one = processProfile({ references: own, deadlineOn: null, title: 'Supply of a housing system' });
    const other = finderProfile({
      ...tenderOnly,
      references: own,
      deadlineOn: null,
      title: 'Housing system supply for Marram',
    });
    expect(scorePair(one, other).parts.map(({ part }) => part)).toContain('same-reference');
    expect(scorePair(one, other).score).toBeGreaterThan(0.5);
  });

  it('scores the same whichever comes first', () => {
    const [one, other] = [processProfile({ title: 'Phase 2 works' }), finderProfile({ title: 'Works' })];
    expect(scorePair(one, other).score).toBe(scorePair(other, one).score);
  });
});

describe('what looks the same and is not', () => {
  const series = { ...bare, references, title: 'Agency staff 2025/26' };
  it.each([
    ['two of one portal', {}, { publisher: 'find-a-tender' as const }, 'same-portal'],
    ['tendered again', {}, { ...tenderOnly, deadlineOn: '2026-04-20' }, 'other-round'],
    [
      'the same every year, by the contract’s first day',
      {},
      { deadlineOn: null, decidedOn: [], startOn: ['2027-06-01'] },
      'other-round',
    ],
    [
      'the same every year, by the award',
      {},
      { deadlineOn: null, startOn: [], decidedOn: ['2027-04-28'] },
      'other-round',
    ],
    [
      'the next year, by its title',
      series,
      { ...finderProfile({ title: 'Agency staff 2026/27' }) },
      'other-part',
    ],
    ['another lot', { title: 'Devices, Lot 1' }, { title: 'Devices, Lot 2' }, 'other-part'],
    [
      'another phase',
      { title: 'Network refresh phase II' },
      { title: 'Network refresh phase 3' },
      'other-part',
    ],
    ['the other half of a region', { title: 'Fibre North' }, { title: 'Fibre South' }, 'other-part'],
    [
      'an award to others for another sum',
      {},
      { suppliers: [{ id: 's2', name: 'Brackwater Cloud Ltd' }], values: [4_000_000] },
      'other-award',
    ],
    ['another buyer', {}, { buyers: [{ id: 'b2', name: 'Tideway Licensing Authority' }] }, 'other-buyer'],
    ['a call-off against its framework', {}, { frameworkOcid: 'ocds-h6vhtk-000001' }, 'call-off'],
    [
      'a call-off against a framework agreement',
      { isFrameworkAgreement: true },
      { frameworkReference: 'RM1557.14' },
      'call-off',
    ],
  ])('is never joined: %s', (_, changes, others, veto) => {
    expect(scorePair(processProfile(changes), finderProfile(others))).toMatchObject({ score: 0, veto });
  });

  it('has its negative control: without the difference each of them would be joined', () => {
    expect(scorePair(processProfile(), finderProfile()).score).toBeGreaterThan(0.99);
    expect(scorePair(processProfile(series), finderProfile({ title: series.title })).score).toBeGreaterThan(
      0.99,
    );
  });

  it('a framework’s number that both name is weak evidence', () => {
    const shared = ['notice:777777-2024'];
    const { parts } = scorePair(
      processProfile({ references: shared }),
      finderProfile({ references: shared }),
    );
    expect(parts.find(({ part }) => part === 'same-source' || part === 'named')?.part).toBe('same-source');
  });
});
