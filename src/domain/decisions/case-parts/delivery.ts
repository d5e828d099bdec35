import { z } from 'zod';
import { dayText, words } from './case-fields.ts';

/** What was tried before deciding. */
export const pilotPart = z
  .strictObject({
    what: words.describe('What is tried, with whom, and what it should show.'),
    status: z.enum(['done', 'under-way', 'planned', 'not-needed']).describe('How far it is.'),
    result: words.optional().describe('What it showed.'),
    because: words.optional().describe('Why none is needed: asked for where status is not-needed.'),
    on: dayText.optional().describe('When it was done, or will be.'),
  })
  .describe('A pilot or test: asked for where something is the first of its kind.');

/** How the recommended option is bought and run. */
export const routePart = z
  .strictObject({
    route: words.describe('Framework, dynamic market, procedure, or none where nothing is bought.'),
    because: words.optional().describe('Why this route and not another.'),
    contract: words.optional().describe('Charging, allocation of risk, key performance indicators.'),
    exit: words.optional().describe('How it ends: data, code, staff, knowledge.'),
  })
  .describe('Route to market and contract strategy.');

/** How it will be known whether the decision was right. */
export const reviewPart = z
  .strictObject({
    on: dayText.describe('The day of the first review.'),
    owner: words.describe('The post that reviews.'),
    measures: words.optional().describe('What is compared with what the case expected.'),
  })
  .describe('Outcome and review.');
