import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import type { LiveSite } from '../support/live-site.ts';
import { openSite } from '../support/live-site.ts';
import { headingOf, press } from '../support/sign-in-walk.ts';
import { answerScreen, goOn, type JourneyLanguage, startQuickCheck, words } from '../support/walk.ts';
import { watchedPage } from '../support/watched-page.ts';

let browser: Browser;
let site: LiveSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const texts = {
  sv: {
    together: 'Svara tillsammans',
    nobody: 'Ingen är inbjuden än',
    invite: 'Bjud in',
    missing: 'Skriv vad ni kallar personen.',
    who: 'Vem?',
    linkOf: (name: string) => `Länk till ${name}`,
    roles: { operator: 'Operatör eller lagledare', production: 'Produktionsledning', office: 'Kontor och ekonomi' },
    makeLink: 'Skapa en länk',
    wallLink: 'Länk för alla',
    square: 'QR-kod som leder till länken',
    answerFor: 'Svara för ert företag',
    toQuestions: 'Till frågorna',
    chooseOne: 'Välj det som ligger närmast.',
    begin: 'Till första frågan',
    allAreas: 'Alla områden',
    choose: 'Får dina svar räknas där få har svarat?',
    chooseYesOrNo: 'Välj ja eller nej.',
    yes: /^Ja, räkna/,
    no: /^Nej, bara/,
    itWasMe: 'Ja, det var jag',
    openMine: 'Öppna mina svar',
    somebodyElse: 'Nej, jag är någon annan',
    closedFormer: 'Svaren som gavs här är stängda.',
    closeMine: 'Stäng mina svar här',
    closeHere: 'Stäng här',
    closedHere: 'Tack, dina svar är stängda här',
    poster: 'Hur jobbar vi här?',
    posterSquare: 'QR-kod som leder till frågorna',
    printPoster: 'Skriv ut affischen',
    newPoster: 'Ny affisch',
    answersInWords: 'Fråga för fråga',
    done: 'Jag är klar',
    thanks: 'Tack, du är klar',
    self: 'Vilken roll har ni själva?',
    countedAs: 'Era egna svar räknas som: Kontor och ekonomi.',
    unfinished: '1 person är inte klar, av 4 som ni har bett.',
    difference: 'Var ni ser olika',
    closed: 'Företaget har skickat in sina svar',
    openedBefore: 'Inbjudan är redan öppnad',
    nothingLeft: 'så det finns inget kvar att svara på',
  },
  en: {
    together: 'Answer together',
    nobody: 'Nobody is invited yet',
    invite: 'Invite',
    missing: 'Write what you call the person.',
    who: 'Who?',
    linkOf: (name: string) => `Link for ${name}`,
    roles: { operator: 'Operator or team leader', production: 'Production management', office: 'Office and finance' },
    makeLink: 'Make a link',
    wallLink: 'Link for everybody',
    square: 'QR code that leads to the link',
    answerFor: 'Answer for your firm',
    toQuestions: 'To the questions',
    chooseOne: 'Choose what comes closest.',
    begin: 'To the first question',
    allAreas: 'All areas',
    choose: 'May your answers count where few have answered?',
    chooseYesOrNo: 'Choose yes or no.',
    yes: /^Yes, count/,
    no: /^No, only/,
    itWasMe: 'Yes, it was me',
    openMine: 'Open my answers',
    somebodyElse: 'No, I am somebody else',
    closedFormer: 'The answers that were given here are closed.',
    closeMine: 'Close my answers here',
    closeHere: 'Close here',
    closedHere: 'Thank you, your answers are closed here',
    poster: 'How do we work here?',
    posterSquare: 'QR code that leads to the questions',
    printPoster: 'Print the poster',
    newPoster: 'New poster',
    answersInWords: 'Question by question',
    done: 'I am done',
    thanks: 'Thank you, you are done',
    self: 'What do you do yourself?',
    countedAs: 'Your own answers are counted as: Office and finance.',
    unfinished: '1 person is not done, of 4 that you asked.',
    difference: 'Where you see it differently',
    closed: 'The firm has submitted its answers',
    openedBefore: 'The invitation has been opened already',
    nothingLeft: 'so there is nothing left to answer',
  },
} as const;

