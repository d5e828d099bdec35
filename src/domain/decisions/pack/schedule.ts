/** Why something was withheld. */
export type WithheldReason = 'section' | 'price' | 'total' | 'repeats' | 'person';

/** What is asked for where something is withheld. */
export type WithheldMatter = {
  reason: WithheldReason;
  /** The section in which it stood. */
  section: string;
  category: string;
  exemption: string;
  because: string;
  review: string;
};

/** An entry of the schedule: one matter, and everything that it concerns. */
export type WithheldEntry = WithheldMatter & { number: number; items: { name: string; count: number }[] };

/** The schedule while it is written. */
export type Schedule = {
  entries: WithheldEntry[];
  /** Enters something and answers the number of its entry. */
  enter: (matter: WithheldMatter, item: string) => number;
};

/**
 * An empty schedule. What is withheld in one section for one reason becomes one entry.
 *
 * @example newSchedule().enter(matter, 'Subscription') // 1
 */
export function newSchedule(): Schedule {
  const entries: WithheldEntry[] = [];
  return {
    entries,
    enter: (matter, item) => {
      const known = entries.find(
        (one) =>
          one.reason === matter.reason && one.section === matter.section && one.because === matter.because,
      );
      if (known !== undefined) {
        const same = known.items.find(({ name }) => name === item);
        if (same === undefined) known.items.push({ name: item, count: 1 });
        else same.count += 1;
        return known.number;
      }
      const number = entries.length + 1;
      entries.push({ ...matter, number, items: [{ name: item, count: 1 }] });
      return number;
    },
  };
}
