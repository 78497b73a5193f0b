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
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Section } from '../../ui/page/section.tsx';
import { type Column, Table } from '../../ui/table/table.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { fetchInvitees, firstInvitees, type InviteeFilter, type Place, sendInviteeRemoval } from './api.ts';
import styles from './campaigns.module.css';
import { useCampaignWords } from './use-campaign-words.ts';

const pageLength = 100;
/** A region is not told which firms have begun or finished. */
const regionStates = inviteeStates.filter((state) => state !== 'begun' && state !== 'finished');
const tones: Readonly<Record<InviteeState, TagTone>> = {
  waiting: 'neutral',
  invited: 'info',
  undelivered: 'warning',
  begun: 'accent',
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
  onRemoved: (firmName: string) => Promise<void>;
};

/** Each firm with how far it has come. What it answers is nowhere here. */
export function CampaignFirms({ place, organiser, loaded, progress, onRemoved }: CampaignFirmsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useCampaignWords();
  const { isBusy, fault, run } = useAction(words.problem);
  const [filter, setFilter] = useState<InviteeFilter>(firstInvitees);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<InviteesDocument | null>(null);
  const { firms, count } = found ?? loaded;
  const show = (next: InviteeFilter) =>
    run(async () => {
      setFound(await fetchInvitees(place, next));
      setFilter(next);
    });
  const seen = useRef(progress);
  const follow = useEffectEvent((now: string) => {
    if (now === seen.current) return;
    seen.current = now;
    // What cannot be read now comes with the next change.
    fetchInvitees(place, filter).then(setFound, () => undefined);
  });
  useEffect(() => follow(progress), [progress]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    show({ ...filter, search: typed.trim(), page: 0 });
  };
  const remove = ({ inviteeId, firmName }: InviteeDocument) =>
    run(async () => {
      await sendInviteeRemoval(place, inviteeId);
      setFound(await fetchInvitees(place, filter));
      await onRemoved(firmName);
    });
  const on = (moment: string | null): string => (moment === null ? '–' : formatDate(new Date(moment), language));
  const day = (given: string | null): string => (given === null ? '–' : formatDay(given, language));
  const isOfRegion = organiser === 'region';
  // Who has finished is not reminded.
  const progressColumns: Column<InviteeDocument>[] = [
    { key: 'reminded', header: t`Reminded`, isRoomy: true, cell: ({ remindedAt }) => on(remindedAt) },
    { key: 'finished', header: t`Finished`, isRoomy: true, cell: ({ finishedOn }) => day(finishedOn) },
  ];
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
              label: words.invitee(state),
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
        <EmptyState title={<Trans>There is no firm here</Trans>} />
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
              cell: ({ state }) => <Tag tone={tones[state]}>{words.invitee(state)}</Tag>,
            },
            { key: 'invited', header: t`Invited`, isRoomy: true, cell: ({ invitedAt }) => on(invitedAt) },
            ...(isOfRegion ? [] : progressColumns),
            {
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
            },
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
    </Section>
  );
}
