import { suggestApprovals, type ApprovalRule } from '../../../domain/decisions/approvals.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type {
  PackDocument,
  PackSection,
  PackSectionId,
} from '../../../domain/decisions/pack/pack-document.ts';
import { readerPlan, type PackReader } from '../../../domain/decisions/pack/pack-reader.ts';
import { releasePack, type ReleasedPack } from '../../../domain/decisions/pack/release-pack.ts';
import { withWordedDays } from '../../../domain/decisions/pack/worded-days.ts';
import {
  interestTestDuty,
  type InterestTestReference,
} from '../../../domain/decisions/public-interest-test.ts';
import { approvalFacts } from '../../../domain/decisions/triage.ts';
import { answersOfCase, triageFactsOf } from '../../../domain/decisions/triage-case.ts';
import { countText } from '../../count-text.ts';
import { namesOf } from '../case-names.ts';
import type { CaseRun } from '../case-run.ts';
import {
  assessmentSection,
  changeSection,
  conflictSection,
  interestTestSection,
  papersSection,
  qualityStatement,
  scoreSection,
  testSection,
  versionSection,
} from './annex-sections.ts';
import { appraisalSection, enquirySection, stressSection, switchingSection } from './appraisal-sections.ts';
import { assumptionSection } from './assumption-sections.ts';
import {
  compositionSection,
  exitSection,
  interimSection,
  legalSection,
  marketSection,
  riskSection,
  routeSection,
} from './commercial-sections.ts';
import { benefitSection, economicSection, financialSection, fundingSection } from './financial-sections.ts';
import {
  approvalSection,
  deliverySection,
  equalitySection,
  pilotSection,
  reviewSection,
  rolesSection,
} from './management-sections.ts';
import {
  dissentSection,
  indicativeSection,
  longlistSection,
  recommendationSection,
  reuseSection,
} from './option-sections.ts';
import { moneyOf, totalOf, type PackMatter, type PackSource } from './pack-matter.ts';
import { numberWords } from './number-words.ts';
import { capitalised, markingText, stageNames } from './pack-words.ts';
import { clinicalSafetySection, needSection, presentSection, qualitySection } from './strategic-sections.ts';
import { summarySection } from './summary-section.ts';

/** Who writes which section. The schedule is written by the release. */
const writers: Readonly<Record<Exclude<PackSectionId, 'schedule'>, (matter: PackMatter) => PackSection>> = {
  'decision-summary': summarySection,
  need: needSection,
  present: presentSection,
  longlist: longlistSection,
  appraisal: appraisalSection,
  'indicative-result': indicativeSection,
  recommendation: recommendationSection,
  switching: switchingSection,
  stress: stressSection,
  enquiries: enquirySection,
  composition: compositionSection,
  market: marketSection,
  reuse: reuseSection,
  route: routeSection,
  interim: interimSection,
  'risk-allocation': riskSection,
  exit: exitSection,
  'money-economic': economicSection,
  'money-financial': financialSection,
  funding: fundingSection,
  benefits: benefitSection,
  roles: rolesSection,
  delivery: deliverySection,
  pilot: pilotSection,
  approvals: approvalSection,
  review: reviewSection,
  assumptions: assumptionSection,
  tests: testSection,
  scores: scoreSection,
  dissent: dissentSection,
  conflicts: conflictSection,
  'model-quality': qualityStatement,
  assessments: assessmentSection,
  'interest-test': interestTestSection,
  changes: changeSection,
  versions: versionSection,
  legal: legalSection,
  equality: equalitySection,
  quality: qualitySection,
  'clinical-safety': clinicalSafetySection,
  'background-papers': papersSection,
};

/** A run of a case that could be read. */
export type ReadableRun = CaseRun & { document: CaseDocument };

/** What a pack is built from and for whom. */
export type PackQuestion = {
  reader: PackReader;
  interestTest: InterestTestReference;
  approvals: readonly ApprovalRule[];
  source?: PackSource;
};

/** The evidence pack of a case for a reader, before it is laid out. */
export function buildPack(run: ReadableRun, question: PackQuestion): PackDocument {
  return withWordedDays(packOf(matterOf(run, question)));
}

