import { useLingui } from '@lingui/react/macro';
import type { PlaceKind, Role } from '#shared/domain/access/roles.ts';

/** What roles and the places they are held in are called, and what a role lets one do. */
export function useRoleWords(): {
  role: (role: Role) => string;
  about: (role: Role) => string;
  kind: (kind: PlaceKind) => string;
} {
  const { t } = useLingui();
  const nameOf: Record<Role, string> = {
    owner: t`Responsible for the firm`,
    respondent: t`Respondent`,
    advisor: t`Advisor`,
    manager: t`Responsible for the organisation`,
    analyst: t`Analyst`,
    editor: t`Editor`,
    administrator: t`Administrator`,
  };
  const aboutOf: Record<Role, string> = {
    owner: t`Sees every result of the firm, invites colleagues and decides who outside the firm may see anything.`,
    respondent: t`Answers questions, sees the own result, and sees who has looked at the firm.`,
    advisor: t`Sees the firms that let the organisation in.`,
    manager: t`Sees the firms that let the organisation in, and decides who works for the organisation.`,
    analyst: t`Reads the figures that are published, never single firms.`,
    editor: t`Changes and publishes the questionnaires.`,
    administrator: t`Looks after organisations, people, mail and the log. Never sees what firms have answered.`,
  };
  const kindOf: Record<PlaceKind, string> = {
    firm: t`Firm`,
    provider: t`Provider of support`,
    region: t`Region`,
    coordination: t`Coordination`,
  };
  return { role: (role) => nameOf[role], about: (role) => aboutOf[role], kind: (kind) => kindOf[kind] };
}
