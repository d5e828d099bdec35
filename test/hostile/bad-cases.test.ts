import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { runCase } from '../../src/app/decisions/run-case.ts';
import { validateCase } from '../../src/app/decisions/validate-case.ts';
import { smallCase } from '../factories/sourcing-case.ts';
import { testContext } from '../support/context.ts';
import { faultMarks } from '../support/hostile/command.ts';

type Parts = Record<string, unknown>;

/** The text of the small case with parts exchanged; nothing in it refers to anything else by an alias. */
function text(parts: Parts = {}): string {
  return stringify({ ...smallCase, ...parts }, { aliasDuplicateObjects: false });
}

/** The small case with one of its cost lines changed; the third is that of the product. */
function withLine(parts: Parts, at = 2): string {
  return withCosts({
    lines: smallCase.costs.lines.map((line, index) => (index === at ? { ...line, ...parts } : line)),
  });
}

function withCosts(parts: Parts): string {
  return text({ costs: { ...smallCase.costs, ...parts } });
}

function withAppraisal(parts: Parts): string {
  return text({ appraisal: { ...smallCase.appraisal, ...parts } });
}

async function validated(content: string): Promise<string> {
  const output = await validateCase.run(testContext({ stdin: [content] }), { file: '-' });
  return validateCase.present?.(output, { file: '-' }) ?? '';
}

async function ran(content: string): Promise<string> {
  const input = { file: '-', pack: false, packDir: '.' };
  const output = await runCase.run(testContext({ stdin: [content] }), input);
  return runCase.present?.(output, input) ?? '';
}

const risk = { id: 'late', label: 'Late hiring', options: 'all', group: 'run', probability: 0.3, impact: 9000, year: '2028-29' }; // prettier-ignore
const groups = ['run', 'move', 'team'].map((id) => ({ id, name: id }));
const moving = groups.map(({ id }) => ({
  ...smallCase.costs.lines[2],
  id: `${id}-line`,
  group: id,
  options: 'all',
}));
const treated = groups.map(({ id }) => ({ group: id, method: 'bottom-up' }));

describe('a text that is no case', () => {
  it.each([
    ['nothing at all', '', 'The text is empty'],
    ['a comment alone', '# later\n', 'The text is empty'],
    ['a page of HTML', '<!doctype html><h1>503</h1>', 'This is a single value, and no case'],
    ['a list', '- case: 1\n', 'This is a list, and no case'],
    ['JSON that breaks off', '{"case": 1, "id": ', 'Something that was opened isn’t closed'],
    ['a tab', 'case: 1\n\tid: x\n', 'line 2: There is a tab where the line is moved in: use spaces.'],
    ['a name that stands twice', 'case: 1\ncase: 1\n', 'line 2: The name at the beginning of the line stands in this group already'],
    ['two documents', `${text()}---\n${text()}`, 'A second document begins here'],
    ['a NUL byte', text().replace('Replace', 'Repl\0ace'), 'line 3: There is a sign here that no text may hold (U+0000)'],
    ['more than a case can be', 'x'.repeat(5_000_001), 'The text has 5,000,001 characters; a case has at most 5,000,000.'],
    ['commas between thousands in braces', text().replace('unitCost: 900000', 'unitCost: { low: 900,000, high: 1,000,000 }'), 'line 52: Within brackets a comma parts one value from the next: write numbers without commas'],
    ['a quotation mark that is never closed', text().replace('title: ', 'title: "'), 'line 3: Something that was opened isn’t closed: a quotation mark'],
    ['a bracket that is never closed', text().replace('unitCost: 900000', 'unitCost: { low: 1, high: 2'), 'line 52: Something that was opened isn’t closed'],
    ['what refers to nothing', text().replace('unitCost: 900000', 'unitCost: *money'), 'It refers (*) to what no line before it names (&).'],
    ['a name alone', `${text()}garbage\n`, 'A name stands here alone: write “name: value”, or take it away.'],
    ['a line moved in too far', text().replace('  type: central', '   type: central'), 'line 5: There is a colon inside a value'],
    ['a wide colon', text().replace('title: ', 'title：'), 'line 3: What begins here has no colon and space'],
    ['what refers to itself', 'a: &a\n  b: *a\n', 'Something in the text refers to itself'],
    ['lists of lists of lists', bomb(), 'values; a case has at most 1,000,000'],
    ['twenty thousand brackets', '['.repeat(20_000), 'The text is nested too deeply.'],
    ['two million braces', '{a: '.repeat(1_200_000), 'The text is nested too deeply.'],
  ])('%s: is told in a sentence', async (_, content, sentence) => {
    const told = await validated(content);
    expect(told).toContain('This can’t be read as a case.');
    expect(told).toContain(sentence);
    expect(told).not.toMatch(faultMarks);
    expect(await ran(content)).toContain(sentence);
  }); // prettier-ignore

  /** Nine lines that come to more than a thousand million values. */
  function bomb(): string {
    const names = 'abcdefghi'.split('');
    return names
      .map(
        (name, at) =>
          `${name}: &${name} [${Array(10)
            .fill(at === 0 ? 'x' : `*${names[at - 1] ?? ''}`)
            .join(', ')}]`,
      )
      .join('\n');
  }
});

