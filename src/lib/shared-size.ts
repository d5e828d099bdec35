/**
 * How many values plain data holds where everything that stands in several places is counted at each of them, as whoever
 * walks through it will: a few lines that refer to each other can come to more than a memory holds. A text counts once for
 * each thousand characters. Infinity where something holds itself. Each group is looked into once, so that counting costs
 * no more than what was written.
 *
 * @example sharedSize({ a: [1, 2], b: 3 }) // 5: the group, the list in it, and three numbers
 */
export function sharedSize(value: unknown): number {
  const known = new Map<object, number>();
  const sizeOf = (one: unknown): number => {
    if (typeof one === 'string') return 1 + Math.floor(one.length / 1000);
    if (typeof one !== 'object' || one === null) return 1;
    const found = known.get(one);
    if (found !== undefined) return found;
    // Until it is known, whoever comes upon it again is inside it.
    known.set(one, Infinity);
    let size = 1;
    for (const part of Object.values(one)) size += sizeOf(part);
    known.set(one, size);
    return size;
  };
  return sizeOf(value);
}
