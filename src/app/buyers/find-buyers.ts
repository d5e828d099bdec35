import { operation } from '../operation.ts';
import { organisationListText } from './organisation-text.ts';
import { findOrganisations } from './find-organisations.ts';
import { findOrganisationsInput, organisationPage } from './views.ts';

/** Lists buyers with the number and believable value of their contracts. */
export const findBuyers = operation({
  id: 'buyers.find',
  summary: 'List buyers by number of contracts, value or name.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: findOrganisationsInput,
  output: organisationPage,
  present: (page) => organisationListText(page, 'buyer'),
  run: async (context, input) => findOrganisations(context, input, 'buyer'),
});
