import type { Format } from '../format.ts';

/** Words around every page. */
export const layoutWords = (format: Format) => ({
  serviceName: 'Digital Sourcing',
  titleSuffix: ' – Digital Sourcing',
  errorPrefix: 'Error: ',
  skipToContent: 'Skip to main content',
  navigationLabel: 'Main menu',
  footerHeading: 'More about this service',
  breadcrumbLabel: 'Where you are',
  home: 'Home',
  contracts: 'Contracts',
  buyers: 'Buyers',
  suppliers: 'Suppliers',
  market: 'Market',
  decisions: 'Decisions',
  data: 'Data',
  about: 'About',
  accessibility: 'Accessibility',
  tellUs: 'Tell us this is wrong',
  tellUsPrompt: 'Something wrong on this page?',
  licence: 'Notices are published under the',
  licenceName: 'Open Government Licence v3.0',
  licenceUrl: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  notOfficial: 'This is not an official publication. The notice itself is always the authority.',
  important: 'About this data',
  sampleBanner: 'These are invented notices',
  sampleMeaning:
    'The buyers, suppliers and contracts here do not exist. They let you try the service before you load published notices.',
  mixedBanner: 'Invented and real notices stand together here',
  mixedMeaning:
    'This register holds the sample as well as published notices. Do not rely on totals until the sample is removed.',
  pagination: 'Pages of the list',
  nextPage: 'Next page',
  firstPage: 'Back to the first page',
  previousPage: 'Previous page',
  rowsOf: (from: number, to: number, total: string) =>
    `${format.number(from)}–${format.number(to)} of ${total.charAt(0).toLowerCase()}${total.slice(1)}`,
  external: '(on another site)',
  notStated: 'Not stated',
  none: 'None',
  yes: 'Yes',
  no: 'No',
  contents: 'On this page',
  search: 'Search',
  under1: 'under 1%',
  over99: 'over 99%',
  contractCount: (count: number) =>
    `${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })}`,
  total: (count: number, isCapped: boolean) =>
    isCapped
      ? `More than ${format.number(count)} contracts`
      : `${format.number(count)} ${format.plural(count, { one: 'contract', other: 'contracts' })}`,
});

/** Words of the pages that say what went wrong. */
export const errorWords = {
  badRequestTitle: 'We cannot read this address',
  badRequestLead: 'Part of the address is not something that this page understands. Nothing has been lost.',
  badRequestWhat: 'What is wrong',
  badCursorLead:
    'This link to a later page belongs to a different search or order. Start again from the first page of the list.',
  notFoundTitle: 'Page not found',
  notFoundLead: 'There is nothing at this address.',
  notFoundTyped:
    'If you typed it, check that it is complete. If you followed a link, the page may have moved.',
  faultTitle: 'Sorry, something went wrong on our side',
  faultLead: 'This is not your doing. It has been written to the log of this service.',
  faultTry: 'Try again in a moment. If it happens again, tell us what you were doing.',
  unavailableTitle: 'Sorry, the register cannot be read just now',
  unavailableLead: 'The service is running, but its database does not answer.',
  unavailableTry: 'Try again in a minute. No data is lost.',
  forbiddenTitle: 'You may not do this here',
  nextHeading: 'What you can do',
  searchInstead: {
    contracts: 'Search for a contract',
    buyers: 'Find a buyer',
    suppliers: 'Find a supplier',
    products: 'Find a product',
  },
  startAgain: {
    contracts: 'Start again from the first page of contracts',
    buyers: 'Start again from the first page of buyers',
    suppliers: 'Start again from the first page of suppliers',
    products: 'Start again from the list of products',
  },
  goHome: 'Go to the home page',
  unknownInput: 'This page knows no such word.',
  didYouMean: (name: string) => `This page knows no such word. Did you mean “${name}”?`,
};
