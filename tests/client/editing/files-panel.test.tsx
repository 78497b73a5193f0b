import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { paths } from '#client/src/app/paths.ts';
import { openDraft } from './open-editor.tsx';

const fileField = () => screen.getByLabelText('Ta in ett översatt blad') as HTMLInputElement;
const row = (key: string, sv: string, en: string) => ({ key, sv, en });

/** The sheet as the fake site reads it; the real one is a workbook. */
const sheet = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'en.xlsx');

const taken = row('D1.1.question', 'D1.1 question på svenska', 'How do you plan?');
const alsoTaken = row('D1.name', 'D1 på svenska', 'Digital ways of working – daily');
const outdated = row('D1.2.question', 'En tidigare fråga', 'An earlier question');
const unknown = row('D9.1.question', 'Fråga', 'Question');

async function takeIn(...rows: ReturnType<typeof row>[]) {
  const opened = await openDraft();
  await userEvent.upload(fileField(), sheet(rows));
  await waitFor(() => expect(fileField().disabled).toBe(false));
  return opened;
}
const outcome = () => screen.getByRole('status').textContent;

test('the draft and its texts can be saved as files', async () => {
  const { site } = await openDraft();

  const panel = within(screen.getByRole('region', { name: 'Filer och översättning' }));

  const address = `/api/editor/drafts/${site.draft.draftId}`;
  expect(panel.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    `${address}/export.yaml`,
    `${address}/translations.xlsx`,
  ]);
});

test('says how many texts were taken, and the pages have them at once', async () => {
  const { site } = await takeIn(taken, alsoTaken);

  expect(outcome()).toMatch(/2 engelska texter togs in från bladet\.$/);
  expect(site.draft.content.sources.dimensions[0]?.name.en).toBe('Digital ways of working – daily');
  await userEvent.click(screen.getByRole('link', { name: 'D1 D1 på svenska' }));
  const name = await screen.findByRole('textbox', { name: 'Namn, engelska' });
  expect(name).toHaveProperty('value', 'Digital ways of working – daily');
});

test('says which were left alone, and which are not in the draft', async () => {
  const { site } = await takeIn(taken, outdated, unknown);

  expect(outcome()).toMatch(/1 engelsk text togs in från bladet\./);
  expect(outcome()).toMatch(/svenskan bredvid inte är utkastets egen: D1\.2\.question/);
  expect(outcome()).toMatch(/Finns inte i utkastet: D9\.1\.question$/);
  expect(site.draft.content.sources.dimensions[0]?.items[1]?.question.en).toBe('D1.2 question in English');
});

test('says so when nothing was new', async () => {
  await takeIn(row('D1.name', 'D1 på svenska', 'D1 in English'));

  expect(outcome()).toMatch(/Inget i bladet var nytt\.$/);
});

test('a file that cannot be read says so, and the same file can be tried again once it is mended', async () => {
  const { site } = await openDraft(paths.draft);
  const file = sheet('hej');
  await userEvent.upload(fileField(), file);
  expect((await screen.findByRole('alert')).textContent).toMatch(/Filen går inte att läsa/);
  await waitFor(() => expect(fileField().disabled).toBe(false));

  await userEvent.upload(fileField(), file);

  await waitFor(() => expect(site.sent('importTranslations')).toHaveLength(2));
  expect(site.draft.revision).toBe(1);
});
