import { useLingui } from '@lingui/react/macro';
import { roles } from '#shared/domain/access/roles.ts';
import { useRoleWords } from '../../lib/use-role-words.ts';
import { useChangeWords } from './use-change-words.ts';
import { useErasureDetailWords } from './use-erasure-detail-words.ts';
import { useMailWords } from './use-mail-words.ts';

type Words = Partial<Record<string, string>>;

function useNames(): Words {
  const { t } = useLingui();
  return {
    anchorCount: t`marks`,
    attemptsLeft: t`attempts left`,
    basis: t`ground`,
    change: t`change`,
    count: t`number`,
    decision: t`decision`,
    deliveryId: t`delivery`,
    eventCount: t`events`,
    file: t`file that was taken`,
    filter: t`filter`,
    firmId: t`firm`,
    format: t`file`,
    hasRequests: t`saw requests for contact`,
    hasResults: t`saw results`,
    hasSearch: t`searched by name`,
    hasSecondFactor: t`second step done`,
    isByOperator: t`by whoever runs the server`,
    isComplete: t`complete`,
    isIntact: t`untouched`,
    isNameChanged: t`name changed`,
    isNumberChanged: t`organisation number changed`,
    isPaused: t`paused`,
    isReplaced: t`replaced by a new one`,
    isReplay: t`again after a restore`,
    isSenderGone: t`sender has left`,
    kind: t`mail`,
    membershipId: t`membership`,
    method: t`way`,
    number: t`version`,
    organisationId: t`organisation`,
    personId: t`person`,
    providerCode: t`provider`,
    purpose: t`purpose`,
    receiver: t`receiver`,
    role: t`role`,
    scope: t`what it is about`,
  };
}

function useMethods(): Words {
  const { t } = useLingui();
  return {
    code: t`code by mail`,
    passkey: t`passkey`,
    oidc: t`the organisation's own sign-in`,
    demo: t`person of the demo`,
    authenticator: t`authenticator app`,
    'recovery-code': t`recovery code`,
  };
}

function usePurposes(): Words {
  const { t } = useLingui();
  return {
    contact: t`contact`,
    result: t`results`,
    cohort: t`group`,
    statistics: t`statistics`,
  };
}

/** What the details of an event mean, name and value. What has no words is shown as it is. */
export function useAuditDetailWords() {
  const { t } = useLingui();
  const names = useNames();
  const mail = useMailWords();
  const words = useRoleWords();
  const valuesOf: Partial<Record<string, Words>> = {
    ...useErasureDetailWords(),
    change: useChangeWords(),
    method: useMethods(),
    purpose: usePurposes(),
    receiver: { regions: t`the regions` },
    role: Object.fromEntries(roles.map((role) => [role, words.role(role)])),
  };
  const textOf = (name: string, text: string) => (name === 'kind' ? mail.kind(text) : (valuesOf[name]?.[text] ?? text));
  return {
    name: (name: string) => names[name] ?? name,
    value: (name: string, value: unknown): string => {
      if (typeof value === 'string') return textOf(name, value);
      if (typeof value === 'boolean') return value ? t`yes` : t`no`;
      return JSON.stringify(value);
    },
  };
}
