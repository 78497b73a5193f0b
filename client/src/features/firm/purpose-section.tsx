import { useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import type { FirmAccess, FirmConsent } from '#shared/contracts/firms.ts';
import type { ConsentWording } from '#shared/contracts/referrals.ts';
import { replacesWording, type StandingPurpose } from '#shared/domain/access/consent.ts';
import { isCountedByCoordination } from '#shared/domain/access/statistics-receivers.ts';
import { scoresInStatistics } from '#shared/domain/review/stand-beside.ts';
import { Details } from '../../ui/details/details.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { ConsentRow, WithdrawButton } from './consent-row.tsx';
import { EarlierWording } from './earlier-wording.tsx';
import styles from './firm.module.css';
import { GiveConsentForm } from './give-consent-form.tsx';
import { NewerWording } from './newer-wording.tsx';
import { usePurposeWords } from './use-purpose-words.ts';
import { liveConsents } from './use-sight-words.ts';

export type PurposeSectionProps = {
  firmId: string;
  purpose: StandingPurpose;
  access: FirmAccess;
  wordings: readonly ConsentWording[];
  /** Only an owner gives and withdraws. */
  isOwner: boolean;
  /** What was just given or withdrawn for the purpose, in words. */
  done: string | null;
  doneRef: Ref<HTMLDivElement> | undefined;
  onWithdraw: (consent: FirmConsent) => void;
  onGiven: (access: FirmAccess, receiver: string) => void;
};

/** `wordingVersion`: what stands, or else what can be agreed to. */
function useHeads(wordingVersion: string): Record<StandingPurpose, { title: string; lead: string; open: string }> {
  const { t } = useLingui();
  const isWithCoordination = isCountedByCoordination(wordingVersion);
  const byRegions =
    scoresInStatistics === 'selfRated'
      ? t`The three regions follow the industry by figures in which no firm can be read. They are made of what you have answered yourselves, never of an adviser's review.`
      : t`The three regions follow the industry by figures in which no firm can be read. They are made of reviewed levels.`;
  const byCoordination = t`The coordination of Måttstock, which looks after the rules for suggestions, counts what is suggested and what you make of it, to make the suggestions better.`;
  return {
    result: {
      title: t`Results to a provider`,
      lead: t`A provider that reads your results can prepare a meeting and suggest support.`,
      open: t`Let a provider read your results`,
    },
    cohort: {
      title: t`Named in a group`,
      lead: t`Some support is given to a group of firms. The others in it are told that you are there only if you agree.`,
      open: t`Let a provider name you in a group`,
    },
    statistics: {
      title: isWithCoordination
        ? t`Counted in the regions' statistics, and by the coordination of Måttstock`
        : t`Counted in the regions' statistics`,
      lead: isWithCoordination ? `${byRegions} ${byCoordination}` : byRegions,
      open: t`Let yourselves be counted`,
    },
  };
}

function Give(props: PurposeSectionProps & { live: readonly FirmConsent[] }) {
  const { firmId, purpose, access, wordings, live, onGiven } = props;
  const wording = wordings.findLast((each) => each.purpose === purpose);
  const { open } = useHeads(wording?.version ?? '')[purpose];
  const isFull = purpose === 'statistics' && live.length > 0;
  if (wording === undefined || isFull) return null;
  const inNow = live.map(({ receiver }) => receiver.code);
  return (
    // Once somebody is let in, or is not any more, it folds up again.
    <Details key={live.length} summary={open}>
      <GiveConsentForm
        firmId={firmId}
        purpose={purpose}
        wording={wording}
        receivers={access.receivers.filter(({ code }) => !inNow.includes(code))}
        withoutUsers={access.withoutUsers}
        onGiven={onGiven}
      />
    </Details>
  );
}

/** Below what stands by an earlier wording: how the newer one is agreed to. */
function Renew({ firmId, purpose, wordings, live, onGiven }: PurposeSectionProps & { live: readonly FirmConsent[] }) {
  const wording = wordings.findLast((each) => each.purpose === purpose);
  const earlier = live.find(
    ({ wordingVersion }) => wording !== undefined && replacesWording(purpose, wordingVersion, wording.version),
  );
  if (wording === undefined) return null;
  if (purpose === 'result') return <EarlierWording live={live} wording={wording} />;
  if (earlier === undefined) return null;
  return (
    <NewerWording
      firmId={firmId}
      consent={{ purpose, code: earlier.receiver.code, wordingVersion: earlier.wordingVersion }}
      wording={wording}
      onGiven={onGiven}
    />
  );
}

/** One purpose: who is let in for it now, and the way to let somebody in. */
export function PurposeSection(props: PurposeSectionProps) {
  const { purpose, access, wordings, isOwner, done, doneRef, onWithdraw } = props;
  const words = usePurposeWords();
  const live = liveConsents(access, purpose);
  const [standing] = live;
  const newest = wordings.findLast((each) => each.purpose === purpose);
  const { title, lead } = useHeads(standing?.wordingVersion ?? newest?.version ?? '')[purpose];
  return (
    <Section title={title} lead={lead}>
      {done !== null && (
        <div ref={doneRef} tabIndex={-1} className={styles.status}>
          <Notice tone="success" role="status">
            <p>{done}</p>
          </Notice>
        </div>
      )}
      {live.length === 0 ? (
        <p>
          <strong>{words.none(purpose)}</strong>
        </p>
      ) : (
        <ul className={styles.list}>
          {live.map((consent) => (
            <ConsentRow
              key={consent.consentId}
              consent={consent}
              wordings={wordings}
              withoutUsers={access.withoutUsers}
              action={isOwner && <WithdrawButton consent={consent} onClick={() => onWithdraw(consent)} />}
            />
          ))}
        </ul>
      )}
      {isOwner && <Renew {...props} live={live} />}
      {isOwner && <Give {...props} live={live} />}
    </Section>
  );
}
