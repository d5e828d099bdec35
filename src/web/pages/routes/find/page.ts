import { findRoutesForNeed } from '../../../../app/routes/find.ts';
import { readTextInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { fields, presentFindRoutes, type Field, type Typed } from './present.ts';

/** Inputs whose absence means that nothing was asked yet: a link may bring the segment or the body. */
const asking: readonly Field[] = ['valueExVat', 'months', 'start'];

/** The form by which a route is found, and the answer under it. */
export const routesPage: Page = {
  method: 'GET',
  pattern: routePatterns.routes,
  async answer({ context, query, words }) {
    const typed: Typed = Object.fromEntries(
      fields.map((name) => [name, query[name]?.[0] ?? (name === 'nation' ? 'england' : '')]),
    );
    const { wrong, found } = await find(context, typed);
    return {
      kind: 'page',
      template: 'pages/routes/find/page.njk',
      view: presentFindRoutes(typed, { wrong, found }, words),
      title: words.routes.find.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      hasError: wrong.length > 0,
      // Every need has an address of its own; engines need the form only.
      isIndexed: found === null && wrong.length === 0,
    };
  },
};

async function find(context: PageRequest['context'], typed: Typed) {
  if (asking.every((name) => typed[name] === '')) return { wrong: [], found: null };
  const given = Object.entries(typed).flatMap(([name, text]) =>
    text === '' ? [] : [[name, [name === 'valueExVat' ? plainPounds(text) : text.trim()]] as const],
  );
  try {
    const input = readTextInput(findRoutesForNeed, Object.fromEntries(given));
    const found = await findRoutesForNeed.run(context, findRoutesForNeed.input.parse(input));
    return { wrong: [], found };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-request') throw error;
    const faulty = Object.keys(error.fields);
    return { wrong: fields.filter((name) => faulty.includes(name)), found: null };
  }
}

/** Takes a pound sign, spaces and commas between thousands away. */
function plainPounds(text: string): string {
  return text.replaceAll(/[£,\s]/gu, '');
}
