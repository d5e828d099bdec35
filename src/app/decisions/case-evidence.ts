import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { evidencePart, type EvidenceFigure } from '../../domain/decisions/case-parts/evidence.ts';
import { valueBandOf, type ValueBand } from '../../domain/contracts/value-band.ts';
import { answersOfCase, bodyTypeOf } from '../../domain/decisions/triage-case.ts';
import { normaliseName } from '../../domain/organisations/normalise-name.ts';
import { parseSegment, type SegmentId } from '../../domain/segments/segment.ts';
import { quartiles } from '../../maths/quantile.ts';
import { AppError } from '../../lib/errors.ts';
import { findBuyers } from '../buyers/find-buyers.ts';
import type { Context } from '../context.ts';
import { showContract } from '../contracts/show-contract.ts';
import type { ContractDetail } from '../contracts/views.ts';
import { endingEvidence, presentPriceEvidence, projectCostEvidence } from './contract-evidence.ts';
import { marketEvidence, workEvidence, type FoundFigure } from './segment-evidence.ts';

/** What the register shows for a case, and what it couldn’t be asked for and why. */
export type CaseEvidence = {
  at: string;
  figures: EvidenceFigure[];
  /** `about` as in figures. */
  gaps: { about: string; because: string }[];
};

/**
 * Asks the register everything that it can say about a case: of the market of each component, of the buyer and of the
 * present contract. Nothing is kept, and nothing that a person typed is changed.
 *
 * @example (await collectEvidence(context, document)).figures[0]?.measure // 'suppliers-seen'
 */
export async function collectEvidence(context: Context, document: CaseDocument): Promise<CaseEvidence> {
  const at = context.clock.now().toISOString();
  const gaps: CaseEvidence['gaps'] = [];
  const contract = await findPresentContract(context, document, gaps);
  const buyer = await findBuyer(context, document, contract, gaps);
  const type = bodyTypeOf(document.buyer.type);
  const buyerType = type === 'unknown' ? null : type;
  const route = contract === null || contract.route === 'unknown' ? null : contract.route;
  const found = await Promise.all([
    ...marketsOf(document, contract, gaps).flatMap(({ segment, about, sizes }) => [
      marketEvidence(context, { segment, about, route }),
      ...sizes.map(async (one) => workEvidence(context, { ...one, segment, buyerType })),
    ]),
    contract === null ? [] : presentPriceEvidence(context, contract),
    endingEvidence(context, { buyer, contract }),
    projectCostEvidence(context),
  ]);
  return { at, figures: withIds(found.flat(), at), gaps };
}

/** A market of the case, with the sizes of what is bought there. */
type CaseMarket = {
  segment: SegmentId;
  about: string[];
  sizes: { size: ValueBand | null; about: string[] }[];
};

/** Markets and sizes of the components; of a case without any, those of its present contract. */
function marketsOf(
  document: CaseDocument,
  contract: ContractDetail | null,
  gaps: CaseEvidence['gaps'],
): CaseMarket[] {
  const whole = sizeOf(document, contract);
  const found: { segment: SegmentId; size: ValueBand | null; about: string }[] = [];
  for (const { id, segment } of document.components) {
    const known = parseSegment(segment ?? '');
    if (known === null) gaps.push({ about: id, because: noSegment(segment) });
    else found.push({ segment: known, size: sizeOfComponent(document, id, whole), about: id });
  }
  if (document.components.length === 0 && contract?.segment != null)
    found.push({ segment: contract.segment, size: whole, about: 'need.present' });
  return [...Map.groupBy(found, ({ segment }) => segment)].map(([segment, parts]) => ({
    segment,
    about: parts.map(({ about }) => about),
    sizes: [...Map.groupBy(parts, ({ size }) => size)].map(([size, own]) => ({
      size,
      about: own.map(({ about }) => about),
    })),
  }));
}

