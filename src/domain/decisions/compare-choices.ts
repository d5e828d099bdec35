import type { CaseDocument } from './case-parts/case-document.ts';
import type { SuggestedModel } from './suggest-models.ts';

/** Where a case’s choice for a component isn’t what the rules suggest. */
export type ChoiceDifference = {
  kind: 'chosen-not-suggested' | 'suggested-not-chosen';
  model: string;
  /** Ids of the shortlisted options that use it; none where nobody chose it. */
  options: string[];
  /** The author’s reason; null where none is given. */
  because: string | null;
};

/**
 * Where the shortlisted options of a case differ from what is suggested for one component, with the reason that the
 * author gave: under `departures`, else that of the option that takes or rejects the model. A difference is no fault.
 *
 * @param suggested every model with its verdict
 * @example compareChoices(document, 'register', suggested)[0]?.kind // 'chosen-not-suggested'
 */
export function compareChoices(
  document: CaseDocument,
  component: string,
  suggested: readonly SuggestedModel[],
): ChoiceDifference[] {
  const real = document.options.filter(({ role }) => role === 'option');
  const chosen = Map.groupBy(
    real.filter(({ shortlisted }) => shortlisted),
    (option) => modelFor(option, component) ?? '',
  );
  // Nothing has been chosen yet: then nothing differs.
  if ([...chosen.keys()].every((model) => model === '')) return [];
  const rejected = real.filter(({ shortlisted }) => !shortlisted);
  const reason = (model: string, options: readonly Option[]): string | null =>
    document.departures.find((one) => one.component === component && one.model === model)?.because ??
    options.find(({ because }) => because !== undefined)?.because ??
    null;
  return suggested.flatMap(({ model, verdict }): ChoiceDifference[] => {
    const options = chosen.get(model) ?? [];
    if (options.length > 0 && verdict !== 'suggested')
      return [
        {
          kind: 'chosen-not-suggested',
          model,
          options: options.map(({ id }) => id),
          because: reason(model, options),
        },
      ];
    if (options.length === 0 && verdict === 'suggested') {
      const against = rejected.filter((option) => modelFor(option, component) === model);
      return [{ kind: 'suggested-not-chosen', model, options: [], because: reason(model, against) }];
    }
    return [];
  });
}

type Option = CaseDocument['options'][number];

function modelFor({ model, models }: Option, component: string): string | null {
  return models?.[component] ?? model ?? null;
}
