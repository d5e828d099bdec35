import type { Context } from '../../../app/context.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../../paths.ts';
import type { Page, PageAnswer } from '../../pages/_page.ts';

/** What differs between decisions of one kind and another. */
export type DecisionKind<Asked> = {
  pattern: Page['pattern'];
  /** Reads what is asked from an address or a form; refuses an action that there is none of. */
  read: (fields: Readonly<Record<string, string>>) => Asked;
  decide: (context: Context, asked: Asked) => Promise<void>;
  /** What the page shows; `refusal` is why it was refused, where it was sent already. */
  present: (
    context: Context,
    asked: Asked,
    refusal: AppError | null,
    words: Catalogue,
  ) => Promise<{ title: string } & Record<string, unknown>>;
  /** The list of pairs that the decision began at, for the way back. */
  review: (words: Catalogue) => { text: string; href: string };
  /** Where all decisions stand. */
  decisionsHref: string;
};

/**
 * The two pages of a decision: the step before it, which asks why, and the decision itself, which shows the form again with what
 * stands in the way.
 *
 * @example const { form, decision } = decisionPages(kind); // two pages to register
 */
export function decisionPages<Asked>(kind: DecisionKind<Asked>): { form: Page; decision: Page } {
  const showForm = async (
    context: Context,
    asked: Asked,
    refusal: AppError | null,
    words: Catalogue,
  ): Promise<PageAnswer> => {
    const view = await kind.present(context, asked, refusal, words);
    return {
      kind: 'page',
      template: 'components/decision/page.njk',
      view,
      title: view.title,
      status: refusal === null ? 200 : 400,
      hasError: refusal !== null,
      crumbs: [{ text: words.layout.home, href: paths.home() }, kind.review(words)],
      isIndexed: false,
    };
  };
  return {
    form: {
      method: 'GET',
      pattern: kind.pattern,
      async answer({ context, query, words }) {
        const fields = Object.fromEntries(
          Object.entries(query).map(([name, values]) => [name, values?.[0] ?? '']),
        );
        return showForm(context, kind.read({ ...fields, reason: '' }), null, words);
      },
    },
    decision: {
      method: 'POST',
      pattern: kind.pattern,
      async answer({ context, form, words }) {
        const asked = kind.read(form);
        try {
          await kind.decide(context, asked);
        } catch (error) {
          if (error instanceof AppError && error.code === 'bad-request')
            return showForm(context, asked, error, words);
          throw error;
        }
        return { kind: 'redirect', to: kind.decisionsHref, status: 303 };
      },
    },
  };
}
