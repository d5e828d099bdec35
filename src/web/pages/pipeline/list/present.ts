import type { PipelineAnswer, PipelineItem } from '../../../../app/pipeline/pipeline-view.ts';
import { financialYearName } from '../../../../domain/market/financial-year.ts';
import { pipelineSources } from '../../../../domain/pipeline/pipeline-entry.ts';
import { digitalSegmentIds } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { pounds } from '../../market/figure-cells.ts';
import { presentSubnavigation } from '../../market/scope-form.ts';
import { presentSegmentYears, presentYears } from './present-charts.ts';

/** What was asked for. */
export type PipelineAsked = {
  segment: readonly string[];
  source: readonly string[];
  buyer?: string | undefined;
  year?: number | undefined;
  years: number;
  limit: number;
};

/** The pipeline as its page shows it. */
export function presentPipeline(found: PipelineAnswer, asked: PipelineAsked, words: Catalogue) {
  const text = words.pipeline;
  const { segment, source, buyer, year } = asked;
  const own: AddressQuery = { segment, source, buyer, years: asked.years === 5 ? undefined : asked.years };
  const query = { ...own, year };
  const first = found.items[0]?.buyer?.name ?? buyer;
  return {
    navigation: presentSubnavigation('pipeline', words),
    form: presentForm(asked, words),
    onlyBuyer:
      buyer === undefined
        ? null
        : { text: text.filter.ofBuyer(first ?? ''), href: paths.pipeline({ ...query, buyer: undefined }) },
    charts: [presentYears(found, own, words), presentSegmentYears(found, own, words)],
    purchasesHref: paths.purchases(),
    forecastHref: paths.pipelineForecast({ segment, years: own['years'] }),
    years: [
      { text: text.allYears, href: year === undefined ? null : paths.pipeline(own) },
      ...found.years
        .filter(({ needs }) => needs > 0)
        .map((one) => ({
          text: financialYearName(one.year),
          href: one.year === year ? null : paths.pipeline({ ...own, year: one.year }),
        })),
    ],
    heading: year === undefined ? text.list : text.inYear(financialYearName(year)),
    downloads: (['csv', 'xlsx', 'jsonl'] as const).map((format) => ({
      text: format === 'jsonl' ? 'JSON Lines' : format.toUpperCase(),
      href: paths.pipelineExport(format, query),
    })),
    releasesHref: paths.pipelineReleases({ segment, buyer }),
    items: found.items.map((item) => presentItem(item, found.asOf, words)),
    paging: presentPaging(
      found,
      {
        limit: asked.limit,
        total: text.needs(found.listed),
        address: (cursor) => paths.pipeline({ ...query, cursor }),
      },
      words,
    ),
  };
}

function presentForm(asked: PipelineAsked, { pipeline, market }: Catalogue) {
  const only = asked.segment.length === 1 ? asked.segment[0] : undefined;
  const onlySource = asked.source.length === 1 ? asked.source[0] : undefined;
  return {
    action: paths.pipeline(),
    segments: [
      { value: '', text: market.scope.allSegments, isChosen: only === undefined },
      ...digitalSegmentIds.map((value) => ({
        value,
        text: market.segmentNames[value],
        isChosen: value === only,
      })),
    ],
    sources: [
      { value: '', text: pipeline.filter.allSources, isChosen: onlySource === undefined },
      ...pipelineSources.map((value) => ({
        value,
        text: pipeline.sources[value],
        isChosen: value === onlySource,
      })),
    ],
    years: [3, 4, 5].map((count) => ({
      value: String(count),
      text: String(count),
      isChosen: count === asked.years,
    })),
    buyer: asked.buyer ?? null,
  };
}

function presentItem(item: PipelineItem, asOf: string, words: Catalogue) {
  const { pipeline: text, market, format } = words;
  const { lowPence, highPence, startFrom, startTo } = item;
  // Until a notice says that it has begun, a start that has passed is a plan that was not kept.
  const isPast = (startTo ?? startFrom ?? asOf) < asOf;
  const planned = isPast ? text.startsPast : text.starts;
  const starts = item.source === 'renewal' ? text.startsAfter : planned;
  return {
    title: item.title,
    href: hrefOf(item),
    source:
      item.contractIds.length > 1 ? text.letTogether(item.contractIds.length) : text.sources[item.source],
    starts:
      startFrom === null ? text.noStart : starts(format.day(startFrom), format.day(startTo ?? startFrom)),
    buyer: item.buyer?.name ?? words.list.buyerUnknown,
    buyerHref: item.buyer === null || item.buyer.id === null ? null : paths.buyer(item.buyer.id),
    value:
      lowPence === null
        ? text.noValue[item.gap ?? 'no-value']
        : text.range(pounds(lowPence, words), pounds(highPence ?? lowPence, words)),
    valueFrom:
      item.valueFrom === null || item.valueFrom === item.source
        ? null
        : text.valueFrom(text.sources[item.valueFrom]),
    segment: item.segment === null ? null : market.segmentNames[item.segment],
    noticeOn: item.noticeOn === null ? null : format.day(item.noticeOn),
    months: item.months === null ? null : text.monthCount(item.months),
    stage: item.stage === null ? null : text.stages[item.stage],
    confidence: item.confidence === null ? null : text.confidences[item.confidence],
    alsoAs: item.alsoAs.map((other) => ({
      text: `${text.sources[other.source]}: ${other.title}`,
      href: hrefOf(other),
      reason: text.reasons[other.reason],
    })),
  };
}

/** The contract that ends, or the record of the process where there are several; an entered purchase has neither of its own. */
function hrefOf({ contractIds, ocid }: Pick<PipelineItem, 'contractIds' | 'ocid'>): string | null {
  const [contract, ...others] = contractIds;
  if (contract !== undefined && others.length === 0) return paths.contract(contract);
  return ocid === null ? null : paths.process(ocid);
}