const complaints: string[] = [];
type Device = { readonly language: JourneyLanguage; readonly width: number };

async function newPage({ width }: Device): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width, height: 844 } });
  return watchedPage(context, complaints);
}

const folder = process.env['PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${name}-${colorScheme}.png`, fullPage: true });
  }
}

/** On a phone and on a desk, whatever the journey is made on. */
async function check(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 844 };
  for (const width of [390, 1280]) {
    await page.setViewportSize({ ...before, width });
    if (folder !== undefined) await picture(page, `${folder}/${name}-${width}`);
    expect(await axeViolations(page), `${name} at ${width}`).toEqual([]);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider, `${name} scrolls at ${width}`).toBe(false);
  }
  await page.setViewportSize(before);
}

/** From the questions to the end of one's part. */
async function answerAll(page: Page, language: JourneyLanguage, turn: number): Promise<void> {
  for (let screen = 0; screen === 0 || (await goOn(page, language)); screen += 1) await answerScreen(page, turn);
}

describe.each([
  ['a phone in Swedish', { language: 'sv', width: 390 }],
  ['a desktop in English', { language: 'en', width: 1280 }],
] as const)('on %s', (_name, device: Device) => {
  const { language } = device;
  const say = texts[language];
  const see = (page: Page, name: string) => check(page, `${language}-${name}`);

  async function inviteByLink(lead: Page, name: string, role: string): Promise<string> {
    await lead.getByLabel(say.who).fill(name);
    await lead.getByLabel(role).check();
    await press(lead, say.invite);
    return lead.getByRole('textbox', { name: say.linkOf(name) }).inputValue();
  }

  /** On paper there is the poster alone, with the square large enough to be read from where one stands. */
  async function seePoster(lead: Page): Promise<void> {
    const before = lead.viewportSize() ?? { width: 1280, height: 844 };
    await lead.setViewportSize({ width: 794, height: 1123 });
    await lead.emulateMedia({ media: 'print' });
    await lead.getByRole('heading', { name: say.poster }).waitFor();
    expect(await lead.getByRole('heading', { name: 'Olle' }).count()).toBe(0);
    const square = await lead.getByRole('img', { name: say.posterSquare }).boundingBox();
    expect(square?.width).toBeGreaterThan(350);
    if (folder !== undefined) await lead.screenshot({ path: `${folder}/${language}-poster.png`, fullPage: true });
    const pages = (await lead.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(pages).toHaveLength(1);
    await lead.emulateMedia({ media: null });
    await lead.setViewportSize(before);
  }

  async function answerBy(link: string, turn: number, role?: string): Promise<Page> {
    const page = await newPage(device);
    await page.goto(link);
    await headingOf(page, say.answerFor);
    await press(page, say.toQuestions);
    await page.getByText(say.chooseYesOrNo).waitFor();
    if (role !== undefined) {
      await page.getByText(say.chooseOne).waitFor();
      await page.getByLabel(role).check();
    }
    await page.getByLabel(turn % 2 === 0 ? say.yes : say.no).check();
    await see(page, `invitation-${turn}`);
    await press(page, say.toQuestions);
    await headingOf(page, say.allAreas);
    expect(page.url()).not.toContain('key=');
    await see(page, `overview-${turn}`);
    await page.getByRole('link', { name: say.begin }).click();
    await page.waitForURL(/\/items\/\d+$/);
    await answerAll(page, language, turn);
    await page.getByText(words[language].saved).waitFor();
    await press(page, say.done);
    await page.getByText(say.thanks).waitFor();
    await see(page, `done-${turn}`);
    return page;
  }

  test('three colleagues answer each their part on their own devices, and the result tells how far they agree', async () => {
    const lead = await newPage(device);
    await lead.goto(`/?lang=${language}`);
    await startQuickCheck(lead, language);
    const items = lead.url();
    await answerAll(lead, language, 3);
    await lead.goto(items.replace(/items\/\d+/, 'overview'));
    await lead.getByRole('link', { name: say.together }).click();
    await headingOf(lead, say.together);
    await lead.getByText(say.nobody).waitFor();
    await press(lead, say.invite);
    await lead.getByText(say.missing).waitFor();
    await see(lead, 'respondents-faults');
    const toOperator = await inviteByLink(lead, 'Lars', say.roles.operator);
    await see(lead, 'respondents-made');
    const toProduction = await inviteByLink(lead, 'Petra', say.roles.production);
    await inviteByLink(lead, 'Olle', say.roles.operator);
    await press(lead, say.makeLink);
    const wall = await lead.getByLabel(say.wallLink).inputValue();
    await lead.getByRole('img', { name: say.square }).waitFor();
    await see(lead, 'wall');
    await lead.getByRole('button', { name: say.printPoster }).waitFor();
    await seePoster(lead);
    await lead.getByLabel(say.self).selectOption('office');
    await lead.getByText(say.countedAs).waitFor();

    const headers = (await (await newPage(device)).goto(toOperator))?.headers();
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      'referrer-policy': 'no-referrer',
    });
    const operator = await answerBy(toOperator, 0);
    await answerBy(toProduction, 1);
    const byWall = await answerBy(wall, 2, say.roles.operator);
    // The link is anybody's: whoever opens it again in the same browser is asked who they are before anything is shown.
    await byWall.goto(wall);
    await see(byWall, 'begun-here');
    await press(byWall, say.itWasMe);
    await press(byWall, say.openMine);
    await headingOf(byWall, say.allAreas);
    await byWall.getByRole('group', { name: say.choose }).getByLabel(say.yes).waitFor();
    // Where others sit next one's answers are closed, and nobody finds them.
    await press(byWall, say.closeMine);
    await see(byWall, 'close-here');
    await press(byWall, say.closeHere);
    await headingOf(byWall, say.closedHere);
    await see(byWall, 'closed-here');
    await byWall.goBack();
    expect(await byWall.getByText(words[language].saved).count()).toBe(0);
    await byWall.goto(wall);
    await byWall.getByRole('button', { name: say.toQuestions }).waitFor();

    await lead.reload();
    await lead.getByRole('heading', { name: 'Petra' }).waitFor();
    await lead.getByRole('button', { name: say.newPoster }).waitFor();
    await see(lead, 'respondents');
    await lead.goto(items.replace(/items\/\d+/, 'review'));
    await lead.getByText(say.unfinished).waitFor();
    await see(lead, 'review');
    await press(lead, words[language].submit);
    await lead.waitForURL(/\/result$/);
    await lead.getByRole('heading', { name: say.difference }).waitFor();
    await lead.getByText(say.answersInWords, { exact: true }).click();
    await see(lead, 'result');
    if (folder !== undefined)
      await lead.locator('#agreement').screenshot({ path: `${folder}/${language}-agreement.png` });

    // Whoever is in reads their own and nothing else; whoever comes late is told.
    await operator.reload();
    await headingOf(operator, say.closed);
    await see(operator, 'closed');
    await operator.goto(toOperator);
    await operator.getByText(say.openedBefore).waitFor();
    await see(operator, 'opened-before');
    await byWall.goto(wall);
    await byWall.getByText(say.nothingLeft).waitFor();
    await see(byWall, 'too-late');
    expect(complaints).toEqual([]);
  });
});

