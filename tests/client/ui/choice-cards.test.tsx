import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { ChoiceCards } from '#client/src/ui/choice-cards/choice-cards.tsx';
import { show } from './show.tsx';

const choices = ['Ingen plan', 'En lista', 'En gemensam plan'].map((label, level) => ({ value: String(level), label }));
const apart = [
  { value: 'dont-know', label: 'Vet ej' },
  { value: 'not-applicable', label: 'Ej relevant', detail: 'Vi har ingen egen produktion' },
];

function Question({ first = null, error }: { first?: string | null; error?: string }) {
  const [value, setValue] = useState<string | null>(first);
  return (
    <ChoiceCards
      name="D5.1"
      legend="Hur planerar ni?"
      description="Titta på tavlan."
      choices={choices}
      apart={apart}
      value={value}
      onValueChange={setValue}
      error={error}
    />
  );
}

test('is one named group of native radio buttons', () => {
  show(<Question />);

  const group = screen.getByRole('group', { name: 'Hur planerar ni?' });

  const radios = within(group).getAllByRole('radio');
  expect(radios).toHaveLength(5);
  expect(new Set(radios.map((radio) => radio.getAttribute('name')))).toEqual(new Set(['D5.1']));
});

test('chooses nothing by itself', () => {
  show(<Question />);

  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
});

test('names each radio by its level alone and describes it by its detail', () => {
  show(<Question />);

  const radio = screen.getByRole('radio', { name: 'Ej relevant' });

  expect(radio).toHaveProperty('ariaChecked', null);
  expect(document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Vi har ingen egen produktion',
  );
});

test('describes the group by its help and its error', () => {
  show(<Question error="Välj ett svar" />);

  const group = screen.getByRole('group', { name: 'Hur planerar ni?' });

  const ids = (group.getAttribute('aria-describedby') ?? '').split(' ');
  const text = ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  expect(text).toBe('Titta på tavlan. Fel: Välj ett svar');
});

test('is chosen by pressing anywhere on the card', async () => {
  show(<Question />);

  await userEvent.click(screen.getByText('En lista'));

  expect(screen.getByRole('radio', { name: 'En lista', checked: true })).toBeTruthy();
});

test('moves between levels and the answers apart with the arrow keys', async () => {
  show(<Question first="2" />);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'En gemensam plan' }));

  await userEvent.keyboard('{ArrowDown}');

  expect(screen.getByRole('radio', { name: 'Vet ej', checked: true })).toBe(document.activeElement);
});

test('sets the answers that are no level apart by a word', () => {
  show(<Question />);

  const between = screen.getByText('eller');

  const lastLevel = screen.getByRole('radio', { name: 'En gemensam plan' });
  const firstApart = screen.getByRole('radio', { name: 'Vet ej' });
  expect(lastLevel.compareDocumentPosition(between)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(between.compareDocumentPosition(firstApart)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});
