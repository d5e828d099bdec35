import { caseStages } from '../../../../domain/decisions/case-parts/governance.ts';
import { evolutions } from '../../../../domain/decisions/case-parts/need.ts';
import type { CasePart } from '../case-field.ts';

const levels = ['low', 'medium', 'high'] as const;

/** Whose case it is, and how it stands. */
const about: CasePart = {
  id: 'about',
  kind: 'fields',
  groups: [{ path: 'marking', isWhole: true }],
  fields: [
    { path: 'title', kind: 'text', isNeeded: true },
    { path: 'buyer.name', kind: 'text', isNeeded: true },
    { path: 'buyer.type', kind: 'ref', to: 'body-type', isNeeded: true },
    {
      path: 'buyer.nation',
      kind: 'choice',
      set: 'nation',
      of: ['england', 'wales', 'scotland', 'northern-ireland'],
      isNeeded: true,
    },
    { path: 'buyer.organisation', kind: 'text' },
    { path: 'buyer.changesOn', kind: 'day' },
    { path: 'asOf', kind: 'day', isNeeded: true },
    { path: 'stage', kind: 'choice', set: 'stage', of: caseStages, isNeeded: true },
    {
      path: 'marking.level',
      kind: 'choice',
      set: 'markingLevel',
      of: ['OFFICIAL', 'OFFICIAL-SENSITIVE'],
      isNeeded: true,
    },
    {
      path: 'marking.descriptor',
      kind: 'choice',
      set: 'markingDescriptor',
      of: ['COMMERCIAL', 'PERSONAL'],
    },
  ],
};

const need: CasePart = {
  id: 'need',
  kind: 'fields',
  groups: [{ path: 'need.present' }],
  fields: [
    { path: 'need.statement', kind: 'area', isNeeded: true },
    { path: 'need.neededBy', kind: 'day', isNeeded: true },
    { path: 'need.commencesOn', kind: 'day' },
    { path: 'need.ifNothing', kind: 'area', isNeeded: true },
    { path: 'need.successFactors', kind: 'texts' },
    { path: 'need.present.description', kind: 'area', isCore: true },
    { path: 'need.present.contract', kind: 'text' },
    { path: 'need.present.startsOn', kind: 'day' },
    { path: 'need.present.endsOn', kind: 'day' },
    { path: 'need.present.lastEnd', kind: 'day' },
    { path: 'need.present.value', kind: 'number', unit: 'pounds' },
    { path: 'need.present.regime', kind: 'area' },
    { path: 'need.present.source', kind: 'text' },
    { path: 'need.preparationMonths', kind: 'number' },
    { path: 'need.transitionMonths', kind: 'number' },
  ],
};

/** Parts on the need, on what exists, on the market and on the components. */
export const needParts: readonly CasePart[] = [
  about,
  { id: 'triage', kind: 'own', edits: ['triage.*'] },
  need,
  {
    id: 'outcomes',
    kind: 'list',
    path: 'need.outcomes',
    named: ['text'],
    columns: ['measure', 'owner'],
    idFrom: 'text',
    fields: [
      { path: 'text', kind: 'area', isNeeded: true },
      { path: 'measure', kind: 'area' },
      { path: 'owner', kind: 'text' },
      { path: 'id', kind: 'text' },
    ],
  },
  {
    id: 'volumes',
    kind: 'list',
    path: 'need.volumes',
    named: ['name'],
    columns: ['perYear', 'unit'],
    fields: [
      { path: 'name', kind: 'text', isNeeded: true },
      { path: 'perYear', kind: 'number', isNeeded: true },
      { path: 'unit', kind: 'text' },
    ],
  },
  {
    id: 'reuse',
    kind: 'list',
    path: 'reuse',
    named: ['what'],
    columns: ['result', 'because'],
    fields: [
      { path: 'what', kind: 'text', isNeeded: true },
      {
        path: 'kind',
        kind: 'choice',
        set: 'reuseKind',
        of: ['platform', 'open-code', 'peer-contract', 'framework', 'own-asset'],
        isNeeded: true,
      },
      { path: 'components', kind: 'refs', to: 'component' },
      {
        path: 'result',
        kind: 'choice',
        set: 'reuseResult',
        of: ['reuse', 'partly', 'no', 'unknown'],
        isNeeded: true,
      },
      { path: 'because', kind: 'area', isNeeded: true },
      { path: 'source', kind: 'text' },
    ],
  },
  {
    id: 'market',
    kind: 'fields',
    groups: [{ path: 'market' }],
    fields: [
      { path: 'market.engaged', kind: 'choice', set: 'engaged', of: ['yes', 'planned', 'no'], isCore: true },
      { path: 'market.on', kind: 'day' },
      { path: 'market.notice', kind: 'text' },
      { path: 'market.heard', kind: 'area' },
      { path: 'market.credibleSuppliers', kind: 'number', isWhole: true },
    ],
  },
  { id: 'public-interest-test', kind: 'own', edits: ['publicInterestTest.*'] },
  {
    id: 'components',
    kind: 'list',
    path: 'components',
    named: ['name'],
    columns: ['evolution', 'differentiation', 'dataSensitivity'],
    idFrom: 'name',
    fields: [
      { path: 'name', kind: 'text', isNeeded: true },
      { path: 'evolution', kind: 'choice', set: 'evolution', of: evolutions, isNeeded: true },
      { path: 'differentiation', kind: 'choice', set: 'level', of: levels, isNeeded: true, fallback: 'low' },
      { path: 'volatility', kind: 'choice', set: 'volatility', of: levels, isNeeded: true, fallback: 'low' },
      {
        path: 'dataSensitivity',
        kind: 'choice',
        set: 'sensitivity',
        of: ['official', 'official-sensitive', 'above'],
        isNeeded: true,
        fallback: 'official',
      },
      { path: 'segment', kind: 'ref', to: 'segment' },
      { path: 'connects', kind: 'refs', to: 'component' },
      { path: 'visibility', kind: 'number' },
      { path: 'maturity', kind: 'number' },
      { path: 'evolvesTo', kind: 'number' },
      { path: 'id', kind: 'text' },
    ],
  },
  { id: 'map-text', kind: 'own', edits: [] },
];
