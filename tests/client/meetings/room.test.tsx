import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { saveMeetingSteps } from '#shared/contracts/meetings.ts';
import { firmId, organisationId } from '../advising/advising-fixture.ts';
import { FakeAdvisingSite } from '../advising/fake-advising-site.ts';
import { openAdvising } from '../advising/open-advising.tsx';
import { uuid } from '../coordination/coordination-fixture.ts';
import { leaveAnyway, stay } from '../ui/leaving.ts';
import { meetingId, meetingOf, stepOf } from './fake-meetings.ts';

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const steps = () => screen.queryAllByRole('group', { name: /^Steg \d/ });
const words = () => steps().map((each) => within(each).getByLabelText<HTMLInputElement>('Vad').value);
const saves = (text: RegExp | string) => screen.findByText(text, { selector: '[role=status]' }, { timeout: 4000 });

async function open(...written: ReturnType<typeof stepOf>[]) {
  const site = new FakeAdvisingSite();
  site.meetings.meetings = [meetingOf({ steps: written })];
  const opened = await openAdvising(paths.meetingRoom(organisationId, firmId, meetingId), site);
  await screen.findByRole('button', { name: 'Lägg till ett steg' });
  return { ...opened, kept: () => site.meetings.meetings[0]?.steps ?? [] };
}

test('begins without steps; one that is added has the focus, is saved as it is written and agreed by both', async () => {
  const { kept } = await open();
  expect(steps()).toEqual([]);
  await press('Lägg till ett steg');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Vad')));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Smedjan AB är med på det' }).disabled).toBe(true);

  await userEvent.keyboard('Mäta ställtiden');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Smedjan AB är med på det' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Stålklustret är med på det' }));

  expect(within(steps()[0] as HTMLElement).getByText('Överenskommet')).toBeTruthy();
  await saves(/^Sparat kl/);
  expect(kept()).toMatchObject([{ what: 'Mäta ställtiden', isAgreedByFirm: true, isAgreedByProvider: true }]);
});

test('a step that is worded anew is agreed by nobody any more', async () => {
  await open(stepOf('aaaaaaaaaa'));
  expect(screen.getByText('Överenskommet')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Vad'), '!');

  expect(screen.queryByText('Överenskommet')).toBeNull();
});

test('steps are moved by Alt with an arrow and by buttons, and removed with the focus on the next', async () => {
  const { kept } = await open(stepOf('aaaaaaaaaa'), stepOf('bbbbbbbbbb'));
  const [first] = screen.getAllByLabelText('Vad');
  first?.focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(words()).toEqual(['Steg bbbbbbbbbb', 'Steg aaaaaaaaaa']);
  expect(document.activeElement).toBe(screen.getByDisplayValue('Steg aaaaaaaaaa'));
  await press('Upp: steg 2');
  expect(words()).toEqual(['Steg aaaaaaaaaa', 'Steg bbbbbbbbbb']);

  await press('Ta bort steg 1');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByDisplayValue('Steg bbbbbbbbbb')));
  await saves(/^Sparat kl/);
  expect(kept().map(({ key }) => key)).toEqual(['bbbbbbbbbb']);
});

test('without a reply nothing that was written is lost, it says so, and it is saved when tried again', async () => {
  const { site, kept } = await open(stepOf('aaaaaaaaaa'));
  site.server.refused.set('saveMeetingSteps', 'no-reply');
  fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Mäta' } });
  await saves(/^Inte sparat: servern svarar inte/);
  expect(words()).toEqual(['Mäta']);

  site.server.refused.clear();
  await press('Försök nu');
  await saves(/^Sparat kl/);
  expect(kept()).toMatchObject([{ what: 'Mäta' }]);
});

describe('after a while without a network', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => vi.useRealTimers());
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

  test('nothing of the firm can be seen, and what was written is there when the network is back', async () => {
    const { site } = await open(stepOf('aaaaaaaaaa'));
    const title = document.title;
    site.server.refused.set('saveMeetingSteps', 'no-reply');
    site.server.refused.set('listFirmsLettingIn', 'no-reply');
    fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Mäta' } });
    await pass(6 * 60);

    await screen.findByRole('heading', { level: 1, name: 'Servern svarar inte' });
    expect(steps()).toEqual([]);
    expect(screen.queryByRole('heading', { name: /Smedjan/ })).toBeNull();

    site.server.refused.clear();
    await pass(60);
    await waitFor(() => expect(words()).toEqual(['Mäta']));
    expect(document.title).toBe(title);
  });
});

