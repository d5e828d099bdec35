import type { AppError } from '../../../../lib/errors.ts';
import { errorTable } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/** What went wrong, as its page says it. */
export type ErrorShown = {
  status: number;
  title: string;
  lead: string;
  detail: string | null;
  /** Single faults: the name as in the address, and a sentence. */
  faults: { name: string; text: string }[];
  isSearchOffered: boolean;
  search: { action: string; label: string; hint: string };
  links: { text: string; href: string }[];
};

/**
 * A failure as a page that helps.
 *
 * @param refusal what was refused; null for a bug, of which nothing is told
 * @param url path and query as asked for: the page of a list leads back to that list
 */
export function presentError(refusal: AppError | null, words: Catalogue, url = '/'): ErrorShown {
  const { errors } = words;
  const list = listAt(url);
  const home = { text: errors.goHome, href: paths.home() };
  const again = { text: errors.startAgain[list], href: paths[list]() };
  const common = {
    detail: null,
    faults: [],
    isSearchOffered: true,
    search: {
      action: paths[list](),
      label: errors.searchInstead[list],
      hint: list === 'contracts' ? words.list.searchHint : words.organisations.searchHint,
    },
    links: [home],
  };
  if (refusal === null) {
    return {
      ...common,
      status: 500,
      title: errors.faultTitle,
      lead: errors.faultLead,
      detail: errors.faultTry,
      isSearchOffered: false,
    };
  }
  const { status } = errorTable[refusal.code];
  if (status === 404) {
    return {
      ...common,
      status,
      title: errors.notFoundTitle,
      lead: errors.notFoundLead,
      detail: errors.notFoundTyped,
    };
  }
  if (refusal.code === 'bad-cursor') {
    return {
      ...common,
      status,
      title: errors.badRequestTitle,
      lead: errors.badCursorLead,
      links: [again, home],
    };
  }
  if (status === 400) {
    return {
      ...common,
      status,
      title: errors.badRequestTitle,
      lead: errors.badRequestLead,
      detail: Object.keys(refusal.fields).length > 0 ? null : refusal.message,
      faults: Object.entries(refusal.fields).map(([name, text]) => ({
        name: inputName(name, list, words),
        text: text === unknownText ? unknownWords(refusal.message, words) : text,
      })),
      links: [again, home],
    };
  }
  if (status === 403) {
    return { ...common, status, title: errors.forbiddenTitle, lead: refusal.message, isSearchOffered: false };
  }
  const detail = errors.unavailableTry;
  return {
    ...common,
    status,
    title: errors.unavailableTitle,
    lead: errors.unavailableLead,
    detail,
    isSearchOffered: false,
  };
}

const lists = ['contracts', 'buyers', 'suppliers', 'products'] as const;
type List = (typeof lists)[number];

/** The list that an address is of; contracts where it is of none. */
function listAt(url: string): List {
  const path = url.split('?', 1).join('');
  return lists.find((list) => path === paths[list]()) ?? 'contracts';
}

function searchLabel(list: List, words: Catalogue): string {
  if (list === 'contracts') return words.list.searchLabel;
  return list === 'products' ? words.products.search : words.organisations[list].searchLabel;
}

/** How the refusal of an input that doesn't exist is worded. */
const unknownText = 'Not known.';

function unknownWords(message: string, { errors }: Catalogue): string {
  const near = /Did you mean "([^"]+)"/u.exec(message)?.[1];
  return near === undefined ? errors.unknownInput : errors.didYouMean(near);
}

/** An input's name in the words of the page, where it has some. */
function inputName(path: string, list: List, words: Catalogue): string {
  const name = path.split('.', 1).join('');
  const names: Readonly<Record<string, string>> = {
    ...words.labels.facet,
    q: searchLabel(list, words),
    sort: words.list.sortLabel,
    endsFrom: words.list.endsFrom,
    endsTo: words.list.endsTo,
    agreements: words.list.agreements,
  };
  return names[name] ?? name;
}
