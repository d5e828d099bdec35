import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../app/context.ts';
import { asRefusal } from '../app/problem.ts';
import { AppError } from '../lib/errors.ts';
import { catalogues } from './catalogue/catalogue.ts';
import type { Assets } from './layout/assets.ts';
import { loadAssets } from './layout/assets.ts';
import type { Frame, Render } from './layout/render.ts';
import { createRender } from './layout/render.ts';
import type { SampleState } from './layout/sample-state.ts';
import { readSampleState } from './layout/sample-state.ts';
import type { Page, PageAnswer } from './pages/_page.ts';
import { contractsPage } from './pages/contracts/find/page.ts';
import { contractCaseFormPage, contractCasePage } from './pages/contracts/case/page.ts';
import { contractChecksPage } from './pages/contracts/checks/page.ts';
import { contractPage } from './pages/contracts/show/page.ts';
import {
  correctionFormPage,
  correctionReceivedPage,
  correctionReportPage,
} from './pages/corrections/report/page.ts';
import { caseChecksPage } from './pages/decisions/checks/page.ts';
import { caseComparePage } from './pages/decisions/compare/page.ts';
import { caseEditFormPage, caseEditPage } from './pages/decisions/edit/page.ts';
import { casePackFormPage, casePackPage } from './pages/decisions/pack/page.ts';
import { caseFilePage } from './pages/decisions/file/page.ts';
import { caseItemFormPage, caseItemPage } from './pages/decisions/item/page.ts';
import { casesPage } from './pages/decisions/list/page.ts';
import { caseNewFormPage, caseNewPage } from './pages/decisions/new/page.ts';
import { caseTasksPage } from './pages/decisions/tasks/page.ts';
import { caseVersionsPage } from './pages/decisions/versions/page.ts';
import { caseFigureFile } from './pages/decisions/figure-file/page.ts';
import { caseMapFile, caseMapPage } from './pages/decisions/map/page.ts';
import { caseResultPage, caseWorkOutPage } from './pages/decisions/result/page.ts';
import { dataStatusPage } from './pages/data/status/page.ts';
import { caseEvidencePage, keepCaseEvidencePage } from './pages/decisions/evidence/page.ts';
import { indicatorRatesFile, indicatorRatesPage } from './pages/indicators/rates/page.ts';
import { methodsPage } from './pages/methods/list/page.ts';
import { methodPage } from './pages/methods/show/page.ts';
import { marketCompetitionPage } from './pages/market/competition/page.ts';
import { marketExposurePage } from './pages/market/exposure/page.ts';
import { marketFrameworksPage } from './pages/market/frameworks/page.ts';
import { marketGrowthPage } from './pages/market/growth/page.ts';
import { marketRenewalsCalendarPage, marketRenewalsPage } from './pages/market/renewals/page.ts';
import { marketSegmentPage } from './pages/market/segment/page.ts';
import { pipelineForecastPage } from './pages/pipeline/forecast/page.ts';
import { pipelinePage } from './pages/pipeline/list/page.ts';
import { purchaseAddFormPage, purchaseAddPage } from './pages/pipeline/purchase-add/page.ts';
import { purchaseChangeFormPage, purchaseChangePage } from './pages/pipeline/purchase-change/page.ts';
import {
  purchaseTemplatePage,
  purchaseUploadFormPage,
  purchaseUploadPage,
} from './pages/pipeline/purchase-upload/page.ts';
import { purchaseWithdrawFormPage, purchaseWithdrawPage } from './pages/pipeline/purchase-withdraw/page.ts';
import { purchasesPage } from './pages/pipeline/purchases/page.ts';
import { marketOverviewPage } from './pages/market/overview/page.ts';
import { caseRecordFilePage, caseRecordPage } from './pages/decisions/record/page.ts';
import { caseReviewAnswerPage, caseReviewPage } from './pages/decisions/review/page.ts';
import { caseSignFormPage, caseSignPage } from './pages/decisions/sign/page.ts';
import { decideFormPage, decidePage } from './pages/organisations/review-decide/page.ts';
import { decisionsPage } from './pages/organisations/review-decisions/page.ts';
import { organisationKeysPage } from './pages/organisations/review-keys/page.ts';
import { reviewPage } from './pages/organisations/review/page.ts';
import { buyersPage, suppliersPage } from './pages/organisations/find/page.ts';
import { buyerPage, supplierPage } from './pages/organisations/show/page.ts';
import { processDecideFormPage, processDecidePage } from './pages/processes/review-decide/page.ts';
import { processDecisionsPage } from './pages/processes/review-decisions/page.ts';
import { processReviewPage } from './pages/processes/review/page.ts';
import { processPage, processRecordPage } from './pages/processes/show/page.ts';
import { productsPage } from './pages/products/find/page.ts';
import { productPage } from './pages/products/show/page.ts';
import { vendorsPage } from './pages/vendors/find/page.ts';
import { vendorPage } from './pages/vendors/show/page.ts';
import { timetableCalendarPage, timetableCsvPage, timetablePage } from './pages/routes/timetable/page.ts';
import { aboutPage } from './pages/site/about/page.ts';
import { accessibilityPage } from './pages/site/accessibility/page.ts';
import { routeChecksPage } from './pages/routes/checks/page.ts';
import { routeDoorsPage } from './pages/routes/doors/page.ts';
import { routesPage } from './pages/routes/find/page.ts';
import { routePage } from './pages/routes/show/page.ts';
import { segmentsPage } from './pages/segments/compare/page.ts';
import { draftCheckFormPage, draftCheckPage } from './pages/segments/draft/page.ts';
import { playbookDiffPage } from './pages/segments/diff/page.ts';
import { playbookEditPage, playbookPartFormPage, playbookPartPage } from './pages/segments/edit/page.ts';
import { playbookFilePage } from './pages/segments/file/page.ts';
import { playbookHistoryPage, playbookRestorePage } from './pages/segments/history/page.ts';
import { segmentPlaybookPage } from './pages/segments/playbook/page.ts';
import { segmentQualityPage } from './pages/segments/quality/page.ts';
import { strategyEditFormPage, strategyEditPage } from './pages/strategies/edit/page.ts';
import { strategiesPage } from './pages/strategies/list/page.ts';
import { strategyShowPage } from './pages/strategies/show/page.ts';
import { presentError } from './pages/site/error/present.ts';
import { homePage } from './pages/site/home/page.ts';
import { spendPage } from './pages/spend/find/page.ts';
import { spendReconcilePage } from './pages/spend/reconcile/page.ts';
import { paths, routePatterns } from './paths.ts';
import { readRequest } from './read-request.ts';
import { addUploads } from './read-upload.ts';

