import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

/** The question that is put to whoever leaves with words that are not saved. */
export const leaveDialog = () => screen.findByRole('dialog', { name: 'Lämna utan att spara?' }, { timeout: 3000 });

export async function stay(): Promise<void> {
  await userEvent.click(within(await leaveDialog()).getByRole('button', { name: 'Stanna kvar' }));
}

export async function leaveAnyway(): Promise<void> {
  await userEvent.click(within(await leaveDialog()).getByRole('button', { name: 'Lämna, och förlora det ni skrev' }));
}
