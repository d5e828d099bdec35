/**
 * An address from a notice, if it is one that a link may lead to: the web, nothing that runs.
 *
 * @example externalHref('javascript:alert(1)') // null
 */
export function externalHref(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? address : null;
}
