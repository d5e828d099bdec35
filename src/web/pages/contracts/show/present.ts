import { whyNoCase } from '../../../../app/decisions/start-case.ts';
import type { ContractDetail } from '../../../../app/contracts/views.ts';
import { isDigital } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { externalHref } from '../../../components/external-href.ts';
import { presentContractCard } from '../../../components/present-contract-card.ts';
import { presentPublishedAlso } from '../../../components/present-published-also.ts';
import { paths } from '../../../paths.ts';
import { presentAmounts, presentParties, presentPerformance, presentTimeline } from './present-parts.ts';
import { presentRoute, presentSummary } from './present-summary.ts';

/** Contracts listed under each heading; the rest is one link away. */
const contractsShown = 5;

/** One contract as its page shows it. */
export function presentContractPage(contract: ContractDetail, words: Catalogue) {
  const { contract: text } = words;
  const view = {
    caption: contract.isFrameworkAgreement ? text.captionFramework : text.caption,
    title: contract.title,
    isIntended: contract.stage === 'intended',
    namesPerson: namesPerson(contract),
    // Only a contract that runs, is digital and has an end can be followed by a case.
    caseHref: whyNoCase(contract) === null ? paths.contractCase(contract.id) : null,
    playbook: presentPlaybookLinks(contract, words),
    summary: presentSummary(contract, words),
    description: paragraphs(contract.description ?? contract.processDescription),
    processTitle: contract.processTitle === contract.title ? null : contract.processTitle,
    also: presentPublishedAlso(contract.publishedAlso, contract.ocid, words),
    timeline: presentTimeline(contract.timeline, words),
    amounts: presentAmounts(contract, words),
    parties: presentParties(contract, words),
    route: presentRoute(contract, words),
    isFramework: contract.isFrameworkAgreement,
    callOffs: contract.callOffs.items
      .slice(0, contractsShown)
      .map((item) => presentContractCard(item, words)),
    callOffsLead:
      contract.callOffs.count === 0 ? text.callOffsNone : text.callOffsLead(contract.callOffs.count),
    callOffsHref: contract.callOffs.count === 0 ? null : paths.contracts({ framework: contract.ocid }),
    options: presentOptions(contract, words),
    performance: presentPerformance(contract, words),
    lots: contract.lots.map(({ lotId, title, description }) => ({
      title: title ?? text.lotName(lotId),
      id: title === null ? null : text.lotName(lotId),
      description: paragraphs(description),
    })),
    cpv: contract.cpv.map(({ code, label }) => ({ code, label: label ?? words.layout.notStated })),
    documents: contract.documents.map(({ title, url, kind }) => ({ title, href: externalHref(url), kind })),
    siblings: contract.siblings.slice(0, contractsShown).map((item) => presentContractCard(item, words)),
    siblingsAll:
      contract.siblings.length > contractsShown
        ? {
            text: text.siblingsAll(contract.siblings.length + 1),
            href: paths.contracts({ ocid: contract.ocid }),
          }
        : null,
    similar: contract.similar.slice(0, contractsShown).map((item) => presentContractCard(item, words)),
    quality: contract.quality,
    recordHref: paths.process(contract.ocid),
    record: [
      { key: text.stage, value: words.labels.stage[contract.stage] },
      { key: text.reference, value: contract.ocid },
      { key: text.awardId, value: contract.awardId },
      { key: text.contractId, value: contract.isStandIn ? text.notYet : contract.contractId },
    ],
  };
  return { ...view, contents: presentContents(view, words) };
}

/**
 * Whether the page names someone who is likely a natural person (the register gives such a party no page of its own):
 * then search engines are kept away.
 */
export function namesPerson({ suppliers, parties }: Pick<ContractDetail, 'suppliers' | 'parties'>): boolean {
  return (
    suppliers.some(({ id }) => id === null) || parties.some(({ id, note }) => id === null && note !== null)
  );
}

/** Where the playbook of its segment and its checks stand; null for what is not digital, or not classified yet. */
function presentPlaybookLinks({ id, segment }: ContractDetail, { checks, market, playbooks }: Catalogue) {
  if (segment === null || !isDigital(segment)) return null;
  return [
    { text: checks.contractLink, href: paths.contractChecks(id) },
    { text: playbooks.title(market.segmentNames[segment]), href: paths.segmentPlaybook(segment) },
  ];
}

function presentOptions(contract: ContractDetail, words: Catalogue): string[] {
  const { contract: text, format } = words;
  if (!contract.hasOptions && contract.optionsText === null) return [];
  const until = contract.maxEndOn === null || contract.maxEndOn === contract.endOn ? null : contract.maxEndOn;
  return [
    text.options,
    ...(until === null ? [] : [text.optionsUntil(format.day(until))]),
    ...paragraphs(contract.optionsText),
  ];
}

/** Text of a notice cut where its writer left a line. */
export function paragraphs(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

type Parts = Record<
  'options' | 'lots' | 'cpv' | 'documents' | 'siblings' | 'similar' | 'quality',
  readonly unknown[]
> & {
  isFramework: boolean;
  performance: { kpis: string | null; results: readonly unknown[]; changes: readonly unknown[] };
};

/** Links to the parts that this contract has. */
function presentContents(view: Parts, words: Catalogue): { id: string; text: string }[] {
  const { performance } = view;
  const held = {
    about: true,
    timeline: true,
    amounts: true,
    parties: true,
    route: true,
    callOffs: view.isFramework,
    options: view.options.length > 0,
    performance:
      performance.kpis !== null || performance.results.length > 0 || performance.changes.length > 0,
    lots: view.lots.length > 0,
    categories: view.cpv.length > 0,
    documents: view.documents.length > 0,
    siblings: view.siblings.length > 0,
    similar: view.similar.length > 0,
    quality: view.quality.length > 0,
    record: true,
  };
  return Object.entries(words.contract.contents)
    .filter(([id]) => Object.entries(held).some(([name, isHeld]) => name === id && isHeld))
    .map(([id, text]) => ({ id, text }));
}