describe('a case with a mistake in its form', () => {
  it.each([
    ['an amount with a pound sign', withLine({ unitCost: '£1,200' }), 'costs.lines[2].unitCost: "£1,200" is not a number. Write 1200: a number without a pound sign, commas or words.'],
    ['an amount in dollars', withLine({ unitCost: '$1,200' }), 'Amounts are in pounds: convert it, and write a number without a sign.'],
    ['a quantity with its unit', withLine({ quantity: '3 FTE' }), 'Write 3: a number without a pound sign, commas or words. What it is counted in (“FTE”) stands elsewhere.'],
    ['an amount that isn’t finite', text().replace('unitCost: 900000', 'unitCost: .inf'), 'costs.lines[0].unitCost: This number isn’t finite: write a number, {low, likely, high}'],
    ['an amount that is no number', text().replace('unitCost: 900000', 'unitCost: .nan'), 'costs.lines[0].unitCost: This number isn’t finite: write a number'],
    ['an amount left out', text().replace('unitCost: 900000', 'unitCost:'), 'costs.lines[0].unitCost: This is empty: write a number'],
    ['spaces that don’t break between thousands', withLine({ unitCost: '1\u{A0}200' }), '"1\u{A0}200" is not a number. Write 1200: a number'],
    ['wide digits', withLine({ unitCost: '９００' }), 'Write 900: a number'],
    ['a tenth percentile of nothing', withLine({ unitCost: { p10: 0, p90: 5 } }), 'costs.lines[2].unitCost.p10: 0 is too small: above 0.'],
    ['two ways to say when', withLine({ when: { once: '2027-28', from: '2027-28', to: '2028-29' } }), 'costs.lines[2].when: Its parts don’t go together: write {once: 2027-28}'],
    ['a word for a group', withLine({ vat: 'irrecoverable' }), 'costs.lines[2].vat: "irrecoverable" is not a group of named values. What may stand in it: treatment, ratePercent, rule.'],
    ['a correlation of one', withCosts({ correlations: [{ between: ['run'], rank: 0.5 }] }), 'costs.correlations[0].between: ["run"] is too short a list: at least 2 entries.'],
    ['bytes', text().replace('unitCost: 900000', 'unitCost: !!binary aGVsbG8='), 'costs.lines[0].unitCost: "aGVsbG8=": write a number'],
    ['a day as a number', text({ asOf: 20261101 }), 'asOf: 20261101: write a day as YYYY-MM-DD, such as "2027-03-31".'],
    ['an id as a number', text({ id: 42 }), 'id: 42: write small letters, digits and hyphens'],
    ['an id that is too long', text({ id: 'a'.repeat(61) }), 'a…": use at most 60 characters.'],
    ['a title that is too long', text({ title: 'x'.repeat(10_001) }), 'x…" is too long: at most 10000 characters.'],
    ['a letter of another alphabet', withLine({ options: ['pr\u{43E}duct'] }), 'costs.lines[2].options[0]: "pr\u{43E}duct": write small letters'],
    ['a line in another currency', withLine({ currency: 'USD' }), 'costs.lines[2].currency: There is no "currency" here. Amounts are in pounds: convert them, and say rate and day in source.'],
    ['a case in another currency', withAppraisal({ currency: 'EUR' }), 'appraisal.currency: "EUR": amounts are in pounds: convert them and write GBP.'],
    ['a low above its high', withLine({ unitCost: { low: 900, likely: 500, high: 300 } }), 'costs.lines[2].unitCost: Low (900) is above high (300): exchange them.'],
    ['a likely outside', withLine({ unitCost: { low: 100, likely: 500, high: 300 } }), 'Likely (500) must lie between low (100) and high (300).'],
    ['chances that don’t sum', withLine({ unitCost: { oneOf: [{ value: 1, probability: 0.5 }] } }), 'The probabilities sum to 0.5: make them sum to 1.'],
    ['per cent for a share', withCosts({ risks: [{ ...risk, probability: 30 }] }), 'costs.risks[0].probability: 30 is too large: at most 1. For 30 per cent write 0.3.'],
    ['a name in the wrong letters', withLine({ unitcost: 5 }), 'There is no "unitcost" here. "unitCost" stands here already.'],
    ['a name that is nearly right', withLine({ realGrowth: 2 }), 'There is no "realGrowth" here. Did you mean "realGrowthPercent"?'],
    ['a part that is nearly right', text({ option: [] }), 'There is no "option" here. "options" stands here already.'],
    ['options as a word', withLine({ options: 'product' }), '"product": write all, or a list of ids of options, such as [saas, mixed].'],
    ['no time', withLine({ when: undefined }), 'costs.lines[2].when: This is missing: write {once: 2027-28}'],
    ['one draw', withAppraisal({ draws: 1 }), 'appraisal.draws: 1 is too small: at least 1000.'],
    ['a seed below 0', withAppraisal({ seed: -1 }), 'appraisal.seed: -1 is too small: at least 0.'],
    ['a seed beyond whole numbers', withAppraisal({ seed: 2 ** 60 }), 'is too large: at most 9007199254740991.'],
    ['a year before 2000', withAppraisal({ firstYear: '1998-99' }), 'appraisal.firstYear: "1998-99": write a financial year from 2000-01 on, such as "2027-28".'],
    ['a year as a number', withAppraisal({ firstYear: 2027 }), '2027: write a financial year from 2000-01 on'],
    ['a day that there isn’t', text({ asOf: '2026-02-31' }), 'asOf: "2026-02-31": the month has no such day.'],
    ['a score beyond the scale', text({ scores: [{ ...smallCase.scores[0], score: 101 }] }), 'scores[0].score: 101 is too large: at most 100.'],
    ['another version of the format', text().replace('case: 1', 'case: 2'), 'case: 2: write 1, the version of this format that is known here.'],
    ['a sign that nobody sees', text({ title: 'Permits\u{202E}' }), 'there is a sign in it that can’t be shown (U+202E): take it away.'],
    ['a NUL written out', text().replace('Replace', '"A\\0').replace('permits service\n', 'b"\n'), 'can’t be shown (U+0000)'],
  ])('%s: is told with line, path and what to write', async (_, content, sentence) => {
    const told = await validated(content);
    expect(told).toContain(sentence);
    expect(told).toMatch(/^ {2}line \d+, /mu);
    expect(told.replace('Infinity', '')).not.toMatch(faultMarks);
  }); // prettier-ignore

  it('gives values where only costs can’t be read, and costs where only scores can’t', async () => {
    const withoutCosts = await ran(withLine({ unitCost: '£1,200' }));
    expect(withoutCosts).toContain('This is only a part of the result: what stands under “costs”');
    expect(withoutCosts).toContain('The method indicates Build it.');
    const withoutScores = await ran(text({ scores: [{ ...smallCase.scores[0], score: 101 }] }));
    expect(withoutScores).toContain('The options were not compared, because of the errors named');
    expect(withoutScores).toMatch(/A product\s+£1\.29m/u);
  });
});

