/** A stream of uniform numbers in [0, 1), decided by its seed alone. */
export type Rng = { next(): number };

/**
 * The sfc32 generator (Chris Doty-Humphrey, PractRand): 128 bits of state, passes BigCrush.
 * The same seed gives the same numbers on every machine (integer arithmetic only).
 *
 * @param seed any text or number
 * @example seededRng('1').next()
 */
export function seededRng(seed: string | number): Rng {
  let [a, b, c, d] = seedState(String(seed));
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return { next };
}

/** Four 32-bit words from a text (xmur3-style mixing). */
function seedState(text: string): [number, number, number, number] {
  let h = 1_779_033_703 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    h = Math.imul(h ^ text.charCodeAt(i), 3_432_918_353);
    h = (h << 13) | (h >>> 19);
  }
  const word = (): number => {
    h = Math.imul(h ^ (h >>> 16), 2_246_822_507);
    h = Math.imul(h ^ (h >>> 13), 3_266_489_909);
    h ^= h >>> 16;
    return h | 0;
  };
  return [word(), word(), word(), word()];
}
