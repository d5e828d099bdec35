import {
  caseRoles,
  caseStages,
  releaseCategories,
} from '../../../../domain/decisions/case-parts/governance.ts';
import type { CasePart } from '../case-field.ts';

/** Parts on trial, recommendation, approval, route and review. */
export const governanceParts: readonly CasePart[] = [
  {
    id: 'pilot',
    kind: 'fields',
    groups: [{ path: 'pilot' }],
    fields: [
      {
        path: 'pilot.status',
        kind: 'choice',
        set: 'pilotStatus',
        of: ['done', 'under-way', 'planned', 'not-needed'],
        isCore: true,
      },
      { path: 'pilot.what', kind: 'area', isCore: true },
      { path: 'pilot.result', kind: 'area' },
      { path: 'pilot.because', kind: 'area' },
      { path: 'pilot.on', kind: 'day' },
    ],
  },
  {
    id: 'recommendation',
    kind: 'fields',
    groups: [{ path: 'recommendation' }],
    fields: [
      { path: 'recommendation.option', kind: 'ref', to: 'option', isCore: true },
      { path: 'recommendation.reasons', kind: 'area', isCore: true },
      { path: 'recommendation.dissent', kind: 'texts' },
      { path: 'recommendation.post', kind: 'text', isCore: true },
      { path: 'recommendation.on', kind: 'day', isCore: true },
    ],
  },
  {
    id: 'roles',
    kind: 'list',
    path: 'roles',
    named: ['role'],
    columns: ['post', 'name'],
    fields: [
      { path: 'role', kind: 'choice', set: 'role', of: caseRoles, isNeeded: true },
      { path: 'post', kind: 'text', isNeeded: true },
      { path: 'name', kind: 'text' },
    ],
  },
  {
    id: 'assessments',
    kind: 'list',
    path: 'assessments',
    named: ['kind'],
    columns: ['status', 'reference', 'because'],
    fields: [
      {
        path: 'kind',
        kind: 'choice',
        set: 'assessment',
        of: ['equality', 'data-protection', 'accessibility', 'security', 'carbon', 'conflicts'],
        isNeeded: true,
      },
      {
        path: 'status',
        kind: 'choice',
        set: 'assessmentStatus',
        of: ['done', 'under-way', 'not-started', 'not-needed'],
        isNeeded: true,
      },
      { path: 'reference', kind: 'text' },
      { path: 'because', kind: 'area' },
    ],
  },
  {
    id: 'approvals',
    kind: 'list',
    path: 'approvals',
    named: ['approver'],
    columns: ['stage', 'status', 'on', 'releases'],
    fields: [
      { path: 'stage', kind: 'choice', set: 'stage', of: caseStages, isNeeded: true },
      { path: 'approver', kind: 'text', isNeeded: true },
      {
        path: 'status',
        kind: 'choice',
        set: 'approvalStatus',
        of: ['needed', 'asked', 'given', 'refused'],
        isNeeded: true,
      },
      { path: 'on', kind: 'day' },
      { path: 'releases', kind: 'area' },
      { path: 'returns', kind: 'area' },
      { path: 'conditions', kind: 'texts' },
    ],
  },
  {
    id: 'delegations',
    kind: 'list',
    path: 'delegations',
    named: ['approval'],
    columns: ['above', 'source'],
    fields: [
      { path: 'approval', kind: 'ref', to: 'approval', isNeeded: true },
      { path: 'above', kind: 'number', unit: 'pounds', isNeeded: true },
      { path: 'source', kind: 'text' },
    ],
  },
  {
    id: 'release',
    kind: 'list',
    path: 'release',
    named: ['section'],
    columns: ['category', 'exemption', 'reviewOn'],
    fields: [
      { path: 'section', kind: 'text', isNeeded: true },
      { path: 'category', kind: 'choice', set: 'releaseCategory', of: releaseCategories, isNeeded: true },
      { path: 'exemption', kind: 'text' },
      { path: 'because', kind: 'area' },
      { path: 'reviewOn', kind: 'day' },
    ],
  },
  {
    id: 'route',
    kind: 'fields',
    groups: [{ path: 'route' }],
    fields: [
      { path: 'route.route', kind: 'area', isCore: true },
      { path: 'route.because', kind: 'area' },
      { path: 'route.contract', kind: 'area' },
      { path: 'route.exit', kind: 'area' },
    ],
  },
  {
    id: 'review',
    kind: 'fields',
    groups: [{ path: 'review' }],
    fields: [
      { path: 'review.on', kind: 'day', isCore: true },
      { path: 'review.owner', kind: 'text', isCore: true },
      { path: 'review.measures', kind: 'area' },
    ],
  },
];
