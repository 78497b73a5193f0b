import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { EditionPlan } from '#shared/domain/edition/edition-plan.ts';
import type { cancelReasons, EditionMove, EditionStatus } from '#shared/domain/edition/edition-states.ts';
import type { EditionTime } from '#shared/domain/edition/edition-time.ts';
import type { Language, LocalisedText } from '#shared/domain/language.ts';
import { formatDate, formatDay } from '../../lib/format.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';

type Named = { readonly name: string | null; readonly packageName: LocalisedText };

/** What editions, their states and moves are called, and how their days are written. */
export function useEditionWords() {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const statuses: Record<EditionStatus, string> = {
    planned: t`Planned`,
    open: t`Takes firms`,
    confirmed: t`Will be held`,
    completed: t`Completed`,
    cancelled: t`Cancelled`,
  };
  const times: Record<EditionTime, string> = { upcoming: t`To come`, running: t`Under way`, past: t`Past` };
  const moves: Record<EditionMove, string> = {
    open: t`Open for firms`,
    confirm: t`Confirm that it will be held`,
    complete: t`End the group`,
    cancel: t`Cancel the group`,
  };
  const deliveries: Record<EditionPlan['delivery'], string> = {
    'on-site': t`On site`,
    'in-turns': t`In turns at the firms`,
    online: t`Online`,
  };
  const reasons: Record<(typeof cancelReasons)[number], string> = {
    'too-few-firms': t`Too few firms`,
    'no-capacity': t`Nobody can hold it`,
    merged: t`The firms join another group`,
    other: t`Another reason`,
  };
  const languages: Record<Language, string> = { sv: t`Swedish`, en: t`English` };
  const day = (iso: string) => formatDay(iso, language);
  return {
    status: (status: EditionStatus) => statuses[status],
    time: (time: EditionTime) => times[time],
    move: (move: EditionMove) => moves[move],
    delivery: (delivery: EditionPlan['delivery']) => deliveries[delivery],
    cancelReason: (reason: (typeof cancelReasons)[number]) => reasons[reason],
    language: (code: Language) => languages[code],
    name: ({ name, packageName }: Named) => name ?? localise(packageName),
    day,
    /** The day on which something happened. */
    dayOf: (at: string) => formatDate(new Date(at), language),
    hours: (from: string, to: string) => (language === 'sv' ? `${from}–${to}`.replaceAll(':', '.') : `${from}–${to}`),
    placesLeft: (left: number) =>
      left === 0 ? t`Full` : t`${plural(left, { one: '# place left', other: '# places left' })}`,
  };
}
