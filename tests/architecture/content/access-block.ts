import path from 'node:path';
import { actions } from '#shared/domain/access/actions.ts';
import { type Actor, keyHolder, scopeOf } from '#shared/domain/access/permissions.ts';
import { needsSecondFactor, roles } from '#shared/domain/access/roles.ts';

export const accessFile = path.resolve(import.meta.dirname, '../../../docs/access.md');

const actors: readonly Actor[] = [keyHolder, ...roles];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Who may do what, as the pure table says it. */
export function accessTable(): string {
  const factors = actors.map((actor) => (actor !== keyHolder && needsSecondFactor(actor) ? 'yes' : 'no'));
  return [
    row(['Action', ...actors]),
    row(['---', ...actors.map(() => '---')]),
    ...actions.map((action) => row([`\`${action}\``, ...actors.map((actor) => scopeOf(actor, action) ?? '–')])),
    row(['takes a second factor', ...factors]),
  ].join('\n');
}

const block = /(?<=<!-- access: table -->\n)[\s\S]*?(?=<!-- \/access: table -->)/;

/** The document with the table as the code has it. */
export function refreshAccess(text: string): string {
  return text.replace(block, () => `${accessTable()}\n`);
}
