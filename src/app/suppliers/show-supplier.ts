import { z } from 'zod';
import { operation } from '../operation.ts';
import { organisationText } from '../buyers/organisation-text.ts';
import { describeOrganisation } from '../buyers/present-organisation.ts';
import { organisationDetail } from '../buyers/views.ts';

/** One supplier: identifiers, years, counterparts, what ends next. */
export const showSupplier = operation({
  id: 'suppliers.show',
  summary: 'Show one supplier: identifiers, contracts by year, counterparts, what ends next.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('Id of the supplier, from `suppliers find`.'),
  }),
  output: organisationDetail,
  present: (organisation) => organisationText(organisation, 'Buyers'),
  run: async (context, { id }) => describeOrganisation(context, id, 'supplier'),
});
