import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/access/roles.ts';
import { accountOf, membershipOf } from '../account/account-fixture.ts';
import { FakeAccountSite } from '../account/fake-account-site.ts';
import { openFrame } from './open-frame.tsx';

describe('the footer', () => {
  const holding = (role: Role) => new FakeAccountSite(accountOf({ memberships: [membershipOf(role)] }));
  const editorLink = () => within(screen.getByRole('contentinfo')).queryByRole('link', { name: 'För redaktörer' });

  test('leads an editor to the questionnaires', async () => {
    await openFrame(holding('editor'));

    expect(editorLink()?.getAttribute('href')).toBe('/editor');
  });

  test('speaks of no questionnaires to others', async () => {
    await openFrame(holding('owner'));

    expect(editorLink()).toBeNull();
  });

  test('speaks of no questionnaires where nobody is signed in', async () => {
    await openFrame(new FakeAccountSite(accountOf(), { isSignedIn: false }));

    expect(editorLink()).toBeNull();
  });
});
