import { Trans, useLingui } from '@lingui/react/macro';
import type { Language } from '#shared/domain/language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonLink } from '../../ui/button/button-link.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useEditing } from './draft-context.tsx';
import { TwoTextsTable } from './two-texts-table.tsx';
import { useConflictRows } from './use-conflict-rows.ts';
import type { PlaceConflict } from './use-place.ts';

export type ConflictNoticeProps = {
  conflict: PlaceConflict;
  caption: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onOtherCode: () => void;
};

function Words({ text, language }: { text: string; language: Language | undefined }) {
  return text === '' ? <Trans>(nothing)</Trans> : <span lang={language}>{text}</span>;
}

function BothTexts({ conflict, caption }: Pick<ConflictNoticeProps, 'conflict' | 'caption'>) {
  const { t } = useLingui();
  const rows = useConflictRows(conflict).map(({ key, place, mine, theirs, language }) => ({
    key,
    place,
    first: <Words text={mine} language={language} />,
    second: <Words text={theirs} language={language} />,
  }));
  return (
    <TwoTextsTable caption={caption} words={{ place: t`Where`, first: t`Yours`, second: t`Theirs` }} rows={rows} />
  );
}

/** Two new questions under one code: neither can stand in the other's place. */
function CodeTaken(props: ConflictNoticeProps & { section: string; code: string }) {
  const { section, code, onOtherCode } = props;
  const { hrefs } = useEditing();
  return (
    <>
      <p>
        <Trans>
          The code {code} is theirs now. Give your question another code, and everything you wrote stays; or open theirs
          and work on that.
        </Trans>
      </p>
      <BothTexts {...props} />
      <ButtonRow>
        <Button onClick={onOtherCode}>
          <Trans>Choose another code</Trans>
        </Button>
        <ButtonLink variant="secondary" to={hrefs.item(section, code)}>
          <Trans>Open their question</Trans>
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

function SamePlace({ onKeepMine, onTakeTheirs, ...props }: ConflictNoticeProps) {
  return (
    <>
      <BothTexts {...props} />
      <ButtonRow>
        <Button onClick={onKeepMine}>
          <Trans>Save mine over theirs</Trans>
        </Button>
        <Button variant="secondary" onClick={onTakeTheirs}>
          <Trans>Take theirs</Trans>
        </Button>
      </ButtonRow>
    </>
  );
}

/** Both texts beside each other, where somebody else was at the same place. Nothing is overwritten unseen. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { mine, changedBy, current } = props.conflict;
  if (mine.kind === 'new-item') {
    const { code } = mine.item;
    return (
      <Notice tone="warning" role="alert" title={<Trans>{changedBy} has added a question with the same code</Trans>}>
        <CodeTaken {...props} section={mine.section} code={code} />
      </Notice>
    );
  }
  return (
    <Notice tone="warning" role="alert" title={<Trans>{changedBy} has changed the same place meanwhile</Trans>}>
      {current === null ? (
        <p>
          <Trans>It has been taken away. What you wrote is still in the fields.</Trans>
        </p>
      ) : (
        <SamePlace {...props} />
      )}
    </Notice>
  );
}
