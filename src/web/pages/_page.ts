import type { Context } from '../../app/context.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Upload } from '../read-upload.ts';

/** What a page is asked. */
export type PageRequest = {
  context: Context;
  /** Parts of the path, decoded. */
  params: Readonly<Record<string, string>>;
  /** Every value given for each name of the query, in order; empty values are left out. */
  query: Readonly<Record<string, readonly string[]>>;
  /** Fields of a sent form. */
  form: Readonly<Record<string, string>>;
  /** Files that the form brought, by field. */
  uploads: Readonly<Record<string, Upload>>;
  /** Path and query as asked for. */
  url: string;
  words: Catalogue;
};

/** A step on the way to a page. */
export type Crumb = { text: string; href: string };

/** Entries of the main menu. */
export const sections = ['contracts', 'buyers', 'suppliers', 'market', 'decisions', 'data', 'about'] as const;
export type Section = (typeof sections)[number];

/** What a page answers. */
export type PageAnswer =
  | {
      kind: 'page';
      /** Path below `src/web`. */
      template: string;
      view: object;
      title: string;
      status?: number;
      section?: Section;
      crumbs?: readonly Crumb[];
      /** False keeps search engines away. */
      isIndexed?: boolean;
      /** True keeps it out of what proxies store: it may show what not everybody may see. */
      isPrivate?: boolean;
      hasError?: boolean;
    }
  | { kind: 'redirect'; to: string; status: 301 | 303 }
  | {
      kind: 'file';
      name: string;
      contentType: string;
      body: string | Uint8Array;
      /** As above. */
      isPrivate?: boolean;
    };

/** One page: where it stands and what it answers. */
export type Page = {
  method: 'GET' | 'POST';
  pattern: string;
  answer(request: PageRequest): Promise<PageAnswer>;
};
