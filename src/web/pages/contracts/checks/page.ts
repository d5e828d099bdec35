import {
  checkFoundContract,
  findContractToCheck,
  type ContractToCheck,
} from '../../../../app/segments/check-contract.ts';
import { isDigital } from '../../../../domain/segments/segment.ts';
import { presentCheckReport, type CheckedSubject } from '../../../components/checks/present-check-report.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';

/** What the playbook of its segment says of a contract. */
export const contractChecksPage: Page = {
  method: 'GET',
  pattern: routePatterns.contractChecks,
  async answer(request) {
    const { context, params, words } = request;
    const asked = params['id'] ?? '';
    const found = await findContractToCheck(context, asked);
    const { id, contract } = found;
    if (id !== asked) return { kind: 'redirect', to: paths.contractChecks(id), status: 301 };
    const { checks: text, layout } = words;
    const report = await presentChecksOf(found, request);
    return {
      kind: 'page',
      template: 'pages/contracts/checks/page.njk',
      view: {
        title: contract.title,
        contractHref: paths.contract(id),
        report,
        noPlaybook: report === null ? text.contractNone(found.segment !== null) : null,
      },
      title: `${text.contractTitle}: ${contract.title}`,
      section: 'contracts',
      crumbs: [
        { text: layout.home, href: paths.home() },
        { text: layout.contracts, href: paths.contracts() },
        { text: contract.title, href: paths.contract(id) },
      ],
      isIndexed: false,
    };
  },
};

/** The findings; null where no playbook is for the contract. */
async function presentChecksOf(
  found: ContractToCheck,
  { context, words }: PageRequest,
): Promise<ReturnType<typeof presentCheckReport> | null> {
  const { segment } = found;
  if (segment === null || !isDigital(segment)) return null;
  const because = words.checks.ofContract;
  const report = await checkFoundContract(context, found, { id: segment, because });
  const subject: CheckedSubject = {
    option: (id) => id,
    model: (id) => id,
    evidence: (evidence) => evidence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/gu, (day) => words.format.day(day)),
    because: () => because,
  };
  return presentCheckReport(report, subject, words);
}
