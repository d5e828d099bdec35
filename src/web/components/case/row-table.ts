/** Rows with heads, as the macro rowTable draws them. */
export type RowTable = {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly (string | null)[])[];
  /** Places of the columns that hold numbers. */
  numeric: readonly number[];
  /** What the first head is called where it is left out. */
  corner: string;
};

/**
 * Rows whose heads stand first, as a table of a page: heads begin with a capital.
 *
 * @param numeric places of the columns that hold numbers, from 1 on those after the name unless said
 * @example rowTable([['option', 'points'], ['SaaS', '61']], { caption: 'Value', corner: 'Option' }).head // ['Option', 'Points']
 */
export function rowTable(
  [head = [], ...rows]: readonly (readonly (string | null)[])[],
  { caption, corner, numeric }: { caption: string; corner: string; numeric?: readonly number[] },
): RowTable {
  return {
    caption,
    corner,
    head: head.map((text) => `${(text ?? '').slice(0, 1).toUpperCase()}${(text ?? '').slice(1)}`),
    rows,
    numeric: numeric ?? head.map((_, place) => place).slice(1),
  };
}
