import { operation } from '../operation.ts';
import { organisationListText } from '../buyers/organisation-text.ts';
import { findOrganisations } from '../buyers/find-organisations.ts';
import { findOrganisationsInput, organisationPage } from '../buyers/views.ts';

/** Lists suppliers with the number and believable value of their contracts. */
export const findSuppliers = operation({
  id: 'suppliers.find',
  summary: 'List suppliers by number of contracts, value or name.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: findOrganisationsInput,
  output: organisationPage,
  present: (page) => organisationListText(page, 'supplier'),
  run: async (context, input) => findOrganisations(context, input, 'supplier'),
});
