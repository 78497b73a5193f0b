import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReleaseInProgress } from '#shared/contracts/releases.ts';
import type { ReleaseBlock } from '#shared/domain/benchmark/release.ts';
import { type Help, whatHelps } from '#shared/domain/effect/what-helps.ts';
import { ProblemError } from '../../lib/http/errors.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLocalised } from '../../lib/use-language.ts';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { AlikeNotice } from './alike-notice.tsx';
import { dropRelease, type ReleasePlace, sendPublication } from './api.ts';
import { isNamed } from './near-named.ts';
import { WhatHelps } from './what-helps.tsx';
import { isWithheld } from './withheld.ts';

type PublishPartProps = {
  place: ReleasePlace;
  /** Where the same choices can be changed and built. */
  againHref: string;
  release: ReleaseInProgress;
  onPublished: (number: number) => Promise<void>;
  /** As it stands then: somebody else may have published it. */
  onDropped: (status: ReleaseInProgress['status']) => Promise<void>;
  /** It stands differently by now than what was looked at. */
  onRefused: () => Promise<void>;
};

/** By what is named as too near; where nothing is that may be told of, by all that counts some of the same answers. */
function helpOf({ report, sharing, spec, ...counted }: ReleaseInProgress): Help[] {
  const near = sharing.filter((each) => isNamed(report?.nearReleases ?? [], each));
  const divisions = 'kind' in spec ? 0 : spec.breakdowns.filter((codes) => codes.length > 0).length;
  return whatHelps({ ...counted, divisions }, near.length > 0 ? near : sharing);
}

function Blocks({ release }: { release: ReleaseInProgress }) {
  const { t } = useLingui();
  const { blocks } = release;
  const words: Record<ReleaseBlock, string> = {
    'not-built': t`It is not built.`,
    outdated: t`Another release was built at the same time, and the two have not been compared. Build this one anew.`,
    withdrawn: t`A firm that is counted in it has withdrawn that it may be, or its answers are erased. Build it anew.`,
    'audit-found': t`Something that is hidden could be worked out.`,
    'too-near': t`It is too much like something earlier, as told below.`,
    'nothing-shown': t`Everything is hidden: there are too few answers. Choose a longer period.`,
  };
  return (
    <Notice tone="warning" title={<Trans>It cannot be published</Trans>}>
      <ul>
        {blocks.map((block) => (
          <li key={block}>
            {words[block]}
            {block === 'too-near' && <WhatHelps help={helpOf(release)} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type DialogProps = Omit<PublishPartProps, 'againHref'>;

function PublishDialog({ place, release, onPublished, onRefused }: Omit<DialogProps, 'onDropped'>) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useProblemWords());
  const localise = useLocalised();
  const { sha256, name } = release;
  if (sha256 === null) return null;
  const publish = async () => {
    try {
      return await sendPublication(place, sha256);
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'release-blocked') await onRefused();
      throw error;
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Trans>Publish</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        isDangerous={false}
        title={<Trans>Publish {localise(name)}?</Trans>}
        confirm={<Trans>Publish for good</Trans>}
        action={action}
        onConfirm={publish}
        onClose={() => setOpen(false)}
        onDone={onPublished}
      >
        <AlikeNotice number={release.alike} />
        <p>
          <Trans>
            It is for good: what is published can neither be changed nor withdrawn, and everybody can read it. All later
            releases are compared with it.
          </Trans>
        </p>
        <p>
          <Trans>What you have looked at is published, and nothing else.</Trans>
        </p>
      </ActionDialog>
    </>
  );
}

function DropDialog({ place, release, onDropped }: Omit<DialogProps, 'onPublished' | 'onRefused'>) {
  const [isOpen, setOpen] = useState(false);
  const action = useAction(useProblemWords());
  const localise = useLocalised();
  const isHidden = isWithheld(release.blocks);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        <Trans>Drop what was built</Trans>
      </Button>
      <ActionDialog
        isOpen={isOpen}
        title={<Trans>Drop {localise(release.name)}?</Trans>}
        confirm={<Trans>Drop the release</Trans>}
        action={action}
        onConfirm={() => dropRelease(place, 'built')}
        onClose={() => setOpen(false)}
        onDone={onDropped}
      >
        <p>
          {isHidden ? (
            <Trans>Nothing of it is kept. You can build the same again.</Trans>
          ) : (
            <Trans>
              Nobody can look at it any more. But you could look at it, so that later releases go on being compared with
              it. You can build the same again as long as the same answers are counted.
            </Trans>
          )}
        </p>
      </ActionDialog>
    </>
  );
}

/** Where one publishes, on the page that is read before. */
export const publishPartId = 'publish';

/** Publishes what was looked at, or says why it cannot be. */
export function PublishPart({ againHref, ...props }: PublishPartProps) {
  const { release } = props;
  const { isOwn, blocks } = release;
  const localise = useLocalised();
  const builder = localise(release.organisationName);
  return (
    <Section id={publishPartId} title={blocks.length > 0 ? <Trans>What now?</Trans> : <Trans>Publish or drop</Trans>}>
      {blocks.length > 0 && <Blocks release={release} />}
      {isOwn ? (
        <ButtonRow>
          {blocks.length === 0 ? (
            <PublishDialog {...props} />
          ) : (
            <ButtonLink to={againHref}>
              <Trans>Build with other choices</Trans>
            </ButtonLink>
          )}
          <DropDialog {...props} />
        </ButtonRow>
      ) : (
        <p>
          <Trans>{builder} has built it, and alone can publish it.</Trans>
        </p>
      )}
    </Section>
  );
}
