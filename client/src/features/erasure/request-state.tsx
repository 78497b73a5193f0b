import { Trans, useLingui } from '@lingui/react/macro';
import type { ErasureRequestDocument } from '#shared/contracts/erasure.ts';
import { formatDate } from '../../lib/format.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';

type State = 'received' | 'withdrawn' | 'granted' | 'refused' | 'carried-out';

const toneOf: Record<State, TagTone> = {
  received: 'info',
  withdrawn: 'neutral',
  granted: 'accent',
  refused: 'neutral',
  'carried-out': 'success',
};

function stateOf({ status, decision }: Pick<ErasureRequestDocument, 'status' | 'decision'>): State {
  if (status !== 'decided') return status;
  return decision?.decision === 'refused' ? 'refused' : 'granted';
}

/** How far the request has come, in a word. */
export function RequestTag({ request }: { request: Pick<ErasureRequestDocument, 'status' | 'decision'> }) {
  const { t } = useLingui();
  const words: Record<State, string> = {
    received: t`Waits for a decision`,
    withdrawn: t`Withdrawn`,
    granted: t`To be carried out`,
    refused: t`Refused`,
    'carried-out': t`Carried out`,
  };
  const state = stateOf(request);
  return <Tag tone={toneOf[state]}>{words[state]}</Tag>;
}

/** What happens next, or what did, in a sentence. */
export function RequestSentence({ request }: { request: ErasureRequestDocument }) {
  const language = useLanguage();
  const day = (at: string | null) => (at === null ? '' : formatDate(new Date(at), language));
  const due = day(request.dueAt);
  const decided = day(request.decision?.decidedAt ?? null);
  const done = day(request.carriedOutAt);
  switch (stateOf(request)) {
    case 'received':
      return <Trans>You get the decision by {due} at the latest, by e-mail and here.</Trans>;
    case 'withdrawn':
      return <Trans>Nothing was erased.</Trans>;
    case 'granted':
      return (
        <Trans>
          Decided on {decided}. It is carried out once the decision has been sent to you. You then get a mail that says
          what was erased and what is kept.
        </Trans>
      );
    case 'refused':
      return <Trans>Decided on {decided}. Nothing was erased.</Trans>;
    case 'carried-out':
      return <Trans>Carried out on {done}.</Trans>;
  }
}
