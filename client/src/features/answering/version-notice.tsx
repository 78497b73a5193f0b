import { Plural, Trans } from '@lingui/react/macro';
import type { VersionMove } from '#shared/contracts/version-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

function ToNewest({ move }: { move: VersionMove }) {
  const { hrefs } = useAnswering();
  const language = useLanguage();
  const day = formatDate(new Date(move.to.publishedAt), language);
  const gone = [...move.anew, ...move.removed].filter(({ isAnswered }) => isAnswered).length;
  return (
    <Notice title={<Trans>There is a newer version of the questions, of {day}</Trans>}>
      <p>
        <Trans>
          You may finish on the one you began with, or go over to the newer one. Once a colleague has begun to answer,
          the version stays.
        </Trans>{' '}
        <Plural
          value={gone}
          _0="All your answers come along."
          one="# of your answers does not come along."
          other="# of your answers do not come along."
        />
      </p>
      <ButtonLink to={hrefs.version} variant="secondary">
        <Trans>See what changes</Trans>
      </ButtonLink>
    </Notice>
  );
}

function Back() {
  const { hrefs } = useAnswering();
  return (
    <Notice>
      <p>
        <Trans>You have gone over to another version of the questions. Until you submit you may go back.</Trans>
      </p>
      <ButtonLink to={hrefs.version} variant="secondary">
        <Trans>See what changes</Trans>
      </ButtonLink>
    </Notice>
  );
}

/** On the overview: that the questions can be answered on another version. */
export function VersionNotice() {
  const moves = useAnswering().versions?.moves ?? [];
  const newest = moves.find(({ direction }) => direction === 'newest');
  if (newest !== undefined) return <ToNewest move={newest} />;
  return moves.length === 0 ? null : <Back />;
}
