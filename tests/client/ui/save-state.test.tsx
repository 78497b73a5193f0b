import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { SaveState, type SaveStatus } from '#client/src/ui/save-state/save-state.tsx';
import { show } from './show.tsx';

const at = new Date('2026-02-03T13:32:00Z');

test.each<[SaveStatus, string]>([
  [{ kind: 'nothing-yet' }, 'Varje svar sparas direkt.'],
  [{ kind: 'saving' }, 'Sparar …'],
  [{ kind: 'saved', at }, 'Sparat kl. 14.32'],
  [
    { kind: 'not-saved', reason: 'offline' },
    'Inte sparat än. Inget nät. Svaret ligger kvar i den här webbläsaren och skickas när nätet är tillbaka.',
  ],
  [
    { kind: 'not-saved', reason: 'server-unreachable' },
    'Inte sparat än. Servern svarar inte. Svaret ligger kvar i den här webbläsaren och skickas snart igen.',
  ],
  [
    { kind: 'not-saved', reason: 'refused' },
    'Inte sparat än. Servern tog inte emot svaret. Välj igen eller ladda om sidan.',
  ],
  [
    { kind: 'not-saved', reason: 'conflict' },
    'Inte sparat än. En fråga har besvarats på två ställen. Välj vilket svar som gäller.',
  ],
  [
    { kind: 'not-saved', reason: 'storage-refused' },
    'Inte sparat än. Den här webbläsaren låter oss inte spara något. Stanna på sidan tills svaret är sparat.',
  ],
])('says of %o in a status what is true', (status, words) => {
  show(<SaveState status={status} />);

  expect(screen.getByRole('status').textContent).toBe(words);
});

test('says the time the English way in English', () => {
  show(<SaveState status={{ kind: 'saved', at }} />, 'en');

  expect(screen.getByRole('status').textContent).toBe('Saved at 14:32');
});

test('offers to try again only while something is not saved', async () => {
  const retry = vi.fn();
  const { unmount } = show(<SaveState status={{ kind: 'not-saved', reason: 'offline' }} onRetry={retry} />);
  await userEvent.click(screen.getByRole('button', { name: 'Försök nu' }));
  expect(retry).toHaveBeenCalledOnce();
  // What came of it is heard where nothing else changes.
  const said = await screen.findByText(/ Försökte senast \d\d\.\d\d\.$/);
  expect(said).toBe(screen.getByRole('status'));
  unmount();

  show(<SaveState status={{ kind: 'saved', at }} onRetry={retry} />);

  expect(screen.queryByRole('button')).toBeNull();
});
