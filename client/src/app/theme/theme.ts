import { readPreference, writePreference } from '../../lib/preference.ts';
import { type Theme, themes } from '../../ui/preferences/theme-switch.tsx';

const preferenceName = 'theme';

export function readTheme(): Theme {
  return readPreference(preferenceName, themes) ?? 'device';
}

/** The style sheet follows the device unless the root element says otherwise. */
export function applyTheme(theme: Theme): void {
  if (theme === 'device') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  applyTheme(theme);
  writePreference(preferenceName, theme === 'device' ? undefined : theme);
}
