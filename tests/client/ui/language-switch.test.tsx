import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { LanguageSwitch } from '#client/src/ui/preferences/language-switch.tsx';
import { show } from './show.tsx';

const languages = [
  { code: 'sv', name: 'Svenska' },
  { code: 'en', name: 'English' },
] as const;

function Switch() {
  const [current, setCurrent] = useState<'sv' | 'en'>('sv');
  return <LanguageSwitch languages={languages} current={current} onChange={setCurrent} />;
}

test('offers the other language, and keeps the focus when it is chosen from the keyboard', async () => {
  show(<Switch />);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');

  const button = screen.getByRole('button', { name: 'Svenska' });
  expect(document.activeElement).toBe(button);
  expect(button.lang).toBe('sv');
});
