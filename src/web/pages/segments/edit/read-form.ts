import {
  aboutFields,
  checkFields,
  paragraphFields,
  type PartItem,
  type PlaybookPart,
} from '../../../../app/segments/playbook-parts.ts';

/** Things of one part that a form may bring; the longest playbook has twenty checks. */
const mostItems = 60;

/** What was typed of one paragraph or check. */
export type TypedItem = {
  /** Its number in the form as it was sent, from 0: faults are shown there. */
  index: number;
  fields: PartItem;
  isRemoved: boolean;
  place: string;
};

/** Everything that was typed on the page of a part. */
export type TypedPart = { items: TypedItem[]; by: string; note: string; seen: number };

/**
 * The fields of a part.
 *
 * @example fieldsOf('about') // ['summary', 'owner', 'status', 'reviewed']
 */
export function fieldsOf(part: PlaybookPart): readonly string[] {
  if (part === 'about') return aboutFields;
  return part === 'checks' ? checkFields : paragraphFields;
}

/** What a sent form holds of a part. */
export function readPartForm(form: Readonly<Record<string, string>>, part: PlaybookPart): TypedPart {
  const count = Math.min(mostItems, Math.max(0, Math.trunc(Number(form['count'] ?? '0')) || 0));
  const items = Array.from({ length: count }, (_, index) => ({
    index,
    fields: Object.fromEntries(
      fieldsOf(part).map((name) => [name, (form[`i${index}-${name}`] ?? '').replaceAll('\r\n', '\n').trim()]),
    ),
    isRemoved: form[`i${index}-remove`] !== undefined,
    place: (form[`i${index}-place`] ?? '').trim(),
  }));
  return {
    items,
    by: (form['by'] ?? '').trim(),
    note: (form['note'] ?? '').trim(),
    seen: Number(form['seen'] ?? '1'),
  };
}

/**
 * What is to be kept of what was typed, in its new order: what is empty or to be taken out is left out. A number that something
 * else has already goes before it.
 */
export function keptItems({ items }: TypedPart): TypedItem[] {
  const kept = items.filter(
    ({ fields, isRemoved }) =>
      !isRemoved && Object.entries(fields).some(([name, text]) => isSaid(name, text)),
  );
  const place = ({ place: typed, index }: TypedItem): number => {
    const number = typed === '' ? index + 1 : Number(typed);
    if (Number.isNaN(number)) return index + 1;
    // One that moves up goes before the one whose number it takes, one that moves down behind it.
    return number + Math.sign(number - (index + 1)) * 0.5;
  };
  return kept.toSorted((one, other) => place(one) - place(other));
}

/** Choices of a blank item are no content: they always say something. */
function isSaid(name: string, text: string): boolean {
  return text !== '' && !['outcome', 'by', 'model', 'passage', 'status'].includes(name);
}
