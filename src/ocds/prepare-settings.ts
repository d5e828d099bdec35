import type { SettingsDeclaration, ToolkitSettings } from './toolkit-settings.ts';

/** What the settings of `ocds prepare` may hold, as Cardinal names them. */
export const prepareSettings: SettingsDeclaration = {
  defaults: {
    properties: {
      currency: 'text',
      item_classification_scheme: 'text',
      bid_status: 'text',
      award_status: 'text',
      party_roles: 'switch',
    },
  },
  redactions: { properties: { amount: 'codes', organization_id: 'codes' } },
  corrections: { properties: { award_status_by_contract_status: 'switch' } },
  modifications: {
    properties: {
      move_auctions: 'switch',
      prefix_buyer_or_procuring_entity_id: 'text',
      prefix_tenderer_or_supplier_id: 'text',
      split_procurement_method_details: 'text',
    },
  },
  'codelists.bid_status': { names: 'text' },
  'codelists.award_status': { names: 'text' },
};

/** What is filled in, taken out, corrected and changed. */
export type PrepareRules = {
  currency: string | null;
  classificationScheme: string | null;
  bidStatus: string | null;
  awardStatus: string | null;
  fillsPartyRoles: boolean;
  redactedAmounts: ReadonlySet<number>;
  redactedIds: ReadonlySet<string>;
  cancelsAwardsByContracts: boolean;
  movesAuctions: boolean;
  buyerPrefix: string;
  supplierPrefix: string;
  /** What stands behind this text in the details of the method is cut off; empty cuts nothing. */
  methodSeparator: string;
  bidStatuses: ReadonlyMap<string, string>;
  awardStatuses: ReadonlyMap<string, string>;
};

/**
 * The rules that settings stand for.
 *
 * @example prepareRulesOf(new ToolkitSettings(new Map())).fillsPartyRoles // false
 */
export function prepareRulesOf(settings: ToolkitSettings): PrepareRules {
  const amounts = [...(settings.codes('redactions', 'amount') ?? [])];
  return {
    currency: settings.text('defaults', 'currency'),
    classificationScheme: settings.text('defaults', 'item_classification_scheme'),
    bidStatus: settings.text('defaults', 'bid_status'),
    awardStatus: settings.text('defaults', 'award_status'),
    fillsPartyRoles: settings.isOn('defaults', 'party_roles'),
    redactedAmounts: new Set(amounts.filter((text) => text.trim() !== '').map(Number)),
    redactedIds: settings.codes('redactions', 'organization_id') ?? new Set(),
    cancelsAwardsByContracts: settings.isOn('corrections', 'award_status_by_contract_status'),
    movesAuctions: settings.isOn('modifications', 'move_auctions'),
    buyerPrefix: settings.text('modifications', 'prefix_buyer_or_procuring_entity_id') ?? '',
    supplierPrefix: settings.text('modifications', 'prefix_tenderer_or_supplier_id') ?? '',
    methodSeparator: settings.text('modifications', 'split_procurement_method_details') ?? '',
    bidStatuses: settings.names('codelists.bid_status'),
    awardStatuses: settings.names('codelists.award_status'),
  };
}
