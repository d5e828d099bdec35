import { parseSegment } from '../segments/segment.ts';

/** What a contract’s delivery model was read from: its segment, or words of its texts. */
export type ModelBasis = 'segment' | 'words';

/** Segments in which only one delivery model of `reference/models.yaml` buys. */
const onlyModel: Readonly<Record<string, string>> = {
  'cloud-hosting': 'cloud-platform',
  'digital-delivery': 'blended-team',
  'digital-specialists': 'specialists',
  'systems-integration': 'systems-integrator',
  'managed-it-services': 'managed-service',
  'devices-hardware': 'devices',
};

/** Segments in which products are bought, as a service or under a licence of one’s own. */
const productSegments = new Set([
  'productivity-platforms',
  'back-office-systems',
  'sector-systems',
  'cyber-security',
  'data-analytics-ai',
  'automation-integration',
]);

const wordsOfModels = [
  { model: 'saas', words: /\b(?:saas|software[- ]as[- ]a[- ]service|cloud[- ](?:based|hosted)|hosted (?:solution|system|software|platform)|subscriptions?)\b/iu },
  { model: 'cots', words: /\b(?:perpetual licen[cs]es?|on[- ]premises?|off[- ]the[- ]shelf|software licen[cs]es?|licen[cs]es? (?:and|&) (?:support|maintenance))\b/iu },
] as const; // prettier-ignore

/**
 * The delivery model that a contract of the register points to. No notice states it: where a segment is bought in one way only, it is
 * that way; of a product, words of its texts say whether it is a service or a licence. Null where neither tells.
 *
 * @param texts title and descriptions as published
 * @example contractModel('cloud-hosting', []) // { model: 'cloud-platform', basis: 'segment' }
 * @example contractModel('sector-systems', ['Housing system, cloud-hosted']) // { model: 'saas', basis: 'words' }
 * @example contractModel('networks-telecoms', ['Telephone lines']) // null
 */
export function contractModel(
  segment: string,
  texts: readonly string[],
): { model: string; basis: ModelBasis } | null {
  const known = parseSegment(segment);
  if (known === null) return null;
  const only = onlyModel[known];
  if (only !== undefined) return { model: only, basis: 'segment' };
  if (!productSegments.has(known)) return null;
  const text = texts.join('\n');
  const found = wordsOfModels.filter(({ words }) => words.test(text));
  const [first] = found;
  // Words of both kinds say nothing certain.
  return first === undefined || found.length > 1 ? null : { model: first.model, basis: 'words' };
}
