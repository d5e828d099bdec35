/** Words that a business or public body carries and a person's name doesn't. */
const organisationWords =
  /\b(ltd|limited|plc|llp|lp|cic|cio|inc|corp|co|company|gmbh|bv|ag|sa|sas|srl|spa|ab|as|oy|pty|group|holdings?|partners?|partnership|associates?|sons|brothers|bros|services?|solutions?|systems?|consult\w*|consortium|agency|council|university|college|school|academy|trust|nhs|hospital|clinic|surgery|practice|pharmacy|church|charity|foundation|society|association|federation|union|club|centre|center|institute|board|authority|department|ministry|office|police|fire|transport|taxis?|cars?|cabs?|travel|coaches|minibus\w*|buses|couriers?|transfers?|hire|motors?|garage|media|design\w*|studios?|films?|productions?|architects?|surveyors?|engineers?|engineering|construction|builders?|building|contractors?|roofing|plumbing|electrical|heating|cleaning|catering|care|homes?|housing|property|properties|estates?|farms?|nurser(?:y|ies)|training|education|learning|tuition|recruitment|software|digital|technolog\w*|tech|data|labs?|laborator\w*|research|energy|power|water|waste|environment\w*|security|insurance|finance|bank|law|legal|solicitors?|chambers|accountants?|international|global|national|european|uk|gb|england|scotland|wales|british|london|enterprises?|industries|supplies|supply|products?|equipment|trading|stores?|shop|foods?|restaurant|hotel|sports?|leisure|events?|music|theatre|arts?|museum|library|network|project|collective|cooperative|coop|community|ventures?|works?|workshop|cyngor|cyf|ymddiriedolaeth|\w*healthcare|health\w*|foster\w*|schools|networks|forum|advice|homecare|carz|rides|protect|gases|fuels|components|carpets|demolition|placements|tutors|parents|fellowship|helicopters|mobility|centres|vision|mencap|ymca|mind|distribution|innovations|options|options|repair|accident|public|sector|drop|play|first|next|one|new|best|direct|express|elite|premier|global|total|smart|green|blue|red|city|county|borough|house|lodge|hall|lives?|potential|legacy|life|kids|children|young|corporation|bus|registry|management|organis\w+|countryside|arboricultur\w*|cultur\w*|bio|action|inspire|recruit|north|south|east|west|independent|higher|forever|women|mens|samaritans|rugby\w*|arrow)\b/i;

/** Words that no personal name holds. */
const smallWords = /\b(with|for|of|and|the|by|to|in|at|on|your|my|our)\b/i;

/** What one person does: "Jane Doe Training Consultant" is Jane Doe. */
const occupation =
  /\s+(?:(?:training|independent|freelance|business|it)\s+)?(?:consultant|trainer|interpreter|translator|photographer|psychologist|therapist|tutor|adviser|advisor|mediator|celebrant)$/i;

/** Titles and styles that only people carry. */
const personTitle = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|revd|reverend|cllr)\.?\s+\p{L}/iu;

/**
 * Whether a supplier is likely a natural person: it has no number that only organisations get and its name has the
 * pattern of a person's: a title before it, or two to four plain words with capital letters none of which belongs to
 * organisations. Errs towards yes: such a supplier is shown on its contract only.
 *
 * @param keys official identifiers of the mention; any but the number of the central digital platform (GB-PPON), which
 *   sole traders get too, makes it an organisation
 * @example isPersonLikely('Jane Doe', []) // true
 */
export function isPersonLikely(name: string, keys: readonly string[]): boolean {
  if (keys.some((key) => !key.startsWith('GB-PPON:'))) return false;
  // "Jane Doe t/a Doe Design" is still Jane Doe.
  const own = (name.split(/\b(?:t\/a|t\/as|trading as)\b/i, 1)[0] ?? name).trim().replace(occupation, '');
  if (personTitle.test(own)) return !organisationWords.test(own);
  if (organisationWords.test(own) || smallWords.test(own) || /[\d&@+/]/.test(own)) return false;
  const words = own
    .replace(/,/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length < 2 || words.length > 4) return false;
  // Initials of three letters and more, or of two in front ("TUV Sud", "MS CARS"), are a firm's.
  if (own !== own.toUpperCase() && words.some((word) => /^\p{Lu}{3,}$/u.test(word))) return false;
  return words.every((word) => /^\p{Lu}[\p{L}'’-]*\.?$/u.test(word) || particles.has(word.toLowerCase()));
}

const particles = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'ap',
  'ab',
  'ferch',
  'bin',
  'al',
  'la',
  'le',
  'di',
  'da',
]);
