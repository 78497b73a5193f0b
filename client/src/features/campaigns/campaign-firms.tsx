import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  type InviteeDocument,
  type InviteeState,
  type InviteesDocument,
  inviteeStates,
} from '#shared/contracts/campaigns.ts';
import type { OrganiserKind } from '#shared/domain/campaign/region-view.ts';
import { formatDate, formatDay } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ButtonRow } from '../../ui/button/button-row.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import {
  fetchInvitees,
  firstInvitees,
  type InviteeFilter,
  type Place,
  sendInviteeRemoval,
  sendResending,
} from './api.ts';
import styles from './campaigns.module.css';
import { useCampaignWords } from './use-campaign-words.ts';

const pageLength = 100;
/** A region is not told which firms have begun or finished. */
const regionStates = inviteeStates.filter((state) => state !== 'begun' && state !== 'finished');
const tones: Readonly<Record<InviteeState, TagTone>> = {
  waiting: 'neutral',
  invited: 'neutral',
  undelivered: 'warning',
  begun: 'info',
  finished: 'success',
  bounced: 'warning',
  'opted-out': 'warning',
};

type CampaignFirmsProps = {
  place: Place;
  organiser: OrganiserKind;
  loaded: InviteesDocument;
  /** Changes with how far the firms have come: then they are read anew. */
  progress: string;
  /** The campaign takes nothing more, and writes to nobody. */
  isOver: boolean;
  /** Firms are written to just now: what did not get through can be sent again. */
  isOpen: boolean;
  onRemoved: (firmName: string) => Promise<void>;
  onResent: (asked: number) => Promise<void>;
};

/** None that is looked for, or none at all. */
function NoFirms({ filter, isOver }: { filter: InviteeFilter; isOver: boolean }) {
  if (filter.state !== '' || filter.search !== '') return <EmptyState title={<Trans>No firm is like that</Trans>} />;
  return (
    <EmptyState title={<Trans>There is no firm in the campaign yet</Trans>}>
      {!isOver && (
        <p>
          <Trans>Add firms above, and they are listed here with what becomes of each.</Trans>
        </p>
      )}
    </EmptyState>
  );
}

