/** Years of the appraisal in order, as `2027-28`. @example financialYears({ firstYear: '2027-28', years: 2 }) // ['2027-28', '2028-29'] */
export function financialYears({ firstYear, years }: { firstYear: string; years: number }): string[] {
  const first = Number(firstYear.slice(0, 4));
  return Array.from({ length: years }, (_, index) => financialYearName(first + index));
}

/**
 * The name of the financial year that begins in April of a year.
 *
 * @example financialYearName(2099) // '2099-00'
 */
export function financialYearName(startsIn: number): string {
  return `${startsIn}-${String((startsIn + 1) % 100).padStart(2, '0')}`;
}

/**
 * Whether something that names options, or all of them, holds for one.
 *
 * @example isOf(['saas'], 'mixed') // false
 */
export function isOf(options: 'all' | readonly string[], id: string): boolean {
  return options === 'all' || options.includes(id);
}
