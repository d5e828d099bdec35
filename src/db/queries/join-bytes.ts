/** Several values as one, and where each lies in it. */
export type JoinedBytes = {
  bytes: Buffer;
  /** Place of the first byte of each, counted from 1 as `substr` does. */
  starts: number[];
  lengths: number[];
};

/**
 * Puts values one behind the other, to be cut apart by the database (`substr(bytes, start, length)`): one binary parameter
 * travels as it is, a list of them as escaped text of up to twice the size.
 *
 * @example joinBytes([Buffer.from('ab'), Buffer.from('c')]) // { bytes: 'abc' as bytes, starts: [1, 3], lengths: [2, 1] }
 */
export function joinBytes(parts: readonly Buffer[]): JoinedBytes {
  let end = 0;
  const starts = parts.map((part) => {
    const start = end + 1;
    end += part.length;
    return start;
  });
  return { bytes: Buffer.concat(parts), starts, lengths: parts.map((part) => part.length) };
}
