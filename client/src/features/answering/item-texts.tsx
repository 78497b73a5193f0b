import { Trans } from '@lingui/react/macro';
import type { PathProfile } from '#shared/domain/firm/firm-profile.ts';
import type { Texts } from '#shared/domain/instrument/definition.ts';
import type { Item } from '#shared/domain/instrument/item.ts';
import { itemTextKeys, sizeNoteKey } from '#shared/domain/instrument/text-keys.ts';
import styles from './answering.module.css';

type ItemTextsProps = { item: Item; profile: PathProfile; texts: Texts };

/** What stands between the question and its answers: help, what holds for a firm of this size, what one could see. */
export function ItemTexts({ item, profile, texts }: ItemTextsProps) {
  const help = texts[itemTextKeys.help(item)];
  const noteKey = sizeNoteKey(item, profile.sizeClass);
  const note = noteKey === undefined ? undefined : texts[noteKey];
  const trace = texts[itemTextKeys.trace(item)];
  if (!help && !note && !trace && item.kind !== 'ladder') return null;
  return (
    <div className={styles.texts}>
      {help && <p>{help}</p>}
      {note && (
        <p>
          <strong>
            <Trans>In a firm of your size:</Trans>
          </strong>{' '}
          {note}
        </p>
      )}
      {trace && (
        <p>
          <strong>
            <Trans>A visitor could look at:</Trans>
          </strong>{' '}
          {trace}
        </p>
      )}
      {item.kind === 'ladder' && (
        <p>
          <Trans>Read from the top and stop at the last line you have reached.</Trans>
        </p>
      )}
    </div>
  );
}
