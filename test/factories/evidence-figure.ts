import { evidencePart, type EvidenceFigure } from '../../src/domain/decisions/case-parts/evidence.ts';

/**
 * A figure of the register as a case keeps it, with parts exchanged; of the small case of the factories.
 *
 * @example evidenceFigure({ value: 1 }).value // 1
 */
export function evidenceFigure(parts: Partial<EvidenceFigure> = {}): EvidenceFigure {
  return evidencePart.parse({
    id: 'workflow-suppliers-seen',
    measure: 'suppliers-seen',
    about: ['workflow'],
    value: 14,
    unit: 'suppliers',
    n: 31,
    of: 33,
    group: 'sector systems',
    from: '2021-11-01',
    method: 'similar-work',
    query: { operation: 'market.similar', input: { segment: 'sector-systems' } },
    link: { page: 'segment', id: 'sector-systems' },
    at: '2026-11-01T12:00:00.000Z',
    ...parts,
  });
}