/** The version of a pack that may be published, with the schedule of what it leaves out. */
export function buildReleasedPack(run: ReadableRun, question: PackQuestion): ReleasedPack {
  const { source = {} } = question;
  const matter = matterOf(run, { ...question, source: withoutValues(source) });
  const pack = withWordedDays(packOf(matter));
  const every = withWordedDays({
    ...pack,
    chapters: [{ id: 'every', title: '', sections: Object.values(writers).map((write) => write(matter)) }],
  });
  const { document, money } = run;
  const released = releasePack(pack, {
    document,
    sections: every.chapters.flatMap(({ sections }) => sections),
    people: (source.signatures ?? []).map(({ name }) => name),
    totals: document.options.flatMap(({ id }) => {
      const own = moneyOf(money, id);
      if (own === null) return [];
      return [
        { lines: totalOf(document, [id], 'economic').rests.flat(), amounts: summaryAmounts(own.cost) },
        { lines: totalOf(document, [id], 'cash').rests.flat(), amounts: summaryAmounts(own.cash) },
      ];
    }),
  });
  return { ...released, pack: withWordedDays(released.pack) };
}

/** What stood there before may be what is withheld now, so that the version for release tells only how much changed in which part. */
function withoutValues({ changes, ...source }: PackSource): PackSource {
  if (changes === undefined || changes === null) return source;
  const byPart = Map.groupBy(changes.changes, ({ what }) => what.split(',')[0] ?? '');
  return {
    ...source,
    changes: {
      ...changes,
      changes: [...byPart].map(([part, own]) => ({
        path: part,
        what: part,
        before: 'not told here',
        after: countText(own.length, 'change'),
      })),
    },
  };
}

function summaryAmounts({
  mean,
  p10,
  p50,
  p80,
  p90,
}: NonNullable<CaseRun['money']>['options'][number]['cost']): number[] {
  return [mean, p10, p50, p80, p90].map(({ value }) => value);
}

function matterOf(
  run: ReadableRun,
  { reader, interestTest, approvals, source = {} }: PackQuestion,
): PackMatter {
  const { document, appraisal } = run;
  const plan = readerPlan(reader);
  const chosen = document.recommendation?.option ?? appraisal?.indicated?.option ?? null;
  const facts = triageFactsOf(document);
  const { answers } = answersOfCase(document);
  const value = answers['whole-life-value'];
  const bought = answers['bought'];
  return {
    document,
    run,
    names: namesOf(document),
    reader,
    plan,
    stage: plan.stage ?? document.stage,
    option: document.options.find(({ id }) => id === chosen) ?? null,
    interestTest: {
      reference: interestTest,
      duty: interestTestDuty(
        {
          bodyType: facts.bodyType,
          nation: facts.nation,
          commencesOn: facts.commencesOn ?? document.asOf,
          valueWithVat: typeof value === 'number' ? value : null,
          bought: boughtOf(bought),
          exclusions: facts.exclusions,
        },
        interestTest,
      ),
    },
    suggestedApprovals: suggestApprovals(approvalFacts(answers, facts), approvals),
    source,
  };
}

function boughtOf(answer: unknown): 'services' | 'software' | 'goods' | 'mixed' | null {
  return (['services', 'software', 'goods', 'mixed'] as const).find((one) => one === answer) ?? null;
}

function packOf(matter: PackMatter): PackDocument {
  const { document, plan, stage } = matter;
  const { appraisal, buyer, asOf } = document;
  return {
    title: document.title,
    subtitle:
      `${buyer.name}. ${plan.stage === null ? `The case stands at the ${stageNames[stage]}.` : ''} ${capitalised(numberWords(appraisal.years))} ${appraisal.years === 1 ? 'year' : 'years'} from ${appraisal.firstYear}. Facts as of ${asOf}.`.replaceAll(
        / {2,}/gu,
        ' ',
      ),
    form: plan.form,
    marking: markingText(document.marking),
    body: buyer.name,
    asOf,
    chapters: plan.chapters.map(({ id, title, sections }) => ({
      id,
      title,
      sections: sections.filter((one) => one !== 'schedule').map((one) => writers[one](matter)),
    })),
  };
}
