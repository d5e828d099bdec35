/** Ids that the product’s reference data holds, and that a case refers to. What is left out isn’t checked. */
export type HeldIds = {
  /** Schedules of discount rates. */
  discountRates?: ReadonlySet<string>;
  /** Rules of approval. */
  approvals?: ReadonlySet<string>;
  referenceClasses?: ReadonlySet<string>;
  /** Questions and exclusions of the Public Interest Test. */
  interestTest?: ReadonlySet<string>;
};
