import { criterionGroups } from '../../../../domain/decisions/case-parts/appraisal.ts';
import type { CasePart } from '../case-field.ts';

/** Parts on criteria, weights, scores and the mixed economy. */
export const appraisalParts: readonly CasePart[] = [
  { id: 'criteria-library', kind: 'own', edits: [] },
  {
    id: 'criteria',
    kind: 'list',
    path: 'criteria',
    named: ['name'],
    columns: ['group', 'anchors.worst', 'anchors.best'],
    idFrom: 'name',
    groups: [{ path: 'anchors' }],
    fields: [
      { path: 'name', kind: 'text', isNeeded: true },
      { path: 'group', kind: 'choice', set: 'criterionGroup', of: criterionGroups, isNeeded: true },
      { path: 'parent', kind: 'ref', to: 'criterion' },
      { path: 'description', kind: 'area' },
      { path: 'anchors.worst', kind: 'area', isCore: true },
      { path: 'anchors.best', kind: 'area', isCore: true },
      { path: 'id', kind: 'text' },
    ],
  },
  { id: 'weights', kind: 'own', edits: ['criteria[].swing', 'weights.*'] },
  {
    id: 'assessors',
    kind: 'list',
    path: 'assessors',
    named: ['post'],
    columns: ['interestsDeclaredOn', 'interests'],
    idFrom: 'post',
    fields: [
      { path: 'post', kind: 'text', isNeeded: true },
      { path: 'interestsDeclaredOn', kind: 'day' },
      { path: 'interests', kind: 'area' },
      { path: 'id', kind: 'text' },
    ],
  },
  { id: 'scores', kind: 'own', edits: ['scores[].*'] },
  {
    id: 'moderation',
    kind: 'list',
    path: 'moderation',
    named: ['option', 'criterion'],
    columns: ['score', 'note'],
    fields: [
      { path: 'option', kind: 'ref', to: 'option', isNeeded: true },
      { path: 'criterion', kind: 'ref', to: 'criterion', isNeeded: true },
      { path: 'score', kind: 'number', isNeeded: true },
      { path: 'note', kind: 'area', isNeeded: true },
    ],
  },
  {
    id: 'composition-choices',
    kind: 'list',
    path: 'composition.choices',
    named: ['component', 'model'],
    columns: ['cost', 'value', 'staff', 'supplier'],
    goesWithLast: 'composition',
    first: [{ path: 'composition.pricePerPoint', kind: 'number', unit: 'pounds', isNeeded: true }],
    fields: [
      { path: 'component', kind: 'ref', to: 'component', isNeeded: true },
      { path: 'model', kind: 'ref', to: 'model', isNeeded: true },
      { path: 'cost', kind: 'number', unit: 'pounds', isNeeded: true },
      { path: 'value', kind: 'number', isNeeded: true },
      { path: 'staff', kind: 'number', fallback: 0 },
      { path: 'supplier', kind: 'text' },
    ],
  },
  {
    id: 'composition',
    kind: 'fields',
    fields: [
      { path: 'composition.pricePerPoint', kind: 'number', unit: 'pounds', isNeeded: true },
      { path: 'composition.costPerExtraSupplier', kind: 'number', unit: 'pounds' },
      { path: 'composition.staffPerExtraSupplier', kind: 'number' },
      { path: 'composition.staffCapacity', kind: 'number' },
      { path: 'composition.budget', kind: 'number', unit: 'pounds' },
    ],
  },
  {
    id: 'composition-interfaces',
    kind: 'list',
    path: 'composition.interfaces',
    named: ['between'],
    columns: ['cost'],
    fields: [
      { path: 'between', kind: 'pair', to: 'component', isNeeded: true },
      { path: 'cost', kind: 'number', unit: 'pounds', isNeeded: true },
    ],
  },
];
