import { numberText } from '../count-text.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import type { DataStatus } from './views.ts';

/**
 * What the register holds and misses, as text.
 *
 * @example statusText(await showDataStatus.run(context, {}))
 */
export function statusText(status: DataStatus): string {
  const { counts } = status;
  return [
    kindOfData(status),
    `Held${status.computedAt === null ? '' : ` (counted ${minute(status.computedAt)})`}\n${textBlock(
      Object.entries(counts).map(([name, count]): [string, string] => [name, numberText(count)]),
    )}`,
    textSection('By publisher', publisherTable(status)),
    textSection('Notice numbers', completenessTable(status)),
    textSection('Amounts not believed', flagTable(status)),
    textSection('Contracts that carry each field', coverageTable(status)),
    textSection('Routes to market whose facts need a look', routesTable(status)),
    textSection('Latest runs', runTable(status)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function kindOfData({ isSample, isMixed }: DataStatus): string {
  if (isMixed) return 'Invented and real notices stand together here. Do not rely on totals.';
  return isSample ? 'These are invented notices (the sample market).' : '';
}

function minute(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}

function publisherTable({ publishers }: DataStatus): string {
  return textTable(
    publishers.map((each) => [
      each.publisher,
      `${numberText(each.releases)} releases`,
      `${numberText(each.processes)} processes`,
      `${numberText(each.contracts)} contracts`,
      each.newestPublishedAt === null ? null : `newest notice ${minute(each.newestPublishedAt)}`,
    ]),
  );
}

function completenessTable({ completeness, isSample }: DataStatus): string {
  if (isSample) return 'Cannot be measured: the numbers of invented notices are invented too.';
  return textTable(
    completeness.map(({ publisher, year, issued, held, absent, missing }) => [
      publisher,
      String(year),
      `${numberText(issued)} issued`,
      `${numberText(held)} held`,
      `${numberText(absent)} known to be absent`,
      `${numberText(missing)} not held`,
    ]),
  );
}

function flagTable({ flags }: DataStatus): string {
  return textTable(
    flags
      .filter(({ amounts }) => amounts > 0)
      .map(({ flag, meaning, amounts }) => [numberText(amounts), flag, meaning]),
  );
}

function coverageTable({ coverage }: DataStatus): string {
  return textTable(
    coverage.map(({ label, held, of }) => [
      label,
      of === 0 ? '–' : `${Math.floor((100 * held) / of)} %`,
      `${numberText(held)} of ${numberText(of)}`,
    ]),
  );
}

function routesTable({ routesDue }: DataStatus): string {
  return textTable(routesDue.map(({ name, status, checked }) => [name, status, `checked ${checked}`]));
}

function runTable({ runs }: DataStatus): string {
  return textTable(
    runs.map((run) => [
      minute(run.startedAt),
      run.finishedAt === null ? 'not finished' : `${numberText(run.read)} read`,
      `${numberText(run.new)} new`,
      `${numberText(run.changed)} changed`,
      `${numberText(run.unchanged)} unchanged`,
      `${numberText(run.repaired)} repaired`,
      `${numberText(run.skipped)} skipped`,
      `from ${run.inputs.slice(0, 2).join(', ')}${run.inputs.length > 2 ? ` and ${run.inputs.length - 2} more` : ''}`,
    ]),
  );
}