/** What the pages work with; everything outside them arrives here. */
export type PagesOptions = { context: (request: FastifyRequest) => Context };

/** Answers a request that reaches no route with the page of its failure. */
export type FailurePage = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FastifyReply>;

/** Every page of the site. */
export const pages: readonly Page[] = [
  homePage,
  contractsPage,
  contractPage,
  caseSignFormPage,
  caseSignPage,
  caseRecordPage,
  caseRecordFilePage,
  caseReviewPage,
  caseReviewAnswerPage,
  contractCaseFormPage,
  contractCasePage,
  contractChecksPage,
  caseChecksPage,
  caseEvidencePage,
  keepCaseEvidencePage,
  processReviewPage,
  processDecideFormPage,
  processDecidePage,
  processDecisionsPage,
  processPage,
  processRecordPage,
  buyersPage,
  buyerPage,
  suppliersPage,
  supplierPage,
  spendPage,
  spendReconcilePage,
  marketOverviewPage,
  marketSegmentPage,
  marketRenewalsPage,
  marketRenewalsCalendarPage,
  marketCompetitionPage,
  marketGrowthPage,
  marketFrameworksPage,
  marketExposurePage,
  productsPage,
  productPage,
  vendorsPage,
  vendorPage,
  pipelinePage,
  pipelineForecastPage,
  purchasesPage,
  purchaseAddFormPage,
  purchaseAddPage,
  purchaseChangeFormPage,
  purchaseChangePage,
  purchaseWithdrawFormPage,
  purchaseWithdrawPage,
  purchaseUploadFormPage,
  purchaseUploadPage,
  purchaseTemplatePage,
  timetablePage,
  timetableCsvPage,
  timetableCalendarPage,
  reviewPage,
  decideFormPage,
  decidePage,
  decisionsPage,
  organisationKeysPage,
  casesPage,
  caseNewFormPage,
  caseNewPage,
  caseTasksPage,
  caseEditFormPage,
  caseEditPage,
  caseItemFormPage,
  caseItemPage,
  caseVersionsPage,
  caseComparePage,
  caseFilePage,
  casePackFormPage,
  casePackPage,
  routesPage,
  routeDoorsPage,
  routeChecksPage,
  routePage,
  segmentsPage,
  strategiesPage,
  strategyShowPage,
  strategyEditFormPage,
  strategyEditPage,
  segmentPlaybookPage,
  draftCheckFormPage,
  draftCheckPage,
  playbookDiffPage,
  playbookEditPage,
  playbookPartFormPage,
  playbookPartPage,
  playbookFilePage,
  playbookHistoryPage,
  playbookRestorePage,
  segmentQualityPage,
  indicatorRatesPage,
  indicatorRatesFile,
  methodsPage,
  methodPage,
  caseResultPage,
  caseWorkOutPage,
  caseFigureFile,
  caseMapPage,
  caseMapFile,
  dataStatusPage,
  aboutPage,
  accessibilityPage,
  correctionFormPage,
  correctionReportPage,
  correctionReceivedPage,
];

