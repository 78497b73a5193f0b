import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Shortcuts } from '#client/src/ui/shortcuts/shortcuts.tsx';
import { show } from './show.tsx';

beforeEach(() => {
  localStorage.clear();
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});
afterEach(() => localStorage.clear());

function open() {
  const act = vi.fn();
  show(
    <>
      <label>
        Sök <input type="search" />
      </label>
      <Shortcuts shortcuts={[{ keys: ['j'], shownAs: 'J', label: 'Nästa rad', act }]} />
    </>,
  );
  return act;
}

test('a key does what it says, and nothing while one types or holds another key down', async () => {
  const act = open();
  await userEvent.keyboard('j{Control>}j{/Control}');
  expect(act).toHaveBeenCalledExactlyOnceWith('j');

  await userEvent.type(screen.getByRole('searchbox', { name: 'Sök' }), 'j?');

  expect(act).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the question mark lists the keys, and none of them works below the list', async () => {
  const act = open();
  await userEvent.keyboard('?');

  expect(screen.getByRole('dialog', { name: 'Kortkommandon' }).textContent).toContain('JNästa rad');
  await userEvent.keyboard('j');
  expect(act).not.toHaveBeenCalled();
});

test('single keys can be turned off, which the browser remembers, and on again from the button', async () => {
  const act = open();
  await userEvent.keyboard('?');
  await userEvent.click(screen.getByRole('checkbox', { name: /^Enstaka tangenter/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  await userEvent.keyboard('j?');
  expect(act).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Kortkommandon, avstängda' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /^Enstaka tangenter/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
  await userEvent.keyboard('j');
  expect(act).toHaveBeenCalledOnce();
});
