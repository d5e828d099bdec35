import { publishedAlsoText } from '../processes/portal-text.ts';
import { segmentText } from '../segments/present-segment.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import { amountText } from './amount-text.ts';
import { presentContractList } from './present-list.ts';
import type { ContractDetail } from './views.ts';

/**
 * One contract as text, in the order of its page: what it is, who and when, amounts, notices, changes, others like it.
 *
 * @example presentContractDetail(await showContract.run(context, { id }))
 */
export function presentContractDetail(contract: ContractDetail): string {
  const kind = contract.isFrameworkAgreement ? 'framework agreement' : 'contract';
  return [
    `${contract.title}\n${textBlock([
      [kind, contract.id],
      ['process', contract.ocid],
      [
        'award, contract',
        `${contract.awardId}, ${contract.isStandIn ? 'none published' : contract.contractId}`,
      ],
      ['status', `${contract.status}. ${contract.statusMeaning}`],
      ['reason given', contract.endReason],
      ['value', amountText(contract.amount)],
      ['buyer', contract.buyer?.name ?? 'not stated'],
      ['suppliers', contract.suppliers.map((supplier) => supplier.name).join('; ') || 'not stated'],
      [contract.stage === 'intended' ? 'decided' : 'awarded', contract.awardedOn],
      ['signed', contract.signedOn],
      [contract.stage === 'intended' ? 'planned' : 'runs', runText(contract)],
      ['options', contract.optionsText ?? (contract.hasOptions ? 'can be extended or renewed' : null)],
      ['law', `${contract.regime} (${contract.regimeBasis})`],
      ['route', contract.route],
      ['procedure', contract.procedure],
      ['direct award', contract.directAwardReasons.join('; ')],
      ['framework', frameworkText(contract)],
      ['segment', segmentText(contract.classification)],
      ['vendors', contract.vendors.map(vendorText).join('; ')],
      ['bought', contract.cpv.map(({ code, label }) => `${code} ${label ?? ''}`.trim()).join('; ')],
    ])}`,
    textSection('Description', contract.description),
    textSection('Amounts', amountTable(contract)),
    textSection('Parties', partyTable(contract)),
    textSection('Also published on', publishedAlsoText(contract.publishedAlso, contract.ocid)),
    textSection('Notices', timelineTable(contract)),
    textSection('Changes', contract.changes.map(changeText).join('\n')),
    textSection('Performance', performanceTable(contract)),
    textSection('Documents', textTable(contract.documents.map(({ title, url }) => [title, url]))),
    textSection(`Call-offs held: ${contract.callOffs.count}`, presentContractList(contract.callOffs.items)),
    textSection('Other contracts of this process', presentContractList(contract.siblings)),
    textSection('Similar contracts', presentContractList(contract.similar)),
    textSection(
      'What we noticed in the data',
      contract.quality.map((sentence) => `- ${sentence}`).join('\n'),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function vendorText({ group, way, certainty, products }: ContractDetail['vendors'][number]): string {
  const named = products.flatMap(({ name }) => name ?? []);
  const what = named.length === 0 ? '' : `, ${named.join(', ')}`;
  return `${group.name} (${way}, certainty ${certainty}${what})`;
}

function runText({ startOn, endOn, maxEndOn, endedOn }: ContractDetail): string {
  const options = maxEndOn === null || maxEndOn === endOn ? '' : `, with options to ${maxEndOn}`;
  const ended = endedOn === null ? '' : `; ended on ${endedOn}`;
  return `${startOn ?? 'start not stated'} to ${endOn ?? 'an end not stated'}${options}${ended}`;
}

function frameworkText({ framework }: ContractDetail): string | null {
  if (framework === null) return null;
  const name = [framework.reference, framework.title ?? framework.ocid].filter((part) => part !== null);
  return `${name.join(' ')} (${framework.basis === 'linked' ? 'linked in the notice' : 'inferred from the text'})`;
}

function amountTable({ amounts }: ContractDetail): string {
  return textTable(
    amounts.map((amount) => [
      amountText(amount),
      amount.ofId === null ? amount.of : `${amount.of} ${amount.ofId}`,
      [amount.isHeadline ? 'shown in lists' : '', amount.isSummed ? 'in sums' : '']
        .filter(Boolean)
        .join(', '),
      amount.sourcePath,
    ]),
  );
}

function partyTable({ parties }: ContractDetail): string {
  return textTable(
    parties.map((party) => [
      party.name,
      party.roles.join(', '),
      party.identifiers.map(({ scheme, id }) => `${scheme} ${id}`).join(', '),
      party.place,
    ]),
  );
}

function timelineTable({ timeline }: ContractDetail): string {
  return textTable(
    timeline.map((notice) => [
      notice.publishedAt?.slice(0, 10) ?? 'no date',
      notice.label,
      notice.url ?? notice.noticeId,
    ]),
  );
}

function changeText(change: ContractDetail['changes'][number]): string {
  const why = change.rationale.length === 0 ? '' : ` (${change.rationale.join('; ')})`;
  return `${change.publishedAt.slice(0, 10)}  ${change.description ?? 'not described'}${why}`;
}

function performanceTable({ kpiCount, performance }: ContractDetail): string {
  const set = kpiCount === null ? '' : `Key performance indicators set: ${kpiCount}\n`;
  return `${set}${textTable(performance.map(({ metric, rating, periodEnd }) => [metric, rating, periodEnd]))}`;
}
