import { namesOf } from '../../../../app/decisions/case-names.ts';
import type { CaseRun } from '../../../../app/decisions/case-run.ts';
import type { CaseDocument } from '../../../../domain/decisions/case-parts/case-document.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';

/** A version of a case with what it comes to. */
export type WorkedOut = { document: CaseDocument; run: CaseRun };

/** Figures of one option on one side; empty where there are none. */
type Figures = { p50: string; p80: string; points: string; place: string };

/** What two versions come to: the indicated option, and cost, value and order of every option that either has. */
export function presentResults(sides: readonly WorkedOut[], words: Catalogue) {
  const names = new Map(
    sides.flatMap(({ document }) => document.options.map(({ id, name }) => [id, name] as const)),
  );
  return {
    indicated: sides.map(({ document, run }) => {
      const option = run.appraisal?.indicated?.option;
      return option === undefined ? words.cases.indicatedNone : namesOf(document).option(option);
    }),
    rows: [...names]
      .map(([id, name]) => ({ name, sides: sides.map((side) => figuresOf(side, id, words)) }))
      .filter((row) => row.sides.some(({ p50, points }) => p50 !== '' || points !== '')),
  };
}

function figuresOf({ run }: WorkedOut, option: string, { format }: Catalogue): Figures {
  const pounds = (value: number | undefined): string =>
    value === undefined
      ? ''
      : (format.moneyShort({ minorUnits: Math.round(value * 100), currency: 'GBP' }) ?? '');
  const cost = run.money?.options.find((one) => one.option === option)?.cost;
  const values = (run.appraisal?.values?.options ?? []).flatMap((one) =>
    one.value === null ? [] : [{ option: one.option, value: one.value }],
  );
  const own = values.find((one) => one.option === option);
  return {
    p50: pounds(cost?.p50.value),
    p80: pounds(cost?.p80.value),
    points: own === undefined ? '' : format.number(Math.round(own.value * 10) / 10),
    place:
      own === undefined
        ? ''
        : format.number(values.filter(({ value }) => value > own.value + 1e-9).length + 1),
  };
}
