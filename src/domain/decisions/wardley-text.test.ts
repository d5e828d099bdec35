import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWardleyText } from './wardley-text.ts';

/** Components by name, with what the text says of each. */
function partsOf(text: string): Record<string, unknown> {
  return Object.fromEntries(readWardleyText(text).components.map(({ name, ...rest }) => [name, rest]));
}
const remarks = (text: string): string[] =>
  readWardleyText(text).remarks.map(({ line, reason }) => `${line}: ${reason}`);
const links = (text: string): string[] => readWardleyText(text).links.map(({ from, to }) => `${from}>${to}`);

it('reads the tea shop', () => {
  const text = `title Tea Shop
anchor Public [0.95, 0.78]
component Cup of Tea [0.79, 0.61] label [19, -4]
component Hot Water [0.52, 0.80]
component Kettle [0.43, 0.35] label [-57, 4] inertia
evolve Kettle->Electric Kettle 0.62 label [16, 5]
Public->Cup of Tea
Cup of Tea->Hot Water
Hot Water->Kettle; limited by
annotation 1 [[0.43,0.49],[0.08,0.79]] Standardising power lets kettles evolve faster
annotations [0.72, 0.03]
note +a note [0.23, 0.33]
style wardley
size [800, 400]`;
  const map = readWardleyText(text);
  expect(map).toMatchObject({ title: 'Tea Shop', notes: ['+a note'], remarks: [] });
  expect(partsOf(text)).toMatchObject({
    Public: { isAnchor: true, visibility: 0.95, evolution: 0.78 },
    'Cup of Tea': { isAnchor: false, visibility: 0.79, evolution: 0.61, hasInertia: false },
    Kettle: { hasInertia: true, evolvesTo: 0.62 },
  });
  expect(links(text)).toEqual(['Public>Cup of Tea', 'Cup of Tea>Hot Water', 'Hot Water>Kettle']);
});

it('reads how something is got, in both forms, wherever it stands', () => {
  const text =
    'buy Power\nbuild Kettle\ncomponent Kettle [0.4, 0.3]\ncomponent Power [0.1, 0.8]\ncomponent Shop [0.9, 0.5] label [3, 4] (outsource)';
  expect(partsOf(text)).toMatchObject({
    Power: { method: 'buy' },
    Kettle: { method: 'build' },
    Shop: { method: 'outsource' },
  });
});

it('reads flows, chains and links that go round in a circle', () => {
  const parts = 'component A [0.1, 0.1]\ncomponent B [0.2, 0.2]\n';
  expect(links(`${parts}A+>B\nB+'£2'<>A\nA->>B->A\nB -> A ; back`)).toEqual([
    'A>B',
    'B>A',
    'A>B',
    'B>A',
    'B>A',
  ]);
});

it('takes a pipeline’s members as components, at its height', () => {
  const text =
    'component Kettle [0.5, 0.5]\npipeline Kettle\n{\n component Camp Kettle [0.35] label [1, 2]\n}';
  expect(partsOf(text)).toMatchObject({ 'Camp Kettle': { visibility: 0.5, evolution: 0.35 } });
  expect(partsOf('pipeline Payment [0.2, 0.8]')).toMatchObject({
    Payment: { visibility: null, evolution: 0.5 },
  });
});

it('tells names from statements', () => {
  const text =
    'component note taking [0.5, 0.5]\ncomponent Printing label [0.2, 0.3]\ncomponent pipeline tools [0.3, 0.4] inertia\nnote taking->Printing label\npipeline tools->note taking';
  expect(links(text)).toEqual(['note taking>Printing label', 'pipeline tools>note taking']);
  expect(remarks(text)).toEqual([]);
  expect(partsOf('component Power (buy)\ncomponent Grid evolve 0.9')).toMatchObject({
    Power: { visibility: null, method: 'buy' },
    Grid: { evolvesTo: 0.9 },
  });
});

it('leaves comments out and keeps the numbers of lines', () => {
  const text =
    '// old\ncomponent A [0.1, 0.2] // here\n/* over\nseveral */ url home [https://example.org]\nwhat is this';
  expect(Object.keys(partsOf(text))).toEqual(['A']);
  expect(remarks(text)).toEqual(['5: No statement that is known here.']);
});

it('passes over what it can’t use, with number and reason', () => {
  const text = `component A [0.1, 1.2]
component A [0.3, 0.3]
component
A->Nobody
A->
evolve Nobody 0.8
evolve A
buy Nobody`;
  expect(remarks(text)).toEqual([
    '1: Its place lies outside 0 to 1 and was moved to the edge.',
    '2: This name stands above already; that one holds.',
    '3: A name is missing.',
    '4: Nothing is called “Nobody”.',
    '5: A link needs a name on both sides.',
    '6: No component has this name.',
    '7: It doesn’t say how far.',
    '8: No component has this name.',
  ]);
});

it('refuses nothing that anybody may write', () => {
  const piece = fc.constantFrom(
    'component ',
    'pipeline ',
    '[0.1, 0.2]',
    '->',
    'A',
    '\n',
    '{',
    '}',
    '//',
    '/*',
    'evolve ',
    ' (buy)',
    '"',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 30 }).map((each) => each.join('')),
      ),
      (text) => {
        const map = readWardleyText(text);
        const names = new Set(map.components.map(({ name }) => name));
        expect(map.links.every(({ from, to }) => names.has(from) && names.has(to))).toBe(true);
      },
    ),
  );
});

it('takes links to what a component becomes as its own, and a brace on the line of its pipeline', () => {
  const text = `component Kettle [0.43, 0.35]
component Power [0.1, 0.7]
evolve Kettle->Electric Kettle 0.62 label [16, 5]
Electric Kettle->Power
Power->Electric Kettle
pipeline Power {
component Mains [0.8]
}
component Grid [0.05, 0.9]`;
  expect(remarks(text)).toEqual([]);
  expect(links(text)).toEqual(['Kettle>Power', 'Power>Kettle']);
  expect(partsOf(text)).toMatchObject({
    Mains: { visibility: 0.1, evolution: 0.8 },
    Grid: { visibility: 0.05 },
  });
  expect(Object.keys(partsOf(text))).toEqual(['Kettle', 'Power', 'Mains', 'Grid']);
  // A name that nothing becomes is still unknown.
  expect(remarks('component A [0.5, 0.5]\nevolve A->B 0.7\nA->C')).toEqual(['3: Nothing is called “C”.']);
});
