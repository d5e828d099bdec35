import type { PlaybookView } from '../../../../app/segments/playbook-view.ts';
import type { SegmentFacts } from '../../../../app/market/show-segment.ts';
import type { SegmentToday } from '../../../../app/segments/segment-today.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { FigureTable } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { fact } from '../../../components/facts.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../../market/figure-cells.ts';
import { scopeQuery } from '../../market/scope-form.ts';
import { anchorOf } from '../../../components/checks/passage-anchor.ts';
import { markdownHtml } from '../../../../lib/safe-markdown.ts';
import { outcomeColours } from './outcome-colours.ts';
import { presentToday } from './present-today.ts';

/** Suppliers that the page names; the page of the market has more. */
const sellersShown = 8;
/** Quarters ahead within which a contract counts as ending soon: about 18 months. */
const quartersAhead = 6;

/** A playbook as its page shows it, with the live figures of its segment. */
export function presentPlaybookPage(
  playbook: PlaybookView,
  { market, today }: { market: SegmentFacts; today: SegmentToday },
  words: Catalogue,
  isOldAsked = false,
) {
  const { playbooks: text, format } = words;
  const name = words.market.segmentNames[playbook.segment];
  const own = playbook.checks.filter(({ isOwn }) => isOwn);
  const shared = playbook.checks.filter(({ isOwn }) => !isOwn);
  return {
    name,
    summary: playbook.summary,
    facts: [
      ...fact(text.status.key, {
        tag:
          playbook.status === 'reviewed'
            ? { text: text.status.reviewed, colour: 'green' }
            : { text: text.status.unreviewed, colour: 'yellow' },
        text:
          playbook.owner === null || playbook.status === 'unreviewed'
            ? text.status.unreviewedNote
            : text.status.reviewedNote(playbook.owner),
      }),
      ...fact(text.owner, playbook.owner ?? text.noOwner),
      ...fact(text.reviewedOn, {
        text: format.day(playbook.reviewed),
        note: [
          text.nextReview(format.day(playbook.reviewDueOn)),
          playbook.isChangedSince ? text.changedSince : null,
        ]
          .filter((part) => part !== null)
          .join('. '),
      }),
      ...fact(text.version, [
        {
          text: format.number(playbook.version),
          note:
            playbook.savedAt === null
              ? text.versionProgram
              : text.versionSaved(format.dayOf(playbook.savedAt), playbook.savedBy ?? ''),
        },
        { text: text.historyLink, href: paths.segmentHistory(playbook.segment) },
      ]),
      ...fact(text.marks, text.marksNote),
    ],
    notices: [
      ...(playbook.isReviewDue
        ? [{ text: text.reviewDue(format.day(playbook.reviewDueOn)), link: null }]
        : []),
      ...(isOldAsked
        ? [
            {
              text: text.versionOld(playbook.version),
              link: { text: text.versionCurrent, href: paths.segmentPlaybook(playbook.segment) },
            },
          ]
        : []),
      ...playbook.warnings.map((warning) => ({ text: warning, link: null })),
    ],
    actions: [
      { text: text.checkLink, href: paths.segmentCheck() },
      { text: text.editLink, href: paths.segmentEdit(playbook.segment) },
      {
        text: text.fileLink,
        href: paths.segmentPlaybookFile(playbook.segment, {
          revision: isOldAsked ? playbook.version : undefined,
        }),
      },
    ],
    live: { ...presentLive(playbook, market, words), figuresBeside: presentToday(today, words) },
    contents: [
      { id: 'live', text: text.live.heading },
      ...playbook.sections.map(({ id }) => ({ id, text: text.sections[id] })),
      { id: 'checks', text: text.checks.heading },
      { id: 'sources', text: text.sources.heading },
    ],
    sections: playbook.sections.map(({ id, paragraphs }) => ({
      id,
      heading: text.sections[id],
      paragraphs: paragraphs.map((paragraph) => ({
        anchor: paragraph.id === null ? null : anchorOf(`${id}.${paragraph.id}`),
        lead: [paragraph.by === null ? null : text.by[paragraph.by], paragraph.model?.name, paragraph.name]
          .filter((part) => part != null)
          .join(', '),
        html: markdownHtml(paragraph.text),
        formula: paragraph.formula,
        mark: presentMark(paragraph, playbook, words),
      })),
    })),
    checksLead: text.checks.lead(own.length, shared.length),
    checks: [
      {
        id: 'own-checks',
        heading: text.checks.own,
        items: own.map((one) => presentCheck(one, playbook, words)),
      },
      {
        id: 'shared-checks',
        heading: text.checks.shared,
        items: shared.map((one) => presentCheck(one, playbook, words)),
      },
    ],
    sources: playbook.sources.map(({ id, title, publisher, date, read, note }) => ({
      anchor: `source-${id}`,
      title,
      published: `${publisher}, ${date}.`,
      read: text.sources.read[read],
      note,
    })),
  };
}

type Marked = Pick<PlaybookView['checks'][number], 'basis' | 'sources'>;

