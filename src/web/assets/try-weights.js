// Trying weights works without this: the form asks the server. Here the fields get sliders, and the order and the sentences
// follow at once, from the table of points and costs that the server has put into the page.

/** Points with at most one decimal, as the server writes them. */
const points = (value) => (Math.round(value * 10) / 10).toLocaleString('en-GB', { maximumFractionDigits: 1 });

const plain = (number) => number.toLocaleString('en-GB', { maximumFractionDigits: 3 });

/** Pounds to three figures, as the server writes them. */
function pounds(value) {
  const rounded = Number(value.toPrecision(3));
  if (rounded >= 1e9) return `£${plain(rounded / 1e9)}bn`;
  if (rounded >= 1e6) return `£${plain(rounded / 1e6)}m`;
  return `£${plain(Math.round(rounded))}`;
}

/** A typed number from 0, or null. */
function readNumber(text) {
  const typed = text.replaceAll(/[£,%\s]/gu, '');
  return /^\d{1,12}(?:\.\d{1,6})?$/u.test(typed) ? Number(typed) : null;
}

const fill = (sentence, values) => sentence.replaceAll(/\{(\w+)\}/gu, (mark, name) => values[name] ?? mark);

/** The options with their value at these shares, the highest first. */
function valuesAt(table, shares) {
  return table.options
    .map((option) => ({
      ...option,
      value: option.points.reduce((sum, own, place) => sum + own * (shares[place] ?? 0), 0),
    }))
    .sort((one, other) => other.value - one.value);
}

/** The choice at a price of a point: the most value for what is left after its cost; of equals the cheapest. */
function choiceAt(options, price) {
  const rivals = options.filter((option) => option.isEligible);
  if (rivals.length === 0 || price === null || rivals.some(({ cost }) => cost === null)) return null;
  const net = ({ value, cost }) => value * price - cost;
  return rivals.reduce((best, one) => {
    const more = net(one) - net(best);
    return more > 1e-9 || (Math.abs(more) <= 1e-9 && one.cost < best.cost) ? one : best;
  });
}

function start(form) {
  const table = JSON.parse(form.querySelector('[data-table]').textContent);
  const fields = table.criteria.map(({ id }) => form.querySelector(`[data-weight="${id}"]`));
  const price = form.querySelector('[data-price]');
  const body = form.querySelector('[data-order]');
  const sliders = fields.map((field) => addSlider(field, { max: 100, step: 0.5 }));
  const priceSlider = addSlider(price, {
    max: Number(price.dataset.price),
    step: Number(price.dataset.price) / 200,
  });

  function shares() {
    const given = fields.map((field) => readNumber(field.value) ?? 0);
    const sum = given.reduce((total, weight) => total + weight, 0);
    return sum === 0 ? table.criteria.map(({ weight }) => weight) : given.map((weight) => weight / sum);
  }

  function show() {
    const options = valuesAt(table, shares());
    options.forEach(({ option, value }, place) => {
      const row = body.querySelector(`[data-option="${option}"]`);
      row.querySelector('[data-place]').textContent = String(place + 1);
      row.querySelector('[data-tried]').textContent = points(value);
      body.append(row);
    });
    const first = options.find((option) => option.isEligible);
    form.querySelector('[data-first]').textContent =
      first === undefined
        ? table.none
        : fill(table.first, { option: first.name, points: points(first.value) });
    const worth = readNumber(price.value);
    const choice = choiceAt(options, worth);
    form.querySelector('[data-choice]').textContent =
      choice === null ? table.noChoice : fill(table.choice, { price: pounds(worth), option: choice.name });
  }

  /** One weight takes its new share; the others keep their proportions in what is left. */
  function move(place, percent) {
    const before = shares();
    const share = Math.min(1, Math.max(0, percent / 100));
    const rest = 1 - before[place];
    const others = fields.length - 1;
    fields.forEach((field, at) => {
      const own =
        at === place ? share : (1 - share) * (rest < 1e-9 ? 1 / Math.max(1, others) : before[at] / rest);
      const next = String(Math.round(own * 1000) / 10);
      if (!(at === place && document.activeElement === field)) field.value = next;
      sliders[at].value = next;
    });
    show();
  }

  sliders.forEach((slider, place) => {
    slider.addEventListener('input', () => move(place, Number(slider.value)));
    fields[place].addEventListener('change', () => {
      const typed = readNumber(fields[place].value);
      if (typed !== null) move(place, typed);
    });
  });
  priceSlider.addEventListener('input', () => {
    price.value = priceSlider.value;
    show();
  });
  price.addEventListener('input', () => {
    priceSlider.value = String(readNumber(price.value) ?? 0);
    show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
}

/** A slider beside a field, with the same name for those who listen. */
function addSlider(field, { max, step }) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.className = 'ds-try__slider';
  slider.min = '0';
  slider.max = String(max);
  slider.step = String(step);
  slider.value = field.value === '' ? '0' : field.value;
  slider.setAttribute('aria-label', field.labels[0].textContent);
  field.before(slider);
  return slider;
}

for (const form of document.querySelectorAll('[data-try]')) start(form);
