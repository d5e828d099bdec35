import { presentContractList } from '../contracts/present-list.ts';
import { segmentText } from '../segments/present-segment.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import { publishedAlsoText } from './portal-text.ts';
import type { ProcessDetail } from './views.ts';

/**
 * One process as text: its notices, contracts and releases. The records themselves come with `--json`.
 *
 * @example processText(await showProcess.run(context, { ocid }))
 */
export function processText(process: ProcessDetail): string {
  const notices = process.timeline.map((notice) => [
    notice.publishedAt?.slice(0, 10) ?? 'no date',
    notice.label,
    notice.url ?? notice.noticeId,
  ]);
  const releases = process.releases.map((release) => [
    release.releaseId,
    release.publishedAt ?? 'no date',
    `from ${release.origin}`,
    `SHA-256 ${release.contentHash.slice(0, 12)}…`,
  ]);
  return [
    `${process.title}\n${textBlock([
      ['process', process.ocid],
      ['publisher', process.publisher],
      ['law', process.regime],
      ['stage', process.stage],
      ['segment', segmentText(process.classification)],
    ])}`,
    textSection('Also published on', publishedAlsoText(process.publishedAlso, process.ocid)),
    textSection('Notices', textTable(notices)),
    textSection('Contracts', presentContractList(process.contracts)),
    textSection('Releases', textTable(releases)),
    textSection('What we repaired or doubted', process.warnings.map((warning) => `- ${warning}`).join('\n')),
    '--json prints the compiled record, the versioned record and every release.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
