import { makePack } from './decisions/make-pack.ts';
import { runCase } from './decisions/run-case.ts';
import { validateCase } from './decisions/validate-case.ts';
import { checkCasePlaybooks } from './decisions/check-case-playbooks.ts';
import { changeCaseAt } from './decisions/change-case.ts';
import { exportCase } from './decisions/export-case.ts';
import { findCases } from './decisions/find-cases.ts';
import { importCase } from './decisions/import-case.ts';
import { listVersions } from './decisions/list-versions.ts';
import { saveCaseText } from './decisions/save-case.ts';
import { showCase } from './decisions/show-case.ts';
import { beginStage } from './decisions/begin-stage.ts';
import { listCaseRecords } from './decisions/list-case-records.ts';
import { showRecord } from './decisions/show-record.ts';
import { showSigning } from './decisions/show-signing.ts';
import { signCase } from './decisions/sign-case.ts';
import { answerReview } from './decisions/answer-review.ts';
import { reviewCases } from './decisions/review-cases.ts';
import { verifyRecords } from './decisions/verify-records.ts';
import { workOutCase } from './decisions/work-out-case.ts';
import { drawFigures } from './decisions/draw-figures.ts';
import { showCaseSchema } from './decisions/case-schema.ts';
import { listCriteria } from './decisions/list-criteria.ts';
import { mapCase } from './decisions/map-case.ts';
import { listModels } from './decisions/list-models.ts';
import { listTasks } from './decisions/list-tasks.ts';
import { showEvidence } from './decisions/show-evidence.ts';
import { startCase } from './decisions/start-case.ts';
import { suggestForCase } from './decisions/suggest-for-case.ts';
import { suggestReuseOf } from './decisions/suggest-reuse.ts';
import { triage } from './decisions/triage.ts';
import { listReferenceClasses } from './benchmarks/classes.ts';
import { showPriceBenchmark } from './benchmarks/price.ts';
import { findBuyers } from './buyers/find-buyers.ts';
import { showBuyer } from './buyers/show-buyer.ts';
import { exportContracts } from './contracts/export-contracts.ts';
import { findContracts } from './contracts/find-contracts.ts';
import { showContract } from './contracts/show-contract.ts';
import { listCorrectionsReported } from './data/list-corrections.ts';
import { reportCorrection } from './data/report-correction.ts';
import { showDataStatus } from './data/show-data-status.ts';
import { verifyData } from './data/verify.ts';
import { harvestContractsFinder } from './harvest/contracts-finder.ts';
import { harvestFindATender } from './harvest/find-a-tender.ts';
import { harvestResume } from './harvest/resume.ts';
import { harvestStatus } from './harvest/status.ts';
import { showIndicatorRates } from './indicators/show-rates.ts';
import { exportRenewalsCalendar } from './market/calendar.ts';
import { showCompetition } from './market/competition.ts';
import { showExposure } from './market/exposure.ts';
import { listFrameworks } from './market/frameworks.ts';
import { showGrowth } from './market/growth.ts';
import { listRenewals } from './market/renewals.ts';
import { showOrganisationMarket } from './market/show-organisation.ts';
import { showMarketSegment } from './market/show-segment.ts';
import { showSimilarWork } from './market/similar.ts';
import { exportMarketFigures } from './market/figures.ts';
import { showMarketOverview } from './market/overview.ts';
import { showMethod } from './methods/show.ts';
import { listMethods } from './methods/list.ts';
import { verifyMethods } from './methods/verify.ts';
import { ingest } from './notices/ingest.ts';
import { listChanges } from './notices/list-changes.ts';
import { compile } from './ocds/compile.ts';
import { coverage } from './ocds/coverage.ts';
import { detectFormats } from './ocds/detect-format.ts';
import { indicators } from './ocds/indicators.ts';
import { prepare } from './ocds/prepare.ts';
import { upgrade } from './ocds/upgrade.ts';
import { validate } from './ocds/validate.ts';
import type { Operation } from './operation.ts';
import { exportOrganisationFigures } from './organisations/export-figures.ts';
import { keepApart } from './organisations/keep-apart.ts';
import { listIdentityDecisions } from './organisations/list-decisions.ts';
import { listOrganisationKeys } from './organisations/list-keys.ts';
import { mergeOrganisations } from './organisations/merge-organisations.ts';
import { reviewOrganisations } from './organisations/review-organisations.ts';
import { splitOrganisation } from './organisations/split-organisation.ts';
import { undoDecision } from './organisations/undo-decision.ts';
import { findProducts } from './products/find-products.ts';
import { showProduct } from './products/show-product.ts';
import { exportProductFigures } from './products/export-product-figures.ts';
import { joinProcesses } from './processes/join.ts';
import { keepProcessesApart } from './processes/keep-apart.ts';
import { listDecisionsOnProcesses } from './processes/list-decisions.ts';
import { matchPortals } from './processes/match.ts';
import { reviewProcesses } from './processes/review.ts';
import { undoProcessDecision } from './processes/undo.ts';
import { addPurchase } from './pipeline/add.ts';
import { changePurchase } from './pipeline/change.ts';
import { exportPipeline } from './pipeline/export.ts';
import { exportPipelineFigures } from './pipeline/figures.ts';
import { showPipelineForecast } from './pipeline/forecast.ts';
import { importPurchases } from './pipeline/import.ts';
import { listPlannedPurchases } from './pipeline/list-purchases.ts';
import { listPipeline } from './pipeline/list.ts';
import { exportPipelineReleases } from './pipeline/releases.ts';
import { withdrawPurchase } from './pipeline/withdraw.ts';
import { showProcess } from './processes/show-process.ts';
import { listDoors } from './routes/doors.ts';
import { findRoutesForNeed } from './routes/find.ts';
import { listRoutes } from './routes/list.ts';
import { showRoute } from './routes/show.ts';
import { planTimetable } from './routes/timetable.ts';
import { generateSampleMarket } from './sample/generate.ts';
import { checkSegment } from './segments/check.ts';
import { classifyReleases } from './segments/classify-releases.ts';
import { compareSegments } from './segments/compare.ts';
import { listSegmentOverrides } from './segments/list-overrides.ts';
import { overrideSegment } from './segments/override.ts';
import { diffPlaybook } from './segments/diff-playbook.ts';
import { editPlaybook } from './segments/edit-playbook.ts';
import { restorePlaybook } from './segments/restore-playbook.ts';
import { showPlaybookHistory } from './segments/playbook-history.ts';
import { refreshAllSegments } from './segments/refresh.ts';
import { showPlaybook } from './segments/playbook.ts';
import { exportSegmentToday } from './segments/export-today.ts';
import { exportSegmentQuality } from './segments/export-quality.ts';
import { showSegmentToday } from './segments/segment-today.ts';
import { showSegmentQuality } from './segments/show-quality.ts';
import { withdrawSegment } from './segments/withdraw.ts';
import { findStrategies } from './strategies/find.ts';
import { saveStrategy } from './strategies/save.ts';
import { showStrategy } from './strategies/show.ts';
import { listVersionsOfStrategy } from './strategies/versions.ts';
import { findSpend } from './spend/find.ts';
import { ingestSpend } from './spend/ingest.ts';
import { listSpendBuyers } from './spend/list-buyers.ts';
import { listSpendFilesHeld } from './spend/list-files.ts';
import { reconcileSpend } from './spend/reconcile.ts';
import { findSuppliers } from './suppliers/find-suppliers.ts';
import { showSupplier } from './suppliers/show-supplier.ts';
import { showSupplierVendor } from './suppliers/show-vendor.ts';
import { findVendors } from './vendors/find-vendors.ts';
import { showVendorGroup } from './vendors/show-vendor-group.ts';
import { exportVendorFigures } from './vendors/export-vendor-figures.ts';

