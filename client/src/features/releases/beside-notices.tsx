import { Trans, useLingui } from '@lingui/react/macro';
import type { ReleaseRow } from '#shared/contracts/releases.ts';
import { couldBeSeen, findPartlySharing, findPerhapsNear } from '#shared/domain/effect/may-be-near.ts';
import { whatHelps } from '#shared/domain/effect/what-helps.ts';
import { listInWords } from '#shared/domain/wording/list-in-words.ts';
import { useLanguage, useLocalised } from '../../lib/use-language.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { EarlierList } from './earlier-list.tsx';
import { useReleaseWords } from './use-release-words.ts';
import { WhatHelps } from './what-helps.tsx';

type Wanted = Parameters<typeof whatHelps>[0];
type BesideProps = { releases: readonly ReleaseRow[]; wanted: Wanted };
type HrefOf = { hrefOf: (releaseId: string) => string };

/** So many are named in a sentence. */
const mostNamed = 3;

/** Almost the same answers as those of an earlier one. */
function PerhapsNear({ releases, wanted, hrefOf }: BesideProps & HrefOf) {
  const help = whatHelps(wanted, releases);
  const isOfFirms = help[0]?.kind === 'same-firms';
  return (
    <Notice tone="warning" role="status" title={<Trans>It may be too much like an earlier release</Trans>}>
      <p>
        {isOfFirms ? (
          <Trans>
            The period is the same, and other firms are counted. If few firms make the difference, what you build cannot
            be published.
          </Trans>
        ) : (
          <Trans>
            These count almost the same answers. If few firms make the difference, what you build cannot be published.
          </Trans>
        )}
      </p>
      <EarlierList releases={releases} hrefOf={({ releaseId }) => hrefOf(releaseId)} />
      <WhatHelps help={help} />
    </Notice>
  );
}

/** Some of the same answers as those of earlier ones. */
function PartlySharing({ releases, wanted }: BesideProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const localise = useLocalised();
  const words = useReleaseWords();
  const left = releases.length - mostNamed;
  const named = listInWords(
    [
      ...releases.slice(0, mostNamed).map(({ name, periods }) => `${localise(name)} (${words.periods(periods)})`),
      ...(left > 0 ? [t`${left} more`] : []),
    ],
    language,
  );
  return (
    <Notice tone="info" role="status" title={<Trans>Some of the same answers are counted in earlier figures</Trans>}>
      <p>
        <Trans>
          They are in {named}. If few firms make the difference in some group, what you build cannot be published. That
          shows only when it is built.
        </Trans>
      </p>
      <WhatHelps help={whatHelps(wanted, releases)} />
    </Notice>
  );
}

/** Known before anything is counted: which earlier releases may keep it from being published, and what helps. */
export function BesideNotices({ releases, wanted, hrefOf }: BesideProps & HrefOf) {
  const seen = releases.filter(couldBeSeen);
  const near = findPerhapsNear(seen, wanted);
  const sharing = findPartlySharing(seen, wanted);
  return (
    <>
      {near.length > 0 && <PerhapsNear releases={near} wanted={wanted} hrefOf={hrefOf} />}
      {sharing.length > 0 && <PartlySharing releases={sharing} wanted={wanted} />}
    </>
  );
}
