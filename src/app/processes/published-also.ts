import { listProcessDecisionsOn } from '../../db/queries/process-decisions.ts';
import { listSamePublished } from '../../db/queries/process-pairs.ts';
import type { Register } from '../../db/register.ts';
import { presentProcessSide } from './decide.ts';
import type { PublishedAlso } from './portal-views.ts';

/** Where else a process was published and under which of them it is counted; null where it was published once. */
export async function findPublishedAlso(register: Register, ocid: string): Promise<PublishedAlso | null> {
  const { sides, pairs } = await listSamePublished(register, ocid);
  const own = sides.find((side) => side.ocid === ocid);
  if (own === undefined) return null;
  const decisions = await listProcessDecisionsOn(register.read, [ocid]);
  return {
    mainOcid: own.main_ocid ?? ocid,
    others: sides
      .filter((side) => side.ocid !== ocid)
      .map((side) => {
        const isPair = ({ one, other }: { one: string; other: string }): boolean =>
          [one, other].includes(ocid) && [one, other].includes(side.ocid);
        const pair = pairs.find(isPair);
        const decided = decisions.find((decision) => decision.kind === 'same' && isPair(decision));
        return {
          ...presentProcessSide(side),
          confidence: pair?.score ?? null,
          parts: pair?.parts ?? [],
          decision: decided === undefined ? null : { number: decided.decision_id, reason: decided.reason },
        };
      }),
  };
}
