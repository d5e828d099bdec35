/** Elements of one kind in a drawing, each with its attributes, in the order in which they are drawn. */
export function marksIn(svg: string, name: string): Record<string, string>[] {
  return [...svg.matchAll(new RegExp(`<${name}\\b([^>]*?)/?>`, 'gu'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(([, key, value]) => [key ?? '', value ?? '']),
    ),
  );
}

/** Texts of a drawing, in the order in which they are drawn. */
export function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text\b[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);
}

/** What keeps a drawing from being well-formed markup of nested elements, or null. */
export function nestingFault(svg: string): string | null {
  const open: string[] = [];
  for (const [, close, name = '', alone] of svg.matchAll(/<(\/?)([a-z]+)\b[^>]*?(\/?)>/giu)) {
    if (close === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else if (alone !== '/') open.push(name);
  }
  return open.length === 0 ? null : `${open.join(', ')} left open`;
}
