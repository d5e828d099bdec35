import type { ProcessDetail } from '../../../../app/processes/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Fact } from '../../../components/facts.ts';
import { fact } from '../../../components/facts.ts';
import { fileName } from '../../../components/file-name.ts';
import { presentContractCard } from '../../../components/present-contract-card.ts';
import { presentPublishedAlso } from '../../../components/present-published-also.ts';
import { presentReview } from '../../../components/present-review.ts';
import { presentSegment } from '../../../components/present-segment.ts';
import type { RecordFile } from '../../../paths.ts';
import { paths, recordFiles } from '../../../paths.ts';
import { presentTimeline } from '../../contracts/show/present-parts.ts';

/** Longest JSON that a page shows; longer ones are only downloaded. */
const longestShown = 100_000;

/** A value as indented JSON, if it isn't too long for a page. */
type JsonShown = { text: string | null; tooLong: string | null };

/** One process with its raw record as its page shows it. */
export function presentProcess(process: ProcessDetail, words: Catalogue) {
  const { record, format } = words;
  const show = (value: unknown): JsonShown => {
    const text = JSON.stringify(value, null, 2);
    return text.length > longestShown
      ? { text: null, tooLong: record.tooLong(format.bytes(text.length)) }
      : { text, tooLong: null };
  };
  return {
    title: process.title,
    facts: presentFacts(process, words),
    also: presentPublishedAlso(process.publishedAlso, process.ocid, words),
    timeline: presentTimeline(process.timeline, words),
    contracts: process.contracts.map((item) => presentContractCard(item, words)),
    review: presentReview(process.review, words),
    ratesHref: paths.indicators(),
    releases: process.releases.map((release) => ({
      id: release.releaseId,
      published: release.publishedAt === null ? words.contract.undated : format.instant(release.publishedAt),
      received: format.instant(release.receivedAt),
      origin: fileName(release.origin),
      hash: release.contentHash,
      json: show(release.release),
    })),
    compiled: show(process.compiled),
    versioned: show(process.versioned),
    downloads: recordFiles.map((file) => ({
      text: record.download(record.files[file], format.bytes(recordBody(process, file).length)),
      href: paths.processRecord(process.ocid, file),
    })),
    warnings: process.warnings,
  };
}

/** The text of one of the record's files. */
export function recordBody(process: ProcessDetail, file: RecordFile): string {
  const value = file === 'releases' ? process.releases.map(({ release }) => release) : process[file];
  return `${JSON.stringify(value, null, 2)}\n`;
}

function presentFacts(process: ProcessDetail, words: Catalogue): Fact[] {
  const { record, labels } = words;
  return [
    ...fact(record.ocid, process.ocid),
    ...fact(record.publisher, nameIn(labels.publisher, process.publisher)),
    ...fact(record.regime, nameIn(labels.regime, process.regime)),
    ...fact(record.stage, nameIn(labels.processStage, process.stage)),
    ...presentSegment(process.classification, words),
  ];
}

function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}
