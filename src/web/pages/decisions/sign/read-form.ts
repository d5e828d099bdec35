import type { Catalogue } from '../../../catalogue/catalogue.ts';

/** What a command calls each act. */
export const commandOf = {
  submitted: 'submit',
  returned: 'return',
  verified: 'verify',
  approved: 'approve',
  refused: 'refuse',
} as const;

/** The fields of the form as they were sent. */
export type SigningForm = {
  action: string;
  post: string;
  name: string;
  reasons: string;
  considered: boolean;
  releases: string;
  returns: string;
  conditions: string;
  seen: string;
};

/** The form as it was sent; empty before anything was. */
export function readSigningForm(form: Readonly<Record<string, string>>): SigningForm {
  const text = (name: string): string => (form[name] ?? '').trim();
  return {
    action: text('action'),
    post: text('post'),
    name: text('name'),
    reasons: text('reasons'),
    considered: form['considered'] === 'yes',
    releases: text('releases'),
    returns: text('returns'),
    conditions: text('conditions'),
    seen: text('seen'),
  };
}

/** What the form lacks before anything is asked of the case: field → sentence. */
export function missingFields(form: SigningForm, { signing: text }: Catalogue): Record<string, string> {
  return {
    ...(form.action === '' && { action: text.actionMissing }),
    ...(form.post === '' && { post: text.postMissing }),
    ...(form.name === '' && { name: text.nameMissing }),
    ...(form.reasons === '' && { reasons: text.reasonsMissing }),
  };
}

/** The input of `decisions.sign`. */
export function signingInput(id: string, form: SigningForm): Record<string, unknown> {
  const conditions = form.conditions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    case: id,
    action: form.action,
    post: form.post,
    name: form.name,
    reasons: form.reasons,
    considered: form.considered,
    condition: conditions,
    ...(form.releases !== '' && { releases: form.releases }),
    ...(form.returns !== '' && { returns: form.returns }),
    ...(/^\d+$/u.test(form.seen) && { seen: Number(form.seen) }),
  };
}
