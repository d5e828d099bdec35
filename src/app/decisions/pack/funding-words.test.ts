import { expect, it } from 'vitest';
import { caseWith } from '../../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../../test/support/context.ts';
import { workOut } from '../work-out.ts';
import { buildPack } from './build-pack.ts';

const context = testContext();
const { interestTest, approvals } = context.reference.decisions;
const years = ['2027-28', '2028-29', '2029-30'];

/** The funding section of a case whose build may cost far more than planned, with a budget for each year. */
async function funding(budget: number, contingencyHeld?: number): Promise<string> {
  const { appraisal, costs, ...rest } = caseWith();
  const risks = [
    {
      id: 'late',
      label: 'It is late',
      options: ['build'],
      group: 'run',
      probability: 0.3,
      impact: 900_000,
      year: '2028-29',
    },
  ];
  const document = caseWith({
    ...rest,
    appraisal: { ...appraisal, ...(contingencyHeld === undefined ? {} : { contingencyHeld }) },
    costs: { ...costs, risks },
    budgets: years.map((year) => ({ year, resource: budget })),
    recommendation: { option: 'build', reasons: 'I would build it.', post: 'Director', on: '2026-10-20' },
  });
  const run = await workOut(context, document, []);
  const pack = buildPack({ ...run, document }, { reader: 'obc', interestTest, approvals });
  const section = pack.chapters.flatMap(({ sections }) => sections).find(({ id }) => id === 'funding');
  return JSON.stringify(section);
}

it('tells P50, expected cash and P80 of each year apart, and what is held for them', async () => {
  const tight = await funding(760_000);
  expect(tight).toContain('At P50 no year is over its budget.');
  expect(tight).toMatch(/At P80, 2028-29 is over its budget by £[\d,]+; no other year is\./u);
  expect(tight).toContain('because what runs over can run far over');
  expect(tight).toContain('The case doesn’t say how much is held for that.');
  expect(await funding(760_000, 1000)).toMatch(
    /£1,000 is held outside the budgets, £[\d,]+ too little for P80\./u,
  );
  expect(await funding(760_000, 2_000_000)).toContain(
    '£2m is held outside the budgets, which is enough for either.',
  );
});

it('says so where no year needs more than its budget, or every year does at P50', async () => {
  const wide = await funding(2_000_000, 5000);
  expect(wide).toContain('At P80 no year is over its budget.');
  expect(wide).toContain(
    '£5,000 is held outside the budgets; neither at P80 nor by expected cash does a year need it.',
  );
  expect(await funding(100_000)).toMatch(
    /At P50, 2027-28 is over its budget by £[\d,]+, 2028-29 by £[\d,]+ and 2029-30 by £[\d,]+\./u,
  );
});
