import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { caseWith } from '../../../test/factories/sourcing-case.ts';
import { evolutions } from './case-parts/need.ts';
import { evolutionAt, exportMap, importMap, marksOf, plainName } from './wardley-map.ts';
import { readWardleyText } from './wardley-text.ts';

const read = (text: string): ReturnType<typeof importMap> => importMap(readWardleyText(text));

describe('a map as components of a case', () => {
  it('takes the stage from the axis', () => {
    expect([0, 0.174, 0.175, 0.399, 0.4, 0.699, 0.7, 1].map(evolutionAt)).toEqual([
      'genesis', 'genesis', 'custom', 'custom', 'product', 'product', 'commodity', 'commodity',
    ]); // prettier-ignore
  });

  it('leaves users and links to itself out, and gives each component an id of its own', () => {
    const map = read(
      'anchor Public [1, 0.5]\ncomponent Tea & Cake [0.8, 0.6]\ncomponent Tea, cake [0.7, 0.2]\ncomponent 茶\nPublic->Tea & Cake\nTea & Cake->Tea, cake\nTea & Cake->Tea, cake\nTea, cake->Tea & Cake\n茶->茶',
    );
    expect(map.anchors).toEqual(['Public']);
    expect(map.unplaced).toEqual(['component']);
    expect(map.components).toEqual([
      { id: 'tea-cake', name: 'Tea & Cake', evolution: 'product', visibility: 0.8, maturity: 0.6, connects: ['tea-cake-2'] },
      { id: 'tea-cake-2', name: 'Tea, cake', evolution: 'custom', visibility: 0.7, maturity: 0.2, connects: ['tea-cake'] },
      { id: 'component', name: '茶', evolution: 'product', connects: [] },
    ]); // prettier-ignore
  });

  it('says what a case has no place for', () => {
    const { remarks } = read(
      'component Kettle [0.4, 0.3] inertia (build)\nevolve Kettle 0.6\ncomponent Cup [0.5, 0.8]',
    );
    expect(remarks).toEqual([{ id: 'kettle', method: 'build', hasInertia: true }]);
  });

  it('says where a component is going, also where its name ends in a number', () => {
    const { components } = read(
      'component Kettle [0.4, 0.3]\ncomponent Kettle 2 [0.4, 0.3]\ncomponent Cup [0.5, 0.8]\nevolve Kettle 2 0.6\nevolve Cup 7',
    );
    expect(components.map(({ evolvesTo }) => evolvesTo)).toEqual([undefined, 0.6, 1]);
  });

  it('fits the document, whatever the map is called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), (names) => {
        const text = names.map((name) => `component ${plainName(name)} [0.5, 0.5]`).join('\n');
        const { components } = read(text);
        expect(caseWith({ components, scores: [] }).components).toHaveLength(components.length);
      }),
    );
  });
});

describe('a case as a map', () => {
  it('writes places, marks of an option and links', () => {
    const document = caseWith({});
    const [, , product] = document.options;
    if (product === undefined) throw new Error('The case has no such option.');
    const marks = marksOf(product, document.components, testContext().reference.deliveryModels);
    expect(exportMap(document, marks)).toBe(`title Replace the permits service
style wardley

component Case workflow [0.5, 0.55] (buy)
component Register [0.5, 0.2875] (buy)

Case workflow->Register
`);
  });

  it('leaves a reused platform unmarked', () => {
    const document = caseWith({});
    const [option] = document.options;
    if (option === undefined) throw new Error('The case has no option.');
    const models = { workflow: 'reuse-platform', register: 'in-house-build' };
    const marks = marksOf({ ...option, models }, document.components, testContext().reference.deliveryModels);
    expect([...marks]).toEqual([['register', 'build']]);
  });

  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(
          'note',
          'label',
          '->',
          '[0.1, 0.2]',
          '//',
          ' ',
          'evolve 1',
          '(buy)',
          'inertia',
          '>',
          '"',
          ';',
          'x',
        ),
      )
      .map((each) => each.join('')),
  );
  const thousandth = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
  const anyCase = fc
    .array(
      fc.record({
        name: name.filter((text) => text.trim() !== ''),
        place: fc.option(fc.tuple(thousandth, thousandth), { nil: undefined }),
        evolvesTo: fc.option(thousandth, { nil: undefined }),
        evolution: fc.constantFrom(...evolutions),
        connects: fc.array(fc.nat({ max: 9 }), { maxLength: 4 }),
      }),
      { maxLength: 10 },
    )
    .map((parts) =>
      caseWith({
        scores: [],
        components: parts.map(({ name: text, place, evolution, evolvesTo, connects }, index) => ({
          id: `part-${index}`,
          name: text,
          evolution: place === undefined ? evolution : evolutionAt(place[1]),
          ...(place === undefined ? {} : { visibility: place[0], maturity: place[1] }),
          ...(evolvesTo === undefined ? {} : { evolvesTo }),
          connects: connects.filter((to) => to < parts.length).map((to) => `part-${to}`),
        })),
      }),
    );

  it('read back keeps names, places and links', () => {
    fc.assert(
      fc.property(anyCase, (document) => {
        const text = exportMap(document, new Map());
        const back = importMap(readWardleyText(text));
        expect(readWardleyText(text).remarks).toEqual([]);
        expect(back.components.map(({ evolution }) => evolution)).toEqual(
          document.components.map(({ evolution }) => evolution),
        );
        for (const [index, own] of document.components.entries()) {
          const other = back.components[index];
          expect(other?.name.startsWith(plainName(own.name))).toBe(true);
          expect(other?.evolvesTo).toBe(own.evolvesTo);
          if (own.visibility !== undefined)
            expect(other).toMatchObject({ visibility: own.visibility, maturity: own.maturity });
          const needs = new Set(own.connects.filter((to) => to !== own.id).map((to) => Number(to.slice(5))));
          const found = other?.connects.map((to) => back.components.findIndex(({ id }) => id === to));
          expect(found).toEqual([...needs]);
        }
        // A second time nothing changes any more.
        const again = caseWith({ scores: [], components: back.components });
        expect(exportMap(again, new Map())).toBe(text);
      }),
    );
  });
});
