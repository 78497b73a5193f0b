import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PageNavigation } from '#client/src/ui/navigation/page-navigation.tsx';
import { show } from './show.tsx';

const names = ['Kö', 'Grupper', 'Möten', 'Paket', 'Kontakter'];

function open(count: number, address: string): void {
  const links = names.slice(0, count).map((name, index) => ({
    href: index === 0 ? '/work' : `/work/${index}`,
    name,
    end: index === 0,
  }));
  show(<PageNavigation label="Rådgivning" links={links} />, 'sv', address);
}

test('many pages are folded where the screen is narrow, under the name of the one that is open', async () => {
  open(5, '/work/2/more');
  const fold = screen.getByRole('button', { name: 'Rådgivning: Möten' });
  expect(fold.getAttribute('aria-expanded')).toBe('false');

  await userEvent.click(fold);
  expect(fold.getAttribute('aria-expanded')).toBe('true');
  await userEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: 'Paket' }));

  expect(screen.getByRole('button', { name: 'Rådgivning: Paket' }).getAttribute('aria-expanded')).toBe('false');
});

test('a few pages are not folded', () => {
  open(4, '/work');

  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getAllByRole('link')).toHaveLength(4);
});
