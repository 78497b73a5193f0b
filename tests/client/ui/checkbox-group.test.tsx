import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CheckboxGroup } from '#client/src/ui/field/checkbox-group.tsx';
import { fieldId } from '#client/src/ui/field/field.tsx';
import { show } from './show.tsx';

const options = [
  { value: 'a', label: 'Mentor', hint: 'En erfaren kollega' },
  { value: 'b', label: 'Kurs' },
];

function describe(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent).join(' | ');
}

function open(value: readonly string[] = [], error?: string) {
  const onToggle = vi.fn();
  const texts = { legend: 'Stöd', hint: 'Välj allt som stämmer', error };
  show(<CheckboxGroup name="support" {...texts} options={options} value={value} onToggle={onToggle} />);
  return onToggle;
}

test('ties the group to its question, its hint and its error', () => {
  open([], 'Välj något');

  const group = screen.getByRole('group', { name: 'Stöd' });

  expect(describe(group)).toBe('Välj allt som stämmer | Fel: Välj något');
  expect(describe(within(group).getByRole('checkbox', { name: 'Mentor' }))).toBe('En erfaren kollega');
});

test('shows what is ticked and says what is ticked and unticked next', async () => {
  const onToggle = open(['a']);
  expect(screen.getByRole('checkbox', { name: 'Mentor' })).toHaveProperty('checked', true);

  await userEvent.click(screen.getByRole('checkbox', { name: 'Kurs' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Mentor' }));

  expect(onToggle.mock.calls).toEqual([
    ['b', true],
    ['a', false],
  ]);
});

test('is reached from the error summary at its first checkbox', () => {
  open();

  expect(document.getElementById(fieldId('support'))).toBe(screen.getByRole('checkbox', { name: 'Mentor' }));
});
