import type { CaseDocument } from '../case-parts/case-document.ts';
import type { PackSectionId } from './pack-document.ts';

/** For whom a pack is written. */
export const packReaders = ['sobc', 'obc', 'fbc', 'member-report', 'trust-board'] as const;

/** Name of a reader. */
export type PackReader = (typeof packReaders)[number];

/** What a reader gets, and is asked. */
export type ReaderPlan = {
  /** What the document is called. */
  form: string;
  /** The stage at which it decides; null where any. */
  stage: CaseDocument['stage'] | null;
  /** What is decided at this point, before what this case asks for. */
  asks: string;
  chapters: readonly { id: string; title: string; sections: readonly PackSectionId[] }[];
};

const summary = { id: 'summary', title: 'Decision summary', sections: ['decision-summary'] } as const;
const strategic = { id: 'strategic', title: 'Strategic case', sections: ['need', 'present'] } as const;
const economic = {
  id: 'economic',
  title: 'Economic case',
  sections: [
    'longlist', 'appraisal', 'indicative-result', 'recommendation', 'switching', 'stress', 'composition', 'enquiries',
  ], // prettier-ignore
} as const;
const commercial = {
  id: 'commercial',
  title: 'Commercial case',
  sections: ['market', 'reuse', 'route', 'interim', 'risk-allocation', 'exit'],
} as const;
const financial = {
  id: 'financial',
  title: 'Financial case',
  sections: ['money-economic', 'money-financial', 'funding', 'benefits'],
} as const;
const management = {
  id: 'management',
  title: 'Management case',
  sections: ['roles', 'delivery', 'pilot', 'approvals', 'review'],
} as const;
const annexes = {
  id: 'annexes',
  title: 'Annexes',
  sections: [
    'assumptions', 'tests', 'scores', 'dissent', 'conflicts', 'model-quality', 'assessments', 'interest-test', 'changes',
    'versions',
  ], // prettier-ignore
} as const;

const plans: Readonly<Record<PackReader, ReaderPlan>> = {
  sobc: {
    form: 'Strategic outline case',
    stage: 'strategic-outline',
    asks: 'You decide whether there is a case for change, and which options go forward to be costed and scored in full. No option is chosen at this stage, and no supplier is committed to.',
    chapters: [
      summary,
      strategic,
      {
        ...economic,
        sections: ['longlist', 'indicative-result', 'appraisal', 'enquiries', 'recommendation'],
      },
      { ...commercial, sections: ['market', 'reuse', 'interim'] },
      { ...financial, sections: ['funding', 'money-financial', 'benefits'] },
      management,
      annexes,
    ],
  },
  obc: {
    form: 'Outline business case',
    stage: 'outline',
    asks: 'You decide whether this is the preferred option, whether it can be paid for and delivered, and whether preparation may go to the market. No supplier is committed to before the full business case.',
    chapters: [summary, strategic, economic, commercial, financial, management, annexes],
  },
  fbc: {
    form: 'Full business case',
    stage: 'full',
    asks: 'You decide whether the contract may be signed: at the prices that were offered, within the money that is there, with the people who will run it.',
    chapters: [
      summary,
      { id: 'changes', title: 'What changed since the last approval', sections: ['changes'] },
      { ...commercial, sections: ['route', 'market', 'risk-allocation', 'exit', 'interim', 'reuse'] },
      financial,
      management,
      strategic,
      economic,
      { ...annexes, sections: annexes.sections.filter((id) => id !== 'changes') },
    ],
  },
  'member-report': {
    form: 'Report to members',
    stage: null,
    asks: 'Members decide on the recommendation below, having read why the other options were rejected and what is said of money, law and equality.',
    chapters: [
      {
        id: 'recommendation',
        title: 'Recommendation and reasons',
        sections: ['decision-summary', 'recommendation', 'dissent'],
      },
      { id: 'background', title: 'Background', sections: ['need', 'present'] },
      {
        id: 'options',
        title: 'Options considered',
        sections: ['longlist', 'indicative-result', 'appraisal', 'switching'],
      },
      {
        id: 'implications',
        title: 'Implications',
        sections: ['funding', 'money-financial', 'benefits', 'legal', 'equality', 'assessments'],
      },
      { id: 'risks', title: 'Risks and delivery', sections: ['risk-allocation', 'delivery', 'stress'] },
      { id: 'market', title: 'Consultation and market', sections: ['market', 'route'] },
      { id: 'next', title: 'Approvals and review', sections: ['approvals', 'review', 'conflicts'] },
      { id: 'papers', title: 'Background papers', sections: ['background-papers'] },
    ],
  },
  'trust-board': {
    form: 'Paper to the trust board',
    stage: null,
    asks: 'The board decides on the recommendation below, having considered quality, finance, risk and clinical safety.',
    chapters: [
      summary,
      { id: 'quality', title: 'Quality', sections: ['quality', 'need', 'benefits'] },
      { id: 'finance', title: 'Finance', sections: ['appraisal', 'money-financial', 'funding', 'stress'] },
      { id: 'risk', title: 'Risk', sections: ['risk-allocation', 'delivery', 'interim', 'exit'] },
      { id: 'safety', title: 'Clinical safety', sections: ['clinical-safety'] },
      {
        id: 'options',
        title: 'Options and recommendation',
        sections: ['longlist', 'indicative-result', 'recommendation', 'dissent', 'switching'],
      },
      {
        id: 'governance',
        title: 'Market, assurance and approvals',
        sections: [
          'market',
          'route',
          'equality',
          'assessments',
          'roles',
          'approvals',
          'review',
          'model-quality',
          'conflicts',
        ],
      },
      { ...annexes, sections: ['assumptions', 'tests', 'scores', 'interest-test', 'changes', 'versions'] },
    ],
  },
};

/**
 * What a reader gets, in which order, and is asked.
 *
 * @example readerPlan('obc').form // 'Outline business case'
 */
export function readerPlan(reader: PackReader): ReaderPlan {
  return plans[reader];
}
