import { describe, expect, it } from 'vitest';
import { actRelease, factsFrom } from '../../../test/factories/process.ts';
import type { JsonObject } from '../../lib/json.ts';

const tenderOf = (overrides: JsonObject): JsonObject => ({
  title: 'Hosting',
  legalBasis: { scheme: 'UKPGA', id: '2023/54' },
  procurementMethodDetails: 'Open procedure',
  ...overrides,
});

describe('the legal regime', () => {
  const regime = (tender: JsonObject, rest: JsonObject = {}): string =>
    factsFrom([actRelease({ tender, ...rest })]).regime;
  const directive = (id: string, more: JsonObject = {}): JsonObject => ({
    title: 'T',
    legalBasis: { scheme: 'CELEX', id },
    ...more,
  });
  const welsh = [
    {
      id: 'GB-PPON-PAAA-1111-AAAA',
      roles: ['buyer'],
      details: { classifications: [{ scheme: 'UK_CA_DEVOLVED_REGULATIONS', id: 'GB-WLS' }] },
    },
  ];

  it('under the Act is below threshold, special, devolved or the Act itself', () => {
    expect(regime(tenderOf({}))).toBe('procurement-act');
    expect(regime(tenderOf({}), { parties: welsh })).toBe('procurement-act-wales');
    expect(regime(tenderOf({ specialRegime: ['lightTouch'] }), { parties: welsh })).toBe('light-touch');
    expect(regime(tenderOf({ specialRegime: ['lightTouch'], aboveThreshold: false }))).toBe(
      'below-threshold',
    );
    expect(regime(tenderOf({ aboveThreshold: true }), { awards: [{ id: '1', aboveThreshold: false }] })).toBe(
      'procurement-act',
    );
  });

  it('under the older law follows the directive, the portal or the text', () => {
    expect(regime(directive('32014L0024'))).toBe('pcr-2015');
    expect(regime(directive('32014L0025'))).toBe('utilities');
    expect(regime(directive('32014L0023'))).toBe('concession');
    expect(regime(directive('32009L0081'))).toBe('defence');
    expect(regime(directive('32014L0024'), { description: '(SC Ref:838473)' })).toBe('scotland');
    expect(
      regime(directive('32014L0024', { description: 'Provider Selection Regime intention to award' })),
    ).toBe('provider-selection');
  });

  it.each([
    ['the text of a lot', { lots: [{ description: 'This is a Provider Selection Regime (PSR) notice.' }] }],
    ['the reason of a change', { amendments: [{ description: 'Provider Selection Regime confirmation' }] }],
    ['a slip of the pen', { description: 'The contract falls under Providers Selection Regime (PSR)' }],
    ['its short form', { procurementMethodRationale: 'The PSR Direct Award A Process was appropriate.' }],
  ])('is the Provider Selection Regime by %s', (_, more) => {
    expect(regime(directive('32014L0024', more))).toBe('provider-selection');
  });

  it('is not the Provider Selection Regime because a reference happens to hold its letters', () => {
    expect(regime(directive('32014L0024', { description: 'Showcase PSR cinema, reference PSR-12' }))).toBe(
      'pcr-2015',
    );
  });

  it('names the path and value that decided it', () => {
    const facts = factsFrom([actRelease({ tender: tenderOf({ specialRegime: ['utilities'] }) })]);
    expect(facts.regimeBasis).toBe('tender.specialRegime = utilities');
  });
});

describe('frameworks', () => {
  it('are linked where the notice links them', () => {
    const facts = factsFrom([
      actRelease({
        tender: tenderOf({
          procurementMethodDetails: 'Award under framework',
          competitive: true,
          description: 'Under RM 6190',
        }),
        relatedProcesses: [
          {
            relationship: ['framework'],
            scheme: 'ocid',
            identifier: 'ocds-h6vhtk-04eac3',
            relatedLots: ['5'],
          },
        ],
      }),
    ]);
    expect(facts.framework).toEqual({
      ocid: 'ocds-h6vhtk-04eac3',
      reference: 'RM6190',
      lotIds: ['5'],
      basis: 'linked',
    });
    expect([facts.route, facts.isCompetitive]).toEqual(['framework-call-off', true]);
  });

  it('are inferred from the text of an older call-off', () => {
    const facts = factsFrom([
      actRelease({
        tender: {
          title: 'T',
          legalBasis: { scheme: 'CELEX', id: '32014L0024' },
          procurementMethod: 'limited',
          procurementMethodDetails: 'Award procedure without prior publication of a call for competition',
          procurementMethodRationale: 'Bought through G-Cloud 14',
        },
      }),
    ]);
    expect(facts.framework).toEqual({ ocid: null, reference: 'RM1557.14', lotIds: [], basis: 'inferred' });
    expect(facts.route).toBe('framework-call-off');
  });

  it('that a process itself sets up are no call-off', () => {
    const facts = factsFrom([
      actRelease({
        tender: tenderOf({ description: 'Establishing RM6356', techniques: { hasFrameworkAgreement: true } }),
      }),
    ]);
    expect([facts.framework, facts.isFrameworkAgreement, facts.route]).toEqual([
      null,
      true,
      'open-competition',
    ]);
  });
});
