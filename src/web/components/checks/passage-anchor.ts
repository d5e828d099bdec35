/**
 * Where a passage of a playbook stands on its page.
 *
 * @example anchorOf('terms.out') // 'terms-out'
 */
export function anchorOf(passage: string): string {
  return passage.replace('.', '-');
}
