import { parseSegment, type SegmentId } from './segment.ts';

const phrases: Readonly<Record<SegmentId, string>> = {
  'cloud-hosting': 'cloud hosting',
  'productivity-platforms': 'productivity platforms',
  'back-office-systems': 'back-office systems',
  'sector-systems': 'sector systems',
  'systems-integration': 'systems integration',
  'digital-delivery': 'digital delivery',
  'digital-specialists': 'digital specialists',
  'managed-it-services': 'managed IT services',
  'devices-hardware': 'devices and hardware',
  'networks-telecoms': 'networks and telecoms',
  'cyber-security': 'cyber security',
  'data-analytics-ai': 'data, analytics and AI',
  'automation-integration': 'automation and integration',
  'emerging-technology': 'emerging technology',
  'not-digital': 'what isn’t digital',
};

/**
 * A market segment inside an English sentence; an id that is none stands for itself.
 *
 * @example segmentPhrase('data-analytics-ai') // 'data, analytics and AI'
 */
export function segmentPhrase(id: string): string {
  const segment = parseSegment(id);
  return segment === null ? id : phrases[segment];
}
