/** Where an identifier can be looked up by anyone; schemes without a public page have none. */
const pages: Record<string, (id: string) => string> = {
  'GB-COH': (id) => `https://find-and-update.company-information.service.gov.uk/company/${id}`,
  'GB-CHC': (id) => `https://register-of-charities.charitycommission.gov.uk/charity-details/?regid=${id}`,
  'GB-UKPRN': (id) => `https://www.ukrlp.co.uk/ukrlp/ukrlp.first?id=${id}`,
};

/**
 * An identifier of ours (`SCHEME:id`) with its official page.
 *
 * @example identifierLink('GB-COH:01234567').url // 'https://find-and-update.company-information.service.gov.uk/company/01234567'
 */
export function identifierLink(key: string): { scheme: string; id: string; url: string | null } {
  const at = key.indexOf(':');
  const scheme = key.slice(0, at);
  const id = key.slice(at + 1);
  return { scheme, id, url: pages[scheme]?.(encodeURIComponent(id)) ?? null };
}
