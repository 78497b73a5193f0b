import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ErrorSummary } from '#client/src/ui/error-summary/error-summary.tsx';
import { fieldId } from '#client/src/ui/field/field.tsx';
import { TextField } from '#client/src/ui/field/text-field.tsx';
import { show } from './show.tsx';

// jsdom has no layout, so nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

function Form() {
  const [attempt, setAttempt] = useState(0);
  const [name, setName] = useState('');
  const faults = ['name', 'email']
    .filter((field) => attempt > 0 && (field === 'email' || name === ''))
    .map((field) => ({ fieldId: fieldId(field), message: `Fyll i ${field}` }));
  return (
    <>
      <ErrorSummary faults={faults} attempt={attempt} />
      <TextField name="name" label="Namn" value={name} onChange={(event) => setName(event.target.value)} />
      <TextField name="email" label="E-post" />
      <button type="button" onClick={() => setAttempt(attempt + 1)}>
        Skicka
      </button>
    </>
  );
}

test('shows nothing while nothing is wrong', () => {
  show(<Form />);

  expect(screen.queryByRole('alert')).toBeNull();
});

test('takes the focus when sending is refused', async () => {
  show(<Form />);

  await userEvent.click(screen.getByRole('button', { name: 'Skicka' }));

  expect(document.activeElement).toBe(screen.getByRole('alert', { name: 'Något behöver rättas' }));
});

test('takes the focus again at the next attempt', async () => {
  show(<Form />);
  const send = screen.getByRole('button', { name: 'Skicka' });

  await userEvent.click(send);
  await userEvent.click(send);

  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('leaves the focus alone while a fault is being corrected', async () => {
  show(<Form />);
  await userEvent.click(screen.getByRole('button', { name: 'Skicka' }));

  await userEvent.type(screen.getByRole('textbox', { name: 'Namn' }), 'Berg');

  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Namn' }));
  expect(screen.queryByRole('link', { name: 'Fyll i name' })).toBeNull();
});

test('leads from each fault to its field', async () => {
  show(<Form />);
  await userEvent.click(screen.getByRole('button', { name: 'Skicka' }));

  await userEvent.click(screen.getByRole('link', { name: 'Fyll i email' }));

  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'E-post' }));
});
