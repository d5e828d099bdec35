import nunjucks from 'nunjucks';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Crumb, Section } from '../pages/_page.ts';
import { sections } from '../pages/_page.ts';
import { paths } from '../paths.ts';
import type { Assets } from './assets.ts';
import { govukFolder } from './assets.ts';

/** What stands around a page's own content. */
export type Frame = {
  words: Catalogue;
  title: string;
  /** Path and query of the page, for the report that something is wrong. */
  url: string;
  section: Section | null;
  crumbs: readonly Crumb[];
  isIndexed: boolean;
  /** Its address must not leave it: no report carries it. */
  isPrivate: boolean;
  hasError: boolean;
  /** Whether the register holds invented notices, alone or among real ones. */
  sample: 'none' | 'only' | 'mixed';
};

/** Writes a page: a template below `src/web`, its view, and the frame around it. */
export type Render = (template: string, view: object, frame: Frame) => string;

/** Longest address that a report quotes whole; of a longer one only the path. */
const longestReportedUrl = 300;

/**
 * Prepares the templates, which are read once and kept.
 *
 * @example createRender(loadAssets())('pages/site/about/page.njk', {}, frame)
 */
export function createRender(assets: Assets): Render {
  const loader = new nunjucks.FileSystemLoader([join(import.meta.dirname, '..'), govukFolder], {
    noCache: false,
  });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('asset', (name: string) => paths.asset(assets.version, name));
  return (template, view, frame) =>
    environment.render(template, { ...view, t: frame.words, frame: presentFrame(frame) });
}

/** The frame as the layout shows it. */
function presentFrame(frame: Frame) {
  const { layout } = frame.words;
  const reported = frame.url.length > longestReportedUrl ? frame.url.split('?', 1).join('') : frame.url;
  const hrefs = {
    contracts: paths.contracts(),
    buyers: paths.buyers(),
    suppliers: paths.suppliers(),
    market: paths.market(),
    decisions: paths.cases(),
    data: paths.data(),
    about: paths.about(),
  };
  return {
    title: `${frame.hasError ? layout.errorPrefix : ''}${frame.title}${layout.titleSuffix}`,
    homeHref: paths.home(),
    navigation: sections.map((section) => ({
      text: layout[section],
      href: hrefs[section],
      active: section === frame.section,
    })),
    crumbs: frame.crumbs,
    isIndexed: frame.isIndexed,
    banner: presentBanner(frame),
    correctionsHref:
      frame.isPrivate || frame.url.startsWith(paths.corrections()) ? null : paths.corrections(reported),
    footer: [
      { text: layout.about, href: paths.about() },
      { text: layout.data, href: paths.data() },
      { text: layout.accessibility, href: paths.accessibility() },
      ...(frame.isPrivate ? [] : [{ text: layout.tellUs, href: paths.corrections(reported) }]),
    ],
  };
}

function presentBanner({ sample, words }: Frame): { heading: string; text: string } | null {
  if (sample === 'none') return null;
  const { layout } = words;
  return sample === 'only'
    ? { heading: layout.sampleBanner, text: layout.sampleMeaning }
    : { heading: layout.mixedBanner, text: layout.mixedMeaning };
}
