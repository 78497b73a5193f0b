import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useRevalidator, useSearchParams } from 'react-router';
import type { ContactDocument, InvitationOutcome, OutreachPreviews } from '#shared/contracts/outreach.ts';
import { formatOrganisationNumber } from '#shared/domain/firm/organisation-number.ts';
import { type Language, languages } from '#shared/domain/language.ts';
import { formatDate } from '../../lib/format.ts';
import { languageNames } from '../../lib/language-names.ts';
import { useAction } from '../../lib/use-action.ts';
import { useDone } from '../../lib/use-done.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { Button } from '../../ui/button/button.tsx';
import { ActionDialog } from '../../ui/dialog/action-dialog.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { CheckboxField } from '../../ui/field/checkbox-field.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { RowList } from '../../ui/list/row-list.tsx';
import { DoneNotice } from '../../ui/notice/done-notice.tsx';
import { FaultNotice } from '../../ui/notice/fault-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Page } from '../../ui/page/page.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { type Contacts, fetchContacts, sendContactRemoval, sendInvitations } from './api.ts';
import { ContactImport } from './contact-import.tsx';
import { MailPreview } from './mail-preview.tsx';
import styles from './outreach.module.css';
import { useChosen } from './use-chosen.ts';
import { useOutreachWords } from './use-outreach-words.ts';

const pageLength = 100;

