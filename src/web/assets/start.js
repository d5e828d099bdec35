// Every page works without this. It moves the focus to a summary of errors and guards buttons against double clicks.
import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// What a page needs beyond this is loaded where it is found.
if (document.querySelector('[data-try]') !== null) await import('./try-weights.js');
