import { formatIn } from './format.ts';
import { amountWords, contractListWords, contractWords } from './en/contracts.ts';
import { benchmarkLabels, benchmarkWords } from './en/benchmarks.ts';
import { caseChoiceWords } from './en/case-choices.ts';
import { appraisalFieldWords, moneyFieldWords, needFieldWords } from './en/case-fields.ts';
import { caseFormWords } from './en/case-form.ts';
import { casePackWords } from './en/case-pack.ts';
import { casePartWords } from './en/case-parts.ts';
import { caseOwnWords } from './en/case-own.ts';
import { caseWords } from './en/cases.ts';
import { checkWords } from './en/checks.ts';
import { caseStartWords, evidenceWords } from './en/evidence.ts';
import { caseResultWords } from './en/case-result.ts';
import { cpvDivisions } from './en/cpv-divisions.ts';
import { identityLabels, identityWords } from './en/identity.ts';
import { labels } from './en/labels.ts';
import { errorWords, layoutWords } from './en/layout.ts';
import { marketWords } from './en/market.ts';
import { draftCheckWords } from './en/draft-check.ts';
import { playbookEditingWords } from './en/playbook-editing.ts';
import { playbookWords } from './en/playbooks.ts';
import { pipelineWords } from './en/pipeline.ts';
import { organisationWords, recordWords } from './en/registers.ts';
import { portalLabels, portalWords } from './en/portals.ts';
import { segmentWords } from './en/segments.ts';
import { spendLabels, spendWords } from './en/spend.ts';
import { strategyWords } from './en/strategies.ts';
import { productWords } from './en/products.ts';
import { purchaseWords } from './en/purchases.ts';
import { routeWords } from './en/routes.ts';
import { timetableWords } from './en/timetable.ts';
import { vendorWords } from './en/vendors.ts';
import { reviewWords } from './en/review.ts';
import { caseReviewWords, decisionRecordWords, signingWords } from './en/signing.ts';
import { aboutWords, accessibilityWords, correctionWords, dataWords, homeWords } from './en/site.ts';

const format = formatIn('en-GB');

/** All interface text in English. Another language is a file beside this one, of the same shape. */
export const en = {
  language: 'en',
  format,
  labels: {
    ...labels,
    ...spendLabels,
    ...identityLabels,
    ...benchmarkLabels,
    ...portalLabels,
    cpvDivision: cpvDivisions,
  },
  layout: layoutWords(format),
  errors: errorWords,
  list: contractListWords(format),
  amount: amountWords,
  contract: contractWords(format),
  market: marketWords(format),
  pipeline: pipelineWords(format),
  draftCheck: draftCheckWords(format),
  playbookEditing: playbookEditingWords(format),
  playbooks: playbookWords(format),
  identity: identityWords(format),
  products: productWords(format),
  purchases: purchaseWords(format),
  routes: routeWords(format),

  signing: signingWords(format),
  decisionRecord: decisionRecordWords(format),
  caseReview: caseReviewWords(format),
  timetable: timetableWords(format),
  vendors: vendorWords(format),
  portals: portalWords(format),
  organisations: organisationWords(format),
  record: recordWords,
  review: reviewWords(format),
  segments: segmentWords(format),
  spend: spendWords(format),
  strategies: strategyWords(format),
  benchmark: benchmarkWords(format),
  home: homeWords(format),
  cases: caseWords(format),
  caseForm: caseFormWords(format),
  checks: checkWords(format),
  caseOwn: caseOwnWords(format),
  casePack: casePackWords,
  caseParts: casePartWords,
  caseFields: { ...needFieldWords, ...moneyFieldWords, ...appraisalFieldWords },
  caseChoices: caseChoiceWords,
  evidence: evidenceWords(format),
  caseStart: caseStartWords(format),
  caseResult: caseResultWords(format),
  data: dataWords(format),
  about: aboutWords,
  accessibility: accessibilityWords,
  corrections: correctionWords,
};
