import { Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useId } from 'react';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';
import styles from './preferences.module.css';

export const themes = ['device', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export type ThemeSwitchProps = { current: Theme; onChange: (theme: Theme) => void };

export function ThemeSwitch({ current, onChange }: ThemeSwitchProps) {
  const { t } = useLingui();
  const id = useId();
  const names: Record<Theme, string> = { device: t`Automatic`, light: t`Light`, dark: t`Dark` };

  const handleChange = (event: ChangeEvent<HTMLSelectElement>) => {
    const chosen = themes.find((theme) => theme === event.target.value);
    if (chosen) onChange(chosen);
  };

  return (
    <div className={styles.theme}>
      <label htmlFor={id}>
        <span className={styles.halves} aria-hidden="true" />
        <VisuallyHidden>
          <Trans>Light or dark page</Trans>
        </VisuallyHidden>
      </label>
      <select id={id} className={styles.select} value={current} onChange={handleChange}>
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {names[theme]}
          </option>
        ))}
      </select>
    </div>
  );
}
