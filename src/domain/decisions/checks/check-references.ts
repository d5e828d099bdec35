import { suggest } from '../../../lib/suggest.ts';
import { problem, type CaseProblem } from '../case-problem.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

const error = problem('error');

/**
 * Ids that stand twice, and ids that nothing carries.
 *
 * @param models the delivery models that are known
 * @example checkReferences(document, new Set(['saas'])) // [{ kind: 'error', path: 'tests[0].option', message: 'No option is called "sas". Did you mean "saas"?' }]
 */
export function checkReferences(document: CaseDocument, models: ReadonlySet<string>): CaseProblem[] {
  return [...listDuplicates(document), ...listUnknown(document, models)];
}

function listDuplicates(document: CaseDocument): CaseProblem[] {
  const { costs } = document;
  const lists: Record<string, readonly { id: string }[]> = {
    components: document.components,
    options: document.options,
    'costs.groups': costs.groups,
    'costs.lines': costs.lines,
    'costs.risks': costs.risks,
    benefits: document.benefits,
    criteria: document.criteria,
    assessors: document.assessors,
    enquiries: document.enquiries,
    stressTests: document.stressTests,
  };
  return Object.entries(lists).flatMap(([path, items]) => {
    const seen = new Map<string, number>();
    return items.flatMap(({ id }, index) => {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, index);
      return first === undefined
        ? []
        : [
            error(
              `${path}[${index}].id`,
              `"${id}" stands at ${path}[${first}] already: give this one another id.`,
            ),
          ];
    });
  });
}

/** One use of an id: where it stands, what it should name. */
type Use = {
  path: string;
  id: string;
  noun: 'option' | 'component' | 'group' | 'criterion' | 'assessor' | 'model' | 'figure';
};

function ids(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function optionsOf(path: string, options: 'all' | readonly string[]): Use[] {
  if (options === 'all') return [];
  return options.map((id, index) => ({ path: `${path}.options[${index}]`, id, noun: 'option' }));
}

function groupOf(path: string, id: string): Use {
  return { path: `${path}.group`, id, noun: 'group' };
}

function listUnknown(document: CaseDocument, models: ReadonlySet<string>): CaseProblem[] {
  const { costs } = document;
  const known: Record<Use['noun'], ReadonlySet<string>> = {
    option: ids(document.options),
    component: ids(document.components),
    group: ids(costs.groups),
    criterion: ids(document.criteria),
    assessor: ids(document.assessors),
    model: models,
    figure: ids([...costs.lines, ...costs.risks, ...document.benefits]),
  };
  const nouns: Partial<Record<Use['noun'], string>> = {
    group: 'cost group',
    model: 'delivery model',
    figure: 'cost line, benefit or risk',
  };
  return [...usesOfNeed(document), ...usesOfMoney(document), ...usesOfAppraisal(document)]
    .filter(({ id, noun }) => !known[noun].has(id))
    .map(({ path, id, noun }) => {
      const near = suggest(id, [...known[noun]]);
      const hint =
        near !== null
          ? ` Did you mean "${near}"?`
          : id === 'all' && noun === 'option'
            ? ' For all of them write options: all, without brackets.'
            : known[noun].size === 0
              ? ' There is none yet: add it.'
              : ` There are: ${[...known[noun]].slice(0, 20).join(', ')}.`;
      return error(path, `No ${nouns[noun] ?? noun} is called "${id}".${hint}`);
    });
}

function usesOfNeed(document: CaseDocument): Use[] {
  return [
    ...document.components.flatMap(({ connects }, at) =>
      connects.map((id, index): Use => ({
        path: `components[${at}].connects[${index}]`,
        id,
        noun: 'component',
      })),
    ),
    ...document.reuse.flatMap(({ components }, at) =>
      components.map((id, index): Use => ({
        path: `reuse[${at}].components[${index}]`,
        id,
        noun: 'component',
      })),
    ),
    ...document.options.flatMap(({ model, models }, at): Use[] => [
      ...(model === undefined ? [] : [{ path: `options[${at}].model`, id: model, noun: 'model' as const }]),
      ...Object.entries(models ?? {}).flatMap(([component, of]): Use[] => [
        { path: `options[${at}].models.${component}`, id: component, noun: 'component' },
        { path: `options[${at}].models.${component}`, id: of, noun: 'model' },
      ]),
    ]),
    ...document.tests.map(({ option }, at): Use => ({
      path: `tests[${at}].option`,
      id: option,
      noun: 'option',
    })),
  ];
}

function usesOfMoney({ costs, benefits, enquiries, unmonetised }: CaseDocument): Use[] {
  return [
    ...costs.lines.flatMap(({ options, group, component }, at): Use[] => [
      ...optionsOf(`costs.lines[${at}]`, options),
      groupOf(`costs.lines[${at}]`, group),
      ...(component === undefined
        ? []
        : [{ path: `costs.lines[${at}].component`, id: component, noun: 'component' as const }]),
    ]),
    ...[...costs.risks.entries()].flatMap(([at, { options, group }]) => [
      ...optionsOf(`costs.risks[${at}]`, options),
      groupOf(`costs.risks[${at}]`, group),
    ]),
    ...[...costs.treatments.entries()].flatMap(([at, { options, group }]) => [
      ...optionsOf(`costs.treatments[${at}]`, options),
      groupOf(`costs.treatments[${at}]`, group),
    ]),
    ...costs.correlations.flatMap(({ between }, at) =>
      between.map((id, index): Use => ({
        path: `costs.correlations[${at}].between[${index}]`,
        id,
        noun: 'group',
      })),
    ),
    ...benefits.flatMap(({ options }, at) => optionsOf(`benefits[${at}]`, options)),
    ...unmonetised.flatMap(({ options }, at) => optionsOf(`unmonetised[${at}]`, options)),
    ...enquiries.flatMap(({ resolves }, at) =>
      resolves.map((id, index): Use => ({ path: `enquiries[${at}].resolves[${index}]`, id, noun: 'figure' })),
    ),
  ];
}

function usesOfAppraisal(document: CaseDocument): Use[] {
  return [
    ...document.criteria.flatMap(({ parent }, at): Use[] =>
      parent === undefined ? [] : [{ path: `criteria[${at}].parent`, id: parent, noun: 'criterion' }],
    ),
    ...document.scores.flatMap(({ assessor, option, criterion }, at): Use[] => [
      { path: `scores[${at}].assessor`, id: assessor, noun: 'assessor' },
      { path: `scores[${at}].option`, id: option, noun: 'option' },
      { path: `scores[${at}].criterion`, id: criterion, noun: 'criterion' },
    ]),
    ...document.moderation.flatMap(({ option, criterion }, at): Use[] => [
      { path: `moderation[${at}].option`, id: option, noun: 'option' },
      { path: `moderation[${at}].criterion`, id: criterion, noun: 'criterion' },
    ]),
    ...(document.composition?.choices ?? []).flatMap(({ component, model }, at): Use[] => [
      { path: `composition.choices[${at}].component`, id: component, noun: 'component' },
      { path: `composition.choices[${at}].model`, id: model, noun: 'model' },
    ]),
    ...(document.composition?.interfaces ?? []).flatMap(({ between }, at) =>
      between.map((id, index): Use => ({
        path: `composition.interfaces[${at}].between[${index}]`,
        id,
        noun: 'component',
      })),
    ),
    ...(document.recommendation === undefined
      ? []
      : [{ path: 'recommendation.option', id: document.recommendation.option, noun: 'option' as const }]),
  ];
}
