import { saveCase } from '../../../../app/decisions/case-store.ts';
import { startCase, type StartedCaseView } from '../../../../app/decisions/start-case.ts';
import { showContract } from '../../../../app/contracts/show-contract.ts';
import type { ContractDetail } from '../../../../app/contracts/views.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { presentCaseStart } from './present.ts';

/** What a case about the successor of a contract would begin with. */
export const contractCaseFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.contractCase,
  async answer(request) {
    const { contract, started } = await readStart(request, {});
    return showForm(request, {
      contract,
      started,
      typed: { title: started.title, id: started.id },
      fields: {},
    });
  },
};

/** Starts the case and goes to it. */
export const contractCasePage: Page = {
  method: 'POST',
  pattern: routePatterns.contractCase,
  async answer(request) {
    const { context, form } = request;
    const { title = '', id = '', by = '' } = form;
    try {
      const { started } = await readStart(request, { title, id });
      const saved = await saveCase(context, {
        text: started.text,
        seen: null,
        ...(by.trim() !== '' && { by: by.trim().slice(0, 200) }),
      });
      return { kind: 'redirect', to: paths.caseTasks(saved.id), status: 303 };
    } catch (error) {
      const fields = refusedFields(error);
      if (fields === null) throw error;
      const { contract, started } = await readStart(request, {});
      return showForm(request, { contract, started, typed: { title, id, by }, fields });
    }
  },
};

/** What the form shows beside its fields; null where something else went wrong. */
function refusedFields(error: unknown): Record<string, string> | null {
  if (!(error instanceof AppError)) return null;
  if (error.code === 'changed-meanwhile') return { id: error.message };
  const names = Object.keys(error.fields);
  return error.code === 'bad-request' && names.some((name) => name === 'id' || name === 'title')
    ? error.fields
    : null;
}

async function readStart(
  { context, params }: PageRequest,
  typed: { title?: string; id?: string },
): Promise<{ contract: ContractDetail; started: StartedCaseView }> {
  const contract = await showContract.run(context, { id: params['id'] ?? '' });
  const asked = { contract: contract.id, ...typed };
  readInput(startCase, asked);
  const started = await startCase.run(context, startCase.input.parse(asked));
  return { contract, started };
}

type Shown = {
  contract: ContractDetail;
  started: StartedCaseView;
  typed: { title: string; id: string; by?: string };
  fields: Readonly<Record<string, string>>;
};

function showForm({ words }: PageRequest, shown: Shown): PageAnswer {
  const { caseStart: text, layout } = words;
  const { contract, fields } = shown;
  const hasError = Object.keys(fields).length > 0;
  return {
    kind: 'page',
    template: 'pages/contracts/case/page.njk',
    view: presentCaseStart(shown, words),
    title: text.title,
    status: hasError ? 400 : 200,
    hasError,
    section: 'decisions',
    crumbs: [
      { text: layout.home, href: paths.home() },
      { text: layout.contracts, href: paths.contracts() },
      { text: contract.title, href: paths.contract(contract.id) },
    ],
    isIndexed: false,
    isPrivate: true,
  };
}
