import { z } from 'zod';
import { caseFromContract } from '../../domain/decisions/case-from-contract.ts';
import { idText, words } from '../../domain/decisions/case-parts/case-fields.ts';
import type { Lifecycle } from '../../domain/contracts/lifecycle.ts';
import { isDigital } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { londonDayOf } from '../../lib/days.ts';
import { showContract } from '../contracts/show-contract.ts';
import type { ContractDetail } from '../contracts/views.ts';
import { operation } from '../operation.ts';
import { textSection } from '../text-form.ts';
import { bridgeOf, bridgeView } from './bridge.ts';
import { saveCase } from './case-store.ts';
import { savedByField } from './case-views.ts';
import { contractForCase } from './contract-facts.ts';

const output = z.object({
  id: z.string(),
  title: z.string(),
  /** The case as YAML. */
  text: z.string(),
  /** What the form of a case needs and the notices don’t say. */
  assumed: z.array(z.object({ path: z.string(), because: z.string() })),
  bridge: bridgeView.nullable(),
  /** The version that was kept; null where it was only written out. */
  revision: z.number().int().nullable(),
});
export type StartedCaseView = z.output<typeof output>;

/** Begins a case with what the register knows of a contract. */
export const startCase = operation({
  id: 'decisions.start',
  summary: 'Begin a sourcing case about what follows a contract, with everything that its notices say.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'contract',
  input: z.strictObject({
    contract: z.string().min(1).max(100).describe('Id of the contract, from `contracts find`.'),
    id: idText.optional().describe('Id of the new case; made of buyer and title unless given.'),
    title: words.max(200).optional().describe('Its title.'),
    keep: z.boolean().default(false).describe('Keep it here; otherwise it is only written out.'),
    by: savedByField,
  }),
  output,
  present: ({ text, bridge, id, revision }) =>
    [
      revision === null ? text.trimEnd() : `Kept as ${id}, version ${revision}.`,
      ...(revision === null || bridge === null
        ? []
        : [
            textSection('Latest safe days', bridge.dates.join('\n')),
            textSection('Bridge', bridge.bridge.join('\n')),
          ]),
    ].join('\n\n'),
  run: async (context, { contract: asked, id, title, keep, by }) => {
    const contract = await showContract.run(context, { id: asked });
    const refusal = whyNoCase(contract);
    if (refusal !== null) throw new AppError('bad-request', refusal, { fields: { contract: refusal } });
    const facts = contractForCase(contract);
    const started = caseFromContract(facts, { today: londonDayOf(context.clock.now()), id, title });
    if (started === null) {
      const sentence = noEnd;
      throw new AppError('bad-request', sentence, { fields: { contract: sentence } });
    }
    const saved = keep ? await saveCase(context, { text: started.text, seen: null, by }) : null;
    return {
      ...started,
      bridge: await bridgeOf(context, facts, {}),
      revision: saved?.revision ?? null,
    };
  },
});

const noEnd = 'The notices of this contract give no end, so nothing says by when its successor is needed.';

const running: readonly Lifecycle[] = ['upcoming', 'live', 'in-extension'];

/**
 * Why no case is started from a contract; null where one can be: it is digital, runs and has an end.
 *
 * @example whyNoCase({ ...contract, isFrameworkAgreement: true }) // 'This is a framework agreement: …'
 */
export function whyNoCase(
  contract: Pick<ContractDetail, 'isFrameworkAgreement' | 'status' | 'segment' | 'endOn'>,
): string | null {
  if (contract.isFrameworkAgreement)
    return 'This is a framework agreement: start from a contract that was let under it.';
  if (!running.includes(contract.status))
    return 'This contract doesn’t run any more, or isn’t signed: start from the one that does.';
  if (contract.segment === null || !isDigital(contract.segment))
    return 'This contract isn’t digital, as far as the register can tell.';
  return contract.endOn === null ? noEnd : null;
}
