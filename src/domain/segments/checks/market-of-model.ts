import type { DigitalSegmentId } from '../segment.ts';

/** Markets in which products are sold: a suite is bought there, whatever else it replaces. */
const productMarkets: ReadonlySet<DigitalSegmentId> = new Set([
  'productivity-platforms',
  'back-office-systems',
  'sector-systems',
  'cyber-security',
  'data-analytics-ai',
  'automation-integration',
]);

/**
 * The market in which each delivery model buys: a segment of its own, the segment of the component (`component`), that
 * segment if products are sold there (`product`), or none, where the body does it itself or reuses what exists.
 */
const markets = {
  'reuse-platform': null,
  'in-house-build': null,
  'open-source': null,
  'low-code': 'automation-integration',
  saas: 'product',
  cots: 'product',
  'cloud-platform': 'cloud-hosting',
  devices: 'devices-hardware',
  specialists: 'digital-specialists',
  'blended-team': 'digital-delivery',
  'systems-integrator': 'systems-integration',
  'managed-service': 'managed-it-services',
  'shared-service': 'component',
  'innovation-partnership': 'emerging-technology',
  'joint-venture': 'component',
} as const satisfies Record<string, DigitalSegmentId | 'component' | 'product' | null>;

/** Delivery models whose market is known: those of `reference/models.yaml`. */
export const marketModels = Object.keys(markets);

/**
 * The segment in which a delivery model buys a component; null where it buys nothing, or where nothing says in which market.
 *
 * @param segment segment of the component, where the case names one
 * @example marketOfModel('systems-integrator', 'sector-systems') // 'systems-integration'
 * @example marketOfModel('saas', 'sector-systems') // 'sector-systems'
 * @example marketOfModel('saas', 'digital-delivery') // null
 * @example marketOfModel('in-house-build', 'sector-systems') // null
 */
export function marketOfModel(model: string, segment: DigitalSegmentId | null): DigitalSegmentId | null {
  const market = isKnown(model) ? markets[model] : null;
  if (market === 'component') return segment;
  if (market !== 'product') return market;
  return segment !== null && productMarkets.has(segment) ? segment : null;
}

function isKnown(model: string): model is keyof typeof markets {
  return Object.hasOwn(markets, model);
}
