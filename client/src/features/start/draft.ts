import { forgetStored, readStored, writeStored } from '../../lib/browser-storage.ts';
import { emptyProfileForm, type ProfileForm } from './profile-form.ts';

const name = 'start';

/** What was typed and not yet sent; lasts as long as the tab, a reload included. */
export function readDraft(): ProfileForm {
  try {
    const stored: unknown = JSON.parse(readStored('session', name) ?? '{}');
    const known = Object.keys(emptyProfileForm);
    const entries = Object.entries(stored ?? {}).filter(
      ([field, value]) => known.includes(field) && typeof value === 'string',
    );
    return { ...emptyProfileForm, ...Object.fromEntries(entries) };
  } catch {
    return emptyProfileForm;
  }
}

export const writeDraft = (form: ProfileForm): void => writeStored('session', name, JSON.stringify(form));

export const forgetDraft = (): void => forgetStored('session', name);
