import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useProblemWords } from '../../lib/use-problem-words.ts';
import { Button } from '../../ui/button/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import styles from './actions.module.css';
import type { RequestTarget } from './referral-action.ts';
import { useActionWords } from './use-action-words.ts';
import { useColleagues } from './use-colleagues.ts';
import type { ReferralDesk } from './use-referral-desk.ts';

const nobody = 'nobody';

type AssignFieldProps = {
  name: string;
  targets: readonly RequestTarget[];
  desk: ReferralDesk;
  ownPersonId: string | null;
};

/** Gives requests to a colleague, to oneself or to nobody. Nothing happens until the button is pressed. */
export function AssignField({ name, targets, desk, ownPersonId }: AssignFieldProps) {
  const { t } = useLingui();
  const words = useActionWords();
  const say = useProblemWords();
  const { value: colleagues, failure, retry } = useColleagues(targets);
  const [chosen, setChosen] = useState('');
  const nameOf = (person: { personId: string; name: string | null }) => {
    const own = words.person(person.name);
    return person.personId === ownPersonId ? t`${own} (myself)` : own;
  };
  if (failure !== null) {
    return (
      <div>
        <FaultNotice fault={say(failure)} />
        <Button variant="quiet" onClick={retry}>
          <Trans>Fetch the colleagues again</Trans>
        </Button>
      </div>
    );
  }
  const give = () => {
    const to = colleagues?.find(({ personId }) => personId === chosen) ?? null;
    desk.assign(to, targets);
    setChosen('');
  };
  return (
    <div className={styles.assign}>
      <SelectField
        name={name}
        label={t`Looked after by`}
        value={chosen}
        placeholder={t`Choose somebody`}
        options={[
          ...(colleagues ?? []).map((each) => ({ value: each.personId, label: nameOf(each) })),
          { value: nobody, label: t`Nobody` },
        ]}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button variant="secondary" isUnavailable={chosen === '' || colleagues === undefined} onClick={give}>
        {chosen === nobody ? <Trans>Leave to nobody</Trans> : <Trans>Give to the colleague</Trans>}
      </Button>
    </div>
  );
}
