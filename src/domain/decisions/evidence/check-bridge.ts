import { dayInWords } from '../../../lib/day-in-words.ts';
import { termMonths } from '../../benchmarks/price-benchmark.ts';
import { poundsText } from '../pounds-text.ts';
import { regimeName, type ContractForCase } from './contract-for-case.ts';

/** What a bridge from the end of a contract to its successor can rest on. */
export type BridgeCheck = {
  /** Months that options in the contract still give; null where the notices say that there are options and not how long. */
  optionMonths: number | null;
  /** Months without another ground, where the law is worked out here; null where it isn’t, or where days or value aren’t known. */
  months: number | null;
  /** Pounds without VAT that this allows; null where the law sets no sum, or it can’t be worked out. */
  pounds: number | null;
  sentences: string[];
};

type Bridged = Pick<
  ContractForCase,
  'regime' | 'netPounds' | 'startOn' | 'endOn' | 'maxEndOn' | 'hasOptions'
>;

/** Share of value, and of the longest term, that the laws name. */
const tenth = 0.1;
/** Standard rate, as thresholds are with VAT. */
const vatFactor = 1.2;

/**
 * Whether and how far a contract can be lengthened until its successor works: first by its own options, else by what its
 * law allows without another ground. PCR 2015, regulation 72(5): a value below both a tenth of the contract’s and the
 * threshold. Procurement Act, section 74: no substantial change, with no more than a tenth of the longest term at award.
 * It informs and settles nothing: every bridge needs a lawyer’s word.
 *
 * @param thresholdWithVat of the buyer on the day, in pounds with VAT; null where none is held
 * @example checkBridge(contract, 135_018).months // 0.7
 */
export function checkBridge(contract: Bridged, thresholdWithVat: number | null): BridgeCheck {
  const options = optionsOf(contract);
  const allowed = allowanceOf(contract, thresholdWithVat);
  return {
    optionMonths: options.months,
    months: allowed.months,
    pounds: allowed.pounds,
    sentences: [
      options.sentence,
      ...allowed.sentences,
      'Whether a bridge is lawful is for a lawyer to confirm before the plan rests on it.',
    ],
  };
}

function optionsOf({ endOn, maxEndOn, hasOptions }: Bridged): { months: number | null; sentence: string } {
  if (endOn !== null && maxEndOn !== null && maxEndOn > endOn) {
    const months = oneDecimal((termMonths(endOn, maxEndOn) ?? 0) - 1 / 30.4375);
    return {
      months,
      sentence: `Options in the contract lead to ${dayInWords(maxEndOn)}, ${monthsText(months)} longer; they come before any other bridge.`,
    };
  }
  return hasOptions
    ? {
        months: null,
        sentence: 'The notices say that there are options, and not how long they are: read the contract.',
      }
    : { months: 0, sentence: 'The notices show no option to extend it.' };
}

type Allowance = { months: number | null; pounds: number | null; sentences: string[] };

function allowanceOf(contract: Bridged, threshold: number | null): Allowance {
  const { regime } = contract;
  if (regime === 'pcr-2015') return underRegulations(contract, threshold);
  if (
    regime === 'procurement-act' ||
    regime === 'procurement-act-wales' ||
    regime === 'procurement-act-northern-ireland'
  )
    return underAct(contract);
  const law = regimeName(regime);
  const known =
    law === null
      ? 'The notices don’t say under which law it was let: find out before any extension is counted on.'
      : `How far it may be changed under its law (${law}) isn’t worked out here: ask before any extension is counted on.`;
  return { months: null, pounds: null, sentences: [known] };
}

function underRegulations({ netPounds, startOn, endOn }: Bridged, threshold: number | null): Allowance {
  const rule =
    'It was let under the Public Contracts Regulations 2015, which have no allowance of a tenth of the term.';
  const other = 'Anything longer needs another ground of regulation 72.';
  const term = termMonths(startOn, endOn);
  if (netPounds === null || netPounds === 0 || term === null || threshold === null)
    return {
      months: null,
      pounds: null,
      sentences: [
        `${rule} Regulation 72(5) allows a change whose value is below both a tenth of the contract’s and the threshold; the value, the term or the threshold isn’t known here, so it can’t be worked out.`,
        other,
      ],
    };
  const pounds = Math.min(tenth * netPounds, threshold / vatFactor);
  const monthly = netPounds / term;
  const months = oneDecimal(pounds / monthly);
  const lower = tenth * netPounds <= threshold / vatFactor ? 'a tenth of its value' : 'the threshold';
  return {
    months,
    pounds: Math.round(pounds),
    sentences: [
      `${rule} Regulation 72(5) allows a change whose value is below both a tenth of the contract’s and the threshold (${poundsText(threshold)} with VAT). Here ${lower} is the lower: less than ${poundsText(pounds)} without VAT, which is ${pounds < monthly ? 'less than a month' : monthsText(months)} at ${poundsText(monthly)} a month.`,
      other,
    ],
  };
}

function underAct({ startOn, endOn, maxEndOn }: Bridged): Allowance {
  const longest = maxEndOn !== null && endOn !== null && maxEndOn > endOn ? maxEndOn : endOn;
  const term = termMonths(startOn, longest);
  const months = term === null ? null : oneDecimal(tenth * term);
  const span =
    months === null || term === null
      ? 'its days aren’t known here'
      : `${monthsText(months)} of ${monthsText(oneDecimal(term))}`;
  return {
    months,
    pounds: null,
    sentences: [
      `It was let under the Procurement Act 2023. A change is not substantial if the term grows by at most a tenth of the longest term at award (${span}), and neither scope nor economic balance changes materially (section 74).`,
      'The tenth of section 75 is another: it says when no change notice is needed, and permits nothing.',
    ],
  };
}

const oneDecimal = (value: number): number => Number(value.toFixed(1));

function monthsText(months: number): string {
  return `${months} ${months === 1 ? 'month' : 'months'}`;
}
