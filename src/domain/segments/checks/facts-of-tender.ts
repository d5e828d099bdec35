import type { Amount } from '../../contracts/amount.ts';
import type { ProcessFacts } from '../../notices/process-facts.ts';
import type { Facts } from './condition.ts';
import { termFacts, valueFacts } from './derived-facts.ts';
import { factsOfText } from './facts-of-text.ts';
import { monthsBetween } from './months-between.ts';
import { processFacts } from './process-facts.ts';

/**
 * What a draft notice that is written as a release states. Its texts are all there is, so that terms they don’t speak of are
 * stated as no.
 *
 * @example factsOfTender(process)['tender-days'] // { value: 30, evidence: '2026-11-02 to 2026-12-02' }
 */
export function factsOfTender(process: ProcessFacts): Facts {
  const text = textOfTender(process);
  const terms = new Set(process.lots.map(({ startOn, endOn }) => `${startOn ?? ''} ${endOn ?? ''}`));
  const [lot] = process.lots;
  const dated =
    lot !== undefined &&
    terms.size === 1 &&
    lot.startOn !== null &&
    lot.endOn !== null &&
    lot.endOn > lot.startOn
      ? { startOn: lot.startOn, endOn: lot.endOn, maxEndOn: lot.maxEndOn }
      : null;
  const valued = valueOf(process.amounts);
  const termed = dated === null ? {} : termOf(dated);
  const value = valued['value-ex-vat']?.value;
  const months = termed['term-months']?.value;
  return {
    ...factsOfText(text, 'no'),
    ...processFacts(process, () => true),
    'is-framework': {
      value: process.isFrameworkAgreement || process.isDynamicMarket,
      evidence: 'the release',
    },
    ...valued,
    ...termed,
    ...(typeof value === 'number' &&
      typeof months === 'number' &&
      months > 0 && {
        'annual-value': {
          value: Math.round((value / months) * 12),
          evidence: 'value and days of the release',
        },
      }),
  };
}

/**
 * Everything that the release says in words.
 *
 * @example textOfTender(process).startsWith(process.title) // true
 */
export function textOfTender({ title, description, lots }: ProcessFacts): string {
  return [title, description, ...lots.flatMap((lot) => [lot.title, lot.description])]
    .filter((part) => part !== null)
    .join('\n');
}

function valueOf(amounts: readonly Amount[]): Facts {
  const ofProcess = amounts.filter(
    ({ of, kind, minorUnits, currency, flag }) =>
      of === 'process' && kind === 'estimate' && minorUnits !== null && currency === 'GBP' && flag === null,
  );
  const best = ofProcess.find(({ basis }) => basis === 'net') ?? ofProcess[0];
  if (best === undefined || best.minorUnits === null) return {};
  const pounds = best.minorUnits / 100;
  return valueFacts({ value: pounds, evidence: `£${pounds.toLocaleString('en-GB')}, estimate` }, best.basis);
}

function termOf({
  startOn,
  endOn,
  maxEndOn,
}: {
  startOn: string;
  endOn: string;
  maxEndOn: string | null;
}): Facts {
  const isLonger = maxEndOn !== null && maxEndOn > endOn;
  return {
    ...termFacts(
      { value: monthsBetween(startOn, endOn), evidence: `${startOn} to ${endOn}` },
      isLonger ? { value: monthsBetween(endOn, maxEndOn), evidence: `with options to ${maxEndOn}` } : null,
    ),
    ...(isLonger && { 'has-extension': { value: true, evidence: `options to ${maxEndOn}` } }),
  };
}