/** What a paragraph or a check rests on, with links to the list of sources. */
function presentMark({ basis, sources }: Marked, playbook: PlaybookView, { playbooks: text }: Catalogue) {
  return {
    label: basis === 'source' ? text.source : text.judgement,
    isSource: basis === 'source',
    links: sources.map((id) => {
      const source = playbook.sources.find((one) => one.id === id);
      return { text: source?.publisher ?? id, href: `#source-${id}` };
    }),
  };
}

function presentCheck(check: PlaybookView['checks'][number], playbook: PlaybookView, words: Catalogue) {
  const { playbooks: text } = words;
  const [section = ''] = check.passage.split('.');
  const found = playbook.sections.find(({ id }) => id === section);
  return {
    tag: { text: text.checks.outcome[check.outcome], colour: outcomeColours[check.outcome] },
    title: check.title,
    when: check.when,
    because: check.because,
    act: check.act,
    mark: presentMark(check, playbook, words),
    passage: {
      text: found === undefined ? section : text.sections[found.id],
      href: `#${anchorOf(check.passage)}`,
    },
  };
}

/** Figures of the segment today, and who sells. */
function presentLive({ segment }: PlaybookView, facts: SegmentFacts, words: Catalogue) {
  const { playbooks, market, format } = words;
  const text = playbooks.live;
  const { scope, counted, sme, concentration, singleBid } = facts;
  const years = market.scope.years(scope.from, scope.to);
  const query = { ...scopeQuery(scope).years, segment: [segment] };
  const soon = facts.expiry.slice(0, quartersAhead).reduce((sum, { contracts }) => sum + contracts, 0);
  return {
    lead: text.lead(years),
    figures: [
      {
        value: format.number(counted.contracts),
        label: text.contracts,
        href: counted.contracts === 0 ? null : paths.contracts({ ...query, counted: 'all' }),
      },
      {
        value: presentSum(counted.netPence, counted.netCount, words) ?? '–',
        label: text.value,
        href: counted.netCount === 0 ? null : paths.contracts({ ...query, counted: 'valued' }),
        note: market.from(counted.netCount, counted.contracts),
      },
      {
        value: sme.byCount.share === null ? '–' : market.percent(sme.byCount.share),
        label: text.smallFirms,
        href: sme.byCount.share === null ? null : paths.contracts({ ...query, size: 'sme' }),
        note:
          sme.byCount.share === null
            ? market.noShare
            : market.partOf(format.number(sme.byCount.part), format.number(sme.byCount.whole)),
      },
      {
        value: concentration === null ? '–' : market.percent(concentration.topFourShare),
        label: text.topFour,
        href: concentration === null ? null : '#sellers-title',
        note:
          concentration === null
            ? market.noShare
            : `${format.number(concentration.sellers)} ${text.suppliers}`,
      },
      {
        value: singleBid.rate === null ? '–' : market.percent(singleBid.rate.share),
        label: text.singleBid,
        href:
          singleBid.rate === null || singleBid.part === 0 ? null : paths.contracts({ ...query, bids: 'one' }),
        note:
          singleBid.rate === null
            ? market.tooFew(singleBid.whole)
            : market.partOf(format.number(singleBid.part), format.number(singleBid.whole)),
      },
      { value: format.number(soon), label: text.ending, href: paths.marketRenewals({ segment: [segment] }) },
    ],
    links: [
      { text: text.marketLink, href: paths.marketSegment(segment) },
      { text: text.recentLink, href: paths.contracts({ segment: [segment] }) },
      { text: text.renewalsLink, href: paths.marketRenewals({ segment: [segment] }) },
      {
        text: words.routes.link.findFor(market.segmentNames[segment]),
        href: paths.routes({ segment }),
      },
      { text: words.routes.link.doorsFor, href: paths.routeDoors({ segment }) },
    ],
    sellers: presentSellers(facts, words),
  };
}

function presentSellers(facts: SegmentFacts, words: Catalogue) {
  const { sellers: text } = words.playbooks;
  const years = words.market.scope.years(facts.scope.from, facts.scope.to);
  const shown = facts.suppliers.slice(0, sellersShown);
  const table: FigureTable = {
    heads: text.heads,
    rows: shown.map((one) => {
      const own = { ...scopeQuery(facts.scope).years, supplier: [one.id] };
      return {
        name: one.name,
        href: paths.supplier(one.id),
        cells: [
          countCell(one.contracts, paths.contracts({ ...own, counted: 'sole' }), words),
          moneyCell(one, paths.contracts({ ...own, counted: 'sole-valued' }), words),
        ],
      };
    }),
  };
  return {
    id: 'sellers',
    title: text.title,
    description: text.description(years),
    isEmpty: shown.length === 0,
    columns: null,
    table,
    note: text.note,
    coverage: null,
    methods: methodLinks('market-sums'),
    csvHref: paths.marketFigures({
      chart: 'suppliers',
      segment: facts.scope.segments,
      from: facts.scope.from,
      to: facts.scope.to,
    }),
  };
}