function noSegment(segment: string | undefined): string {
  return segment === undefined
    ? 'It names no market segment: say in which it is bought.'
    : `“${segment}” is no market segment: write an id such as sector-systems.`;
}

/** The only component is as large as the case; of several, each is what its ways to be sourced cost in the middle. */
function sizeOfComponent(
  { components, composition }: CaseDocument,
  id: string,
  whole: ValueBand | null,
): ValueBand | null {
  const costs = (composition?.choices ?? []).flatMap(({ component, cost }) =>
    component === id ? [cost] : [],
  );
  const middle = quartiles(costs)?.median;
  if (middle !== undefined && middle > 0) return valueBandOf(middle * 100, false);
  return components.length === 1 ? whole : null;
}

/** The size of the case: what the present contract is worth, else the answer of the triage, which is with VAT. */
function sizeOf(document: CaseDocument, contract: ContractDetail | null): ValueBand | null {
  const signed = contract?.amount;
  const typed = document.need.present?.value;
  const whole = answersOfCase(document).answers['whole-life-value'];
  const pence =
    typed !== undefined
      ? typed * 100
      : signed?.currency === 'GBP' && signed.minorUnits !== null
        ? signed.minorUnits
        : whole === undefined
          ? null
          : (whole / 1.2) * 100;
  return pence === null || pence <= 0 ? null : valueBandOf(pence, false);
}

async function findPresentContract(
  context: Context,
  { need }: CaseDocument,
  gaps: CaseEvidence['gaps'],
): Promise<ContractDetail | null> {
  const id = need.present?.contract;
  if (id === undefined) {
    gaps.push({
      about: 'need.present.contract',
      because: 'No present contract is named: write its id, from `sourcing contracts find`.',
    });
    return null;
  }
  try {
    return await showContract.run(context, { id });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    gaps.push({ about: 'need.present.contract', because: `The register has no contract ${id}.` });
    return null;
  }
}

/** The id of the buyer: as the case has it, as its contract has it, else the only one of that name. */
async function findBuyer(
  context: Context,
  { buyer }: CaseDocument,
  contract: ContractDetail | null,
  gaps: CaseEvidence['gaps'],
): Promise<string | null> {
  const known = buyer.organisation ?? contract?.buyer?.id ?? null;
  if (known !== null) return known;
  const { items } = await findBuyers.run(context, findBuyers.input.parse({ q: buyer.name }));
  const wanted = normaliseName(buyer.name);
  const named = items.filter(({ name }) => normaliseName(name) === wanted);
  if (named.length === 1) return named[0]?.id ?? null;
  gaps.push({
    about: 'buyer.organisation',
    because:
      named.length === 0
        ? `The register has no buyer called ${buyer.name}: write the id of the body, from \`sourcing buyers find\`.`
        : `The register has ${named.length} buyers called ${buyer.name}: write the id of the right one.`,
  });
  return null;
}

/** Figures with ids that no two of them share. */
function withIds(found: readonly FoundFigure[], at: string): EvidenceFigure[] {
  const taken = new Set<string>();
  return found.map((figure) => {
    const subject = slug(figure.about[0] ?? 'case', 59 - figure.measure.length);
    let id = `${subject}-${figure.measure}`;
    for (let number = 2; taken.has(id); number += 1)
      id = `${slug(subject, 55 - figure.measure.length)}-${number}-${figure.measure}`;
    taken.add(id);
    const whole: Record<string, unknown> = { ...figure, items: figure.items ?? [], id, at };
    const ordered = Object.keys(evidencePart.shape).flatMap((name) =>
      whole[name] === undefined ? [] : [[name, whole[name]] as const],
    );
    // What several figures share is copied, or the text of a case would hold references.
    return evidencePart.parse(structuredClone(Object.fromEntries(ordered)));
  });
}

function slug(text: string, length: number): string {
  const letters = text.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
  return letters.slice(0, length).replaceAll(/^-+|-+$/gu, '') || 'case';
}
