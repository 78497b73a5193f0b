import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';
import { fetchRespondents } from './api.ts';

/** How many answer beside the one who leads. */
export type Others = { readonly answering: number; readonly unfinished: number; readonly haveAnswered: boolean };

const alone: Others = { answering: 0, unfinished: 0, haveAnswered: false };

/** Asked anew on each visit to the page. Without a network nothing is told of them, and nothing can be submitted either. */
export function useOthers(responseId: string | null): Others {
  const [others, setOthers] = useState(alone);
  useEffect(() => {
    if (responseId === null) return;
    let isWanted = true;
    fetchRespondents(responseId).then(
      ({ respondents }) => {
        const standing = respondents.filter(({ state }) => state !== 'taken-back' && state !== 'expired');
        if (!isWanted) return;
        setOthers({
          answering: standing.length,
          unfinished: standing.filter(({ state }) => state !== 'done').length,
          haveAnswered: standing.some(({ answered }) => answered > 0),
        });
      },
      () => isWanted && setOthers(alone),
    );
    return () => {
      isWanted = false;
    };
  }, [responseId]);
  return others;
}

/** Before the firm submits: what then becomes of those who are not done. */
export function OthersAnswering({ others }: { others: Others }) {
  const { hrefs } = useAnswering();
  const { answering, unfinished } = others;
  if (answering === 0) return null;
  return (
    <Notice tone={unfinished > 0 ? 'warning' : 'success'}>
      <p>
        {unfinished > 0 ? (
          <Plural
            value={unfinished}
            one={`# person is not done, of ${answering} that you asked. What has been answered so far is put together by the same rules, and after you submit nobody can answer more.`}
            other={`# are not done, of ${answering} that you asked. What has been answered so far is put together by the same rules, and after you submit nobody can answer more.`}
          />
        ) : (
          <Trans>Everybody you asked is done. Their answers are put together with yours when you submit.</Trans>
        )}
      </p>
      <p>
        <Link to={hrefs.respondents}>
          <Trans>See how far each one is</Trans>
        </Link>
      </p>
    </Notice>
  );
}
