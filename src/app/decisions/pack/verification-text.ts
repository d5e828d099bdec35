import type { PackMatter } from './pack-matter.ts';

/** Who verified the model, as far as anybody has said so. */
export function verificationText({ document, source }: PackMatter): string {
  const posts = document.roles.filter(({ role }) => role === 'verifier').map(({ post }) => post);
  const signed = (source.signatures ?? []).filter(({ meaning }) => meaning.startsWith('verif'));
  const [first] = signed;
  if (first !== undefined)
    return `${first.post} (${first.name}; name typed, not authenticated) verified it on ${first.on}.`;
  const [post] = posts;
  return post === undefined
    ? 'Nobody is named to verify it, and nobody has.'
    : `${post} is named to verify it. No record shows that this has been done.`;
}
