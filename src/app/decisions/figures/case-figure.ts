import type { Drawing } from '../../../drawing/drawing.ts';

/** A figure of a case: drawn, in words and as a table, with what it rests on. */
export type CaseFigure = Drawing & {
  /** What is counted and how, in a sentence or two. */
  note: string;
  /** The page of docs/methods that says it in full, without its ending. */
  method: string;
};