function ContactRow(props: {
  contact: ContactDocument;
  outcome: InvitationOutcome | undefined;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onRemove: () => void;
}) {
  const { contact, outcome, isChosen, onChoose, onRemove } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const words = useOutreachWords();
  const { contactId, firmName, email, organisationNumber, contactName, telephone, invitedAt, isLettingIn } = contact;
  const mailLanguage = languageNames[contact.language];
  const number = organisationNumber === null ? null : formatOrganisationNumber(organisationNumber);
  const on = invitedAt === null ? '' : formatDate(new Date(invitedAt), language);
  return (
    <li className={styles.row}>
      <div>
        <CheckboxField
          name={`contact-${contactId}`}
          label={firmName}
          hint={[contactName, email, telephone, number, t`mail in: ${mailLanguage}`]
            .filter((each) => each !== null)
            .join(' · ')}
          checked={isChosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <p>
          {isLettingIn && (
            <Tag tone="success">
              <Trans>Lets you in already</Trans>
            </Tag>
          )}{' '}
          {outcome === undefined ? (
            on !== '' && <span className={styles.muted}>{t`Invited ${on}`}</span>
          ) : (
            <Tag tone={outcome === 'done' ? 'success' : 'info'}>{words.invitation(outcome)}</Tag>
          )}
        </p>
      </div>
      <Button variant="quiet" onClick={onRemove} aria-label={t`Remove ${firmName}, ${email}`}>
        <Trans>Remove</Trans>
      </Button>
    </li>
  );
}

type ContactsPageProps = {
  organisationId: string;
  contacts: Contacts;
  previews: OutreachPreviews;
};

/** Earlier contacts of the provider: brought in, found, invited and removed. */
export function ContactsPage({ organisationId, contacts: first, previews }: ContactsPageProps) {
  const { t } = useLingui();
  const words = useOutreachWords();
  const done = useDone();
  const { revalidate } = useRevalidator();
  const [parameters, setParameters] = useSearchParams();
  const page = Number(parameters.get('page') ?? 0) || 0;
  const { isBusy, fault, run } = useAction(words.problem);
  const inviting = useAction(words.problem);
  const [isAsked, setAsked] = useState(false);
  const [language, setLanguage] = useState<Language>();
  const { chosen, choose, chooseAll } = useChosen();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Contacts | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, InvitationOutcome>>(new Map());
  const { contacts, count } = found ?? first;
  const ids = contacts.map(({ contactId }) => contactId);
  const refresh = async () => {
    await revalidate();
    // Names of firms and people have no place in an address, so a search is the page's own.
    setFound(typed.trim() === '' ? null : await fetchContacts(organisationId, typed.trim(), 0));
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    run(refresh);
  };
  const invitedIn = language === undefined ? t`each contact’s own` : languageNames[language];
  const invite = () => sendInvitations(organisationId, [...chosen], language);
  const tellInvited = async (results: Awaited<ReturnType<typeof invite>>) => {
    setOutcomes(new Map([...outcomes, ...results.map(({ contactId, outcome }) => [contactId, outcome] as const)]));
    chooseAll([]);
    const sent = results.filter(({ outcome }) => outcome === 'done').length;
    done.say(t`${sent} of ${results.length} were invited. What became of each stands beside it.`);
    await refresh();
  };
  const remove = ({ contactId, firmName }: ContactDocument) =>
    run(async () => {
      await sendContactRemoval(organisationId, contactId);
      choose(contactId, false);
      await refresh();
      done.say(t`${firmName} has been removed.`);
    });
  return (
    <Page width="results">
      <PageHeader
        title={t`Earlier contacts`}
        lead={t`Firms that you know from before, to be invited to their first round.`}
      />
      <DoneNotice done={done} />
      <Notice title={<Trans>They have not asked for anything</Trans>}>
        <p>
          <Trans>
            The ground is legitimate interest, a proposal for your organisation to confirm: you have had contact and
            offer something of use. Take in no more than you need. Each mail has a way to say no, which removes the
            contact at once and holds for everybody with you. What has not been used for 24 months is removed by itself.
          </Trans>
        </p>
      </Notice>
      <Section title={<Trans>Bring in</Trans>}>
        <ContactImport
          organisationId={organisationId}
          onStored={async (stored) => {
            await refresh();
            done.say(t`${plural(stored, { one: '# contact is in.', other: '# contacts are in.' })}`);
          }}
        />
      </Section>
      <Section title={<Trans>Your contacts</Trans>}>
        <form onSubmit={search} className={styles.part}>
          <TextField
            name="contact-search"
            type="search"
            label={t`Search by firm, person or address`}
            autoComplete="off"
            maxLength={120}
            width="half"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <p>
            <Button type="submit" variant="secondary" isBusy={isBusy}>
              <Trans>Search</Trans>
            </Button>
          </p>
        </form>
        <p role="status">
          <Plural value={count} one="# contact" other="# contacts" />
        </p>
        {contacts.length === 0 ? (
          <EmptyState title={<Trans>There is no contact here</Trans>} />
        ) : (
          <>
            <MailPreview name="invitation" mail={previews.invitation} />
            <CheckboxField
              name="all-contacts"
              label={t`Choose all shown`}
              checked={chosen.length === ids.length}
              onChange={(event) => chooseAll(event.currentTarget.checked ? ids : [])}
            />
            <RowList>
              {contacts.map((contact) => (
                <ContactRow
                  key={contact.contactId}
                  contact={contact}
                  outcome={outcomes.get(contact.contactId)}
                  isChosen={chosen.includes(contact.contactId)}
                  onChoose={(isChosen) => choose(contact.contactId, isChosen)}
                  onRemove={() => remove(contact)}
                />
              ))}
            </RowList>
            {found === null && count > (page + 1) * pageLength && (
              <p>
                <Button variant="secondary" onClick={() => setParameters({ page: String(page + 1) })}>
                  <Trans>Next hundred</Trans>
                </Button>
              </p>
            )}
            <SelectField
              name="invitation-language"
              label={t`Language of the mail`}
              width="half"
              value={language ?? ''}
              options={[
                { value: '', label: t`Each contact’s own` },
                ...languages.map((each) => ({ value: each, label: languageNames[each] })),
              ]}
              onChange={({ currentTarget: { value } }) => setLanguage(languages.find((each) => each === value))}
            />
            <p>
              <Button isUnavailable={isBusy || chosen.length === 0} onClick={() => setAsked(true)}>
                <Plural value={chosen.length} one="Invite # contact" other="Invite # contacts" />
              </Button>
            </p>
            <ActionDialog
              isOpen={isAsked}
              isDangerous={false}
              title={<Plural value={chosen.length} one="Invite # contact?" other="Invite # contacts?" />}
              confirm={<Trans>Send</Trans>}
              action={inviting}
              onConfirm={invite}
              onClose={() => setAsked(false)}
              onDone={tellInvited}
            >
              <p>
                <Trans>
                  Each gets a mail at once. Language: {invitedIn}. A mail that has been sent cannot be taken back.
                </Trans>
              </p>
            </ActionDialog>
          </>
        )}
        <FaultNotice fault={fault} />
      </Section>
    </Page>
  );
}
