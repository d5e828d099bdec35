import { expect, it } from 'vitest';
import { checkBridge } from './check-bridge.ts';

const contract = {
  regime: 'pcr-2015',
  netPounds: 7_400_000,
  startOn: '2024-04-01',
  endOn: '2028-03-31',
  maxEndOn: null,
  hasOptions: false,
} as const;
const text = (...args: Parameters<typeof checkBridge>): string => checkBridge(...args).sentences.join(' ');

it('under the regulations of 2015 the lower of a tenth and the threshold counts, and there is no tenth of the term', () => {
  const found = checkBridge(contract, 135_018);
  expect(found).toMatchObject({ optionMonths: 0, months: 0.7, pounds: 112_515 });
  expect(found.sentences.join(' ')).toContain('no allowance of a tenth of the term');
  expect(found.sentences.join(' ')).toContain(
    'less than £112,515 without VAT, which is less than a month at £154,',
  );
});

it('of a small contract a tenth of its value is the lower', () => {
  const found = checkBridge({ ...contract, netPounds: 480_000 }, 135_018);
  expect(found).toMatchObject({ pounds: 48_000, months: 4.8 });
  expect(found.sentences.join(' ')).toContain('a tenth of its value is the lower');
});

it('under the Act it is a tenth of the longest term at award, and no sum', () => {
  const act = {
    ...contract,
    regime: 'procurement-act',
    startOn: '2025-04-01',
    maxEndOn: '2029-03-31',
  } as const;
  const found = checkBridge(act, 135_018);
  expect(found).toMatchObject({ optionMonths: 12, months: 4.8, pounds: null });
  expect(found.sentences.join(' ')).toContain('4.8 months of 48 months');
  expect(found.sentences.join(' ')).toContain('permits nothing');
  expect(found.sentences.join(' ')).not.toContain('regulation 72');
});

it('what isn’t known is said, and nothing is worked out from it', () => {
  expect(checkBridge({ ...contract, netPounds: null }, 135_018).months).toBeNull();
  expect(text(contract, null)).toContain('isn’t known here');
  expect(text({ ...contract, regime: 'scotland' }, 135_018)).toContain('Scottish procurement law');
  expect(text({ ...contract, regime: 'unknown' }, 135_018)).toContain('don’t say under which law');
  expect(checkBridge({ ...contract, hasOptions: true }, 135_018).optionMonths).toBeNull();
  expect(text({ ...contract, regime: 'procurement-act', startOn: null }, 1)).toContain('aren’t known here');
});
