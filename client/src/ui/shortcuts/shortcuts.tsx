import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { setSingleKeys, useSingleKeys } from '../../lib/single-keys.ts';
import { useKeyPresses } from '../../lib/use-key-presses.ts';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { CheckboxField } from '../field/checkbox-field.tsx';
import styles from './shortcuts.module.css';

export type Shortcut = {
  /** As the keyboard names them, letters small. */
  keys: readonly string[];
  /** What stands in the list in their place. */
  shownAs: string;
  label: string;
  /** Left out where the browser does it by itself. */
  act?: ((key: string) => void) | undefined;
  /** Held down it goes on. */
  mayRepeat?: boolean;
};

/** What single keys do on the page, the list of them under `?`, and the way to turn them off (WCAG 2.1.4). */
export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const { t } = useLingui();
  const isOn = useSingleKeys();
  const [isShown, setShown] = useState(false);
  useKeyPresses((pressed, isRepeated) => {
    const key = pressed.toLowerCase();
    if (key === '?') {
      setShown(true);
      return true;
    }
    const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
    if (shortcut?.act === undefined || (isRepeated && shortcut.mayRepeat !== true)) return false;
    shortcut.act(key);
    return true;
  });
  return (
    <div className={styles.shortcuts}>
      <Button variant="quiet" onClick={() => setShown(true)}>
        {isOn ? <Trans>Keyboard shortcuts (?)</Trans> : <Trans>Keyboard shortcuts, turned off</Trans>}
      </Button>
      <Dialog
        isOpen={isShown}
        title={<Trans>Keyboard shortcuts</Trans>}
        cancelLabel={<Trans>Close</Trans>}
        onClose={() => setShown(false)}
      >
        <dl className={styles.list}>
          {[...shortcuts, { shownAs: '?', label: t`Show this list` }].map(({ shownAs, label }) => (
            <div key={shownAs}>
              <dt>
                <kbd>{shownAs}</kbd>
              </dt>
              <dd>{label}</dd>
            </div>
          ))}
        </dl>
        <CheckboxField
          name="single-keys"
          label={t`Single keys work on pages that have them`}
          hint={t`Turn it off if you control the computer by voice, or press keys by mistake. It holds for this browser.`}
          checked={isOn}
          onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
        />
      </Dialog>
    </div>
  );
}
