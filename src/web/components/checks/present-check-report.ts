import type { CheckFinding, CheckReport } from '../../../app/segments/check-views.ts';
import { facts } from '../../../domain/segments/checks/facts.ts';
import { outcomes } from '../../../domain/segments/playbook/playbook.ts';
import { parsePassage } from '../../../domain/segments/playbook/sections.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../../paths.ts';
import { factValueWords, isFactName, type FactWords } from './fact-words.ts';
import { anchorOf } from './passage-anchor.ts';

/** What differs between the checks of a case and those of a contract. */
export type CheckedSubject = {
  /** The name of an option; contracts have none. */
  option: (id: string) => string;
  /** What a fact was read from, as its evidence says it. */
  evidence: (evidence: string) => string;
  model: FactWords['model'];
  /** Why each playbook was asked. */
  because: (segment: CheckReport['segments'][number]['id']) => string;
};

const colours = { stop: 'red', warn: 'orange', advise: 'blue' } as const;

/** How much the checks found of each severity; null where they found nothing. */
export function findingsText({ findings }: Pick<CheckReport, 'findings'>, words: Catalogue): string | null {
  const [stops = 0, warnings = 0, advice = 0] = outcomes.map(
    (outcome) => findings.filter((one) => one.outcome === outcome).length,
  );
  return words.checks.summary(stops, warnings, advice);
}

/**
 * What the checks of playbooks say, as pages show it.
 *
 * @example presentCheckReport(report, subject, words).groups[0]?.heading // 'Stop until it is dealt with'
 */
export function presentCheckReport(report: CheckReport, subject: CheckedSubject, words: Catalogue) {
  const { checks: text, market, playbooks } = words;
  const { findings, segments, clear } = report;
  return {
    isAsked: segments.length > 0,
    summary: findingsText(report, words) ?? text.nothingFound,
    groups: outcomes.flatMap((outcome) => {
      const own = findings.filter((one) => one.outcome === outcome);
      return own.length === 0
        ? []
        : [
            {
              id: outcome,
              heading: text.groups[outcome],
              items: own.map((one) => presentFinding(one, subject, words)),
            },
          ];
    }),
    clear: clear === 0 ? null : text.clear(clear),
    ...presentOpen(report, words),
    playbooks: segments.map(({ id, isReviewed }) => ({
      name: playbooks.title(market.segmentNames[id]),
      href: paths.segmentPlaybook(id),
      because: subject.because(id),
      note: isReviewed ? null : text.unreviewed,
    })),
  };
}

/** Checks that lack a fact; those that ask for what such a subject never states are only counted. */
function presentOpen({ kind, notStated }: CheckReport, { checks: text, format }: Catalogue) {
  const isEverStated = ({ name }: { name: string }): boolean =>
    isFactName(name) && facts[name].from[kind] !== null;
  const open = notStated.filter(({ missing }) => missing.every(isEverStated));
  const others = notStated.length - open.length;
  const told = open.map(({ title, missing }) =>
    text.lacks(title, format.list([...new Set(missing.map(({ label }) => label))])),
  );
  // Several playbooks have checks of one name.
  const once = [...new Set(told)];
  return {
    openLead: text.openLead(once.length),
    open: once,
    others: others === 0 ? null : text.others(others),
  };
}

function presentFinding(finding: CheckFinding, subject: CheckedSubject, words: Catalogue) {
  const { checks: text, market, playbooks, format } = words;
  const { title, because, act, sources, options, segment, passage, outcome } = finding;
  const section = parsePassage(passage)?.section;
  return {
    tag: { text: playbooks.checks.outcome[outcome], colour: colours[outcome] },
    title,
    because,
    act,
    optionsLabel: text.options(options.length),
    options: options.length === 0 ? null : format.list(options.map((id) => subject.option(id))),
    facts: finding.facts
      .map((fact) =>
        text.fact(
          fact.label,
          factValueWords(fact, { model: subject.model, words }),
          subject.evidence(fact.evidence),
        ),
      )
      .join('; '),
    basis:
      sources.length === 0
        ? text.judgement
        : sources.map((source) => text.source(source.title, source.publisher)).join(' '),
    passage: {
      text: text.passage(
        market.segmentNames[segment],
        section === undefined ? passage : playbooks.sections[section],
      ),
      href: `${paths.segmentPlaybook(segment)}#${anchorOf(passage)}`,
    },
  };
}
