import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { resumeKey } from './fake-site.ts';
import { type FakeSite, newSite, openAnswering } from './open-answering.tsx';

vi.mock('idb-keyval', () => import('./fake-idb.ts'));

const resumptions = ({ requests }: FakeSite) => requests.filter(({ path }) => path.endsWith('/resumptions'));
const goOn = () => userEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
const overview = () => screen.findByRole('heading', { level: 1, name: 'Alla områden' });

test('uses the secret of the link only when the person says so, and takes it out of the address', async () => {
  const { site, router } = await openAnswering(`resume#key=${resumeKey}`);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(resumptions(site)).toHaveLength(0);

  await goOn();

  expect(await overview()).toBeDefined();
  expect(resumptions(site)[0]?.body).toEqual({ key: resumeKey });
  expect(router.state.location.hash).toBe('');
});

test('takes a pasted link', async () => {
  await openAnswering('resume');

  await userEvent.type(screen.getByRole('textbox'), `https://exempel.se/resume#key=${resumeKey} `);
  await goOn();

  expect(await overview()).toBeDefined();
});

test('asks for the whole link when it is cut short, without a request', async () => {
  const { site } = await openAnswering('resume');

  await userEvent.type(screen.getByRole('textbox'), 'https://exempel.se/resume#key=abc');
  await goOn();

  expect(screen.getByText('Klistra in hela den sparade länken.')).toBeDefined();
  expect(resumptions(site)).toHaveLength(0);
});

test('says what may be wrong with a link that opens nothing', async () => {
  await openAnswering(`resume#key=${'x'.repeat(43)}`);

  await goOn();

  expect((await screen.findByRole('alert')).textContent).toMatch(/Länken öppnar ingenting/);
  expect(screen.queryByText(/Länken är klar/)).toBeNull();
});

test('finds back without a link in the browser one has answered in', async () => {
  const { router, unmount, site } = await openAnswering('items/1');
  expect(router.state.location.pathname).toBe('/items/1');
  unmount();
  await openAnswering('resume', site);

  await userEvent.click(screen.getByRole('link', { name: 'Fortsätt i den här webbläsaren' }));

  expect(await overview()).toBeDefined();
});

test('promises no way back in a browser one has not answered in', async () => {
  await openAnswering('resume');

  expect(screen.queryByRole('link', { name: 'Fortsätt i den här webbläsaren' })).toBeNull();
});

describe('a link of somebody who answers a part', () => {
  async function openOfPart() {
    const site = newSite();
    site.askForPart(['D1']);
    const opened = await openAnswering(`resume#key=${resumeKey}`, site);
    await goOn();
    await screen.findByRole('heading', { level: 1, name: 'Är det du själv som har gjort länken?' });
    return opened;
  }
  const closings = ({ requests }: FakeSite) => requests.filter(({ path }) => path.endsWith('/closing-here'));

  test('says who reads what is answered by it before anything is opened', async () => {
    const { router } = await openOfPart();
    expect(screen.getByText('Den som har gjort länken läser det som svaras med den')).toBeDefined();
    screen.getByText(/Dina svar räknas där minst tre utöver den som leder har svarat/);
    screen.getByText('Det du skriver med egna ord stannar hos dig. Det visas inte för någon och räknas inte.');
    expect(router.state.location.pathname).toBe('/resume');

    await userEvent.click(screen.getByRole('button', { name: 'Jag har gjort den: fortsätt' }));

    expect(await overview()).toBeDefined();
  });

  test('is given up by whoever was given it, and opens nothing in the browser', async () => {
    const { site } = await openOfPart();

    await userEvent.click(screen.getByRole('button', { name: 'Jag fick den av någon annan' }));

    expect(await screen.findByRole('heading', { level: 1, name: 'Här öppnas ingenting' })).toBeDefined();
    expect(closings(site)).toHaveLength(1);
    expect(screen.queryByRole('link')).toBeNull();
  });
});
