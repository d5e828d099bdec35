import type { StrategyVersion } from '../../../../app/strategies/strategy-store.ts';
import { dayNumber, dayOfNumber, financialYearName } from '../../../../domain/market/financial-year.ts';
import { digitalSegmentIds } from '../../../../domain/segments/segment.ts';
import {
  strategySections,
  type DifferenceView,
  type RenewalPlan,
  type StrategyView,
} from '../../../../app/strategies/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { paths } from '../../../paths.ts';
import { anchorOf } from '../../../components/checks/passage-anchor.ts';
import { textBlocks } from '../text-blocks.ts';

/** A strategy as its page shows it: texts, each followed by the figures that it speaks of. */
export function presentStrategy(
  { evidence, texts, kept }: StrategyView,
  versions: readonly StrategyVersion[],
  words: Catalogue,
) {
  const { strategies: text, format } = words;
  const { buyer, differences, renewals, renewalsFound } = evidence;
  const isOld = kept !== null && kept.revision < kept.newest;
  const own = kept === null ? {} : { revision: kept.revision };
  return {
    name: buyer.name,
    buyerHref: paths.buyer(buyer.id),
    state:
      kept === null
        ? text.notKept
        : `${text.keptAs(kept.revision, kept.newest, format.instant(kept.savedAt), kept.savedBy)} ${text.figuresOf(format.day(evidence.asOf))}`,
    old: isOld ? { text: text.isOld(kept.revision), href: paths.strategy(buyer.id) } : null,
    editHref: paths.strategyEdit(buyer.id, isOld ? own : {}),
    editText: kept === null ? text.keep : isOld ? text.editOld : text.edit,
    figuresForm: kept === null || isOld ? null : { action: paths.strategyEdit(buyer.id), seen: kept.newest },
    figures: presentFigures(evidence, words),
    contents: [
      ...strategySections.map((id) => ({ id, text: text.sections[id] })),
      ...(differences.length > 0 ? [{ id: 'checks', text: text.differencesTitle }] : []),
      ...(renewals.length > 0 ? [{ id: 'every-renewal', text: text.renewalsTitle }] : []),
    ],
    sections: strategySections.map((id) => ({
      id,
      heading: text.sections[id],
      blocks: textBlocks(texts[id]),
    })),
    mix: presentMix(evidence, words),
    differences: differences.map((one) => presentDifference(one, words)),
    renewals: renewals.map((plan) => presentRenewal(plan, words)),
    renewalsCut: renewals.length < renewalsFound ? text.renewalsCut(renewals.length, renewalsFound) : null,
    renewalsHref: paths.marketRenewals({ buyer: buyer.id }),
    versions: versions.map((row) => ({
      version: format.number(row.version),
      href: row.version === kept?.revision ? null : paths.strategy(buyer.id, { revision: row.version }),
      saved: format.instant(row.savedAt),
      by: row.savedBy,
      note: row.note ?? '',
    })),
  };
} // prettier-ignore

function presentFigures(evidence: StrategyView['evidence'], words: Catalogue) {
  const { strategies: text, format } = words;
  const { running, coverage, mix, fromYear, differences, renewals, renewalsFound } = evidence;
  const committed = mix.reduce((sum, { pence }) => sum + pence, 0);
  const now = renewals.filter(({ urgency }) => urgency === 'late' || urgency === 'soon').length;
  return [
    {
      value: format.number(running),
      label: text.running,
      note: null,
      href: runningHref(evidence, [...digitalSegmentIds]),
    },
    {
      value: presentSum(committed, coverage.measured, words) ?? '–',
      label: text.committed(financialYearName(fromYear)),
      note: text.committedNote(coverage.measured, coverage.total),
      href: null,
    },
    {
      value: format.number(differences.length),
      label: text.differences,
      note: null,
      href: differences.length > 0 ? '#checks' : null,
    },
    {
      value: format.number(renewalsFound),
      label: text.renewals,
      note: text.renewalsNote(now),
      href: renewals.length > 0 ? '#every-renewal' : null,
    },
  ];
}

/** The contracts that the strategy counts. */
function runningHref({ buyer, asOf }: StrategyView['evidence'], segments: readonly string[]): string {
  return paths.contracts({ buyer: [buyer.id], segment: segments, counted: 'running', endsFrom: asOf });
}

function presentMix(evidence: StrategyView['evidence'], words: Catalogue) {
  const { mix } = evidence;
  const { strategies: text, format, market } = words;
  const total = mix.reduce((sum, { pence }) => sum + pence, 0);
  return mix.map(({ segment, model, contracts, measured, pence }) => ({
    segment: market.segmentNames[segment],
    // Lists can’t tell delivery models apart: only a segment with one has a list of its own.
    href: mix.filter((one) => one.segment === segment).length > 1 ? null : runningHref(evidence, [segment]),
    playbookHref: paths.segmentPlaybook(segment),
    model: model?.name ?? text.modelUnknown,
    contracts: format.number(contracts),
    money: presentSum(pence, measured, words) ?? text.noMoney,
    share: total === 0 ? '–' : format.share(pence, total, text.shareWords),
  }));
}

function presentDifference(one: DifferenceView, words: Catalogue) {
  const { strategies: text, market, playbooks } = words;
  const [segment] = one.segments;
  return {
    title: one.title,
    tag: { text: playbooks.checks.outcome[one.outcome], colour: outcomeColours[one.outcome] },
    segments: one.segments.map((id) => market.segmentNames[id]).join('; '),
    count: [text.differenceCount(one.fired, one.judged), text.notStated(one.notStated)].join(' ').trim(),
    because: one.because,
    act: one.act,
    contracts: one.contracts.map(({ id, title }) => ({ href: paths.contract(id), text: title })),
    further:
      one.fired > one.contracts.length ? text.furtherContracts(one.fired - one.contracts.length) : null,
    passageHref: segment === undefined ? null : `${paths.segmentPlaybook(segment)}#${anchorOf(one.passage)}`,
  };
}

const outcomeColours = { stop: 'red', warn: 'yellow', advise: 'blue' } as const;
const urgencyColours = { late: 'red', soon: 'yellow', later: 'blue', unknown: 'grey' } as const;

function presentRenewal({ renewal, segment, urgency, steps, models }: RenewalPlan, words: Catalogue) {
  const { strategies: text, market, format } = words;
  return {
    title: renewal.title,
    href: paths.contract(renewal.id),
    tag: { text: text.urgency[urgency], colour: urgencyColours[urgency] },
    segment: market.segmentNames[segment],
    suppliers: renewal.suppliers.length === 0 ? words.list.suppliersUnknown : format.list(renewal.suppliers),
    value: presentSum(renewal.netPence ?? 0, renewal.netCount, words) ?? market.renewals.noValue,
    ends: text.ends(format.day(renewal.endOn)),
    decide: text.decide[urgency](format.day(renewal.decision?.on ?? renewal.endOn)),
    steps: steps.map((step) => ({
      text: step.text,
      from: text.from[step.from],
      href: `${paths.segmentPlaybook(segment)}#${anchorOf(step.passage)}`,
    })),
    models: models.map(({ name, when }) => ({ name, when })),
    caseHref: paths.contractCase(renewal.id),
    routesHref: paths.routes({ segment }),
    // What follows has to be there on the day after.
    timetableHref: paths.routesTimetable({ goLive: dayOfNumber(dayNumber(renewal.endOn) + 1), segment }),
  };
}
