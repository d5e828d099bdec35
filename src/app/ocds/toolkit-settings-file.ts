import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { indicatorSettings } from '../../ocds/indicators/indicator-list.ts';
import { unreadable } from '../../ocds/input.ts';
import { prepareSettings } from '../../ocds/prepare-settings.ts';
import type { ToolkitSettings } from '../../ocds/toolkit-settings.ts';
import { readSettings } from '../../ocds/toolkit-settings.ts';

/** The file with the settings of `ocds prepare` and `ocds indicators`; one file may serve both. */
export const settingsField = z
  .string()
  .optional()
  .meta({ description: "A settings file (INI) with Cardinal's sections and names.", format: 'file' });

/**
 * The settings in a file, or null where no file is named.
 *
 * @throws AppError input-unreadable where the file can't be read, bad-request where it holds what isn't known
 */
export async function readSettingsFile(path: string | undefined): Promise<ToolkitSettings | null> {
  if (path === undefined) return null;
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return readSettings(text, path, { ...prepareSettings, ...indicatorSettings });
}
