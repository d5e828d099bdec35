import { expect, it } from 'vitest';
import { evidenceFigure } from '../../../../test/factories/evidence-figure.ts';
import { evidenceMeasures } from '../case-parts/evidence.ts';
import { evidenceSentence } from './evidence-sentence.ts';

const say = (parts: Parameters<typeof evidenceFigure>[0]): string => evidenceSentence(evidenceFigure(parts));

it('names what it rests on, in the singular too', () => {
  expect(say({})).toBe(
    '14 suppliers were seen winning work in sector systems since 1 November 2021, in 31 contracts; the market may be larger.',
  );
  expect(say({ value: 1, n: 7 })).toContain('1 supplier was seen winning work');
  expect(say({ measure: 'term', value: 1, low: 1, high: 2, n: 1, basis: 'of 1 buyer' })).toContain(
    'run 1 month without options in the middle, half of them 1 to 2 (1 contract of 1 buyer in',
  );
  expect(say({ measure: 'sme-share', value: 1, n: 1 })).toContain('Of the one contract');
  expect(say({ measure: 'lead-time', value: 1, low: 1, n: 1 })).toContain('at most 1 day from');
  const beside = {
    measure: 'ending-same-buyer',
    group: 'beside the present one',
    basis: 'by 1 March 2029',
  } as const;
  expect(say({ ...beside, value: 1 })).toBe(
    '1 digital contract of this buyer beside the present one ends by 1 March 2029.',
  );
  expect(say({ ...beside, value: 2 })).toContain(
    '2 digital contracts of this buyer beside the present one end by',
  );
});

it.each(evidenceMeasures)(
  'of %s another value is another sentence, and none says that there isn’t enough',
  (measure) => {
    const known = { measure, value: 0.25, low: 0.1, high: 0.5, basis: 'of 9 buyers' } as const;
    const before = say(known);
    expect(say({ ...known, value: 987 })).not.toBe(before);
    const unknown = evidenceSentence({ ...evidenceFigure({ measure, n: 3 }), value: undefined });
    expect(unknown).toMatch(/^Not enough data for “.+”: 3 contracts are too few/u);
    expect(`${before} ${unknown}`).not.toMatch(/NaN|undefined|null|Infinity/u);
  },
);

it('nothing seen is said, and isn’t nought', () => {
  const unseen = evidenceSentence({ ...evidenceFigure({ n: 0 }), value: undefined });
  expect(unseen).toBe(
    'Not enough data for “suppliers seen winning similar work”: nothing to measure it on was seen in sector systems since 1 November 2021.',
  );
  expect(say({ measure: 'ending-same-product', value: 0, group: 'Keelstone Casework' })).toContain(
    'No contract',
  );
});
