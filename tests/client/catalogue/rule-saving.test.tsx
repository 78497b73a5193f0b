import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { button, openCatalogue, press } from './open-catalogue.tsx';
import { FakeRulesSite } from './what-if-fixture.ts';

const save = () => button('Spara i utkastet') as HTMLButtonElement;

/** The last number on the page, with something else typed into it. */
async function type(text: string): Promise<HTMLElement> {
  const field = screen.getAllByRole('textbox').at(-1);
  if (field === undefined) throw new Error('there is a number to change');
  await userEvent.clear(field);
  if (text !== '') await userEvent.type(field, text);
  return field;
}

test.each(['abc', '', '1000', '-1'])(
  'a number that cannot be used (%j) is said at its field and beside the button, which waits until it is mended',
  async (text) => {
    await openCatalogue(paths.editedRules(), new FakeRulesSite().catalogue);
    const field = await type(text);

    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(save().disabled).toBe(true);
    expect(screen.getByText('Går inte att spara.').closest('p')?.textContent).toMatch(
      /ange ett tal från \d+ till \d+\.\s*$/,
    );

    await press('Till fältet');
    expect(document.activeElement).toBe(field);

    await type('1');
    expect(save().disabled).toBe(false);
    expect(screen.queryByText('Går inte att spara.')).toBeNull();
    screen.getByText('Inte sparat än');
  },
);