describe('a case whose parts don’t go together', () => {
  it.each([
    ['a kind of body that there isn’t', text({ buyer: { name: 'Harbour Authority', type: 'central goverment' } }), 'buyer.type: No kind of body is called "central goverment", so nobody can say which approvals and tests bind it. Did you mean "central-government"?'],
    ['a verifier who wrote it, in other letters', text({ roles: smallCase.roles.map((one) => (one.role === 'verifier' ? { ...one, post: 'COMMERCIAL  manager.' } : one)) }), '"COMMERCIAL  manager." wrote the case and can’t be its verifier'],
    ['shares that don’t sum', text({ weights: { method: 'shares', lockedOn: '2026-10-01' } }), 'The shares sum to 150 per cent: make them sum to 100'],
    ['weights that are all 0', text({ criteria: smallCase.criteria.map((one) => ({ ...one, swing: 0 })) }), 'Every weight is 0: at least one must count.'],
    ['criteria in a circle', text({ criteria: smallCase.criteria.map((one, at) => ({ ...one, parent: at === 0 ? 'people' : 'fit' })) }), 'The criteria go round in a circle: fit → people → fit. Take one parent away.'],
    ['a criterion that is part of itself', text({ criteria: smallCase.criteria.map((one, at) => (at === 0 ? { ...one, parent: 'fit' } : one)) }), '"fit" is part of itself: take its parent away, or name another.'],
    ['correlations that can’t hold', withCosts({ groups, lines: moving, treatments: treated, correlations: [{ between: ['run', 'move'], rank: 0.9 }, { between: ['move', 'team'], rank: 0.9 }, { between: ['run', 'team'], rank: -0.9 }] }), 'costs.correlations: The correlations can’t all hold for "bau", "minimum", "product", "build"'],
    ['a correlation that stands twice', withCosts({ correlations: [{ between: ['run', 'run'], rank: 0.9 }, { between: ['run', 'run'], rank: 0.3 }] }), 'The lines of run are correlated at costs.correlations[0] already: keep one.'],
    ['no business as usual', text({ options: smallCase.options.slice(1), scores: [] }), 'Business as usual is missing: it is always costed and shown.'],
    ['business as usual twice', text({ options: [...smallCase.options, { id: 'again', name: 'Again', role: 'business-as-usual' }] }), 'options[4].role: Another option is business-as-usual already'],
    ['a term of ten years with costs for three', withAppraisal({ years: 10 }), 'Costs of "product" end in 2029-30, but the appraisal of 10 years goes to 2036-37'],
    ['an assessor who left one out', text({ scores: smallCase.scores.slice(1) }), '"one" gave 7 of 8 scores; missing is bau by fit.'],
    ['an id that nothing carries', withLine({ group: 'runn' }), 'No cost group is called "runn". Did you mean "run"?'],
    ['all in brackets', withLine({ options: ['all'] }), 'For all of them write options: all, without brackets.'],
    ['one id for a line and a risk', withCosts({ risks: [{ ...risk, id: 'bau-run' }] }), 'costs.risks[0].id: "bau-run" stands at costs.lines[0] already'],
    ['a schedule of rates that isn’t held', withAppraisal({ discountRates: 'standart' }), 'No schedule of discount rates is called "standart". Did you mean "standard"?'],
    ['a delegation of nothing', text({ delegations: [{ approval: 'nhs-treasur', above: 5 }] }), 'delegations[0].approval: No approval is called "nhs-treasur". Did you mean'],
    ['a question that isn’t asked', text({ publicInterestTest: { cor: { answer: 'yes' } } }), 'publicInterestTest.cor: No question of the Public Interest Test is called "cor". Did you mean "core"?'],
    ['a class that isn’t held', withCosts({ treatments: [{ group: 'run', method: 'reference-class', referenceClass: 'project-costs' }] }), 'No reference class is called "project-costs". Did you mean "project-cost"?'],
    ['a class that isn’t named', withCosts({ treatments: [{ group: 'run', method: 'reference-class' }] }), 'costs.treatments[0].referenceClass: Say which reference class the lines are multiplied by.'],
    ['a class of projects on what is run', withCosts({ treatments: [{ group: 'run', method: 'reference-class', referenceClass: 'project-cost' }] }), 'says what projects come to, and isn’t for what is run'],
    ['optimism without a percentage', withCosts({ treatments: [{ group: 'run', method: 'optimism-bias' }] }), 'Say how many per cent are added for optimism.'],
    ['a risk beside a percentage', withCosts({ risks: [risk], treatments: [{ group: 'run', method: 'optimism-bias', upliftPercent: 20 }] }), '"Late hiring" is counted twice in "product": risk of "run" is treated by optimism-bias there.'],
    ['1e308 pounds', withLine({ unitCost: 1e308 }), 'costs.lines[2]: "product-run" can come to more than £100,000,000,000 over the term'],
    ['1e308 times as much', withLine({ unitCost: 1e308, quantity: 1e308 }), 'can come to more than £100,000,000,000'],
    ['a quantity below 0', withLine({ quantity: -3 }), '"product-run" has a quantity below 0, which lowers the total'],
    ['percentiles below 0', withLine({ quantity: -1, unitCost: { p10: 1, p90: 3 } }), 'multiplies p10 and p90 by a number below 0: give low, likely and high instead.'],
    ['a low end below 0', withLine({ quantity: { low: -3, high: 2 } }), 'can come to less than nothing, down to −£7,200,000: check the lower end.'],
    ['an outcome that never happens', withLine({ unitCost: { oneOf: [{ value: 9, probability: 0 }, { value: 2, probability: 1 }] } }), 'An outcome with the probability 0 never happens'],
    ['a risk that is certain', withCosts({ risks: [{ ...risk, probability: 1 }] }), '"Late hiring" is certain: make it a cost line'],
    ['a stage and a place that differ', text({ components: smallCase.components.map((one) => ({ ...one, maturity: 0.2 })) }), 'components[0].maturity: "workflow" is called product, but its place on the map (0.2) is that of custom'],
    ['a mixed option that leaves a component out', text({ options: smallCase.options.map((one, at) => (at === 2 ? { id: one.id, name: one.name, models: { workflow: 'saas' } } : one)) }), '"product" says no delivery model for “Register”, so that it seems to deliver less than the others'],
    ['a plan after the day of need', text({ options: smallCase.options.map((one, at) => (at === 2 ? { ...one, readyOn: '2028-09-01' } : one)), tests: [{ option: 'product', test: 'delivered-in-time', result: 'pass' }] }), '"product" works on 1 September 2028, after the day of need (31 March 2028), and passes “delivered in time” without evidence'],
  ])('%s: is told with its path, and a run goes on without it', async (_, content, sentence) => {
    const told = await validated(content);
    expect(told).toContain(sentence);
    expect(told).not.toMatch(faultMarks);
    const run = await ran(content);
    expect(run).toContain('Indicative result');
    expect(run).not.toMatch(faultMarks);
  }); // prettier-ignore
});

