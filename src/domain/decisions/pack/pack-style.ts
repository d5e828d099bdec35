/**
 * The style sheet of a pack: read on a screen of any width, and printed with the marking at the head and foot of every page.
 *
 * @param marking what the margins of printed pages say
 * @param title what stands beside it
 * @example packStyle('OFFICIAL', 'A case').includes('@page') // true
 */
export function packStyle(marking: string, title: string): string {
  return `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 2rem; max-width: 62rem; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1.5rem 0 .5rem; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 3rem 0 1rem; padding-top: .75rem; border-top: 4px solid #1d70b8; }
h3 { font-size: 1.1875rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, li, dd, blockquote { max-width: 46rem; }
p { margin: 0 0 .75rem; }
a { color: #1d70b8; }
a:focus, [tabindex]:focus { outline: 3px solid #fd0; outline-offset: 0; box-shadow: 0 0 0 5px #0b0c0c; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.marking { max-width: none; margin: 0 -1rem; padding: .5rem 1rem; background: #0b0c0c; color: #fff; font-weight: bold; text-align: center; }
.subtitle { color: #484949; }
nav ol { columns: 18rem; padding-left: 1.25rem; }
.facts { margin: 0 0 1rem; }
.facts div { display: grid; grid-template-columns: minmax(10rem, 15rem) 1fr; gap: 0 1.5rem; padding: .5rem 0; border-bottom: 1px solid #cecece; }
.facts dt { font-weight: bold; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #cecece; }
thead th { border-bottom: 2px solid #0b0c0c; vertical-align: bottom; }
tbody th { font-weight: normal; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.note { font-size: .9375rem; color: #484949; }
blockquote { margin: 0 0 1rem; padding: .25rem 0 .25rem 1rem; border-left: 5px solid #cecece; }
blockquote footer { color: #484949; }
.notice { border-left: 5px solid #1d70b8; padding: .5rem 0 .5rem 1rem; font-weight: bold; }
.gap { border: 1px dashed #484949; padding: .5rem .75rem; }
figure { margin: 0 0 1.5rem; }
figure svg { max-width: 100%; height: auto; }
figcaption { font-weight: bold; }
@media (max-width: 40rem) { .facts div { grid-template-columns: 1fr; } h1 { font-size: 1.5rem; } h2 { font-size: 1.3125rem; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip, nav { display: none; }
  .marking { background: none; color: #0b0c0c; }
  h2 { break-before: page; border: 0; }
  h2.first { break-before: auto; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, blockquote, figure, .facts div { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  .figure { white-space: normal; }
  th, td { padding-right: .5rem; }
  a { color: inherit; text-decoration: none; }
}
@page {
  size: A4;
  margin: 18mm 16mm;
  @top-center { content: ${quoted(marking)}; font: bold 9pt Arial, sans-serif; }
  @bottom-left { content: ${quoted(title)}; font: 7pt Arial, sans-serif; width: 36%; }
  @bottom-center { content: ${quoted(marking)}; font: bold 9pt Arial, sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; }
}
`;
}

/** A string of CSS that nothing in it can end. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\\n<]/gu, ' ')}"`;
}
