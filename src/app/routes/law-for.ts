import type { RouteAssessment } from '../../domain/routes/assess-route.ts';
import { bodyChangesOf, type BodyChange } from '../../domain/routes/body-change.ts';
import { proceduresFor } from '../../domain/routes/procedures-for.ts';
import { bodyThresholdOf, otherLawOf, regimeOf } from '../../domain/routes/regime.ts';
import type { RouteNeed } from '../../domain/routes/route-need.ts';
import { crossingOf, thresholdOn } from '../../domain/routes/threshold-on.ts';
import { addMonths } from '../../lib/add-months.ts';
import { dayBefore } from '../../domain/routes/uncertain-day.ts';
import type { Reference } from '../reference.ts';
import { bodyChangeText, openBecause, thresholdText } from './law-text.ts';
import type { FoundRoutesView } from './views.ts';

type Law = Pick<
  FoundRoutesView,
  'regime' | 'otherLaw' | 'threshold' | 'thresholdNote' | 'bodyChanges' | 'procedures'
>;

/** What is asked of the law. */
type LawQuestion = {
  need: RouteNeed;
  buyer: string | null;
  vatPercent: number;
  routes: readonly RouteAssessment[];
  changes: readonly BodyChange[];
};

/** The law that a need falls under: regime, threshold, procedures, and what happens to the body within the term. */
export function lawFor(
  { need, buyer, vatPercent, routes, changes }: LawQuestion,
  reference: Pick<Reference, 'routes' | 'thresholds' | 'noticeTypes'>,
): Law {
  const { regimes, procedures } = reference.routes;
  const { bodyTypes, nations, ...regime } = regimeOf(need.body, regimes);
  const of = bodyThresholdOf(need.body, regimes);
  const threshold = regime.isModelled ? thresholdOn(reference.thresholds, of.procedures, need.awardOn) : null;
  const crossing = threshold === null ? null : crossingOf(threshold, need.grossPence);
  const notifiable = thresholdOn(reference.thresholds, of.notices, need.awardOn);
  const term = { endOn: dayBefore(addMonths(need.startOn, need.months)), netPence: need.netPence };
  const names = new Map(reference.noticeTypes.map(({ code, name }) => [code, name]));
  return {
    regime: { ...regime, differences: [...regime.differences] },
    otherLaw: otherLawOf(need.body, regimes).map(({ name, note, source, reviewed }) => ({
      name,
      note,
      source,
      reviewed,
    })),
    threshold:
      crossing === null
        ? null
        : {
            id: crossing.threshold.id,
            name: crossing.threshold.name,
            grossPence: crossing.threshold.grossMinorUnits,
            from: crossing.threshold.from,
            to: crossing.threshold.to,
            isReached: crossing.isReached,
            isClose: crossing.isClose,
            text: thresholdText(crossing, { need, vatPercent, notifiable }),
            source: crossing.threshold.source,
            reviewed: crossing.threshold.reviewed,
          },
    thresholdNote: regime.isModelled ? of.note : null,
    bodyChanges: bodyChangesOf(buyer, need.body, term, changes).map((finding) => ({
      id: finding.change.id,
      text: bodyChangeText(finding),
      source: finding.change.source,
      reviewed: finding.change.reviewed,
    })),
    procedures: regime.isModelled
      ? proceduresFor(procedures, { isAbove: crossing?.isReached ?? null, routes }).map(
          ({ rule, openness, because }) => ({
            id: rule.id,
            name: rule.name,
            summary: rule.summary,
            law: rule.law,
            openness,
            because: openBecause[because],
            conditions: [...rule.conditions],
            notices: rule.notices.map((notice) => ({
              ...notice,
              name: names.get(notice.code) ?? notice.code,
            })),
            source: rule.source,
            reviewed: rule.reviewed,
          }),
        )
      : [],
  };
}
