/** Roles in which the register follows a party. */
export type PartyRole = 'buyer' | 'procuring-entity' | 'supplier' | 'tenderer' | 'subcontractor';

/** The kind of public buyer, from the notice's own classification or, failing that, its name. */
export const buyerTypes = [
  'central-government',
  'nhs',
  'local-government',
  'education',
  'police-and-fire',
  'housing',
  'utility',
  'devolved',
  'other-public',
  'unknown',
] as const;
export type BuyerType = (typeof buyerTypes)[number];

/** An official identifier in a register that is not the portal's own, normalised: `GB-COH:01234567`. */
export type OrganisationKey = string;

/** A party as one process names it. Contact points are never part of it. */
export type Mention = {
  /** The party's id within its process. */
  partyId: string;
  name: string;
  roles: PartyRole[];
  /** Normalised official identifiers (`SCHEME:id`); empty where there is none. Portal-local ids (GB-FTS, GB-CFS) and shared placeholders are left out. */
  keys: OrganisationKey[];
  /** Normalised name for comparison, see `normaliseName`. */
  nameKey: string;
  buyerType: BuyerType | null;
  /** As the notice says it, self-declared: sme or large; null where not stated. */
  scale: 'sme' | 'large' | null;
  isVcse: boolean | null;
  /** Likely a natural person: no company number and a personal-name pattern. Shown only on its contract. */
  isPersonLikely: boolean;
  /** A shared placeholder such as "Withheld": never treated as an organisation. */
  isPlaceholder: boolean;
  locality: string | null;
  region: string | null;
  /** Outward part of the postcode only, for example SW1A. */
  postcodeDistrict: string | null;
  country: string | null;
};
