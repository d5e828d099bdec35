import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saveCase } from '../../src/app/decisions/case-store.ts';
import { sign } from '../../src/app/decisions/sign/sign.ts';
import type { SigningRequest } from '../../src/app/decisions/sign/refuse-signing.ts';
import type { Context } from '../../src/app/context.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/council-system.yaml'), 'utf8').replace(
  /draws: \d+/u,
  'draws: 1000',
);

/** The text of a case that is ready for approval at the outline stage, in which one supplier is thought credible. */
export function readyCase(id: string): string {
  return example
    .replace(/^id: .*$/mu, `id: ${id}`)
    .replace(/credibleSuppliers: \d+/u, 'credibleSuppliers: 1');
}

const submitted: SigningRequest = {
  action: 'submitted',
  post: 'Procurement manager',
  name: 'Ann Author',
  reasons: 'Please look at the lines for migration and handover.',
  considered: false,
  conditions: [],
  releases: null,
  returns: null,
};

/** What is signed for {@link readyCase}, one after the other. */
export const signingRequests = {
  submitted,
  verified: {
    ...submitted,
    action: 'verified',
    post: 'Principal accountant of a neighbouring council',
    name: 'Vera Fier',
    reasons: 'I worked three cost lines out by hand and asked where prices come from.',
  },
  approved: {
    ...submitted,
    action: 'approved',
    post: 'Cabinet',
    name: 'Cy Chair',
    reasons: 'Tenants wait too long for repairs, and the price is capped until vesting day.',
    considered: true,
    releases: '£45,000 for procurement and consent',
    returns: 'The award report',
    conditions: ['Consent before the tender'],
  },
} as const satisfies Record<string, SigningRequest>;

/** Keeps a case that is ready for approval. */
export async function keepReadyCase(context: Context, id: string): Promise<void> {
  await saveCase(context, { text: readyCase(id), seen: null, by: 'Ann Author' });
}

/** Keeps a case whose outline stage is approved, with its record. */
export async function keepApprovedCase(context: Context, id: string): Promise<void> {
  await keepReadyCase(context, id);
  for (const asked of Object.values(signingRequests)) await sign(context, { id, seen: undefined, asked });
}
