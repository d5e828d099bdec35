import { methods, type MethodId } from '../../../domain/methods/methods.ts';
import { paths } from '../../paths.ts';

/** A page that explains how a figure is worked out. */
export type MethodLink = { title: string; href: string };

/**
 * The pages that explain a figure, in the order given.
 *
 * @example methodLinks('sme-share') // [{ title: 'Share of small firms', href: '/methods/sme-share' }]
 */
export function methodLinks(...ids: readonly MethodId[]): MethodLink[] {
  return ids.flatMap((id) =>
    methods.filter((one) => one.id === id).map(({ title }) => ({ title, href: paths.method(id) })),
  );
}
