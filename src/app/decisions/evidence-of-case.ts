import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { compareTyped } from '../../domain/decisions/evidence/compare-typed.ts';
import { evidenceSentence } from '../../domain/decisions/evidence/evidence-sentence.ts';
import { fillEmpty, type Fill } from '../../domain/decisions/evidence/fill-empty.ts';
import { AppError } from '../../lib/errors.ts';
import { londonDayOf } from '../../lib/days.ts';
import { showContract } from '../contracts/show-contract.ts';
import type { Context } from '../context.ts';
import { collectEvidence } from './case-evidence.ts';
import { contractForCase } from './contract-facts.ts';
import { groupEvidence } from './evidence-text.ts';
import type { EvidenceView } from './evidence-view.ts';

/**
 * What the register shows for a case now, beside what a person typed; nothing is kept.
 *
 * @example (await evidenceOf(context, document)).figures[0]?.sentence // '14 suppliers were seen …'
 */
export async function evidenceOf(context: Context, document: CaseDocument): Promise<EvidenceView> {
  const { at, figures, gaps } = await collectEvidence(context, document);
  return {
    id: document.id,
    title: document.title,
    at,
    figures: figures.map((figure) => ({ ...figure, sentence: evidenceSentence(figure) })),
    groups: groupEvidence(document, figures),
    beside: compareTyped(document, figures),
    fills: await fillsOf(context, document),
    gaps,
    revision: null,
  };
}

async function fillsOf(context: Context, document: CaseDocument): Promise<Fill[]> {
  const id = document.need.present?.contract;
  if (id === undefined) return [];
  try {
    const contract = await showContract.run(context, { id });
    return fillEmpty(document, contractForCase(contract), londonDayOf(context.clock.now()));
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return [];
    throw error;
  }
}
