import { useLingui } from '@lingui/react/macro';

/** What the fields of an area, a form, the scale and its stages are called. */
export function useHeadFieldWords() {
  const { t } = useLingui();
  return {
    name: t`Name`,
    about: t`What it is about`,
    meaning: t`What the level means`,
    next: t`The next step`,
    minutes: t`Minutes it takes`,
    sections: t`Areas it asks about`,
    form: (name: string) => t`The form “${name}”`,
    band: (name: string) => t`Band “${name}”`,
    part: (name: string) => t`Part “${name}”`,
    stageName: (stage: number) => t`Stage ${stage}, name`,
    stageMeaning: (stage: number) => t`Stage ${stage}, meaning`,
  };
}

/** What the texts of feedback are called, by the end of their keys. */
export function useFeedbackWords(): Readonly<Record<string, string>> {
  const { t } = useLingui();
  return {
    'usual.small': t`How it usually is, under 50 employees`,
    'usual.large': t`How it usually is, 50 or more`,
    usual: t`How it usually is, both sizes`,
    why: t`Why it matters`,
    'practice.small': t`In practice, under 50 employees`,
    'practice.large': t`In practice, 50 or more`,
    practice: t`In practice, both sizes`,
    'takes.small': t`What it takes, under 50 employees`,
    'takes.large': t`What it takes, 50 or more`,
    takes: t`What it takes, both sizes`,
    green: t`Green and circular`,
  };
}

/** The closing questions of an area, by the end of their codes. */
export function useClosingWords(): Readonly<Record<'importance' | 'wish' | 'comment', string>> {
  const { t } = useLingui();
  return { importance: t`Importance in two years`, wish: t`Wish for support`, comment: t`Free text` };
}
