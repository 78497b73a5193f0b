import { emptyProfileForm, type ProfileForm } from './profile-form.ts';

const key = 'mattstock.start';

/** What was typed and not yet sent; lasts as long as the tab, a reload included. */
export function readDraft(): ProfileForm {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const known = Object.keys(emptyProfileForm);
    const entries = Object.entries(stored ?? {}).filter(
      ([name, value]) => known.includes(name) && typeof value === 'string',
    );
    return { ...emptyProfileForm, ...Object.fromEntries(entries) };
  } catch {
    return emptyProfileForm;
  }
}

export function writeDraft(form: ProfileForm): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(form));
  } catch {
    // A browser without storage forgets the form on reload.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