describe('a case that is unusual and right', () => {
  it.each([
    ['as it is', text(), 'The method indicates Build it.'],
    ['as JSON', JSON.stringify(smallCase), 'The method indicates Build it.'],
    ['with a version of YAML in which days are no text', `%YAML 1.1\n---\n${text()}`, 'The method indicates Build it.'],
    ['with a mark at the beginning', `\u{FEFF}${text()}`, 'The method indicates Build it.'],
    ['with line breaks of Windows', text().replaceAll('\n', '\r\n'), 'The method indicates Build it.'],
    ['with a separator of lines in a name', text({ title: 'Permits\u{2028}service' }), 'The method indicates Build it.'],
    ['with components that need each other', text({ components: smallCase.components.map((one, at) => ({ ...one, connects: [at === 0 ? 'register' : 'workflow'] })) }), 'The method indicates Build it.'],
    ['with one option', text({ options: smallCase.options.slice(0, 3), scores: smallCase.scores.slice(0, 6), costs: { ...smallCase.costs, lines: smallCase.costs.lines.slice(0, 3) } }), 'It is the only option that is eligible and scored.'],
    ['without criteria', text({ criteria: [], scores: [], weights: undefined }), 'The method indicates nothing, because there are no weights or no scores yet.'],
    ['with options that are alike', text({ scores: smallCase.scores.map((one) => ({ ...one, score: 50 })), costs: { ...smallCase.costs, lines: smallCase.costs.lines.map((line) => ({ ...line, unitCost: 100 })) } }), 'by these figures nothing parts them.'],
    ['that costs nothing', withCosts({ lines: smallCase.costs.lines.map((line) => ({ ...line, unitCost: 0 })) }), 'The method indicates Build it.'],
    ['in which every option fails', text({ tests: ['product', 'build'].map((option) => ({ option, test: 'lawful', result: 'fail', evidence: 'Counsel.' })) }), 'The method indicates nothing, because no option is eligible. Values and costs are shown all the same.'],
    ['with the least seed', withAppraisal({ seed: 0 }), 'The method indicates Build it.'],
    ['with the greatest seed', withAppraisal({ seed: Number.MAX_SAFE_INTEGER, draws: 1000 }), 'The method indicates Build it.'],
  ])('%s: gives a result', async (_, content, sentence) => {
    const run = await ran(content);
    expect(run).toContain(sentence);
    expect(run).not.toMatch(faultMarks);
    expect(await validated(content)).toContain('no errors');
  }); // prettier-ignore

  it('names no figure at which options turn that cost the same', async () => {
    const lines = smallCase.costs.lines.map((line) => ({ ...line, unitCost: 100 }));
    expect(await ran(withCosts({ lines }))).not.toContain('becomes cheaper');
    expect(await ran(text())).toContain('becomes cheaper');
  });

  it('has 500 cost lines under one alias', { timeout: 60_000 }, async () => {
    const own = Array.from({ length: 500 }, (_, at) =>
      `    - { id: line-${at}, label: Line ${at}, options: [${at % 2 === 0 ? 'product' : 'build'}], phase: run, group: run, unitCost: { low: 900, likely: 1000, high: ${1400 + at} }, when: *when, vat: { treatment: recoverable } }`,
    ); // prettier-ignore
    const [bau, minimum] = smallCase.costs.lines;
    const content = stringify({ ...smallCase, appraisal: { ...smallCase.appraisal, draws: 1000 }, costs: { ...smallCase.costs, lines: [bau, minimum] } }, { aliasDuplicateObjects: false })
      .replace('when:\n', 'when: &when\n')
      .replace('  treatments:\n', `${own.join('\n')}\n  treatments:\n`); // prettier-ignore
    expect(await validated(content)).toContain('no errors, no warnings');
    expect(await ran(content)).toMatch(/A product\s+£\d/u);
  });
});
