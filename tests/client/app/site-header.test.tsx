import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { accountOf } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openFrame } from './open-frame.tsx';

const figures = () => within(screen.getByRole('banner')).getByRole('link', { name: 'Siffror' });

describe('the header', () => {
  test.each([
    ['nobody is signed in', false],
    ['somebody is', true],
  ])('leads to the published figures where %s', async (_who, isSignedIn) => {
    await openFrame(new FakeAccountSite(accountOf(), { isSignedIn }));

    expect(figures().getAttribute('href')).toBe('/releases');
    expect(figures().getAttribute('aria-current')).toBeNull();
  });

  test('says that one is among them, on each of their pages', async () => {
    const { router } = await openFrame(new FakeAccountSite());

    for (const address of ['/releases', '/releases/3']) {
      await router.navigate(address);
      await waitFor(() => expect(figures().getAttribute('aria-current')).toBe('true'));
    }
  });
});
