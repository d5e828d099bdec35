import type { DataStatus } from '../../../../app/data/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fileName } from '../../../components/file-name.ts';
import { paths } from '../../../paths.ts';

/** Inputs and problems of a run that the page lists. */
const inputsShown = 3;
const problemsShown = 20;

/** What the register holds and misses as its page shows it. */
export function presentDataStatus(status: DataStatus, words: Catalogue) {
  const { data, format, labels, layout } = words;
  const share = (part: number, whole: number): string =>
    format.share(part, whole, { under: layout.under1, over: layout.over99 });
  const { counts } = status;
  return {
    spendHref: paths.spend(),
    segmentsHref: paths.segmentQuality(),
    routesLink: {
      text: words.routes.checks.dataLink(status.routesDue.length),
      href: paths.routeChecks(),
    },
    computed: status.computedAt === null ? null : data.computed(format.instant(status.computedAt)),
    figures: [
      { value: format.number(counts.releases), label: data.releases },
      { value: format.number(counts.processes), label: data.processes },
      { value: format.number(counts.contracts), label: data.contracts, href: paths.contracts() },
      {
        value: format.number(counts.frameworks),
        label: data.frameworks,
        href: paths.contracts({ agreements: 'frameworks' }),
      },
      { value: format.number(counts.buyers), label: data.buyers, href: paths.buyers() },
      { value: format.number(counts.suppliers), label: data.suppliers, href: paths.suppliers() },
    ],
    publishers: status.publishers.map((one) => ({
      name: labels.publisher[one.publisher],
      href: paths.contracts({ publisher: [one.publisher] }),
      releases: format.number(one.releases),
      processes: format.number(one.processes),
      contracts: format.number(one.contracts),
      newest: one.newestPublishedAt === null ? data.none : format.instant(one.newestPublishedAt),
      received: one.lastReceivedAt === null ? data.none : format.instant(one.lastReceivedAt),
    })),
    // Invented notices carry invented numbers, of which nothing can be counted.
    isCountable: !status.isSample,
    completeness: status.completeness.map((one) => ({
      name: labels.publisher[one.publisher],
      year: String(one.year),
      issued: format.number(one.issued),
      held: format.number(one.held),
      absent: format.number(one.absent),
      missing: format.number(one.missing),
      share: share(one.held, one.issued - one.absent),
      bar: ratio(one.held, one.issued - one.absent),
    })),
    flags: status.flags
      .filter(({ amounts }) => amounts > 0)
      .map(({ flag, meaning, amounts }) => ({
        name: flagName(flag, words),
        meaning,
        amounts: format.number(amounts),
      })),
    coverage: status.coverage.map(({ label, held, of }) => ({
      label,
      count: data.heldOf(format.number(held), format.number(of)),
      share: share(held, of),
      bar: ratio(held, of),
    })),
    runs: status.runs.map((run) => presentRun(run, words)),
  };
}

function presentRun(run: DataStatus['runs'][number], words: Catalogue) {
  const { data, format } = words;
  const hidden = run.inputs.length - inputsShown;
  return {
    title: data.runOn(format.instant(run.startedAt)),
    isFinished: run.finishedAt !== null,
    inputs: [
      ...run.inputs.slice(0, inputsShown).map(fileName),
      ...(hidden > 0 ? [data.moreInputs(hidden)] : []),
    ].join(', '),
    counts: [
      { label: data.read, value: format.number(run.read) },
      { label: data.new, value: format.number(run.new) },
      { label: data.changed, value: format.number(run.changed) },
      { label: data.unchanged, value: format.number(run.unchanged) },
      { label: data.repaired, value: format.number(run.repaired) },
      { label: data.skipped, value: format.number(run.skipped) },
    ],
    problemsTitle: data.problems(run.problems.length),
    problems: run.problems.slice(0, problemsShown).map(({ input, line, message }) => ({
      where: data.problem(fileName(input), format.number(line)),
      message,
    })),
  };
}

function flagName(flag: string, { labels }: Catalogue): string {
  const names: Readonly<Record<string, string>> = labels.amountFlag;
  const name = names[flag] ?? flag;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function ratio(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(1, part / whole);
}
