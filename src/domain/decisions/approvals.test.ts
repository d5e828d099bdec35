import { describe, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { buyerTypes } from '../organisations/mention.ts';
import { suggestApprovals, type ApprovalFacts, type SuggestedApprovals } from './approvals.ts';

const { approvals } = testContext().reference.decisions;
const department: ApprovalFacts = {
  bodyType: 'central-government',
  nation: 'england',
  on: '2026-11-01',
  valueWithVat: 7_400_000,
  categories: [],
  openCategories: [],
  limits: {},
};
const suggest = (facts: Partial<ApprovalFacts>): SuggestedApprovals =>
  suggestApprovals({ ...department, ...facts }, approvals);
const ids = (list: SuggestedApprovals['needed']): string[] => list.map(({ id }) => id);

describe('approvals', () => {
  it('whose limit isn’t held ask for it', () => {
    const { limitNotHeld } = suggest({});
    expect(ids(limitNotHeld)).toContain('treasury-delegated-limit');
    expect(limitNotHeld[0]?.because).toBe('The limit for your department is not held: enter it.');
  });

  it('are needed above a limit that the body has entered, and never said to be unneeded below it', () => {
    const limits = { 'treasury-delegated-limit': 5_000_000 };
    expect(ids(suggest({ limits }).needed)).toContain('treasury-delegated-limit');
    const below = suggest({ limits, valueWithVat: 5_000_000 });
    expect(ids(below.needed)).not.toContain('treasury-delegated-limit');
    expect(below.limitNotReached[0]?.because).toContain('Check that this is your limit.');
    expect(ids(suggest({ limits, valueWithVat: null }).needed)).toContain('treasury-delegated-limit');
  });

  it('to novel spending are needed whatever it costs, and hang on the answer where there is none', () => {
    const novel = 'novel-contentious-repercussive';
    expect(ids(suggest({ categories: ['novel'], valueWithVat: 1 }).needed)).toContain(novel);
    expect(ids(suggest({ openCategories: ['novel'] }).unanswered)).toContain(novel);
    const all = Object.values(suggest({})).flat();
    expect(JSON.stringify(all)).not.toContain(novel);
  });

  it('of the day hold: controls that have ended are named as such', () => {
    expect(ids(suggest({}).superseded)).toContain('cabinet-office-commercial');
    expect(ids(suggest({ on: '2026-03-31', valueWithVat: 24_000_000 }).needed)).toContain(
      'cabinet-office-commercial',
    );
  });

  it('of councils are none of departments', () => {
    const council = suggest({ bodyType: 'local-government', categories: ['citizens', 'reorganisation'] });
    expect(ids(council.needed)).toEqual(
      expect.arrayContaining([
        'council-key-decision',
        'council-statutory-officers',
        'council-reorganisation',
      ]),
    );
    expect(JSON.stringify(council)).not.toContain('treasury');
    expect(JSON.stringify(suggest({}))).not.toContain('council-');
  });

  it.each(buyerTypes)('of %s are never an empty list, and never said to be unneeded', (bodyType) => {
    for (const nation of ['england', 'wales', 'scotland', 'northern-ireland'] as const) {
      const { reminder, ...lists } = suggest({ bodyType, nation, valueWithVat: 100 });
      expect(Object.values(lists).flat().length).toBeGreaterThan(0);
      expect(reminder).toContain('may be incomplete');
      expect(JSON.stringify(lists)).not.toMatch(/no approval|not needed|without approval/iu);
    }
  });
});
