import type { CheckFinding, CheckReport } from '../../../../app/segments/check-views.ts';
import { facts as declared, parseFactName } from '../../../../domain/segments/checks/facts.ts';
import { outcomes } from '../../../../domain/segments/playbook/playbook.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';
import { anchorOf } from '../../../components/checks/passage-anchor.ts';
import { outcomeColours } from '../playbook/outcome-colours.ts';

/** What the playbook says of a draft, as its page shows it. */
export function presentDraftCheck(report: CheckReport, words: Catalogue) {
  const { draftCheck: text, market } = words;
  const { subject, segments, findings, clear, notStated, stated, notRead } = report;
  const lacking = notStated.filter(({ missing }) => missing.every(({ name }) => isOfDrafts(name)));
  const of = (outcome: CheckFinding['outcome']): CheckFinding[] =>
    findings.filter((one) => one.outcome === outcome);
  return {
    title: text.result(subject),
    summary: text.summary(of('stop').length, of('warn').length, of('advise').length),
    playbooks: segments.map(({ id, because, isReviewed }) => ({
      text: market.segmentNames[id],
      href: paths.segmentPlaybook(id),
      because: because === 'chosen.' ? text.chosen : `${because.charAt(0).toUpperCase()}${because.slice(1)}`,
      note: isReviewed ? null : text.unreviewed,
    })),
    notRead,
    groups: outcomes.flatMap((outcome) => {
      const found = of(outcome);
      return found.length === 0
        ? []
        : [
            {
              heading: text.headings[outcome],
              tag: { text: words.playbooks.checks.outcome[outcome], colour: outcomeColours[outcome] },
              findings: found.map((finding) => presentFinding(finding, words)),
            },
          ];
    }),
    clear: text.clear(clear),
    notStatedLead: lacking.length === 0 ? null : text.notStatedLead(lacking.length),
    notOfDrafts:
      notStated.length === lacking.length ? null : text.notOfDrafts(notStated.length - lacking.length),
    notStated: lacking.map(({ title, missing }) => ({
      title,
      missing: missing.map(({ label }) => label).join(', '),
    })),
    stated,
    anotherHref: paths.segmentCheck(),
  };
}

/** Whether a draft can state a fact at all. */
function isOfDrafts(name: string): boolean {
  const known = parseFactName(name);
  return known !== null && declared[known].from.draft !== null;
}

function presentFinding(
  { title, because, act, sources, facts, segment, passage }: CheckFinding,
  words: Catalogue,
) {
  const [section = ''] = passage.split('.');
  const headings: Readonly<Record<string, string>> = words.playbooks.sections;
  return {
    title,
    because,
    act,
    facts: facts.map(({ label, value, evidence }) => `${label}: ${value} (${evidence})`),
    sources: sources.map(({ id, title: name, publisher }) => ({
      text: `${name}, ${publisher}`,
      href: `${paths.segmentPlaybook(segment)}#source-${id}`,
    })),
    passage: {
      text: `${words.market.segmentNames[segment]}, ${headings[section] ?? section}`,
      href: `${paths.segmentPlaybook(segment)}#${anchorOf(passage)}`,
    },
  };
}
