import type { Publisher } from '../notices/process-facts.ts';

/** A party as a comparison sees it; the id is null where nothing places it. Names of likely natural persons are compared, and not told. */
export type ProfiledParty = { id: string | null; name: string; isPersonLikely?: boolean };

/** What two processes are compared by. Days are `YYYY-MM-DD`, money is pence as published, with or without VAT. */
export type ProcessProfile = {
  ocid: string;
  publisher: Publisher;
  title: string;
  buyers: readonly ProfiledParty[];
  /** Ids of its own notices, in lower case. */
  noticeIds: readonly string[];
  /** See `referencesOf` in domain/notices. */
  references: readonly string[];
  isFrameworkAgreement: boolean;
  frameworkOcid: string | null;
  frameworkReference: string | null;
  /** Published by the process or its lots. */
  estimates: readonly number[];
  /** Published by its awards and contracts. */
  values: readonly number[];
  firstPublishedOn: string | null;
  lastPublishedOn: string | null;
  deadlineOn: string | null;
  /** Days of award or signature, first days and last days of its contracts. */
  decidedOn: readonly string[];
  startOn: readonly string[];
  endOn: readonly string[];
  suppliers: readonly ProfiledParty[];
  cpvCodes: readonly string[];
};
