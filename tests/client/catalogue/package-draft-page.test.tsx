import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { publishPackage, savePackageDraft } from '#shared/contracts/catalogue.ts';
import { blankDraft, draftOf } from '#shared/domain/routing/drafting/package-draft.ts';
import { holdReplies } from '../held-replies.ts';
import { leaveAnyway, stay } from '../ui/leaving.ts';
import { FakeCatalogueSite, inUse } from './fake-catalogue-site.ts';
import { button, field, openCatalogue, openDraft, press, write } from './open-catalogue.tsx';

// The browser of these tests cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

const summary = 'I en mening, svenska';
const content = 'Vad företaget gör, svenska';
const save = () => press('Spara i utkastet');
const saved = () => screen.findByText('Sparat i utkastet.');
const sent = ({ server }: FakeCatalogueSite) => server.sent(savePackageDraft).map(({ body }) => body);
const isLeavingHeldBack = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const goTo = (name: string) => userEvent.click(screen.getByRole('link', { name }));

describe('a draft', () => {
  test('says whether it is saved, while it is being saved and when it is', async () => {
    const { site } = await openDraft();
    await write(summary, 'Ni får mer hjälp.');
    expect(screen.getByText('Inte sparat än')).toBeDefined();
    const replies = holdReplies();
    await save();
    await waitFor(() => expect(replies.count()).toBe(1));
    expect(button('Spara i utkastet').getAttribute('aria-busy')).toBe('true');
    expect(screen.queryByText('Sparat i utkastet.')).toBeNull();
    replies.letThrough(0);

    await saved();
    expect(screen.getByText(/^Sparat .* av Ada Ek$/)).toBeDefined();
    expect(site.draft.content.summary.sv).toBe('Ni får mer hjälp.');
  });

  test('keeps what was typed when no answer comes, and saves it when asked again', async () => {
    const { site } = await openDraft();
    site.server.refused.set('savePackageDraft', 'no-reply');
    await write(summary, 'Ni får mer hjälp.');
    await save();

    expect((await screen.findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(field(summary).value).toBe('Ni får mer hjälp.');
    expect(screen.getByText('Inte sparat än')).toBeDefined();

    site.server.refused.clear();
    await save();
    await saved();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('says within the bar that it is not saved, and saves by itself once the network is back', async () => {
    const { site } = await openDraft();
    site.server.refused.set('savePackageDraft', 'no-reply');
    await write(summary, 'Ni får mer hjälp.');
    await save();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Utkastet är inte sparat');
    expect(alert.parentElement?.contains(button('Spara i utkastet'))).toBe(true);

    site.server.refused.clear();
    window.dispatchEvent(new Event('online'));

    await saved();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(site.draft.content.summary.sv).toBe('Ni får mer hjälp.');
  });

  test('keeps what is typed while it is being saved', async () => {
    const { site } = await openDraft();
    await write(summary, 'Ni får mer hjälp.');
    const replies = holdReplies();
    await save();
    await waitFor(() => expect(replies.count()).toBe(1));
    await userEvent.type(field(summary), ' Snart.');
    replies.letThrough(0);

    await saved();
    expect(field(summary).value).toBe('Ni får mer hjälp. Snart.');
    expect(screen.getByText('Inte sparat än')).toBeDefined();
    expect(site.draft.content.summary.sv).toBe('Ni får mer hjälp.');
  });

  test('a condition that has just been begun has no errors before something is to be published', async () => {
    await openDraft();
    await userEvent.click(screen.getAllByRole('button', { name: 'Bygg ett villkor' })[0] as HTMLElement);
    const why = () => field('Villkoret med ord för företaget, svenska');
    expect(why().getAttribute('aria-invalid')).not.toBe('true');

    await press('Publicera');

    await waitFor(() => expect(why().getAttribute('aria-invalid')).toBe('true'));
  });

  test('holds back from leaving with what is not saved, and lets go once it is', async () => {
    const { router, site } = await openDraft();
    expect(isLeavingHeldBack()).toBe(false);
    await write(summary, 'Ni får mer hjälp.');
    expect(isLeavingHeldBack()).toBe(true);
    await goTo('Alla paket');
    await stay();
    expect(field(summary).value).toBe('Ni får mer hjälp.');

    await save();
    await saved();
    expect(isLeavingHeldBack()).toBe(false);
    await goTo('Alla paket');

    await screen.findByRole('heading', { level: 1, name: 'Redigera paket' });
    expect(router.state.location.pathname).toBe(paths.editedPackages());
    expect(site.draft.content.summary.sv).toBe('Ni får mer hjälp.');
  });

  test('can be left with what is not saved, which is then lost', async () => {
    const { site } = await openDraft();
    await write(summary, 'Ni får mer hjälp.');
    await goTo('Alla paket');
    await leaveAnyway();

    await screen.findByRole('heading', { level: 1, name: 'Redigera paket' });
    expect(sent(site)).toEqual([]);
  });

  test('goes by keyboard alone', async () => {
    const { site } = await openDraft();
    field(summary).focus();
    await userEvent.keyboard('{End} Snart.');
    button('Spara i utkastet').focus();
    await userEvent.keyboard('{Enter}');

    await saved();
    expect(site.draft.content.summary.sv).toBe('Ni får hjälp. Snart.');
  });

  test('is thrown away after a question, and stays when no answer comes', async () => {
    const { site } = await openDraft();
    site.server.refused.set('removePackageDraft', 'no-reply');
    await press('Kasta utkastet');
    await press('Kasta');
    expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(site.drafts.size).toBe(1);

    site.server.refused.clear();
    await press('Kasta');

    expect(await screen.findByText('Det finns inga utkast')).toBeDefined();
  });

  test('is thrown away without another question about what is not saved in it', async () => {
    await openDraft();
    await write(summary, 'Ni får mer hjälp.');
    await press('Kasta utkastet');
    await press('Kasta');

    expect(await screen.findByText('Det finns inga utkast')).toBeDefined();
  });
});

describe('what a colleague has changed in the draft meanwhile', () => {
  async function openConflict() {
    const opened = await openDraft();
    opened.site.changeElsewhere({ summary: { sv: 'Bos mening', en: 'Ni får hjälp. (en)' }, durationWeeks: 12 });
    await write(summary, 'Min mening');
    await write(content, 'Ni gör en plan.');
    await save();
    const notice = await screen.findByRole('alert');
    return { ...opened, notice };
  }

  test('is gone to, and said within the bar', async () => {
    const { notice } = await openConflict();

    expect(document.activeElement?.contains(notice)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
    button('Spara i utkastet').focus();
    expect(screen.getByText('Inte sparat: Bo Lind hann före.')).toBeDefined();
    await press('Se båda texterna');
    expect(document.activeElement?.contains(notice)).toBe(true);
  });

  test('stands beside what one wrote oneself, and nothing is overwritten', async () => {
    const { site, notice } = await openConflict();

    expect(notice.textContent).toContain('Bo Lind har ändrat utkastet under tiden');
    expect(notice.textContent).toContain('Min mening');
    expect(notice.textContent).toContain('Bos mening');
    expect(within(notice).getAllByRole('group')).toHaveLength(1);
    expect(field(summary).value).toBe('Min mening');
    expect(site.draft.content.summary.sv).toBe('Bos mening');
  });

  test.each([
    ['Er text', 'Min mening'],
    ['Deras text', 'Bos mening'],
  ])('is settled by choosing “%s”, and the rest is kept from both', async (choice, words) => {
    const { site, notice } = await openConflict();
    await userEvent.click(within(notice).getByRole('radio', { name: choice }));
    await press('Spara så i utkastet');

    await screen.findByText('Sparat i utkastet, med det som båda har ändrat.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field(summary).value).toBe(words);
    expect(site.draft.content).toMatchObject({ summary: { sv: words }, durationWeeks: 12 });
    expect(site.draft.content.content.sv).toBe('Ni gör en plan.');
  });

  test('is shown anew when it has changed once more', async () => {
    const { site } = await openConflict();
    site.changeElsewhere({ summary: { sv: 'Bos andra mening', en: 'x' } });
    await press('Spara så i utkastet');

    expect(await screen.findByText(/Bos andra mening/)).toBeDefined();
    expect(field(summary).value).toBe('Min mening');
    expect(site.draft.content.summary.sv).toBe('Bos andra mening');
  });
});

test('what has been published meanwhile is said, and kept with one’s own', async () => {
  const site = new FakeCatalogueSite();
  site.addDraft({ ...draftOf(inUse), summary: { sv: 'Min mening', en: 'Mine' } }, inUse);
  site.publish({ ...inUse, durationWeeks: 20 });
  await openDraft(site);
  expect(screen.getByRole('alert').textContent).toContain('Triple Steelix har publicerat paketet under tiden');
  expect(screen.getByText('Ni har ändrat olika delar. Båda går att behålla.')).toBeDefined();
  await press('Spara så i utkastet');

  await screen.findByText('Sparat i utkastet, med det som båda har ändrat.');
  expect(site.draft.content).toMatchObject({ summary: { sv: 'Min mening' }, durationWeeks: 20 });
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('publishing', () => {
  const publish = async () => {
    await press('Publicera');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Publicera' }));
  };

  test('says of a new package what is left to do, each with the way there, and nothing before one asks', async () => {
    const site = new FakeCatalogueSite();
    site.addDraft(blankDraft('new-one', { sv: 'Nytt', en: 'New' }, 'compare'));
    await openDraft(site);
    expect(screen.queryByText(/återstår innan ni kan publicera/)).toBeNull();

    await press('Publicera');

    const left = (await screen.findByText(/saker återstår innan ni kan publicera/)).closest(
      '[tabindex]',
    ) as HTMLElement;
    expect(document.activeElement).toBe(left);
    await userEvent.click(within(left).getByRole('link', { name: 'I en mening: Skriv det här på svenska.' }));
    expect(document.activeElement).toBe(field(summary));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('names who else gives the package, and goes on once it is said that they have been asked', async () => {
    const site = new FakeCatalogueSite();
    const shared = { ...inUse, providers: [...inUse.providers, 'second'] };
    site.packages = [shared];
    site.addDraft({ ...draftOf(shared), summary: { sv: 'Ny mening', en: 'New' } }, shared);
    await openDraft(site);
    await press('Publicera');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/^Den andra ger också paketet\./)).toBeDefined();
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Vi har frågat de andra om ändringen' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Publicera' }));

    await screen.findByText('Vad som har publicerats om paketet, det senaste först.');
    expect(site.server.sent(publishPackage)[0]?.body).toMatchObject({ othersAsked: true });
  });

  test('saves what is typed first, publishes it, and goes to its history', async () => {
    const { site } = await openDraft();
    await write(summary, 'Ni får mer hjälp.');
    await publish();

    await screen.findByText('Vad som har publicerats om paketet, det senaste först.');
    expect(site.packages[0]?.summary.sv).toBe('Ni får mer hjälp.');
    const row = screen.getByRole('row', { name: /^I en mening/ });
    expect(row.textContent).toContain('Ni får hjälp.');
    expect(row.textContent).toContain('Ni får mer hjälp.');
  });

  test('stays at the question when no answer comes, with what was typed', async () => {
    const { site } = await openDraft();
    site.server.refused.set('publishPackage', 'no-reply');
    await write(summary, 'Ni får mer hjälp.');
    await publish();

    expect((await within(screen.getByRole('dialog')).findByRole('alert')).textContent).toContain('Det kom inget svar');
    expect(field(summary).value).toBe('Ni får mer hjälp.');
    expect(site.server.sent(publishPackage)).toHaveLength(1);
  });

  test('publishes nothing over what a colleague has changed meanwhile, and shows it', async () => {
    const { site } = await openDraft();
    site.changeElsewhere({ summary: { sv: 'Bos mening', en: 'x' } });
    await write(summary, 'Min mening');
    await publish();

    expect((await screen.findByRole('alert')).textContent).toContain('Bo Lind har ändrat utkastet under tiden');
    expect(site.server.sent(publishPackage)).toEqual([]);
    expect(field(summary).value).toBe('Min mening');
  });

  test('publishes nothing that a colleague has changed since the page was loaded, and says so', async () => {
    const { site } = await openDraft();
    site.changeElsewhere({ summary: { sv: 'Bos mening', en: 'x' } });
    await publish();

    const alert = await within(screen.getByRole('dialog')).findByRole('alert');
    expect(alert.textContent).toContain('Utkastet har ändrats under tiden.');
    expect(site.packages[0]?.summary.sv).toBe('Ni får hjälp.');
  });

  test('publishes nothing over what another provider has published meanwhile, and shows that', async () => {
    const { site } = await openDraft();
    site.publish({ ...inUse, summary: { sv: 'Deras mening', en: 'x' } });
    await write(summary, 'Min mening');
    await publish();

    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Triple Steelix har publicerat paketet under tiden');
    expect(notice.textContent).toContain('Deras mening');
    expect(field(summary).value).toBe('Min mening');
    expect(site.packages[0]?.summary.sv).toBe('Deras mening');
  });
});

test('a draft that is gone is said to be not there', async () => {
  await openCatalogue(paths.packageDraft('eeeeeeee-0000-4000-8000-000000000009'));

  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Här finns ingen sida');
});
