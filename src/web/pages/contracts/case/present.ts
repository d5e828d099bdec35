import type { ContractDetail } from '../../../../app/contracts/views.ts';
import { contractForCase } from '../../../../app/decisions/contract-facts.ts';
import type { StartedCaseView } from '../../../../app/decisions/start-case.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { paths } from '../../../paths.ts';

/** What the page is made of; `fields` says what is wrong with what was typed. */
export type CaseStartShown = {
  contract: ContractDetail;
  started: StartedCaseView;
  typed: { title: string; id: string; by?: string };
  fields: Readonly<Record<string, string>>;
};

/** What a case about the successor of a contract would begin with, as its page shows it. */
export function presentCaseStart({ contract, started, typed, fields }: CaseStartShown, words: Catalogue) {
  const { caseStart: text } = words;
  return {
    contractTitle: contract.title,
    facts: presentFacts(contract, words),
    assumed: started.assumed.map(({ path, because }) => text.assumed[path] ?? `${path}: ${because}`),
    dates: started.bridge?.dates ?? [],
    bridge: started.bridge?.bridge ?? [],
    action: paths.contractCase(contract.id),
    contractHref: paths.contract(contract.id),
    errors: Object.entries(fields).map(([name, message]) => ({ text: message, href: `#${name}` })),
    inputs: [
      inputOf('title', text.caseTitle, null, typed.title, fields),
      inputOf('id', text.caseId, text.caseIdHint, typed.id, fields),
      inputOf('by', text.by, text.byHint, typed.by ?? '', fields),
    ],
  };
}

function presentFacts(contract: ContractDetail, words: Catalogue) {
  const { caseStart: text, format, labels } = words;
  const facts = contractForCase(contract);
  const { startOn, endOn, maxEndOn } = facts;
  const day = (value: string): string => format.day(value);
  const term =
    endOn === null ? null : startOn === null ? text.until(day(endOn)) : text.from(day(startOn), day(endOn));
  const pence = facts.netPounds === null ? null : Math.round(facts.netPounds * 100);
  return [
    ...fact(text.buyer, facts.buyer?.name ?? text.notKnown),
    ...fact(text.supplier(facts.suppliers.length), format.list(facts.suppliers)),
    ...fact(
      text.value,
      pence === null ? text.notKnown : format.moneyExact({ minorUnits: pence, currency: 'GBP' }),
    ),
    ...fact(text.term, term),
    ...fact(text.lastEnd, maxEndOn === null || maxEndOn === endOn ? null : day(maxEndOn)),
    ...fact(text.law, labels.regime[facts.regime]),
    ...fact(text.segment, facts.segment === null ? null : labels.segment[facts.segment]),
    ...fact(text.products, format.list(facts.products)),
  ];
}

function inputOf(
  name: string,
  label: string,
  hint: string | null,
  value: string,
  fields: Readonly<Record<string, string>>,
) {
  const error = fields[name];
  return {
    id: name,
    name,
    label: { text: label },
    value,
    ...(hint !== null && { hint: { text: hint } }),
    ...(error !== undefined && { errorMessage: { text: error } }),
    ...(name === 'by' && { classes: 'govuk-input--width-20', autocomplete: 'name' }),
  };
}
