import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { checkInformationCases } from './information-cases.ts';

const single = {
  id: 'even',
  d: 0,
  sd1: 3,
  sd2: 4,
  // E[max(0, s Z)] = s ÷ √(2π).
  expected: { evppiX1: 1.196_826_841, evppiX2: 1.595_769_122, evpi: 1.994_711_402 },
  relativeTolerance: 0.03,
};

it('a wrong value is found, beside right ones', () => {
  const wrong = { ...single, expected: { ...single.expected, evpi: 2.1 } };
  const found = checkInformationCases({ cases: [wrong] });
  expect(found.filter(({ passed }) => !passed).map(({ id, what }) => `${id} ${what}`)).toEqual(['even evpi']);
});

it('a value that draws cannot tell from nought is met by nought, and by nothing that matters', () => {
  // Eight standard deviations lie between the options: E[max(0, d + x1)] is beneath any draw.
  const far = { ...single, d: 24, expected: { evppiX1: 3e-18, evppiX2: 2.8e-10, evpi: 1.6e-7 } };
  expect(checkInformationCases({ cases: [far] }).every(({ passed }) => passed)).toBe(true);
  const wrong = { ...far, expected: { ...far.expected, evppiX1: 0.001 } };
  expect(checkInformationCases({ cases: [wrong] })[0]?.passed).toBe(false);
});

it('a file of another format is refused with the path', () => {
  expect(() => checkInformationCases({ cases: [{ ...single, sd1: -1 }] })).toThrow('sd1');
});

describeShared('reference values of information', 'numerics/value-of-information.json', (path) => {
  const { cases } = z.object({ cases: z.array(z.looseObject({ id: z.string() })) }).parse(readJson(path));

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(2);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s is met', (_, one) => {
    const found = checkInformationCases({ cases: [one] });
    expect(found).toHaveLength(3);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});
