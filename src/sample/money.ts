import type { Rng } from '../lib/rng.ts';
import { drawFrom, element, exponential, happens, logarithm, logNormal, pareto } from './draw.ts';
import type { PlannedAmount } from './process-plan.ts';
import type { World } from './world.ts';

/** Which distribution a value comes from. */
export type ValueKind = 'below' | 'above' | 'callOff' | 'other';

/** A value without VAT in pounds, from the mixture, in the steps that buyers round to, at most £500m. */
export function drawValue(rng: Rng, world: World, kind: ValueKind, most = Infinity): number {
  const { values } = world.tables.market;
  const { mean, deviation } = values[kind];
  const limit = Math.min(most, values.most);
  for (let tries = 0; tries < 12; tries += 1) {
    const value = rounded(logNormal(rng, mean, deviation));
    if (value <= limit) return value;
  }
  return rounded(limit * 0.7);
}

/** The most that a framework may be used for, by quantiles with straight lines between their logarithms. */
export function drawCeiling(rng: Rng, world: World): number {
  const { ceilings } = world.tables.market.values;
  const at = rng.next();
  let index = 1;
  while (index < ceilings.length - 1 && at > element(ceilings, index)[0]) index += 1;
  const [fromShare, from] = element(ceilings, index - 1);
  const [toShare, to] = element(ceilings, index);
  const part = (at - fromShare) / (toShare - fromShare);
  return rounded(exponential(logarithm(from) * (1 - part) + logarithm(to) * part));
}

/** Pounds rounded to £1,000 under £100,000, £5,000 under £1m, else £25,000; never under £1,000. */
export function rounded(value: number): number {
  const step = value < 100_000 ? 1_000 : value < 1_000_000 ? 5_000 : 25_000;
  return Math.max(1_000, Math.round(value / step) * step);
}

/** A sum as published: with or without its net amount, with or without VAT, now and then a placeholder instead. */
export function drawAmount(
  rng: Rng,
  world: World,
  net: number,
  use: { of: 'tender' | 'award' | 'contract'; isDigital: boolean },
): PlannedAmount {
  const { money } = world.tables.market;
  const hasVat = happens(rng, use.isDigital ? money.withVat.digital : money.withVat.other);
  const share = use.of === 'award' ? 0 : money.placeholderShare[use.of];
  return {
    net,
    gross: hasVat ? pounds(net * 1.2) : net,
    hidesNet: happens(rng, money.netMissing[use.of]),
    placeholder: happens(rng, share) ? drawFrom(rng, world.odds.placeholders) : null,
  };
}

/**
 * A sum in pounds that is published plainly, net and gross (20% VAT).
 *
 * @example plainAmount(1_000) // { net: 1000, gross: 1200, hidesNet: false, placeholder: null }
 */
export function plainAmount(net: number): PlannedAmount {
  return { net, gross: pounds(net * 1.2), hidesNet: false, placeholder: null };
}

/** True final cost over awarded value: mostly near one, in the tail from one and a half to twenty times. */
export function drawOverrun(rng: Rng, world: World): number {
  const { tailShare, body, tail } = world.tables.terms.overrun;
  return happens(rng, tailShare)
    ? Math.min(tail.most, pareto(rng, tail.least, tail.alpha))
    : logNormal(rng, body.mean, body.deviation);
}

/** Pounds and pence: rounds to two places. */
export function pounds(value: number): number {
  return Math.round(value * 100) / 100;
}
