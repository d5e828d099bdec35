import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../test/factories/sourcing-case.ts';
import { standOptions } from './appraisal/stand-options.ts';
import { checkCase } from './check-case.ts';
import { checkAffordability } from './checks/check-affordability.ts';
import { eligibleOptions } from './eligible-options.ts';

const models = new Set(['saas', 'in-house-build']);
const told = (parts: Record<string, unknown>): string[] =>
  checkCase(caseWith(parts), models).map(({ kind, path, message }) => `${kind} ${path}: ${message}`);

describe('the checks of a case', () => {
  it('say nothing of a case that is complete', () => {
    expect(told({})).toEqual([]);
  });

  it('name an id that nothing carries, and the nearest that something does', () => {
    expect(told({ tests: [{ option: 'prodct', test: 'lawful', result: 'pass' }] })).toEqual([
      'error tests[0].option: No option is called "prodct". Did you mean "product"?',
    ]);
  });

  it('name a section that is to be withheld and that no pack has', () => {
    const release = ['exempt', 'publish'].map((category) => ({ section: 'Minutes', category }));
    expect(told({ release: [...release, { section: 'Cost lines', category: 'exempt' }] })).toEqual([
      'error release[0].section: No section of a pack is called “Minutes”, so that it can’t be withheld: name the section in which it stands, such as “Scores and dissent”.',
    ]);
  });

  it('name an id that stands twice', () => {
    const [first] = smallCase.options;
    expect(told({ options: [...smallCase.options, first] })).toContain(
      'error options[4].id: "bau" stands at options[0] already: give this one another id.',
    );
  });

  it('ask for business as usual and the do-minimum', () => {
    const found = told({ options: smallCase.options.slice(2), scores: [], costs: {} });
    expect(found.filter((text) => text.includes(' options: '))).toEqual([
      'missing options: Business as usual is missing: it is always costed and shown. Add an option with role business-as-usual.',
      'missing options: The do-minimum is missing: the least that meets the obligation. Add an option with role do-minimum.',
    ]);
  });

  it('refuse a comparison of options that differ in scope without a line that explains it', () => {
    const options = smallCase.options.map((option, at) => ({
      ...option,
      scope: { termYears: at === 3 ? 5 : 3 },
    }));
    expect(told({ options })).toEqual([
      'error options[3].scope: "build" and "bau" differ in term: compare like with like, or explain it in scope.differs.',
    ]);
    const explained = options.map((option, at) =>
      at === 3
        ? { ...option, scope: { termYears: 5, differs: 'Two years of support come with it.' } }
        : option,
    );
    expect(told({ options: explained })).toEqual([]);
  });

  it('warn where the costs of an option end before the term does', () => {
    const appraisal = { ...smallCase.appraisal, years: 10 };
    expect(told({ appraisal })).toHaveLength(4);
    expect(told({ appraisal })[0]).toBe(
      'warning options[0]: Costs of "bau" end in 2029-30, but the appraisal of 10 years goes to 2036-37: add the later years, shorten the term, or explain it in scope.differs.',
    );
  });

  it('refuse a year outside the term, shares that don’t sum, and risk that is treated twice', () => {
    const [bau, minimum, product, build] = smallCase.costs.lines;
    const lines = [
      { ...bau, when: { once: '2040-41' } },
      { ...minimum, when: { shares: { '2027-28': 0.5, '2028-29': 0.4 } } },
      product,
      build,
    ];
    const treatments = [
      ...smallCase.costs.treatments,
      { group: 'run', options: ['build'], method: 'optimism-bias', upliftPercent: 20 },
    ];
    expect(
      told({ costs: { ...smallCase.costs, lines, treatments } }).filter((text) => text.startsWith('error')),
    ).toEqual([
      'error costs.lines[0].when: 2040-41 lies outside the appraisal (2027-28 to 2029-30): change the year, or the term.',
      'error costs.lines[1].when: The shares sum to 0.9: make them sum to 1.',
      'error costs.groups[0]: Risk of "run" in "build" is treated twice (bottom-up and optimism-bias): keep one, or it is counted twice.',
    ]);
  });

  it('refuse criteria that go round in a circle, and shares that don’t sum to 100', () => {
    const criteria = smallCase.criteria.map((one, at) => ({ ...one, parent: at === 0 ? 'people' : 'fit' }));
    expect(told({ criteria, scores: [] }).filter((text) => text.startsWith('error criteria'))).toEqual([
      'error criteria[0].parent: The criteria go round in a circle: fit → people → fit. Take one parent away.',
      'error criteria[1].parent: The criteria go round in a circle: people → fit → people. Take one parent away.',
    ]);
    expect(told({ weights: { method: 'shares', lockedOn: '2026-10-01' } })).toEqual([
      'error weights: The shares sum to 150 per cent: make them sum to 100, or use swing weights, which need not.',
    ]);
  });

  it('name what an assessor who scored half left out', () => {
    expect(told({ scores: smallCase.scores.slice(0, 4) })).toEqual([
      'warning assessors[0]: "one" gave 4 of 8 scores; missing are product by fit, product by people, build by fit, build by people. The mean is of those who scored.',
    ]);
  });

  it('refuse two agreements on one cell', () => {
    const agreed = { option: 'build', criterion: 'fit', score: 70, note: 'Agreed.' };
    expect(told({ moderation: [agreed, { ...agreed, score: 90 }] })).toEqual([
      'error moderation[1]: build by fit is agreed at moderation[0] already: keep one.',
    ]);
  });

  it('warn of a criterion that repeats a cost', () => {
    const criteria = smallCase.criteria.map((one, at) =>
      at === 0 ? { ...one, name: 'Value for money' } : one,
    );
    expect(told({ criteria })[0]).toContain('sounds like a cost');
  });

  it('warn of a criterion that repeats a risk which has a price', () => {
    const risk = {
      id: 'late',
      label: 'Hiring of developers is late',
      options: 'all',
      group: 'run',
      probability: 0.3,
      impact: 9000,
      year: '2028-29',
    };
    const criteria = smallCase.criteria.map((one, at) =>
      at === 0 ? { ...one, name: 'Risk of late hiring of developers' } : one,
    );
    const costs = { ...smallCase.costs, risks: [risk] };
    expect(told({ criteria, costs })).toEqual([
      'warning criteria[0].name: "fit" may count again what the risk “Hiring of developers is late” has a price for already: score what the price leaves out, and say so in the description.',
    ]);
    expect(told({ costs })).toEqual([]);
  });

  it('set what is said to be affordable against lines and budgets', () => {
    const document = caseWith({
      budgets: ['2027-28', '2028-29', '2029-30'].map((year) => ({ year, resource: 500_000 })),
      tests: [
        { option: 'product', test: 'affordable', result: 'pass' },
        { option: 'build', test: 'affordable', result: 'fail', evidence: 'Budgets.' },
      ],
    });
    const found = (product: number, build: number): string[] =>
      checkAffordability(document, new Map(Object.entries({ product, build }))).map(({ path }) => path);
    expect(found(1_400_000, 1_600_000)).toEqual([]);
    const cash = new Map([['product', 1_400_000]]);
    const years = [
      { year: '2027-28', p50: 500_100 },
      { year: '2028-29', p50: 540_000 },
    ];
    expect(
      checkAffordability(document, cash, new Map([['product', years]])).map(({ message }) => message),
    ).toEqual([
      '"product" passes “affordable” over the term, and at P50 needs more than its budget: £40,000 in 2028-29: make it a condition that says where that money comes from, or look at the lines or the budgets again.',
    ]);
    expect(checkAffordability(document, cash, new Map([['product', years.slice(0, 1)]]))).toEqual([]);
    expect(found(1_600_000, 1_400_000)).toEqual(['tests[0].result', 'tests[1].result']);
    const oneYear = { ...document, budgets: document.budgets.slice(1) };
    expect(checkAffordability(oneYear, new Map([['product', 9e6]]))).toEqual([]);
  });

  it('refuse that a thin market or an empty team removes an option, and keep it in', () => {
    const tests = [
      { option: 'build', test: 'team-in-post', result: 'fail', evidence: 'Nobody is there.' },
      { option: 'product', test: 'credible-suppliers', result: 'fail', evidence: 'One firm.' },
      { option: 'product', test: 'lawful', result: 'fail', evidence: 'Counsel.' },
    ];
    expect(told({ tests })).toEqual([
      'error tests[0].result: "team-in-post" of "build" can’t fail, since that would remove the option, and only lawful, classification, delivered-in-time, mandated-platform, affordable may: write condition, with what has to be done (hire or borrow by the day of need, with time for clearance).',
      'error tests[1].result: "credible-suppliers" of "product" can’t fail, since that would remove the option, and only lawful, classification, delivered-in-time, mandated-platform, affordable may: write condition, with what has to be done (open book, a should-cost model, work with new entrants, and a transparency notice for a direct award).',
    ]);
    expect(eligibleOptions(caseWith({ tests }))).toEqual(['build']);
    const [build] = standOptions(caseWith({ tests })).filter(({ option }) => option === 'build');
    expect(build).toMatchObject({ status: 'eligible', failed: [], conditions: [{ test: 'team-in-post' }] });
  });

  it('ask for the costs of a comparator, which is never left out', () => {
    const lines = smallCase.costs.lines.slice(1);
    expect(told({ costs: { ...smallCase.costs, lines } })).toEqual([
      'missing options[0]: "bau" has no cost lines: a comparator is always costed, so add what it costs to go on.',
    ]);
  });

  it('say where every option fails', () => {
    const tests = ['product', 'build'].map((option) => ({
      option,
      test: 'lawful',
      result: 'fail',
      evidence: 'Counsel.',
    }));
    expect(told({ tests })).toEqual([
      'warning tests: Every option fails a test: costs and scores are shown, but nothing can be indicated.',
    ]);
  });

  it('refuse that somebody verifies or approves what they wrote or scored', () => {
    const roles = smallCase.roles.map((one) =>
      one.role === 'verifier' ? { ...one, post: 'service owner' } : one,
    );
    expect(told({ roles })).toEqual([
      'error roles[3].post: "service owner" scored the options and can’t be its verifier: nobody verifies or approves what they wrote or scored.',
    ]);
  });

  it('refuse a recommendation whose only reason is the method', () => {
    const recommendation = {
      option: 'build',
      reasons: 'The model says so.',
      post: 'Director of Permits',
      on: '2026-11-01',
    };
    expect(told({ recommendation })).toEqual([
      'error recommendation.reasons: Give reasons of your own: that the method says so is none.',
    ]);
  });
});
