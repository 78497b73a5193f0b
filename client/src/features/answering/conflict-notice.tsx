import { Trans, useLingui } from '@lingui/react/macro';
import type { Item } from '#shared/domain/instrument/item.ts';
import { useAnswerWords } from '../../lib/use-answer-words.ts';
import { useFocusAfter } from '../../lib/use-focus-after.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { Facts } from '../../ui/facts/facts.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useAnswering } from './answering-context.tsx';

/** The same question answered on two devices: both answers are shown, and the person chooses. */
export function ConflictNotice({ item }: { item: Item }) {
  const { t } = useLingui();
  const { outbox, session, texts } = useAnswering();
  const say = useAnswerWords();
  const focusAfter = useFocusAfter();
  const entry = outbox.record.entries.find((each) => each.itemCode === item.code && each.state === 'conflict');
  if (entry?.current == null) return null;
  const settle = (choice: 'own' | 'theirs') => () => {
    void session.outbox.settle(item.code, choice);
    // The notice goes with the button that was pressed; the question is what it was about.
    const named = `[name="${item.code}"]`;
    focusAfter(
      () => document.querySelector<HTMLElement>(`${named}:checked`) ?? document.querySelector<HTMLElement>(named),
    );
  };
  const describe = ({ value, comment }: typeof entry.answer) =>
    comment === '' ? say(item, value, texts) : `${say(item, value, texts)} – ${comment}`;
  return (
    <Notice tone="warning" role="alert" title={<Trans>This question has been answered elsewhere meanwhile</Trans>}>
      <Facts
        facts={[
          { term: t`Your answer here`, detail: describe(entry.answer) },
          { term: t`The answer that is saved`, detail: describe(entry.current.answer) },
        ]}
      />
      <ButtonRow>
        <Button variant="secondary" onClick={settle('own')}>
          <Trans>Save the answer given here</Trans>
        </Button>
        <Button variant="secondary" onClick={settle('theirs')}>
          <Trans>Keep the saved answer</Trans>
        </Button>
      </ButtonRow>
    </Notice>
  );
}
