import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { queryOnce } from './query.ts';

export type TestDatabase = {
  /** As the superuser. */
  readonly adminUrl: string;
  /** As the login the server works as. */
  readonly applicationUrl: string;
  drop(): Promise<void>;
};

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function onServer(statement: string): Promise<void> {
  await queryOnce(withDatabase(inject('adminUrl'), 'postgres'), statement);
}

/** A database of its own for one test file: migrated and filled when cloned from the template, else empty. */
export async function createTestDatabase(options: { isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = options.isEmpty === true ? 'template1' : new URL(inject('adminUrl')).pathname.slice(1);
  // Nothing of it has to reach the log of what has been written: copied as files it is there five times as fast.
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  return {
    adminUrl: withDatabase(inject('adminUrl'), name),
    applicationUrl: withDatabase(inject('applicationUrl'), name),
    drop: () => onServer(`drop database ${name} with (force)`),
  };
}
