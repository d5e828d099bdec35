import { z } from 'zod';
import { insertCorrection } from '../../db/queries/corrections.ts';
import { operation } from '../operation.ts';

/** "Tell us this is wrong": keeps what a reader reports for the operator. */
export const reportCorrection = operation({
  id: 'data.report-correction',
  summary: 'Tell the operator that something on a page is wrong.',
  kind: 'write',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    page: z
      .string()
      .min(1)
      .max(500)
      .regex(/^\/(?!\/)/u, 'The page is a path on this site, for example /contracts/abc.')
      .describe('Path of the page.'),
    message: z
      .string()
      .trim()
      .min(5, 'Say in a sentence what is wrong.')
      .max(4000, 'Use at most 4,000 characters.')
      .describe('What is wrong, and how you know.'),
    replyTo: z
      .email('Write an e-mail address, or leave it empty.')
      .max(254)
      .optional()
      .describe('E-mail address for an answer.'),
  }),
  output: z.object({ received: z.literal(true), number: z.number().int() }),
  run: async (context, { page, message, replyTo }) => {
    const number = await insertCorrection(await context.register(), {
      page,
      message,
      replyTo: replyTo ?? null,
      receivedAt: context.clock.now().toISOString(),
    });
    return { received: true as const, number };
  },
});
