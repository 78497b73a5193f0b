import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { Button } from '#client/src/ui/button/button.tsx';
import { Dialog } from '#client/src/ui/dialog/dialog.tsx';
import { show } from './show.tsx';

beforeEach(() => {
  // The browser of these tests knows the element of a dialog, but not how to open it, nor that this moves the focus.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
    this.querySelector('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

function Question({ remove }: { remove: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const action = (
    <Button variant="danger" onClick={remove}>
      Ta bort
    </Button>
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Fråga</Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Ta bort utkastet?" actions={action}>
        <p>Det går inte att få tillbaka.</p>
      </Dialog>
    </>
  );
}

async function ask() {
  const remove = vi.fn();
  show(<Question remove={remove} />);
  await userEvent.click(screen.getByRole('button', { name: 'Fråga' }));
  return { remove, dialog: screen.getByRole('dialog', { name: 'Ta bort utkastet?' }) };
}

test('opens with the focus on its heading, so that a key pressed too soon does nothing', async () => {
  const { remove, dialog } = await ask();
  expect(document.activeElement).toBe(within(dialog).getByRole('heading', { name: 'Ta bort utkastet?' }));

  await userEvent.keyboard('{Enter} ');

  expect(remove).not.toHaveBeenCalled();
});

test('has its actions next, and then the way out', async () => {
  const { remove, dialog } = await ask();

  await userEvent.tab();
  expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Ta bort' }));
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');

  expect(screen.queryByRole('heading', { name: 'Ta bort utkastet?' })).toBeNull();
  expect(remove).not.toHaveBeenCalled();
});

test('takes the focus to its heading each time it opens', async () => {
  const { dialog } = await ask();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Avbryt' }));

  await userEvent.click(screen.getByRole('button', { name: 'Fråga' }));

  expect(document.activeElement).toBe(within(dialog).getByRole('heading'));
});
