import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { mailParts } from '#client/src/features/demo/mail-parts.ts';
import { signInAsDemoPerson } from '#shared/contracts/demo.ts';
import { accountOf, at, membershipOf, uuid } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openAccount, press, title } from '../account/open-account.tsx';

const stranger = () =>
  new FakeAccountSite(accountOf({ memberships: [membershipOf('advisor', 'Klustret')] }), { isSignedIn: false });

describe('the people of the demo', () => {
  test('are made up, and say so, each with role, place and what there is to try', async () => {
    await openAccount('/demo/people', stranger());

    expect(screen.getByText(/Personerna och deras företag är påhittade\./)).toBeDefined();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'PåhittadKarin SundinRådgivareKlustretSer.Logga in',
      'PåhittadMaria EkAnsvarig för företagetVerkstadenÄger.Logga in',
    ]);
  });

  test('are signed in as by a press, and begin where their role works', async () => {
    const { site, where } = await openAccount('/demo/people', stranger());

    await press('Logga in som Karin Sundin');

    await title('En annan sida');
    expect(where()).toBe('/advisor');
    expect(site.server.sent(signInAsDemoPerson).map(({ body }) => body)).toEqual([{ code: 'advisor' }]);
  });

  test('that could not be signed in as say why', async () => {
    const site = stranger();
    site.server.refused.set('signInAsDemoPerson', 'no-reply');
    await openAccount('/demo/people', site);

    await press('Logga in som Karin Sundin');

    expect((await screen.findByRole('alert')).textContent).toMatch(/Det kom inget svar/);
  });

  test('whose account is locked are said to be', async () => {
    const site = stranger();
    site.server.refused.set('signInAsDemoPerson', 'not-found');
    await openAccount('/demo/people', site);

    await press('Logga in som Karin Sundin');

    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Kontot är låst\. Administratören kan låsa upp det under Personer\.$/,
    );
  });

  test('are not there on a real site', async () => {
    const site = stranger();
    site.server.refused.set('listDemoPeople', 'not-found');

    await openAccount('/demo/people', site);

    await title('Här finns ingen sida');
  });
});

describe('the mailbox of the demo', () => {
  const mailOf = (number: number, subject: string, text: string) => ({
    mailId: uuid('5', number),
    sentAt: at,
    recipient: 'kim.berg@smedjan.se',
    subject,
    text,
  });

  test('is empty at first, and fetches what has come', async () => {
    const site = stranger();
    await openAccount('/demo/mails', site);
    expect(screen.getByText('Inga mejl har skickats än')).toBeDefined();
    site.mails = [mailOf(1, 'Kod', 'Här är koden.')];

    await press('Hämta nya mejl');

    expect(await screen.findByRole('heading', { level: 2, name: 'Kod' })).toBeDefined();
    expect(screen.getByText('Antal mejl: 1')).toBeDefined();
  });

  test('shows mail as it was sent, with links that lead to this site only', async () => {
    const site = stranger();
    const here = `${window.location.origin}/sign-in#code=ABCD2345`;
    site.mails = [mailOf(1, 'Kod', `Rad ett\n\n  ${here}\nhttps://evil.example/x`)];

    await openAccount('/demo/mails', site);

    const mail = screen.getByRole('listitem');
    expect(mail.querySelector('pre')?.textContent).toBe(`Rad ett\n\n  ${here}\nhttps://evil.example/x`);
    expect(
      within(mail)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/sign-in#code=ABCD2345']);
  });
});

describe('the text of a mail', () => {
  const origin = 'http://localhost:3000';
  const linksIn = (text: string) => mailParts(text, origin).flatMap(({ href }) => (href === undefined ? [] : [href]));

  test.each([
    [`Se ${origin}/account.`, ['/account']],
    [`(${origin}/firms/1?x=1)`, ['/firms/1?x=1']],
    [`${origin}/a ${origin}/b`, ['/a', '/b']],
    ['https://localhost:3000/a', []],
    ['http://localhost:3000.evil.example/a', []],
    ['http://localhost:3000@evil.example/a', []],
    ['javascript:alert(1)', []],
    ['inga länkar', []],
  ])('in %j leads to %j', (text, links) => expect(linksIn(text)).toEqual(links));

  test.each(['', 'bara ord', `Se ${origin}/account. Tack.`, `${origin}/a`])('%j is not changed', (text) => {
    expect(
      mailParts(text, origin)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });
});
