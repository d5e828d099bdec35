/** The market segments of digital purchases, in the order in which they are listed. */
export const digitalSegmentIds = [
  'cloud-hosting',
  'productivity-platforms',
  'back-office-systems',
  'sector-systems',
  'systems-integration',
  'digital-delivery',
  'digital-specialists',
  'managed-it-services',
  'devices-hardware',
  'networks-telecoms',
  'cyber-security',
  'data-analytics-ai',
  'automation-integration',
  'emerging-technology',
] as const;
export type DigitalSegmentId = (typeof digitalSegmentIds)[number];

/** Every segment that a process can have; `not-digital` is anything else. */
export const segmentIds = [...digitalSegmentIds, 'not-digital'] as const;
export type SegmentId = (typeof segmentIds)[number];

/**
 * Whether a segment is one of the digital ones.
 *
 * @example isDigital('cloud-hosting') // true
 */
export function isDigital(segment: SegmentId): segment is DigitalSegmentId {
  return segment !== 'not-digital';
}

/**
 * The segment of that id, or null where there is none.
 *
 * @example parseSegment('cloud-hosting') // 'cloud-hosting'
 */
export function parseSegment(id: string): SegmentId | null {
  return segmentIds.find((segment) => segment === id) ?? null;
}
