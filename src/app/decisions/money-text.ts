import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import type { MoneyOfCase } from '../../domain/decisions/money/appraise-money.ts';
import { textTable } from '../text-form.ts';
import { namesOf } from './case-names.ts';
import { poundsText, shareText } from './figure-text.ts';

/** Entries shown of each list. */
const mostShown = 5;

/**
 * The cost table of a case: present value at base prices without VAT, and cash.
 *
 * @example costTable(document, money) // 'Option  P10 …'
 */
export function costTable(document: CaseDocument, money: MoneyOfCase): string {
  return textTable(costRows(document, money));
}

/** The rows of {@link costTable}, its heads first. */
export function costRows(document: CaseDocument, money: MoneyOfCase): string[][] {
  const nameOf = namesOf(document).option;
  const hasBenefits = money.options.some(({ benefits }) => benefits !== null);
  const hasBudget = money.options.some(({ gap }) => gap !== null);
  const head = ['', 'P10', 'P50', 'P80', 'P90', 'cheapest in', 'cash P50', 'cash P80'];
  const rows = money.options.map((own) => [
    nameOf(own.option),
    poundsText(own.cost.p10.value),
    poundsText(own.cost.p50.value),
    poundsText(own.cost.p80.value),
    poundsText(own.cost.p90.value),
    own.cheapestShare === null ? 'not compared' : shareText(own.cheapestShare),
    poundsText(own.cash.p50.value),
    poundsText(own.cash.p80.value),
    ...(hasBenefits ? [own.net === null ? 'no benefits' : poundsText(own.net.p50.value)] : []),
    ...(hasBudget ? [own.gap === null ? 'no budget' : gapText(own.gap)] : []),
  ]);
  return [
    [
      ...head,
      ...(hasBenefits ? ['net of benefits P50'] : []),
      ...(hasBudget ? ['expected cash against budget'] : []),
    ],
    ...rows,
  ];
}

function gapText(gap: number): string {
  if (Math.abs(gap) < 0.5) return 'as budgeted';
  return gap > 0 ? `${poundsText(gap)} missing` : `${poundsText(-gap)} left`;
}

/**
 * What would make another option the cheapest, a sentence each, the nearest change first.
 *
 * @example switchSentences(document, money)[0] // 'In-house build becomes cheaper than SaaS once “Subscription” costs more than £520k (£400k now).'
 */
export function switchSentences(document: CaseDocument, money: MoneyOfCase): string[] {
  const nameOf = namesOf(document).option;
  return money.switches.slice(0, mostShown).map(({ what, id, factor, unitCost, cheapest, becomes }) => {
    const change = `${nameOf(becomes)} becomes cheaper than ${nameOf(cheapest)}`;
    const direction = factor > 1 ? 'rises' : 'falls';
    // What comes in has a unit cost below 0, of which nobody says that it costs more.
    if (what === 'line' && (unitCost === null || unitCost.now <= 0))
      return `${change} once “${figureName(document, id)}” ${factor > 1 ? 'grows' : 'shrinks'} by more than ${shareText(Math.abs(factor - 1))}.`;
    if (unitCost === null)
      return `${change} once the cost of what moves with “${id.replaceAll('-', ' ')}” ${direction} by more than ${shareText(Math.abs(factor - 1))}.`;
    const verb = factor > 1 ? 'costs more than' : 'costs less than';
    return `${change} once one unit of “${figureName(document, id)}” ${verb} ${poundsText(unitCost.turnsAt)} (${poundsText(unitCost.now)} now).`;
  });
}

/**
 * What each named what-if does, a sentence each.
 *
 * @example stressSentences(document, money)[0] // 'A year late: SaaS stays the cheapest; it costs £1.2m more.'
 */
export function stressSentences(document: CaseDocument, money: MoneyOfCase): string[] {
  const nameOf = namesOf(document).option;
  const before = cheapestNow(money);
  return money.stress.map(({ name, options: found, cheapest }) => {
    if (cheapest === null) return `${name}: no option can be compared.`;
    const change = found.find(({ option }) => option === cheapest)?.change ?? 0;
    const size =
      Math.abs(change) < 500
        ? 'at the same cost'
        : `at ${poundsText(Math.abs(change))} ${change > 0 ? 'more' : 'less'} than planned`;
    const verb = cheapest === before ? 'stays' : 'becomes';
    return `${name}: ${nameOf(cheapest)} ${verb} the cheapest, ${size}.`;
  });
}

function cheapestNow({ options }: MoneyOfCase): string | null {
  const compared = options.filter(({ cheapestShare }) => cheapestShare !== null);
  return compared.toSorted((one, other) => one.cost.p50.value - other.cost.p50.value)[0]?.option ?? null;
}

/**
 * What each enquiry is worth, and whether it pays.
 *
 * @example enquirySentences(money)[0] // 'Trial of the interface limits: worth up to £180k before choosing, costs £20k and 15 days. Do it first.'
 */
export function enquirySentences(money: MoneyOfCase): string[] {
  return money.enquiries
    .toSorted((one, other) => other.worth - other.cost - (one.worth - one.cost))
    .map(({ label, worth, cost, days, isWorthIt }) => {
      const time = days === null ? '' : ` and ${days} days`;
      const price = `costs ${poundsText(cost)}${time}`;
      if (worth === 0) return `${label}: would not change the choice by cost; ${price}.`;
      return `${label}: worth up to ${poundsText(worth)} before choosing, ${price}. ${isWorthIt ? 'Do it first.' : 'It costs more than it can bring.'}`;
    });
}

/**
 * What moves the cost of one option most.
 *
 * @example tornadoSentence(document, money, 'saas') // 'Subscription (£12.1m to £14.0m), Migration (£12.5m to £13.4m)'
 */
export function tornadoSentence(document: CaseDocument, money: MoneyOfCase, option: string): string {
  const bars = money.options.find((one) => one.option === option)?.tornado ?? [];
  return bars
    .slice(0, mostShown)
    .map(
      ({ id, lowMean, highMean }) =>
        `${figureName(document, id)} (${poundsText(lowMean)} to ${poundsText(highMean)})`,
    )
    .join(', ');
}

/**
 * The label of a cost line, risk or benefit, or of the lines that a reference class multiplies.
 *
 * @example figureName(document, 'subscription') // 'Subscription'
 */
export function figureName({ costs, benefits }: CaseDocument, id: string): string {
  const label = [...costs.lines, ...costs.risks, ...benefits].find((one) => one.id === id)?.label;
  if (label !== undefined) return label;
  const group = costs.groups.find((one) => id.endsWith(` ${one.id}`));
  return group === undefined ? id : `${group.name}, by its reference class`;
}
