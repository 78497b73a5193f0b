import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useForm } from 'react-hook-form';
import { afterEach, expect, test, vi } from 'vitest';
import { NumberField } from '#client/src/ui/field/number-field.tsx';
import { RadioGroup } from '#client/src/ui/field/radio-group.tsx';
import { SelectField } from '#client/src/ui/field/select-field.tsx';
import { TextAreaField } from '#client/src/ui/field/text-area-field.tsx';
import { TextField } from '#client/src/ui/field/text-field.tsx';
import { show } from './show.tsx';

afterEach(() => vi.useRealTimers());

function describe(element: HTMLElement): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent).join(' | ');
}

test('ties a field to its hint and its error', () => {
  show(<TextField name="orgnr" label="Organisationsnummer" hint="Tio siffror" error="Siffran stämmer inte" />);

  const field = screen.getByRole('textbox', { name: 'Organisationsnummer' });

  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(describe(field)).toBe('Tio siffror | Fel: Siffran stämmer inte');
});

test('marks what is optional in words', () => {
  show(<TextField name="share" label="Andel kvinnor" isOptional />);

  expect(screen.getByRole('textbox', { name: 'Andel kvinnor (frivilligt)' })).toBeTruthy();
});

test('reads a number with its unit', () => {
  show(<NumberField name="employees" label="Anställda" unit="personer" />);

  expect(describe(screen.getByRole('textbox', { name: 'Anställda' }))).toBe('personer');
});

test('groups choices under headings', () => {
  const options = [{ label: 'Dalarna', options: [{ value: '2080', label: 'Falun' }] }];
  show(<SelectField name="municipality" label="Kommun" placeholder="Välj kommun" options={options} />);

  expect(screen.getByRole('group', { name: 'Dalarna' })).toBeTruthy();
  expect(screen.getByRole('combobox', { name: 'Kommun' })).toHaveProperty('value', '');
});

function Comment({ maximumLength }: { maximumLength: number }) {
  const { register, reset, watch } = useForm({ defaultValues: { comment: '' } });
  return (
    <form onReset={() => reset({ comment: '' })}>
      <TextAreaField
        {...register('comment')}
        value={watch('comment')}
        label="Kommentar"
        maximumLength={maximumLength}
      />
      <button type="reset">Töm</button>
    </form>
  );
}

test('counts anew when the form is emptied', async () => {
  show(<Comment maximumLength={20} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Kommentar' }), 'fem ord');
  expect(screen.getByText('13 tecken kvar')).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Töm' }));

  expect(screen.getByRole('textbox')).toHaveProperty('value', '');
  expect(screen.getByText('20 tecken kvar')).toBeTruthy();
});

test('counts what is left of a text, and reads it out only near the end and after a pause', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  show(<Comment maximumLength={20} />);
  expect(screen.getByText('20 tecken kvar')).toBeTruthy();

  await user.type(screen.getByRole('textbox', { name: 'Kommentar' }), 'x'.repeat(19));
  expect(screen.getByRole('status').textContent).toBe('');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1100);
  });

  expect(screen.getByRole('status').textContent).toBe('1 tecken kvar');
});

test('says by how much a text is too long instead of cutting it', async () => {
  show(<Comment maximumLength={5} />);

  await userEvent.type(screen.getByRole('textbox', { name: 'Kommentar' }), 'sju tkn');

  expect(screen.getByRole('textbox')).toHaveProperty('value', 'sju tkn');
  expect(screen.getByText('2 tecken för mycket')).toBeTruthy();
});

test('works with the registration of react-hook-form as it is', async () => {
  const received = vi.fn();
  function Form() {
    const { register, handleSubmit } = useForm({ shouldFocusError: false });
    return (
      <form onSubmit={handleSubmit((values) => received(values))}>
        <TextField label="Namn" {...register('name')} />
        <RadioGroup
          legend="Roll"
          options={[
            { value: 'own', label: 'Egen produkt', hint: 'Eget namn' },
            { value: 'sub', label: 'Lego' },
          ]}
          {...register('role')}
        />
        <button type="submit">Skicka</button>
      </form>
    );
  }
  show(<Form />);

  await userEvent.type(screen.getByRole('textbox', { name: 'Namn' }), 'Berg');
  await userEvent.click(screen.getByRole('radio', { name: 'Lego' }));
  await userEvent.click(screen.getByRole('button', { name: 'Skicka' }));

  expect(received).toHaveBeenCalledWith({ name: 'Berg', role: 'sub' });
  expect(describe(screen.getByRole('radio', { name: 'Egen produkt' }))).toBe('Eget namn');
});
