import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { amountsOf, priceSecrets, tellsPrice, type PriceSecret } from './price-secrets.ts';

const [first, ...others] = smallCase.costs.lines;
const withBasis = (disclosure: string): ReturnType<typeof caseWith> =>
  caseWith({ costs: { ...smallCase.costs, lines: [{ ...first, disclosure }, ...others] } });

const secret = (line: string, weight: number): PriceSecret => ({
  line,
  label: line,
  basis: 'owner only',
  isStated: true,
  weight,
  amounts: [],
});

describe('prices that may not be published', () => {
  it.each([
    ['published', false, false],
    ['published', true, false],
    ['supplier consented', false, false],
    ['supplier consented', true, true],
    ['contract permits Crown bodies', false, true],
    ['contract permits public bodies', false, true],
    ['owner only', false, true],
  ])('%s, with the list withheld: %s → %s', (basis, isListWithheld, isSecret) => {
    const found = priceSecrets(withBasis(basis), isListWithheld).map(({ line }) => line);
    expect(found.includes('bau-run')).toBe(isSecret);
  });

  it('are those without a basis, which count as owner only and say that nobody stated it', () => {
    expect(priceSecrets(caseWith(), false)[2]).toMatchObject({
      line: 'product-run',
      basis: 'owner only',
      isStated: false,
      amounts: [400_000, 500_000, 800_000],
    });
  });

  it('hold every figure of an uncertain amount', () => {
    expect(
      amountsOf({
        oneOf: [
          { value: 1, probability: 0.5 },
          { value: 2, probability: 0.5 },
        ],
      }),
    ).toEqual([1, 2]);
    expect(amountsOf({ p10: 5, p90: 9 })).toEqual([5, 9]);
  });
});

describe('a total tells a price', () => {
  const secrets = [secret('a', 100), secret('b', 50), secret('c', 30), secret('d', 1)];

  it('where it is one price, or two', () => {
    expect(tellsPrice(['a'], secrets)).toBe(true);
    expect(tellsPrice(['a', 'b', 'public'], secrets)).toBe(true);
  });

  it('where what is left beside the two largest comes to less than a tenth of the largest', () => {
    expect(tellsPrice(['a', 'b', 'd'], secrets)).toBe(true);
    expect(tellsPrice(['a', 'b', 'c'], secrets)).toBe(false);
  });

  it('never where all in it is public', () => {
    expect(tellsPrice(['public'], secrets)).toBe(false);
    expect(tellsPrice([], secrets)).toBe(false);
  });
});