/** The language of the interface until a reader can choose. */
const words = catalogues.en;

/**
 * Adds the pages for browsers, what they load, and their pages for failures.
 *
 * @returns what answers a failure outside the routes
 * @example registerPages(app, { context: (request) => openContext(config, register, parts) })
 */
export function registerPages(app: FastifyInstance, options: PagesOptions): FailurePage {
  const assets = loadAssets();
  const render = createRender(assets);
  const sampleState = readSampleState();
  const failures = { context: options.context, render, sampleState };
  const failurePage: FailurePage = async (error, request, reply) =>
    sendFailure(error, request, reply, failures);
  app.setNotFoundHandler((request, reply) =>
    failurePage(new AppError('not-found', words.errors.notFoundLead), request, reply),
  );
  app.register((scope, _, done) => {
    scope.setErrorHandler(failurePage);
    addUploads(scope);
    addAssets(scope, assets);
    for (const page of pages) {
      scope.route({
        method: page.method,
        url: page.pattern,
        handler: async (request, reply) => {
          const context = options.context(request);
          const answer = await page.answer(readRequest(request, context, words));
          const sample = answer.kind === 'page' ? await sampleState(context) : 'none';
          return sendAnswer(answer, { request, reply, render, sample });
        },
      });
    }
    done();
  });
  return failurePage;
}

type Sending = { request: FastifyRequest; reply: FastifyReply; render: Render; sample: Frame['sample'] };

function sendAnswer(answer: PageAnswer, { request, reply, render, sample }: Sending): FastifyReply {
  if (answer.kind === 'redirect') return reply.redirect(answer.to, answer.status);
  if (answer.kind === 'file') {
    return reply
      .header('content-disposition', `attachment; filename="${answer.name}"`)
      .header('x-robots-tag', 'noindex')
      .headers(answer.isPrivate === true ? { 'cache-control': 'private, no-store' } : {})
      .type(answer.contentType)
      .send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body));
  }
  // A failure on the page of a case isn’t the answer of that page, and still stands at its address.
  const isPrivate = answer.isPrivate === true || request.url.startsWith(`${paths.cases()}/`);
  const frame: Frame = {
    words,
    title: answer.title,
    url: request.url,
    section: answer.section ?? null,
    crumbs: answer.crumbs ?? [],
    isIndexed: answer.isIndexed ?? true,
    isPrivate,
    hasError: answer.hasError ?? false,
    sample,
  };
  // Status depends on the day, and data on the last run: a browser asks again each time.
  return reply
    .code(answer.status ?? 200)
    .header('cache-control', isPrivate ? 'private, no-cache' : 'no-cache')
    .type('text/html; charset=utf-8')
    .send(render(answer.template, answer.view, frame));
}

type Failures = PagesOptions & {
  render: Render;
  sampleState: SampleState;
};

async function sendFailure(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { context, render, sampleState }: Failures,
): Promise<FastifyReply> {
  const refusal = asRefusal(error) ?? clientFault(error);
  if (refusal === null) request.log.error({ err: error }, 'a fault while making a page');
  const view = presentError(refusal, words, request.url);
  // A page about a database that doesn't answer must not ask it anything.
  const sample = view.status < 500 ? await sampleIfKnown(sampleState, context(request)) : 'none';
  const template = 'pages/site/error/page.njk';
  return sendAnswer(
    { kind: 'page', template, view, title: view.title, status: view.status, isIndexed: false },
    { request, reply, render, sample },
  );
}

async function sampleIfKnown(sampleState: SampleState, context: Context): Promise<Frame['sample']> {
  try {
    return await sampleState(context);
  } catch {
    // The page is about a failure already; without the banner it is still right.
    return 'none';
  }
}

/** What the server itself refuses about a request (a body that is too long, a broken form) is the client's fault. */
function clientFault(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return null;
  return error.statusCode >= 400 && error.statusCode < 500
    ? new AppError('bad-request', error.message)
    : null;
}

/** Files that pages load. The version in their address changes with their content, so that browsers may keep them. */
function addAssets(scope: FastifyInstance, assets: Assets): void {
  scope.get<{ Params: { version: string; name: string } }>(routePatterns.asset, async (request, reply) => {
    const file = assets.files.get(request.params.name);
    if (file === undefined) throw new AppError('not-found', words.errors.notFoundLead);
    const isCurrent = request.params.version === assets.version;
    return reply
      .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(file.contentType)
      .send(file.body);
  });
}
