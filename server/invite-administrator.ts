import { parseArgs } from 'node:util';
import { emailSchema } from '#shared/contracts/people.ts';
import { languageSchema } from '#shared/domain/language.ts';
import { readProcessCommandConfig } from './config.ts';
import { type InvitationOutcome, inviteAdministrator } from './features/coordination/invite-administrator.ts';
import { systemClock } from './platform/clock.ts';
import { asOwner } from './platform/database/as-owner.ts';
import { randomIdentifiers } from './platform/identifier.ts';

/* Command line, for whoever runs the site: invites the holder of an address to be administrator. */

const usage = 'npm run invite-administrator -- name@example.se [--language sv|en]';

const outcomes: Readonly<Record<InvitationOutcome, string>> = {
  invited: 'is invited to be administrator. The mail goes out as soon as the server runs with SMTP.',
  'invited-before': 'is invited already, and that invitation still holds. Its mail is sent again if it had failed.',
  'administrator-already': 'is administrator already. Nothing was changed.',
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function readInput(): { email: string; language: 'sv' | 'en' } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string', default: 'sv' } },
  });
  const email = emailSchema.safeParse(positionals[0]);
  const language = languageSchema.safeParse(values.language);
  if (positionals.length !== 1 || !email.success || !language.success) throw new Error(`Use: ${usage}`);
  return { email: email.data, language: language.data };
}

async function run(): Promise<void> {
  const input = readInput();
  const { migrationDatabaseUrl, publicOrigin } = readProcessCommandConfig();
  if (migrationDatabaseUrl === undefined) {
    throw new Error('MIGRATION_DATABASE_URL is not set; only a login that may act as the owner of the tables invites');
  }
  const parts = { clock: systemClock, identifiers: randomIdentifiers };
  const outcome = await asOwner(migrationDatabaseUrl, (db) => inviteAdministrator(parts, db, input));
  say(`${input.email} ${outcomes[outcome]}`);
  say(
    `Sign in with that address at ${publicOrigin ?? "the site's own address"}/sign-in; the invitation is shown there.`,
  );
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
