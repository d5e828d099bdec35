import type { Context } from '../../../app/context.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import { buyerTypes } from '../../../domain/organisations/mention.ts';
import { segmentIds } from '../../../domain/segments/segment.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { RefTarget } from './case-field.ts';

/** Something that can be chosen: what is kept, and what people read. */
export type Choice = { value: string; text: string };

/** What the choices of a form are made from. */
export type ChoiceFacts = {
  document: Pick<CaseDocument, 'options' | 'components' | 'criteria' | 'assessors' | 'costs' | 'benefits'>;
  reference: Context['reference'];
  words: Catalogue;
};

/** What a field that names something else can name, by its name. */
export function choicesOf(target: RefTarget, { document, reference, words }: ChoiceFacts): Choice[] {
  switch (target) {
    case 'option':
      return named(document.options);
    case 'component':
      return named(document.components);
    case 'criterion':
      return named(document.criteria);
    case 'assessor':
      return document.assessors.map(({ id, post }) => ({ value: id, text: post }));
    case 'cost-group':
      return named(document.costs.groups);
    case 'costed':
      return [
        ...labelled(document.costs.lines),
        ...labelled(document.costs.risks),
        ...labelled(document.benefits),
      ];
    case 'model':
      return named(reference.deliveryModels);
    case 'approval':
      return named(reference.decisions.approvals);
    case 'rates':
      return [...new Set(reference.decisions.discountRates.map(({ id }) => id))].map((id) => ({
        value: id,
        text: reference.decisions.discountRates.find((one) => one.id === id)?.name ?? id,
      }));
    case 'reference-class':
      return reference.referenceClasses.map(({ kind, name }) => ({ value: kind, text: name }));
    case 'segment':
      return segmentIds.map((id) => ({ value: id, text: words.market.segmentNames[id] }));
    case 'body-type':
    default:
      return buyerTypes
        .filter((type) => type !== 'unknown')
        .map((type) => ({ value: type, text: words.labels.buyerType[type] }));
  }
}

function named(items: readonly { id: string; name: string }[]): Choice[] {
  return items.map(({ id, name }) => ({ value: id, text: name }));
}

function labelled(items: readonly { id: string; label: string }[]): Choice[] {
  return items.map(({ id, label }) => ({ value: id, text: label }));
}

/** The name of something that a field names; what isn’t known stands for itself. */
export function nameOf(target: RefTarget, id: string, facts: ChoiceFacts): string {
  return choicesOf(target, facts).find(({ value }) => value === id)?.text ?? id;
}
