import type { Format } from '../format.ts';

/** Words about what the checks of the playbooks say of a case or of a contract. */
export const checkWords = (format: Format) => {
  const counted = (count: number, one: string, other: string): string =>
    `${format.number(count)} ${format.plural(count, { one, other })}`;
  return {
    caseTitle: 'What the playbooks say',
    caseLead:
      'Every shortlisted option is held against the playbook of each market in which it buys. A finding is a question to be answered, not a verdict. Business as usual and do-minimum are not checked.',
    caseCosts: 'This version hasn’t been worked out yet, so checks that need its costs say nothing.',
    caseNone:
      'No shortlisted option buys in a market that has a playbook, so nothing was checked. An option buys where its components name a market segment, or where its delivery model has a market of its own.',
    contractTitle: 'What the playbook says',
    contractLead:
      'The contract is held against the playbook of its market segment. Only what the notices say is known here: the contract itself may say more.',
    contractNone: (hasSegment: boolean) =>
      hasSegment
        ? 'The contract buys nothing digital, so no playbook is for it.'
        : 'The contract has no market segment yet, so no playbook is for it.',
    summary: (stops: number, warnings: number, advice: number) => {
      const found = [
        ...(stops === 0 ? [] : [counted(stops, 'stop', 'stops')]),
        ...(warnings === 0 ? [] : [counted(warnings, 'warning', 'warnings')]),
        ...(advice === 0 ? [] : [counted(advice, 'piece of advice', 'pieces of advice')]),
      ];
      return found.length === 0 ? null : format.list(found);
    },
    nothingFound: 'The checks found nothing.',
    nothingChecked: 'Nothing to check yet',
    groups: { stop: 'Stop until it is dealt with', warn: 'Warnings', advise: 'Advice' },
    options: (count: number) => format.plural(count, { one: 'Option', other: 'Options' }),
    facts: 'Read',
    fact: (label: string, value: string, evidence: string) => `${label}: ${value} (${evidence})`,
    why: 'Why',
    act: 'Do',
    judgement: 'Judgement.',
    source: (title: string, publisher: string) => `${title}, ${publisher}.`,
    more: 'More',
    passage: (segment: string, section: string) => `Playbook: ${segment}, “${section}”`,
    clear: (count: number) => `${counted(count, 'check', 'checks')} looked and found nothing.`,
    openTitle: 'What can’t be judged',
    openLead: (count: number) =>
      count === 1
        ? 'One check lacks a fact, so it says nothing. It stands here with what it would say, and what it lacks.'
        : `${format.number(count)} checks lack a fact, so they say nothing. Each stands here with what it would say, and what it lacks.`,
    lacks: (title: string, labels: string) => `“${title}” lacks: ${labels}.`,
    others: (count: number) =>
      `${counted(count, 'check asks for what is only known elsewhere, such as in a case, in a draft tender or in notices, and was', 'checks ask for what is only known elsewhere, such as in a case, in a draft tender or in notices, and were')} left out.`,
    playbooksTitle: 'Which playbooks',
    boughtBy: (options: string) => `bought by ${options}`,
    withComponents: (option: string, components: string) => `${option} (${components})`,
    ofContract: 'the segment of the contract',
    unreviewed: 'Unreviewed: no named owner has read it yet.',
    toContract: 'Back to the contract',
    toAll: 'What each finding was read from, and what can’t be judged',
    task: 'Look at what the playbooks say',
    taskLink: 'Findings of the checks',
    taskStatus: { stop: 'Stop', found: 'Findings', clear: 'Nothing found' },
    contractLink: 'What the playbook says about this contract',
    evidenceOf: {
      market: 'figures of the register',
      text: 'looked for in the route and in the exit of the option',
    },
  };
};
