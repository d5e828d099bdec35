import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject } from '../../lib/json.ts';
import { callOffOf } from './call-off-of.ts';

const limited = 'Award procedure without prior publication of a call for competition';
const older = (overrides: JsonObject): JsonObject => ({
  title: 'Ward lighting',
  legalBasis: { scheme: 'CELEX', id: '32014L0024' },
  procurementMethod: 'limited',
  procurementMethodDetails: limited,
  ...overrides,
});
const outsideScope = { procurementMethodRationaleClassifications: [{ id: 'D_OUTSIDE_SCOPE' }] };

describe('older awards that say they are call-offs', () => {
  it.each([
    'Award of contract using the Alpha Workplace 2 framework',
    'Direct award via the accredited Beta - Works framework',
    'Use of the Gamma framework for Library Systems',
    'Direct award from an established framework to ensure continuity',
    'Completed a further competition under the Delta agreement',
  ])('outside the directive’s scope: %s', (procurementMethodRationale) => {
    expect(callOffOf(older({ ...outsideScope, procurementMethodRationale }))).toBe('framework-call-off');
  });

  it('outside the directive’s scope, in title, description or lot', () => {
    for (const more of [
      { title: 'Lighting, call-off from Alpha' },
      { description: 'Bought under the Alpha framework' },
      { lots: [{ id: '1', description: 'Direct award from Alpha Framework to supply lighting' }] },
    ])
      expect(callOffOf(older({ ...outsideScope, ...more }))).toBe('framework-call-off');
  });

  it('with any reason, where the rationale itself says it', () => {
    const procurementMethodRationale = 'This is a mini competition/call-off contract from the Alpha list';
    expect(callOffOf(older({ procurementMethodRationale }))).toBe('framework-call-off');
    const awarded = 'The contract was awarded through an approved framework agreement';
    expect(callOffOf(older({ procurementMethodRationale: awarded }))).toBe('framework-call-off');
  });

  it('from a dynamic purchasing system', () => {
    const procurementMethodRationale = 'Further competition via the Alpha DPS';
    expect(callOffOf(older({ ...outsideScope, procurementMethodRationale }))).toBe('dynamic-market');
  });

  it('under a restricted procedure, only where the competition is told as done', () => {
    const restricted = { procurementMethod: 'selective', procurementMethodDetails: 'Restricted procedure' };
    const done = 'The school has awarded a further competition for catering through the Alpha DPS';
    const ahead = 'Mini competitions will be issued throughout the life of the DPS';
    expect(callOffOf(older({ ...restricted, description: done }))).toBe('dynamic-market');
    expect(callOffOf(older({ ...restricted, description: ahead }))).toBeNull();
  });
});

describe('awards that are no call-offs', () => {
  it.each([
    ['an extended framework', { ...outsideScope, procurementMethodRationale: 'To extend the current framework, through the Alpha framework' }],
    ['a framework named in passing', { procurementMethodRationale: 'Prices were established through the Alpha framework' }],
    ['an exclusion of it', { ...outsideScope, procurementMethodRationale: 'The procurement is not to conclude a framework agreement' }],
    ['an open procedure', { procurementMethodDetails: 'Open procedure', procurementMethodRationale: 'Call-off' }],
    ['a law with a field for it', { legalBasis: { scheme: 'UKPGA', id: '2023/54' }, procurementMethodRationale: 'Call-off' }],
  ])('%s', (_, more) => {
    expect(callOffOf(older(more))).toBeNull();
  }); // prettier-ignore
});

describe('the values of older awards from agreements', () => {
  const award = { id: '1', status: 'active', suppliers: [{ id: 'GB-COH-01234567' }] };
  const signed = { id: '1', awardID: '1', status: 'active', value: { amount: 42882.71, currency: 'GBP' } };
  const contractOf = (tender: JsonObject): unknown[] => {
    const facts = factsFrom([actRelease({ tender, awards: [award], contracts: [signed] })]);
    const [only] = facts.contracts;
    return [only?.route, only?.isFrameworkAgreement, only?.amounts[0]?.kind];
  };

  it('are contract values, though the form says that a framework is set up', () => {
    const techniques = { hasFrameworkAgreement: true };
    const procurementMethodRationale = 'Purchase via the Alpha framework';
    expect(contractOf(older({ ...outsideScope, techniques, procurementMethodRationale }))).toEqual([
      'framework-call-off',
      false,
      'contract',
    ]);
    expect(contractOf(older({ techniques }))).toEqual(['direct-award', true, 'ceiling']);
  });

  it('are contract values in the process of a dynamic purchasing system', () => {
    const techniques = { hasDynamicPurchasingSystem: true };
    const details = { procurementMethod: 'selective', procurementMethodDetails: 'Restricted procedure' };
    expect(contractOf(older({ techniques, ...details }))).toEqual(['dynamic-market', false, 'contract']);
  });
});