/** Each firm with how far it has come. What it answers is nowhere here. */
export function CampaignFirms(props: CampaignFirmsProps) {
  const { place, organiser, loaded, progress, isOver, isOpen, onRemoved, onResent } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [filter, setFilter] = useState<InviteeFilter>(firstInvitees);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<InviteesDocument | null>(null);
  const { firms, count } = found ?? loaded;
  const [asked, setAsked] = useState<InviteeDocument | null>(null);
  const removing = useAction(words.problem);
  // Of several readings under way only the one that was begun last is shown.
  const readings = useRef(0);
  const readNow = async (of: InviteeFilter) => {
    readings.current += 1;
    const reading = readings.current;
    const read = await fetchInvitees(place, of);
    if (reading !== readings.current) return;
    setFound(read);
    setFilter(of);
  };
  const show = (next: InviteeFilter) => run(() => readNow(next));
  const seen = useRef(progress);
  const follow = useEffectEvent((now: string) => {
    if (now === seen.current) return;
    seen.current = now;
    // What cannot be read now comes with the next change.
    readNow(filter).catch(() => undefined);
  });
  useEffect(() => follow(progress), [progress]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    show({ ...filter, search: typed.trim(), page: 0 });
  };
  const takenOut = async (firmName: string) => {
    await readNow(filter);
    await onRemoved(firmName);
  };
  const remove = (firm: InviteeDocument) => {
    // Whom nobody has written to is out at once.
    if (firm.invitedAt !== null) setAsked(firm);
    else run(() => sendInviteeRemoval(place, firm.inviteeId).then(() => takenOut(firm.firmName)));
  };
  const resend = ({ inviteeId }: InviteeDocument) =>
    run(async () => {
      const { asked: count } = await sendResending(place, inviteeId);
      await readNow(filter);
      await onResent(count);
    });
  const on = (moment: string | null): string => (moment === null ? '–' : formatDate(new Date(moment), language));
  const day = (given: string | null): string => (given === null ? '–' : formatDay(given, language));
  const isOfRegion = organiser === 'region';
  // Who has finished is not reminded.
  const progressColumns: Column<InviteeDocument>[] = [
    { key: 'reminded', header: t`Reminded`, isRoomy: true, cell: ({ remindedAt }) => on(remindedAt) },
    { key: 'finished', header: t`Finished`, isRoomy: true, cell: ({ finishedOn }) => day(finishedOn) },
  ];
  const takingOut: Column<InviteeDocument> = {
    key: 'remove',
    header: t`Take out`,
    cell: (firm) =>
      firm.mayBeTakenOut && (
        <Button
          variant="quiet"
          isUnavailable={isBusy}
          aria-label={t`Take out ${firm.firmName}`}
          onClick={() => remove(firm)}
        >
          <Trans>Take out</Trans>
        </Button>
      ),
  };
  const hasMore = count > (filter.page + 1) * pageLength;
  return (
    <Section title={<Trans>Firms</Trans>}>
      <form onSubmit={search} className={styles.pair}>
        <SelectField
          name="firm-state"
          label={t`Show`}
          value={filter.state}
          options={[
            { value: '', label: t`All` },
            ...(isOfRegion ? regionStates : inviteeStates).map((state) => ({
              value: state,
              label: words.invitee(state, isOver),
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            show({ ...filter, state: inviteeStates.find((state) => state === value) ?? '', page: 0 })
          }
        />
        <TextField
          name="firm-search"
          type="search"
          label={t`Search by firm or address`}
          autoComplete="off"
          maxLength={120}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <p>
          <Button type="submit" variant="secondary" isBusy={isBusy}>
            <Trans>Search</Trans>
          </Button>
        </p>
      </form>
      <FaultNotice fault={fault} />
      <p role="status">
        <Plural value={count} one="# firm" other="# firms" />
      </p>
      {firms.length === 0 ? (
        <NoFirms filter={filter} isOver={isOver} />
      ) : (
        <Table
          caption={
            isOfRegion ? t`Firms by name, with what became of the mail` : t`Firms by name, with how far each has come`
          }
          rows={firms}
          rowKey={({ inviteeId }) => inviteeId}
          columns={[
            {
              key: 'firm',
              header: t`Firm`,
              isRowHeader: true,
              isRoomy: true,
              cell: ({ firmName, email }) => (
                <>
                  {firmName}
                  {email !== null && (
                    <>
                      <br />
                      <span className={styles.muted}>{email}</span>
                    </>
                  )}
                </>
              ),
            },
            {
              key: 'state',
              header: t`State`,
              isRoomy: true,
              cell: (firm) => (
                <div className={styles.state}>
                  <Tag tone={tones[firm.state]}>{words.invitee(firm.state, isOver)}</Tag>
                  {isOpen && firm.state === 'undelivered' && (
                    <Button
                      variant="quiet"
                      isUnavailable={isBusy}
                      aria-label={t`Send again to ${firm.firmName}`}
                      onClick={() => resend(firm)}
                    >
                      <Trans>Send again</Trans>
                    </Button>
                  )}
                </div>
              ),
            },
            { key: 'invited', header: t`Invited`, isRoomy: true, cell: ({ invitedAt }) => on(invitedAt) },
            ...(isOfRegion ? [] : progressColumns),
            ...(firms.some(({ mayBeTakenOut }) => mayBeTakenOut) ? [takingOut] : []),
          ]}
        />
      )}
      {(hasMore || filter.page > 0) && (
        <ButtonRow>
          {filter.page > 0 && (
            <Button variant="secondary" isBusy={isBusy} onClick={() => show({ ...filter, page: filter.page - 1 })}>
              <Trans>The hundred before</Trans>
            </Button>
          )}
          {hasMore && (
            <Button variant="secondary" isBusy={isBusy} onClick={() => show({ ...filter, page: filter.page + 1 })}>
              <Trans>Next hundred</Trans>
            </Button>
          )}
        </ButtonRow>
      )}
      <ActionDialog
        isOpen={asked !== null}
        title={<Trans>Take {asked?.firmName ?? ''} out of the campaign?</Trans>}
        confirm={<Trans>Take out</Trans>}
        action={removing}
        onConfirm={async () => {
          await sendInviteeRemoval(place, asked?.inviteeId ?? '');
          return asked?.firmName ?? '';
        }}
        onClose={() => setAsked(null)}
        onDone={takenOut}
      >
        <p>
          <Trans>
            It has been invited. The link in its mail opens nothing after that, and the campaign cannot invite the same
            address again.
          </Trans>
        </p>
      </ActionDialog>
    </Section>
  );
}