test('a changed step that is not saved is asked about before the room is left', async () => {
  const { site, kept, router } = await open(stepOf('aaaaaaaaaa'));
  site.server.refused.set('saveMeetingSteps', 'no-reply');
  fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Mäta' } });
  await saves(/^Inte sparat: servern svarar inte/);
  await userEvent.click(screen.getByRole('link', { name: 'Lämna mötesläget' }));

  await stay();
  expect(router.state.location.pathname).toBe(paths.meetingRoom(organisationId, firmId, meetingId));
  expect(words()).toEqual(['Mäta']);

  await userEvent.click(screen.getByRole('link', { name: 'Lämna mötesläget' }));
  await leaveAnyway();
  await screen.findByRole('heading', { level: 1, name: 'Möte med Smedjan AB' });
  expect(kept()).toMatchObject([{ what: 'Steg aaaaaaaaaa' }]);
});

test('a step changed just before leaving is saved, and nothing is asked', async () => {
  const { kept } = await open(stepOf('aaaaaaaaaa'));
  fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Mäta' } });
  await userEvent.click(screen.getByRole('link', { name: 'Lämna mötesläget' }));

  await screen.findByRole('heading', { level: 1, name: 'Möte med Smedjan AB' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(kept()).toMatchObject([{ what: 'Mäta' }]);
});

test('a day with a mistyped year is said at its field, and everything is saved when it is mended', async () => {
  const { site, kept } = await open(stepOf('aaaaaaaaaa'), stepOf('bbbbbbbbbb'));
  const [, day] = screen.getAllByLabelText<HTMLInputElement>('Senast den');
  if (day === undefined) throw new Error('there are two steps');
  fireEvent.change(day, { target: { value: '0202-12-01' } });
  await saves(/^Inte sparat: dagen för ett steg/);
  expect(day.getAttribute('aria-invalid')).toBe('true');
  expect(within(steps()[1] as HTMLElement).getByText('Välj en dag mellan 2000 och 2099.')).toBeTruthy();
  expect(within(steps()[0] as HTMLElement).queryByText('Välj en dag mellan 2000 och 2099.')).toBeNull();
  expect(site.server.sent(saveMeetingSteps)).toEqual([]);

  fireEvent.change(day, { target: { value: '2099-12-01' } });
  await saves(/^Sparat kl/);
  expect(day.getAttribute('aria-invalid')).toBeNull();
  expect(kept()).toMatchObject([{ dueOn: null }, { dueOn: '2099-12-01' }]);
});

test('a day that has been is kept, with a hint at its field', async () => {
  const { kept } = await open(stepOf('aaaaaaaaaa'));
  const day = screen.getByLabelText<HTMLInputElement>('Senast den');
  fireEvent.change(day, { target: { value: '2099-12-01' } });
  expect(screen.queryByText('Dagen har varit.')).toBeNull();
  fireEvent.change(day, { target: { value: '2020-12-01' } });

  const hint = screen.getByText('Dagen har varit.');
  expect(day.getAttribute('aria-describedby')).toContain(hint.id);
  await saves(/^Sparat kl/);
  expect(kept()).toMatchObject([{ dueOn: '2020-12-01' }]);
});

const differ = async () => {
  const opened = await open(stepOf('aaaaaaaaaa'));
  opened.site.meetings.change(meetingId, { stepsRevision: 4, steps: [stepOf('cccccccccc', { what: 'Deras' })] });
  fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Våra' } });
  const notice = within(await screen.findByRole('alert', undefined, { timeout: 4000 }));
  expect(notice.getByText('Två skärmar säger olika saker')).toBeTruthy();
  expect(notice.getByText('Deras')).toBeTruthy();
  expect(opened.kept()).toMatchObject([{ what: 'Deras' }]);
  return opened;
};

test('what another screen has saved is shown, and taken when those in the room say so', async () => {
  await differ();
  await press('Ta dem från den andra skärmen');

  expect(words()).toEqual(['Deras']);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('or what stands here is kept, over what the other screen saved', async () => {
  const { site, kept } = await differ();
  await press('Behåll det som står här');

  await saves(/^Sparat kl/);
  expect(kept()).toMatchObject([{ what: 'Våra' }]);
  expect(site.server.sent(saveMeetingSteps).at(-1)).toMatchObject({ body: { stepsRevision: 4 } });
});

test('what has been sent is not written any more', async () => {
  const site = new FakeAdvisingSite();
  site.meetings.meetings = [meetingOf({ status: 'held', summarySentAt: '2026-02-10T11:00:00.000Z' })];
  await openAdvising(paths.meetingRoom(organisationId, firmId, meetingId), site);

  expect(await screen.findByText(/Mötet är slut/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Lägg till ett steg' })).toBeNull();
});

test('what earlier meetings left open is proposed with whose it is, until it is a step of this one', async () => {
  const site = new FakeAdvisingSite();
  const open = stepOf('aaaaaaaaaa', { what: 'Boka studiebesök', owner: 'provider', isAgreedByFirm: false });
  const earlier = meetingOf({ meetingId: uuid('f', 2), startsAt: '2026-01-10T09:00:00.000Z', steps: [open] });
  site.meetings.meetings = [meetingOf(), { ...earlier, status: 'held', summarySentAt: '2026-01-10T11:00:00.000Z' }];
  await openAdvising(paths.meetingRoom(organisationId, firmId, meetingId), site);
  expect(await screen.findByRole('heading', { name: 'Inte överenskommet än, från tidigare möten' })).toBeTruthy();
  await press('Ta som steg: Boka studiebesök');

  expect(words()).toEqual(['Boka studiebesök']);
  expect(screen.getByLabelText<HTMLSelectElement>('Vem').value).toBe('provider');
  expect(screen.queryByText('Inte överenskommet än, från tidigare möten')).toBeNull();
  await saves(/^Sparat/);
});

test('after the summary the room shows what was agreed, and what is kept for the next meeting', async () => {
  const site = new FakeAdvisingSite();
  const steps = [
    stepOf('aaaaaaaaaa', { what: 'Mäta ställtiden' }),
    stepOf('bbbbbbbbbb', { what: 'Boka studiebesök', isAgreedByFirm: false }),
  ];
  site.meetings.meetings = [meetingOf({ status: 'held', summarySentAt: '2026-02-10T11:00:00.000Z', steps })];
  await openAdvising(paths.meetingRoom(organisationId, firmId, meetingId), site);

  expect(await screen.findByText(/det som var överenskommet står som det skickades/)).toBeTruthy();
  expect(screen.getByText('Mäta ställtiden')).toBeTruthy();
  expect(screen.getByText(/Behålls till nästa möte/)).toBeTruthy();
  expect(screen.getByText('Boka studiebesök')).toBeTruthy();
});

describe('when the firm changes what it shares while something is written', () => {
  const written = async (site: FakeAdvisingSite) => {
    site.server.refused.set('saveMeetingSteps', 'no-reply');
    fireEvent.change(screen.getByLabelText('Vad'), { target: { value: 'Mäta ställtiden' } });
    await saves(/^Inte sparat: servern svarar inte/);
  };
  const kept = () => screen.getByText('Det ni höll på att skriva finns kvar här').closest('[role=status]');

  test('the unsaved words stay when nothing is shared any more, and nothing of the firm with them', async () => {
    const { site } = await open(stepOf('aaaaaaaaaa'), stepOf('bbbbbbbbbb'));
    const [first] = screen.getAllByLabelText('Vad');
    site.server.refused.set('saveMeetingSteps', 'no-reply');
    fireEvent.change(first as HTMLElement, { target: { value: 'Mäta ställtiden' } });
    await saves(/^Inte sparat: servern svarar inte/);
    site.withdraw();
    fireEvent.focus(window);

    await screen.findByRole('heading', { level: 1, name: 'Företaget delar inte det här med er' });
    expect(kept()?.textContent).toContain('Steg 1Mäta ställtiden');
    expect(kept()?.textContent).not.toContain('bbbbbbbbbb');
    expect(document.documentElement.outerHTML).not.toContain('Smedjan');

    await press('Kasta det');
    expect(screen.queryByText('Mäta ställtiden')).toBeNull();
  });

  test('they stay beside the page when less is shared', async () => {
    const { site } = await open(stepOf('aaaaaaaaaa'));
    await written(site);
    site.withdrawResults();
    fireEvent.focus(window);

    await screen.findByText('Det ni höll på att skriva finns kvar här');
    expect(kept()?.textContent).toContain('Mäta ställtiden');
    await screen.findByRole('heading', { level: 1, name: 'Smedjan AB' });
    expect(screen.queryByRole('heading', { name: 'Företaget har ändrat vad det delar' })).toBeNull();
  });

  test('nothing is said where everything was saved', async () => {
    const { site } = await open(stepOf('aaaaaaaaaa'));
    site.withdraw();
    fireEvent.focus(window);

    await screen.findByRole('heading', { level: 1, name: 'Företaget delar inte det här med er' });
    expect(screen.queryByText('Det ni höll på att skriva finns kvar här')).toBeNull();
  });
});
