import { textWidth } from './text-size.ts';

/** A point that wants its name beside it. */
export type LabelledPoint = { x: number; y: number; lines: readonly string[] };

/** Where a label goes: its first line begins at x and stands on y; a line leads to it where it is further away. */
export type PlacedLabel = Box & { lines: readonly string[]; isLed: boolean };

/** A rectangle, by its left upper corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** What labels keep clear of beside each other: the edges of the drawing and lines between points. */
export type LabelRoom = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  size: number;
  lineHeight: number;
  lines?: readonly { x1: number; y1: number; x2: number; y2: number }[];
};

/** Half the size of the mark of a point. */
const mark = 7;
const distances = [0, 8, 18, 30, 44, 60, 78, 98];
/** Directions in the order in which a reader expects a name: right, left, above, below, then between. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * Places a label beside each point so that labels cover neither each other nor points, as far as that can be: for each point, the
 * most crowded first, the nearest of 64 places that covers least. The same points give the same places.
 *
 * @returns the labels in the order of the points
 * @example placeLabels([{ x: 10, y: 10, lines: ['Kettle'] }], { left: 0, top: 0, right: 100, bottom: 40, size: 13, lineHeight: 15 })[0]?.isLed // false
 */
export function placeLabels(points: readonly LabelledPoint[], room: LabelRoom): PlacedLabel[] {
  const marks = points.map(({ x, y }) => ({ x: x - mark, y: y - mark, width: 2 * mark, height: 2 * mark }));
  const crowd = points.map(
    ({ x, y }) => points.filter((other) => Math.hypot(other.x - x, other.y - y) < 120).length,
  );
  const order = [...points.keys()].toSorted(
    (one, other) => (crowd[other] ?? 0) - (crowd[one] ?? 0) || one - other,
  );
  const placed = new Map<number, PlacedLabel>();
  for (const index of order) {
    const point = points[index];
    if (point === undefined) continue;
    const size = labelSize(point, room);
    const others = [...placed.values()];
    let best: { label: PlacedLabel; cost: number } | null = null;
    for (const distance of distances)
      for (const [turn, direction] of directions.entries()) {
        const box = boxAt(point, size, { distance, direction });
        const cost =
          20 * outside(box, room) +
          8 * sum(others.map((other) => overlap(box, other))) +
          6 * sum(marks.map((own, at) => (at === index ? 0 : overlap(box, own)))) +
          120 * (room.lines ?? []).filter((line) => crosses(box, line)).length +
          12 * distance +
          5 * turn;
        if (best === null || cost < best.cost - 1e-9)
          best = { label: { ...box, lines: point.lines, isLed: distance > 8 }, cost };
      }
    if (best !== null) placed.set(index, best.label);
  }
  return points.flatMap((_, index) => placed.get(index) ?? []);
}

function labelSize(
  { lines }: LabelledPoint,
  { size, lineHeight }: LabelRoom,
): { width: number; height: number } {
  return {
    width: Math.max(...lines.map((line) => textWidth(line, size)), 1),
    height: lines.length * lineHeight,
  };
}

function boxAt(
  { x, y }: LabelledPoint,
  { width, height }: { width: number; height: number },
  { distance, direction: [across, down] }: { distance: number; direction: readonly [number, number] },
): Box {
  const away = mark + 3 + (across !== 0 && down !== 0 ? distance * 0.7 - 4 : distance);
  const left = across > 0 ? x + away : across < 0 ? x - away - width : x - width / 2;
  const top = down > 0 ? y + away : down < 0 ? y - away - height : y - height / 2;
  return { x: left, y: top, width, height };
}

/**
 * The area that two rectangles share.
 *
 * @example overlap({ x: 0, y: 0, width: 2, height: 2 }, { x: 1, y: 1, width: 2, height: 2 }) // 1
 */
export function overlap(one: Box, other: Box): number {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0 && down > 0 ? across * down : 0;
}

function outside({ x, y, width, height }: Box, { left, top, right, bottom }: LabelRoom): number {
  const inner = Math.max(0, Math.min(x + width, right) - Math.max(x, left));
  const tall = Math.max(0, Math.min(y + height, bottom) - Math.max(y, top));
  return width * height - inner * tall;
}

/** Whether a line passes through a rectangle, looked at in twenty places. */
function crosses(
  { x, y, width, height }: Box,
  { x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number },
): boolean {
  for (let step = 1; step < 20; step += 1) {
    const [at, down] = [x1 + ((x2 - x1) * step) / 20, y1 + ((y2 - y1) * step) / 20];
    if (at > x && at < x + width && down > y && down < y + height) return true;
  }
  return false;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
