/** Ways to award a contract that `reference/procedures.yaml` describes, in the order in which they are listed. */
export const procedureIds = [
  'below-threshold',
  'framework-competed',
  'framework-direct',
  'dynamic-market',
  'open',
  'competitive-flexible',
  'direct-award',
] as const;

/** Id of a procedure of `reference/procedures.yaml`. */
export type Procedure = (typeof procedureIds)[number];

/** Whether a notice is published in a procedure: always, only in the case that its line names, or as the buyer likes. */
export const noticeDuties = ['due', 'conditional', 'optional'] as const;
export type NoticeDuty = (typeof noticeDuties)[number];

/** A statement about the law, and whether it was read in a source or is the authors’ knowledge. */
export type ProcedureCondition = { text: string; confidence: 'high' | 'medium' | 'low' };

/** A procedure as `reference/procedures.yaml` has it. */
export type ProcedureRule = {
  id: Procedure;
  name: string;
  summary: string;
  /** The place in the Act. */
  law: string;
  /** Whether it is for contracts below the threshold, from the threshold on, or for both. */
  values: 'below' | 'above' | 'both';
  /** Whether it needs a route: a framework or a dynamic market. */
  needsRoute: boolean;
  /** What has to hold for it to be used. */
  conditions: readonly ProcedureCondition[];
  notices: readonly { code: string; duty: NoticeDuty; when: string }[];
  source: string;
  reviewed: string;
};
