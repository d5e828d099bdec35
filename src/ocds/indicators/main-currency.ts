/** The one currency in which amounts are compared: the one that the settings name, else the first that is met. */
export class MainCurrency {
  #code: string | null;
  readonly #onOther: (message: string) => void;

  constructor(code: string | null, onOther: (message: string) => void) {
    this.#code = code;
    this.#onOther = onOther;
  }

  /** Whether an amount in this currency counts; what doesn't is told. */
  takes(currency: string): boolean {
    this.#code ??= currency;
    if (currency === this.#code) return true;
    this.#onOther(`An amount in ${currency} was not compared: the main currency is ${this.#code}.`);
    return false;
  }
}
