import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBody } from '../support/answering.ts';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { newDraft, published, reword } from '../support/editing.ts';
import { ofFirm } from '../support/firms.ts';
import { type LiveSite, openSite } from '../support/live-site.ts';
import { type Owner, signedInAs, signedInOwner } from '../support/people.ts';
import { signedInPage } from '../support/signed-in-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const say = {
  sv: {
    form: /^Snabbkoll/,
    lastSubmitted: /Skickades in senast/,
    begin: 'Till första frågan',
    next: 'Nästa',
    last: /^Det som skickades in förra gången, /,
    rest: 'Alla områden',
    answers: /^\d+ svar från förra gången$/,
    newer: /^Det finns en nyare version av frågorna, från /,
    see: 'Se vad som ändras',
    over: 'Gå över till den nyare versionen',
    back: 'Gå tillbaka till den version ni hade',
    again: /Ett av era svar följer inte med/,
    comesBack: /^Det ni svarade på den innan ni bytte version kommer tillbaka/,
    settled: /Ni har svarat på (\d+) av/,
    moved: 'Svaren har gått över till en annan version av frågorna',
    anew: 'Öppna frågorna på nytt',
  },
  en: {
    form: /^Quick check/,
    lastSubmitted: /Last submitted on/,
    begin: 'To the first question',
    next: 'Next',
    last: /^What was submitted last time, /,
    rest: 'All areas',
    answers: /^\d+ answers from last time$/,
    newer: /^There is a newer version of the questions, of /,
    see: 'See what changes',
    over: 'Go over to the newer version',
    back: 'Go back to the version you had',
    again: /One of your answers does not come along/,
    comesBack: /^What you answered to it before you changed version comes back/,
    settled: /You have answered (\d+) of/,
    moved: 'The answers have gone over to another version of the questions',
    anew: 'Open the questions anew',
  },
} as const;

const looks = [
  { language: 'sv', width: 1280, colorScheme: 'light' },
  { language: 'en', width: 390, colorScheme: 'dark' },
] as const;

async function staysInWidth(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(
    false,
  );
}

