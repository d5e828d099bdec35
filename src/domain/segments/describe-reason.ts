import type { Reason } from './because-of.ts';
import type { FeatureKind } from './features-of.ts';
import type { SegmentId } from './segment.ts';

const found: Readonly<Record<FeatureKind, (label: string) => string>> = {
  title: (label) => `the title says “${label}”`,
  head: (label) => `the title names a “${label}”`,
  lot: (label) => `the title of a lot or contract says “${label}”`,
  description: (label) => `the description says “${label}”`,
  cpv: (label) => `CPV ${label}`,
  supplier: (label) => `the supplier is ${label}`,
  framework: (label) => `it draws on ${label}`,
  regime: (label) => `the law it runs under is ${label.replaceAll('-', ' ')}`,
  category: (label) => `it is published as ${label}`,
};

/** What is missing: of `not-digital` what would speak for technology, of a digital segment what would tell more. */
const missing: Readonly<Partial<Record<FeatureKind, Record<'technology' | 'known', string>>>> = {
  title: {
    technology: 'nothing of technology in the title',
    known: 'nothing known in the title',
  },
  cpv: { technology: 'no CPV code of technology', known: 'no known CPV code' },
  description: {
    technology: 'nothing of technology in the description',
    known: 'nothing known in the description',
  },
  supplier: { technology: 'no supplier known for technology', known: 'no known supplier' },
  framework: { technology: 'no framework for technology', known: 'no framework named' },
};

/**
 * A reason in plain words; what spoke against the answer begins with "although".
 *
 * @example describeReason({ kind: 'title', label: 'patient record', weight: 3.7, role: 'for' }, 'sector-systems') // 'the title says “patient record”'
 * @example describeReason({ kind: 'title', label: 'network', weight: -1.2, role: 'against' }, 'not-digital') // 'although the title says “network”'
 */
export function describeReason({ kind, label, role }: Reason, segment: SegmentId): string {
  const text = found[kind](label);
  if (role === 'against') return `although ${text}`;
  if (role === 'idle') return `${text}, which says little either way`;
  if (role !== 'missing') return text;
  const words = missing[kind];
  return segment === 'not-digital' ? (words?.technology ?? '') : `although ${words?.known ?? ''}`;
}