const namesOf = (inputs: Element[]) => inputs.map((input) => input.getAttribute('name') ?? '');

/** With the key of the keyboard that goes on to the next, as far as what is wanted. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} is not reached by the keyboard`);
}

describe('whatever becomes of network, key and invitation', () => {
  const device = { language: 'sv', width: 390 } as const;
  const { language } = device;
  const say = texts[language];
  const see = (page: Page, name: string) => check(page, `weather-${name}`);

  /** Leads, has answered everything, and is on the page where others are asked. */
  async function newLead() {
    const lead = await newPage(device);
    await lead.goto(`/?lang=${language}`);
    await startQuickCheck(lead, language);
    const items = lead.url();
    await answerAll(lead, language, 3);
    await lead.getByText(words[language].saved).waitFor();
    const go = (place: string) => lead.goto(items.replace(/items\/\d+/, place));
    await go('respondents');
    const invite = async (name: string): Promise<string> => {
      await lead.getByLabel(say.who).fill(name);
      await lead.getByLabel(say.roles.operator).check();
      await press(lead, say.invite);
      return lead.getByRole('textbox', { name: say.linkOf(name) }).inputValue();
    };
    return { lead, go, invite };
  }

  async function comeIn(link: string): Promise<Page> {
    const page = await newPage(device);
    await page.goto(link);
    await page.getByLabel(say.no).check();
    await press(page, say.toQuestions);
    await headingOf(page, say.allAreas);
    await page.getByRole('link', { name: say.begin }).click();
    await page.waitForURL(/\/items\/1$/);
    return page;
  }
  const responseOf = (page: Page) => /responses\/([^/]+)/.exec(page.url())?.[1] ?? '';
  /** What was saved, in the order in which it came. */
  async function savedOf(page: Page): Promise<string[]> {
    const { rows } = await site.admin.query<{ code: string; revision: number }>(
      'select item_code as code, revision from answer_events where response_id = $1 order by answer_event_id',
      [responseOf(page)],
    );
    return rows.map(({ code, revision }) => `${code} ${revision}`);
  }

  test('nothing that could be kept is lost, each answer counts once, and who is done as the firm submits is in it', async () => {
    const { lead, go, invite } = await newLead();
    const [toAva, toBo, toCia, toDan] = [
      await invite('Ava'),
      await invite('Bo'),
      await invite('Cia'),
      await invite('Dan'),
    ];
    const [ava, bo, cia, dan] = [await comeIn(toAva), await comeIn(toBo), await comeIn(toCia), await comeIn(toDan)];

    // Ava loses the network for three questions.
    await ava.context().setOffline(true);
    const given: string[] = [];
    for (const turn of [0, 1, 2]) {
      await answerScreen(ava, turn);
      given.push(...(await ava.locator('main input[type=radio]:checked').evaluateAll(namesOf)));
      await ava.getByText(words.sv.notSaved).waitFor();
      if (turn === 0) await see(ava, 'offline');
      if (turn < 2) await goOn(ava, language);
    }
    expect(await savedOf(ava)).toEqual([]);
    await ava.context().setOffline(false);
    await ava.getByText(words.sv.saved).waitFor();
    expect(await savedOf(ava)).toEqual(given.map((code) => `${code} 1`));

    // Cia has a link of her own, and her key ends while she answers.
    await cia.getByRole('link', { name: say.allAreas }).click();
    await press(cia, 'Skapa en hemlig länk');
    const own = await cia.getByLabel('Hemlig länk').inputValue();
    await cia.getByRole('link', { name: say.begin }).click();
    await site.admin.query(
      "update access_keys set expires_at = now() - interval '1 minute' where response_id = $1 and purpose = 'respondent'",
      [responseOf(cia)],
    );
    await answerScreen(cia, 2);
    await cia.getByText('Dina svar öppnas inte längre här').waitFor();
    await see(cia, 'ended');
    expect(await savedOf(cia)).toEqual([]);
    await cia.goto(own);
    await press(cia, 'Fortsätt');
    await headingOf(cia, 'Är det du själv som har gjort länken?');
    await cia.getByRole('heading', { name: 'Vem som ser vad du svarar' }).waitFor();
    await see(cia, 'own-link');
    await press(cia, 'Jag har gjort den: fortsätt');
    await headingOf(cia, say.allAreas);
    await cia.getByText(words.sv.saved).waitFor();
    expect(await savedOf(cia)).toHaveLength(1);

    // Dan's invitation is revoked while he answers.
    await answerScreen(dan, 1);
    await dan.getByText(words.sv.saved).waitFor();
    await lead.getByRole('button', { name: 'Återkalla inbjudan till Dan' }).click();
    await press(lead, 'Återkalla inbjudan');
    await lead.getByText('Inbjudan till Dan är återkallad.').waitFor();
    await goOn(dan, language);
    await answerScreen(dan, 1);
    await dan.getByText('Fråga den som bjöd in dig.', { exact: false }).waitFor();
    expect(await savedOf(dan)).toHaveLength(1);

    // Ava, Bo and Cia are done as whoever leads submits.
    for (const [turn, page] of [ava, bo, cia].entries()) {
      await page.goto(page.url().replace(/(items\/\d+|overview)$/, 'items/1'));
      await page.locator('main fieldset').first().waitFor();
      await answerAll(page, language, turn);
      await page.getByText(words.sv.saved).waitFor();
    }
    await go('review');
    await Promise.all([press(ava, say.done), press(bo, say.done), press(lead, words.sv.submit)]);
    await lead.waitForURL(/\/result$/);
    for (const page of [ava, bo])
      await page.getByText(say.thanks).or(page.getByText('Det du har svarat kom in i tid')).first().waitFor();
    await lead.getByText('4 av er har svarat på frågor med nivåer.', { exact: false }).waitFor();
    // Cia was still at it, and hears that it is too late for more.
    await press(cia, say.done);
    await cia.getByText('Det du har svarat kom in i tid', { exact: false }).waitFor();
    await see(cia, 'in-time');
    expect(complaints).toEqual([]);
  });

  test('on a shared computer the next one begins only when nothing opens there of the one before', async () => {
    const { lead } = await newLead();
    await press(lead, say.makeLink);
    const wall = await lead.getByLabel(say.wallLink).inputValue();
    const page = await newPage(device);
    await page.goto(wall);
    await page.getByLabel(say.roles.operator).check();
    await page.getByLabel(say.no).check();
    await press(page, say.toQuestions);
    await headingOf(page, say.allAreas);
    const answered = page.url();
    await page.getByRole('link', { name: say.begin }).click();
    await page.waitForURL(/\/items\/1$/);
    const problem = { type: 'about:blank', title: 'no', status: 422, code: 'answer-not-accepted', requestId: 'r-1' };
    await page.route('**/answers/*', (route) => route.fulfill({ status: 422, body: JSON.stringify(problem) }));
    await Promise.all([page.waitForResponse('**/answers/*'), answerScreen(page, 1)]);

    await page.goto(wall);
    await press(page, say.somebodyElse);
    await page.getByText('gick inte att skicka', { exact: false }).first().waitFor();
    expect(await page.getByRole('button', { name: say.toQuestions }).count()).toBe(0);
    await see(page, 'unsent');
    await press(page, 'Stäng dem ändå');
    await page.getByText('ingen öppnar dem härifrån', { exact: false }).waitFor();
    await page.getByRole('button', { name: say.toQuestions }).waitFor();
    await see(page, 'closed-unsent');
    await page.goto(answered);
    await page.getByText('Svaren öppnas inte härifrån').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the page of an invitation is walked by the keyboard alone', async () => {
    const { lead } = await newLead();
    await press(lead, say.makeLink);
    const page = await newPage(device);
    await page.goto(await lead.getByLabel(say.wallLink).inputValue());
    await headingOf(page, say.answerFor);

    const toQuestions = page.getByRole('button', { name: say.toQuestions });
    await tabTo(page, toQuestions);
    await page.keyboard.press('Enter');
    // What is missing takes the focus, so that one goes on from there.
    const roles = page.locator('input[name=role]');
    await expect.poll(() => roles.first().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await roles.nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getByLabel(say.yes).isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel(say.no).isChecked()).toBe(true);
    await tabTo(page, toQuestions);
    await page.keyboard.press('Enter');
    await headingOf(page, say.allAreas);
    expect(complaints).toEqual([]);
  });

  test('who shares a browser and is somebody else begins anew, and the answers of the one before are closed', async () => {
    const { lead } = await newLead();
    await press(lead, say.makeLink);
    const wall = await lead.getByLabel(say.wallLink).inputValue();
    const page = await newPage(device);
    const begin = async () => {
      await page.getByLabel(say.roles.operator).check();
      await page.getByLabel(say.yes).check();
      await press(page, say.toQuestions);
      await headingOf(page, say.allAreas);
    };
    await page.goto(wall);
    await begin();
    const first = responseOf(page);
    await page.goto(wall);
    await press(page, say.somebodyElse);
    await page.getByText(say.closedFormer, { exact: false }).waitFor();
    await begin();
    expect(responseOf(page)).not.toBe(first);
    await page.goto(`/responses/${first}/overview`);
    await headingOf(page, 'Svaren öppnas inte härifrån');
    expect(complaints).toEqual([]);
  });
});
