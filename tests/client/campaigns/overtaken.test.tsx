import { i18n } from '@lingui/core';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Component } from '#client/src/app/routes/campaign-invitation-route.tsx';
import { messages as campaigns } from '#client/src/features/campaigns/locales/sv.po';
import { messages as start } from '#client/src/features/start/locales/sv.po';
import { readInvitation, startCampaignResponse } from '#shared/contracts/campaign-invitations.ts';
import { openRoutes } from '../app/open-routes.tsx';
import { answering, FakeEndpoints, Refusal } from '../fake-endpoints.ts';
import { options } from '../start/profile-options.ts';
import { speak } from '../ui/show.tsx';
import { invitationOf } from './invitation-fixture.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test.each([
  ['campaign-begun', { progress: 'begun' }, 'Fortsätt där ni var'],
  ['campaign-closed', { state: 'ended' }, 'Svara för egen del'],
] as const)(
  'who is refused with %s as it begins is led back to the invitation as it is now',
  async (code, now, way) => {
    let isRefused = false;
    const server = new FakeEndpoints([
      answering(readInvitation, () => invitationOf(isRefused ? now : {})),
      answering(startCampaignResponse, () => {
        isRefused = true;
        throw new Refusal(code);
      }),
    ]);
    i18n.load('sv', { ...campaigns, ...start });
    speak('sv');
    await openRoutes(
      [{ path: '*', loader: () => ({ options, ownFirms: [] }), Component }],
      `/campaign#key=${'k'.repeat(43)}`,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Börja' }));
    await userEvent.selectOptions(screen.getByLabelText('Kommun'), 'Hudiksvall');
    for (const label of ['Metallvaror och maskiner', '10–49 anställda', 'Legotillverkare']) {
      await userEvent.click(screen.getByRole('radio', { name: label }));
    }
    await userEvent.click(screen.getByRole('button', { name: 'Till första frågan' }));

    await screen.findByText(/Något har ändrats medan sidan var öppen/);
    await screen.findByText(way);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(server.sent(startCampaignResponse)).toHaveLength(1);
    expect(server.sent(readInvitation)).toHaveLength(2);
  },
);

test('who begins from an invitation sees of what and until when, and that what is filled in is from a list', async () => {
  new FakeEndpoints([
    answering(readInvitation, () => invitationOf({ firmName: 'Sågverket', organisationNumber: '5560160680' })),
  ]);
  i18n.load('sv', { ...campaigns, ...start });
  speak('sv');
  await openRoutes(
    [{ path: '*', loader: () => ({ options, ownFirms: [] }), Component }],
    `/campaign#key=${'k'.repeat(43)}`,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Börja' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Först om företaget' }));

  const { name, organiserName } = invitationOf({});
  expect(screen.getByText(/^Ni svarar på/).textContent).toContain(`”${name.sv}” från ${organiserName.sv}, senast den `);
  // Four questions stand between the firm and the first of the form.
  const more = screen.getByText('Mer om företaget (frivilligt)').closest('details') as HTMLDetailsElement;
  expect(more.open).toBe(false);
  expect(within(more).getByDisplayValue('Sågverket')).toBeDefined();
});
