import { resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from './lib/errors.ts';
import { suggest } from './lib/suggest.ts';

/** One setting: read from the environment variable of its name. */
type Setting = {
  name: string;
  /** As text; null where leaving it out means "none". */
  default: string | null;
  meaning: string;
  check: z.ZodType<string, string>;
  /** Never shown. Passwords inside addresses are hidden in any case. */
  isSecret?: boolean;
};

const wholeNumber = (least: number, most: number) =>
  z.string().refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
    error: `must be a whole number from ${least} to ${most}`,
  });
const oneOf = (...values: [string, ...string[]]) =>
  z.string().refine((text) => values.includes(text), { error: `must be one of: ${values.join(', ')}` });
const address = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}`,
  });
const loopback = z
  .string()
  .refine((text) => text === 'localhost' || text === '::1' || /^127(\.\d{1,3}){3}$/.test(text), {
    error:
      'must be an address of this machine only (127.0.0.1, ::1 or localhost), because the service has no accounts and whoever reaches it may do everything; to let others in, put a reverse proxy that signs people in before it',
  });

/** Every setting, in the order in which the documentation shows them. */
export const settings: readonly Setting[] = [
  {
    name: 'PORT',
    default: '3000',
    meaning: 'Port of the service. 0 takes any free one.',
    check: wholeNumber(0, 65_535),
  },
  {
    name: 'HOST',
    default: '127.0.0.1',
    meaning: 'Address the service listens on: this machine only (`127.0.0.1` includes `::1`).',
    check: loopback,
  },
  {
    name: 'DATA_DIR',
    default: 'var',
    meaning: 'The data folder: embedded database and archive.',
    check: z.string().min(1, { error: 'must be a folder' }),
  },
  {
    name: 'SAMPLE',
    default: 'on',
    meaning:
      '`on` fills an empty database with the sample market when the service starts; `off` leaves it empty.',
    check: oneOf('on', 'off'),
  },
  {
    name: 'DATABASE_URL',
    default: null,
    meaning: 'A PostgreSQL server of your own. Without it the embedded one is used.',
    check: address('postgres:', 'postgresql:'),
  },
  {
    name: 'DATABASE_READ_URL',
    default: null,
    meaning: 'A streaming replica that takes the reads.',
    check: address('postgres:', 'postgresql:'),
  },
  {
    name: 'FIND_A_TENDER_URL',
    default: 'https://www.find-tender.service.gov.uk',
    meaning: 'Base address of Find a Tender, or of a stand-in.',
    check: address('http:', 'https:'),
  },
  {
    name: 'CONTRACTS_FINDER_URL',
    default: 'https://www.contractsfinder.service.gov.uk',
    meaning: 'Base address of Contracts Finder, or of a stand-in.',
    check: address('http:', 'https:'),
  },
  {
    name: 'HARVEST_PACE_MS',
    default: null,
    meaning:
      'Pause between two requests to a publisher, in milliseconds. Without it each source has its own: 13000 for Find a Tender, 1000 for Contracts Finder.',
    check: wholeNumber(0, 600_000),
  },
  {
    name: 'LOG_LEVEL',
    default: 'warn',
    meaning: 'How much the service logs. `debug` adds a line per request and shows where a fault happened.',
    check: oneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
];

/** A setting as `sourcing config show` prints it. */
export type SettingReport = { name: string; value: string; from: 'environment' | 'default'; meaning: string };

/** The settings of this run, checked. */
export type Config = {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  isSampleOn: boolean;
  databaseUrl: string | null;
  databaseReadUrl: string | null;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Every setting that has a value, by its name: what operations get. */
  values: Readonly<Record<string, string>>;
  /** For people: secrets hidden. */
  report: readonly SettingReport[];
};

/**
 * Reads the settings: the only reader of the environment.
 *
 * @throws AppError bad-request naming the first setting whose value can't be used
 * @example readConfig({ PORT: '8080' }).port // 8080
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values: Record<string, string> = {};
  const report: SettingReport[] = [];
  for (const setting of settings) {
    const given = environment[setting.name];
    const isGiven = given !== undefined && given !== '';
    const value = isGiven ? given : setting.default;
    if (value !== null) values[setting.name] = checked(setting, value);
    report.push({
      name: setting.name,
      value: value === null ? '' : shown(setting, value),
      from: isGiven ? 'environment' : 'default',
      meaning: setting.meaning,
    });
  }
  return { ...typed(values), values, report };
}

function typed(values: Readonly<Record<string, string>>): Omit<Config, 'values' | 'report'> {
  return {
    port: Number(values['PORT']),
    host: values['HOST'] ?? '127.0.0.1',
    dataDir: resolve(values['DATA_DIR'] ?? 'var'),
    isSampleOn: values['SAMPLE'] === 'on',
    databaseUrl: values['DATABASE_URL'] ?? null,
    databaseReadUrl: values['DATABASE_READ_URL'] ?? null,
    logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).parse(values['LOG_LEVEL']),
  };
}

function checked(setting: Setting, value: string): string {
  const result = setting.check.safeParse(value);
  if (result.success) return result.data;
  const reason = result.error.issues[0]?.message ?? 'cannot be used';
  const near = suggest(value, ['on', 'off', 'silent', 'error', 'warn', 'info', 'debug']);
  const hint = reason.startsWith('must be one of') && near !== null ? ` Did you mean "${near}"?` : '';
  throw new AppError(
    'bad-request',
    `The setting ${setting.name} (now "${shown(setting, value)}") ${reason}.${hint}`,
  );
}

/** A value as it may be shown: secrets and the passwords of addresses are hidden. */
function shown(setting: Setting, value: string): string {
  if (setting.isSecret === true) return '••••';
  if (!/:\/\//.test(value)) return value;
  if (!URL.canParse(value)) return value.replace(/\/\/[^@/]*@/, '//••••@');
  const url = new URL(value);
  if (url.password === '' && !url.searchParams.has('password')) return value;
  return value.replace(/(\/\/[^:@/]*:)[^@]*@/, '$1••••@').replace(/([?&]password=)[^&]*/, '$1••••');
}
