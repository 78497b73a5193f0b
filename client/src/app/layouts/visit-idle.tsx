import { Plural, Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { stayInVisit } from '../../features/kiosk/visit.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { paths } from '../paths.ts';

/** Asks whether the firm has left the device, before its visit ends. `secondsLeft` is undefined until they are counted. */
export function VisitIdle({ secondsLeft }: { secondsLeft: number | undefined }) {
  const navigate = useNavigate();
  useEffect(() => {
    // The end must open without a network, too.
    import('../routes/end-visit-route.tsx').catch(() => undefined);
  }, []);
  const takeAlong = () => {
    stayInVisit();
    void navigate(paths.endVisit());
  };
  return (
    <Dialog
      isOpen={secondsLeft !== undefined && secondsLeft > 0}
      onClose={stayInVisit}
      title={<Trans>Are you still here?</Trans>}
      actions={
        <Button onClick={takeAlong}>
          <Trans>Take your answers along</Trans>
        </Button>
      }
      cancelLabel={<Trans>We are still here</Trans>}
    >
      <p role="timer">
        <Plural
          value={secondsLeft ?? 0}
          one="The device is cleared in # second. What you have answered is sent first."
          other="The device is cleared in # seconds. What you have answered is sent first."
        />
      </p>
      <p>
        <Trans>If you have not taken your answers along by then, nobody can open them again.</Trans>
      </p>
    </Dialog>
  );
}
