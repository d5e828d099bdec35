import { getContractRow, type ContractRow } from '../../../db/queries/contracts.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { Today } from '../../../domain/decisions/record/observe-case.ts';
import { findAwardOf, findFrameworkEnd } from '../../../db/queries/decision-watch.ts';
import type { Context } from '../../context.ts';

/** What the register shows of a case’s incumbent and of its route; null where it can’t tell. */
export async function watchRegister(
  context: Context,
  { market, need, route }: CaseDocument,
  { on, signedOn }: { on: string; signedOn: string },
): Promise<Pick<Today, 'incumbentEvents' | 'route' | 'presentEndsOn' | 'awardedOn'>> {
  const register = await context.register();
  const contract = need.present?.contract;
  const row = contract === undefined ? null : await getContractRow(register, contract, on);
  // A framework is recognised by its published reference; a route in other words isn't looked for.
  const reference = /\bRM\d{3,4}(?:\.\d{1,2})?\b/u.exec(route?.route ?? '')?.[0];
  const framework = reference === undefined ? null : await findFrameworkEnd(register.read, reference);
  return {
    presentEndsOn: row === null ? null : (row.max_end_on ?? row.end_on),
    awardedOn:
      market?.notice === undefined ? null : await findAwardOf(register.read, market.notice, signedOn),
    incumbentEvents: row === null ? null : eventsOf(row),
    route:
      framework === null
        ? null
        : { name: framework.title ?? reference ?? '', endsOn: framework.end_on, isAvailable: true },
  };
}

function eventsOf({ status, title }: ContractRow): string[] {
  return status === 'terminated'
    ? [`The register shows that the present contract${title === null ? '' : ` “${title}”`} was terminated.`]
    : [];
}