test.each(looks)(
  'a firm answers again at $width px, $language, with its last answers beside and none chosen',
  async (look) => {
    const texts = say[look.language];
    const complaints: string[] = [];
    const owner = await signedInOwner(site);
    const page = await signedInPage(owner, { browser, site, complaints, ...look });
    await page.goto(`/firms/${owner.firmId}?lang=${look.language}`);
    await page.getByText(texts.lastSubmitted).waitFor();
    await page.getByRole('radio', { name: texts.form }).press('Space');
    await page.getByRole('button', { name: texts.begin }).press('Enter');

    // The first screen asks what nobody has answered before.
    await page.getByRole('link', { name: texts.next }).press('Enter');
    await page.getByText(texts.last).first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await staysInWidth(page);
    await page.getByRole('link', { name: texts.rest }).press('Enter');
    await page.getByText(texts.answers).waitFor();
    expect(await page.getByText(texts.settled).textContent()).toMatch(texts.settled);
    expect(await axeViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  120_000,
);

describe('an assessment that was begun on an earlier version', () => {
  let first: string;
  beforeAll(async () => {
    const { rows } = await site.admin.query<{ id: string }>(
      'select instrument_version_id as id from instrument_versions order by version_number limit 1',
    );
    first = rows[0]?.id ?? '';
    const { visitor: editor } = await signedInAs(site, 'editor');
    const draftId = await newDraft(editor);
    await reword(editor, draftId, 'D1.1', '1', 'kept');
    await reword(editor, draftId, 'D1.2', '1', 'changed');
    await published(editor, draftId);
  });

  /** With answers to D1.1 and D1.2, on the first version. */
  async function begunOnFirst(): Promise<{ owner: Owner; responseId: string }> {
    const owner = await signedInOwner(site);
    const reply = await owner.visitor.post(ofFirm(owner.firmId, '/responses'), startBody());
    const { responseId } = reply.json<{ responseId: string }>();
    await site.admin.query(
      `update assessments set instrument_version_id = $1
       where assessment_id = (select assessment_id from responses where response_id = $2)`,
      [first, responseId],
    );
    for (const code of ['D1.1', 'D1.2']) {
      const saved = await owner.visitor.put(`/api/responses/${responseId}/answers/${code}`, {
        clientId: crypto.randomUUID(),
        clientSequence: 1,
        baseRevision: 0,
        instrumentVersionId: first,
        answer: { value: { state: 'level', level: 2 }, comment: '' },
      });
      expect(saved.statusCode, saved.body).toBe(200);
    }
    return { owner, responseId };
  }

  const settledOn = async (page: Page, settled: RegExp): Promise<string | undefined> =>
    settled.exec((await page.getByText(settled).textContent()) ?? '')?.[1];

  test.each(looks)(
    'goes over to the newest by keyboard at $width px, $language, and back',
    async (look) => {
      const texts = say[look.language];
      const complaints: string[] = [];
      const { owner, responseId } = await begunOnFirst();
      const page = await signedInPage(owner, { browser, site, complaints, ...look });
      await page.goto(`/responses/${responseId}/overview?lang=${look.language}`);
      await page.getByText(texts.newer).waitFor();
      await page.getByText(texts.again).waitFor();
      expect(await settledOn(page, texts.settled)).toBe('2');

      await page.getByRole('link', { name: texts.see }).press('Enter');
      await page.getByRole('button', { name: texts.over }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await staysInWidth(page);
      await page.getByRole('button', { name: texts.over }).press('Enter');
      await page.waitForURL(/\/overview/);
      await expect.poll(() => settledOn(page, texts.settled)).toBe('1');
      expect(await page.getByText(texts.newer).count()).toBe(0);

      await page.getByRole('link', { name: texts.see }).press('Enter');
      await page.getByText(texts.comesBack).waitFor();
      await staysInWidth(page);
      await page.getByRole('button', { name: texts.back }).press('Enter');
      await page.waitForURL(/\/overview/);
      await expect.poll(() => settledOn(page, texts.settled)).toBe('2');
      expect(complaints).toEqual([]);
    },
    120_000,
  );

  test('says so in a second tab that still shows the earlier one, which loses no answer that still fits', async () => {
    const texts = say.sv;
    const complaints: string[] = [];
    const { owner, responseId } = await begunOnFirst();
    const page = await signedInPage(owner, { browser, site, complaints });
    await page.goto(`/responses/${responseId}/items/2?lang=sv`);
    await page.getByRole('radio').nth(0).waitFor();
    await page.getByRole('link', { name: texts.next }).click();
    await page.waitForURL(/\/items\/3/);
    const other = await page.context().newPage();
    await other.goto(`/responses/${responseId}/version?lang=sv`);
    await other.getByRole('button', { name: texts.over }).click();
    await other.waitForURL(/\/overview/);

    await page.getByRole('radio').nth(3).click();
    await page.getByText(texts.moved).waitFor();
    // The one before asks the same: its answer fits, and is saved.
    await page.goBack();
    await page.waitForURL(/\/items\/2/);
    await Promise.all([
      page.waitForResponse((reply) => /answers\/D1[.]1$/.test(reply.url()) && reply.status() === 200),
      page.locator('input[name="D1.1"]').nth(4).click(),
    ]);
    await page.getByRole('link', { name: texts.anew }).click();
    await page.waitForURL(/\/overview/);
    await expect.poll(() => settledOn(page, texts.settled)).toBe('1');
    await page.goto(`/responses/${responseId}/items/3?lang=sv`);
    await page.getByRole('radio').nth(0).waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.goto(`/responses/${responseId}/items/2?lang=sv`);
    await expect.poll(() => page.locator('input[name="D1.1"]').nth(4).isChecked()).toBe(true);
  }, 120_000);
});
