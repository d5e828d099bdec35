import type { Day } from '../calendar.ts';
import type { ProcessPlan } from '../process-plan.ts';
import { commonCloudPlans } from './common-cloud.ts';
import { marramPlans } from './marram.ts';
import { tidewayPlans } from './tideway.ts';

/** The processes of the three planted stories, in every sample whatever its size and seed. */
export function storyPlans(asOf: Day): ProcessPlan[] {
  return [...tidewayPlans(asOf), ...commonCloudPlans(asOf), ...marramPlans(asOf)];
}
