import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { appraisedCase } from '../../../../test/factories/appraised-case.ts';
import { smallCase } from '../../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../../test/support/context.ts';
import { nestingFault } from '../../../../test/support/svg-marks.ts';
import type { CaseRun } from '../case-run.ts';
import { runCase } from '../run-case.ts';
import type { CaseFigure } from './case-figure.ts';
import { drawCase } from './draw-case.ts';

async function runOf(document: unknown): Promise<CaseRun> {
  const { run } = await runCase.run(testContext({ stdin: [stringify(document)] }), {
    file: '-',
    pack: false,
    packDir: '.',
  });
  return run;
}

describe('the figures of a case', () => {
  let run: CaseRun;
  let figures: CaseFigure[];
  const figure = (id: string): CaseFigure => {
    const found = figures.find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no figure ${id}.`);
    return found;
  };

  beforeAll(async () => {
    const lines = smallCase.costs.lines.map((line, at) => ({
      ...line,
      options: [['bau', 'minimum'], ['build', 'integrator'], ['saas'], ['mixed']][at],
    }));
    run = await runOf({ ...appraisedCase(), costs: { ...smallCase.costs, lines } });
    figures = drawCase(run);
  });

  it('are each drawn once, with words, a table, and what they rest on', () => {
    const ids = figures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining([
        'frontier',
        'best-at-price',
        'ranks',
        'cost-curves',
        'cost-by-year',
        'tornado-saas',
      ]),
    );
    expect(ids.filter((id) => id.startsWith('weight-'))).toHaveLength(4);
    for (const { svg, title, description, note, table } of figures) {
      expect(nestingFault(svg)).toBeNull();
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.rows.every(({ cells }) => cells.length === table.heads.length - 1)).toBe(true);
      expect([title, description, note].join(' ')).not.toMatch(/NaN|undefined|null|\.\.| {2}/u);
    }
  });

  it('show the money of the run', () => {
    const own = run.money?.options.find(({ option }) => option === 'saas');
    const curve = figure('cost-curves').table.rows.find(({ name }) => name === 'SaaS suite');
    expect(curve?.cells.map(({ value }) => value)).toEqual(
      [own?.cost.p10, own?.cost.p50, own?.cost.p80, own?.cost.p90].map((quantile) => quantile?.value),
    );
    const cash = figure('cost-by-year').table.rows.find(({ name }) => name === 'SaaS suite: together');
    const totals = own?.financial.map(({ total }) => total) ?? [];
    for (const [year, total] of totals.entries()) expect(cash?.cells[year]?.value).toBeCloseTo(total, 6);
  });

  it('call an option on the frontier so, and a comparator no choice', () => {
    const standing = (name: string): unknown =>
      figure('frontier')
        .table.rows.find((row) => row.name === name)
        ?.cells.at(-1)?.value;
    expect(standing('Business as usual')).toBe('apart');
    for (const { option, isOnFrontier } of run.appraisal?.costComparison?.places ?? [])
      expect(standing(run.document?.options.find(({ id }) => id === option)?.name ?? '')).toBe(
        isOnFrontier ? 'frontier' : 'dominated',
      );
  });

  it('turn by weight where the check of the order says', () => {
    const range = run.appraisal?.robustness?.weightRanges.find(({ above }) => above !== null);
    const { table } = figure(`weight-${range?.criterion ?? ''}`);
    const at = (name: string, weight: number): number => {
      const [, none, , , , all] =
        table.rows.find((row) => row.name === name)?.cells.map(({ value }) => Number(value)) ?? [];
      return (none ?? 0) + ((all ?? 0) - (none ?? 0)) * weight;
    };
    const nameOf = (id: string | null | undefined): string =>
      run.document?.options.find((option) => option.id === id)?.name ?? '';
    const [first, next] = [nameOf(run.appraisal?.robustness?.order[0]), nameOf(range?.above)];
    expect(at(first, range?.high ?? 0)).toBeCloseTo(at(next, range?.high ?? 0), 6);
    expect(at(next, (range?.high ?? 0) + 0.01)).toBeGreaterThan(at(first, (range?.high ?? 0) + 0.01));
  });

  it('change with what they show', async () => {
    const cheaper = smallCase.costs.lines.map((line) =>
      line.id === 'product-run' ? { ...line, unitCost: 1 } : line,
    );
    const [before, after] = await Promise.all([
      runOf(smallCase),
      runOf({ ...smallCase, costs: { ...smallCase.costs, lines: cheaper } }),
    ]);
    const said = (one: CaseRun): string =>
      drawCase(one).find(({ id }) => id === 'cost-curves')?.description ?? '';
    expect(said(before)).toContain('At P50 A product costs least');
    expect(said(after)).toContain('At P50 A product costs least, £2.90,');
  });

  it('are none where nothing could be worked out', async () => {
    expect(drawCase(await runOf('no case'))).toEqual([]);
    expect(drawCase({ document: run.document, money: null, appraisal: null })).toEqual([]);
  });
});
