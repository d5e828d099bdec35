import { z } from 'zod';
import { operation } from '../operation.ts';
import { organisationText } from './organisation-text.ts';
import { describeOrganisation } from './present-organisation.ts';
import { organisationDetail } from './views.ts';

/** One buyer: identifiers, years, counterparts, what ends next. */
export const showBuyer = operation({
  id: 'buyers.show',
  summary: 'Show one buyer: identifiers, contracts by year, counterparts, what ends next.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({ id: z.string().min(1).max(100).describe('Id of the buyer, from `buyers find`.') }),
  output: organisationDetail,
  present: (organisation) => organisationText(organisation, 'Suppliers'),
  run: async (context, { id }) => describeOrganisation(context, id, 'buyer'),
});
