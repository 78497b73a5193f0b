import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { useAction } from '#client/src/lib/use-action.ts';
import { Button } from '#client/src/ui/button/button.tsx';
import { ActionDialog } from '#client/src/ui/dialog/action-dialog.tsx';
import { show } from './show.tsx';

type RemovalProps = { remove: () => Promise<string>; onDone: (result: string) => void };

function Removal({ remove, onDone }: RemovalProps) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction((failure) => `Det gick inte: ${String(failure)}`);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Fråga</Button>
      <ActionDialog
        isOpen={isOpen}
        title="Ta bort utkastet?"
        confirm="Ta bort"
        action={action}
        onConfirm={remove}
        onClose={() => setOpen(false)}
        onDone={onDone}
      >
        <p>Det går inte att få tillbaka.</p>
      </ActionDialog>
    </>
  );
}

/** Asked and confirmed; what was asked for ends when the test lets it. */
async function confirm() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const remove = vi.fn(() => promise);
  const onDone = vi.fn<RemovalProps['onDone']>();
  show(<Removal remove={remove} onDone={onDone} />);
  await userEvent.click(screen.getByRole('button', { name: 'Fråga' }));
  const dialog = screen.getByRole<HTMLDialogElement>('dialog');
  const button = (name: string) => within(dialog).getByRole('button', { name });
  await userEvent.click(button('Ta bort'));
  return { dialog, button, remove, onDone, resolve, reject };
}

/** As the browser does at Escape: it may be refused. */
const isRefused = (dialog: HTMLElement) => !fireEvent(dialog, new Event('cancel', { cancelable: true }));

describe('while it is being done', () => {
  test('says so, and does it once', async () => {
    const { button, remove } = await confirm();

    await userEvent.click(button('Ta bort'));

    expect(button('Ta bort').getAttribute('aria-busy')).toBe('true');
    expect(remove).toHaveBeenCalledOnce();
  });

  test('is not left by the button', async () => {
    const { dialog, button } = await confirm();

    await userEvent.click(button('Avbryt'));

    expect(button('Avbryt').getAttribute('aria-disabled')).toBe('true');
    expect(dialog.open).toBe(true);
  });

  test('is not left by a press beside it', async () => {
    const { dialog } = await confirm();

    await userEvent.click(dialog);

    expect(dialog.open).toBe(true);
  });

  test('is not left by Escape', async () => {
    const { dialog } = await confirm();

    expect(isRefused(dialog)).toBe(true);
  });

  test('is opened again when the browser closes it all the same', async () => {
    const { dialog, button } = await confirm();

    dialog.close();
    fireEvent(dialog, new Event('close'));

    expect(dialog.open).toBe(true);
    expect(button('Ta bort')).toBeDefined();
  });
});

test('once done it is closed, and then told what came of it', async () => {
  const { dialog, onDone, resolve } = await confirm();

  resolve('Borta');

  await waitFor(() => expect(dialog.open).toBe(false));
  expect(onDone.mock.calls).toEqual([['Borta']]);
});

test('when it could not be done it says why, and can be left', async () => {
  const { dialog, button, onDone, reject } = await confirm();

  reject('upptaget');

  expect((await within(dialog).findByRole('alert')).textContent).toContain('Det gick inte: upptaget');
  expect(isRefused(dialog)).toBe(false);
  await userEvent.click(button('Avbryt'));
  expect(dialog.open).toBe(false);
  expect(onDone).not.toHaveBeenCalled();
});