/**
 * Everything a user can do, in the order in which help and documentation show it.
 * Adding an operation is adding its file under `src/app/<noun>/` and its line here: the command, the API and their
 * documentation follow from it.
 */
export const operations: readonly Operation[] = [
  findContracts,
  showContract,
  exportContracts,
  showProcess,
  reviewProcesses,
  joinProcesses,
  keepProcessesApart,
  undoProcessDecision,
  listDecisionsOnProcesses,
  matchPortals,
  findBuyers,
  showBuyer,
  findSuppliers,
  showSupplier,
  showSupplierVendor,
  findVendors,
  showVendorGroup,
  exportVendorFigures,
  findProducts,
  showProduct,
  planTimetable,
  exportProductFigures,
  reviewOrganisations,
  mergeOrganisations,
  keepApart,
  splitOrganisation,
  undoDecision,
  listOrganisationKeys,
  listIdentityDecisions,
  exportOrganisationFigures,
  compareSegments,
  showPlaybook,
  showSegmentToday,
  exportSegmentToday,
  editPlaybook,
  showPlaybookHistory,
  diffPlaybook,
  restorePlaybook,
  checkSegment,
  classifyReleases,
  overrideSegment,
  withdrawSegment,
  findStrategies,
  listVersionsOfStrategy,
  saveStrategy,
  showStrategy,
  listSegmentOverrides,
  refreshAllSegments,
  showSegmentQuality,
  exportSegmentQuality,
  findRoutesForNeed,
  listDoors,
  listRoutes,
  showRoute,
  showPriceBenchmark,
  listReferenceClasses,
  listSpendFilesHeld,
  findSpend,
  listSpendBuyers,
  reconcileSpend,
  showIndicatorRates,
  showMarketOverview,
  showMarketSegment,
  showSimilarWork,
  listRenewals,
  exportRenewalsCalendar,
  showCompetition,
  showGrowth,
  listFrameworks,
  showExposure,
  showOrganisationMarket,
  exportMarketFigures,
  listPipeline,
  showPipelineForecast,
  exportPipeline,
  exportPipelineReleases,
  exportPipelineFigures,
  addPurchase,
  changePurchase,
  withdrawPurchase,
  importPurchases,
  listPlannedPurchases,
  triage,
  validateCase,
  findCases,
  showCase,
  importCase,
  exportCase,
  saveCaseText,
  changeCaseAt,
  listVersions,
  workOutCase,
  drawFigures,
  runCase,
  showSigning,
  signCase,
  beginStage,
  listCaseRecords,
  showRecord,
  verifyRecords,
  reviewCases,
  answerReview,
  makePack,
  checkCasePlaybooks,
  listTasks,
  mapCase,
  showCaseSchema,
  listModels,
  listCriteria,
  suggestReuseOf,
  suggestForCase,
  startCase,
  showEvidence,

  listMethods,
  showMethod,
  verifyMethods,
  showDataStatus,
  verifyData,
  reportCorrection,
  listCorrectionsReported,
  listChanges,
  ingest,
  ingestSpend,
  harvestFindATender,
  harvestContractsFinder,
  harvestResume,
  harvestStatus,
  compile,
  upgrade,
  detectFormats,
  validate,
  coverage,
  prepare,
  indicators,
  generateSampleMarket,
];
