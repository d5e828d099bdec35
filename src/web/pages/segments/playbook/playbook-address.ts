import { digitalSegmentIds, type DigitalSegmentId } from '../../../../domain/segments/segment.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';
import type { Crumb, PageRequest } from '../../_page.ts';

/**
 * The segment that the address of a page names.
 *
 * @throws AppError `not-found` where there is none of that name
 */
export function segmentAsked({ params, words }: Pick<PageRequest, 'params' | 'words'>): DigitalSegmentId {
  const segment = digitalSegmentIds.find((id) => id === params['id']);
  if (segment === undefined) throw new AppError('not-found', words.errors.notFoundLead);
  return segment;
}

/** The way to a page about the playbook of a segment. */
export function playbookCrumbs(segment: DigitalSegmentId, words: Catalogue): Crumb[] {
  return [
    { text: words.layout.home, href: paths.home() },
    { text: words.playbooks.compare.title, href: paths.segments() },
    { text: words.market.segmentNames[segment], href: paths.segmentPlaybook(segment) },
  ];
}
