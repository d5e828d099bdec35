import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { visibleText } from './page.ts';

/** The pages of cases as somebody without JavaScript uses them. */
export type CasePages = {
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, fields: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
  /** A form with a file. */
  send(
    url: string,
    fields: Readonly<Record<string, string | { name: string; bytes: string }>>,
  ): Promise<LightMyRequestResponse>;
  /** What a browser would send of a page’s form if nothing was touched. */
  formOf(url: string): Promise<Record<string, string>>;
  /** Opens a form, changes some of it and sends all of it. */
  save(url: string, changes: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>;
};

/** What begins a case in the browser. */
export const caseBeginning = {
  title: 'Replace the permits service',
  buyer: 'Harbour Authority',
  buyerType: 'central-government',
  statement: 'Traders need permits within ten days.',
  outcome: 'Permits within ten days',
  neededBy: '31/3/2028',
  ifNothing: 'The contract ends and permits are issued on paper.',
  firstYear: '2027/28',
  years: '3',
  priceBase: '2026-27',
};

const headers = { host: 'localhost:3000' };

/**
 * Opens the pages of cases of an app.
 *
 * @example await openCasePages(app).save('/decisions/permits/edit/need', { 'need.ifNothing': 'Paper.' })
 */
export function openCasePages(app: FastifyInstance): CasePages {
  const get: CasePages['get'] = async (url) => app.inject({ url, headers });
  const post: CasePages['post'] = async (url, fields) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const formOf: CasePages['formOf'] = async (url) => readForm((await get(url)).body);
  return {
    get,
    post,
    formOf,
    save: async (url, changes) => post(url, { ...(await formOf(url)), ...changes }),
    send: async (url, fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value === 'string') form.append(name, value);
        else form.append(name, new Blob([value.bytes]), value.name);
      }
      const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
      return app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    },
  };
}

function readForm(body: string): Record<string, string> {
  const form = /<form method="post"[\s\S]*?<\/form>/u.exec(body)?.[0] ?? '';
  const sent: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/gu)) {
    const of = (name: string): string => decode(new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
    const isBox = /type="(?:radio|checkbox)"/u.test(tag);
    if (of('name') !== '' && (!isBox || / checked/u.test(tag))) sent[of('name')] = of('value');
  }
  const areas = form.matchAll(/<textarea\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/gu);
  for (const [, name = '', text = ''] of areas) sent[decode(name)] = decode(text);
  const selects = form.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/gu);
  for (const [, name = '', inner = ''] of selects)
    sent[decode(name)] = decode(/<option value="([^"]*)" selected/u.exec(inner)?.[1] ?? '');
  return sent;
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** What the summary of errors of a page says, one text each. */
export function summaryOf(html: string): string[] {
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? '';
  return [...summary.matchAll(/<li>([\s\S]*?)<\/li>/gu)].map(([, item]) => visibleText(item ?? ''));
}
