import type { EvidenceFigure } from '../../domain/decisions/case-parts/evidence.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { mergeEvidence } from '../../domain/decisions/evidence/merge-evidence.ts';
import type { Context } from '../context.ts';
import { changeCase } from './case-store.ts';
import type { EvidenceView } from './evidence-view.ts';

/**
 * Keeps figures in a case as its next version: those of the same id take the place of the older ones, everything else
 * stays. Only `evidence` is written, and with `fill` places that are empty.
 *
 * @param asked `only` keeps these ids alone
 * @returns the version
 * @throws AppError as {@link changeCase}
 */
export async function keepEvidence(
  context: Context,
  asked: {
    document: CaseDocument;
    revision: number;
    view: EvidenceView;
    fill: boolean;
    only?: ReadonlySet<string> | undefined;
    by?: string | undefined;
  },
): Promise<number> {
  const { document, revision, view, fill, only, by } = asked;
  const taken: EvidenceFigure[] = view.figures
    .filter(({ id }) => only?.has(id) ?? true)
    .map(({ sentence: _sentence, ...figure }) => figure);
  const changes = [
    { path: ['evidence'], value: mergeEvidence(document.evidence, taken) },
    ...(fill ? view.fills.map(({ path, value }) => ({ path, value })) : []),
  ];
  const note = `${taken.length === 1 ? '1 figure' : `${taken.length} figures`} taken from the register`;
  const saved = await changeCase(context, { id: document.id, seen: revision, changes, by, note });
  return saved.revision;
}
