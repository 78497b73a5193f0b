import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';

/** Opens the result of a simulated firm. */
export function ExampleButton({ openExample }: { openExample: () => Promise<string> }) {
  const navigate = useNavigate();
  const say = useProblemWords();
  const [isOpening, setOpening] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = () => {
    setOpening(true);
    openExample().then(
      (address) => navigate(address),
      (fault: unknown) => {
        setError(fault);
        setOpening(false);
      },
    );
  };
  return (
    <>
      <Button variant="secondary" isBusy={isOpening} onClick={open}>
        <Trans>See an example</Trans>
      </Button>
      {error !== null && (
        <Notice tone="danger" role="alert">
          <p>{say(error)}</p>
        </Notice>
      )}
    </>
  );
}
