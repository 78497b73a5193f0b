import { Plural, Trans } from '@lingui/react/macro';
import type { VersionChange, VersionMove } from '#shared/contracts/version-change.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

function ToNewest({ move }: { move: VersionMove }) {
  const { hrefs, answers } = useAnswering();
  const language = useLanguage();
  const day = formatDate(new Date(move.to.publishedAt), language);
  const isBegun = Object.keys(answers).length > 0;
  const gone = [...move.anew, ...move.removed].filter(({ isAnswered }) => isAnswered).length;
  return (
    <Notice title={<Trans>There is a newer version of the questions, of {day}</Trans>}>
      <p>
        <Trans>You may finish on the one you began with, or go over to the newer one.</Trans>{' '}
        {isBegun ? (
          <Plural
            value={gone}
            _0="All your answers come along."
            one="One of your answers does not come along."
            other="# of your answers do not come along."
          />
        ) : (
          <Trans>You have not answered anything yet, so nothing is lost.</Trans>
        )}{' '}
        <Trans>Once a colleague has begun to answer, the version stays as it is.</Trans>
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
        <Trans>You have gone over to another version of the questions. Until you submit you may go back.</Trans>{' '}
        <Trans>Once a colleague has begun to answer, the version stays as it is.</Trans>
      </p>
      <ButtonLink to={hrefs.version} variant="secondary">
        <Trans>See what changes</Trans>
      </ButtonLink>
    </Notice>
  );
}

/** The newer version is out of reach since colleagues have begun, which whoever saw it on offer would otherwise miss. */
function Stays({ newer }: { newer: NonNullable<VersionChange['newer']> }) {
  const language = useLanguage();
  const day = formatDate(new Date(newer.publishedAt), language);
  return (
    <Notice title={<Trans>There is a newer version of the questions, of {day}</Trans>}>
      <p>
        <Trans>
          Colleagues have begun to answer, so all of you finish on the version you have. Nobody should lose what they
          have answered.
        </Trans>
      </p>
    </Notice>
  );
}

/** Where colleagues are invited: that their answering ties the version, while there is another to go over to. */
export function VersionStaysSoon() {
  const moves = useAnswering().versions?.moves ?? [];
  if (moves.length === 0) return null;
  return (
    <p>
      <Trans>
        The questions are there in another version too. Once a colleague has begun to answer, the version stays as it
        is: choose which one you want before you invite anybody.
      </Trans>
    </p>
  );
}

/** On the overview: that the questions can be answered on another version, or why not. */
export function VersionNotice() {
  const { versions } = useAnswering();
  const moves = versions?.moves ?? [];
  if (versions?.fixedBy === 'colleagues' && versions.newer !== null) return <Stays newer={versions.newer} />;
  const newest = moves.find(({ direction }) => direction === 'newest');
  if (newest !== undefined) return <ToNewest move={newest} />;
  return moves.length === 0 ? null : <Back />;
}
