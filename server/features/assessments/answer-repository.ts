import SQL from '@nearform/sql';
import * as z from 'zod';
import type { ProblemCode } from '#shared/contracts/problem.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { codeOf, constraintOf, translateConstraint } from '../../platform/database/database-faults.ts';
import { many, maybeOne } from '../../platform/database/query.ts';
import type { Transaction } from '../../platform/database/transaction.ts';
import { DomainError } from '../../platform/domain-error.ts';
import type { AnswerRow } from './answer-row.ts';
import { answerRowSchema, toColumns } from './answer-row.ts';

const answerColumns = SQL`item_code as "itemCode", state, level, choice, choices, number::float8 as number,
  is_yes as "isYes", text, comment, revision, answered_at as "answeredAt", is_carried as "isCarried"`;

export async function listAnswers(tx: Transaction, responseId: string): Promise<AnswerRow[]> {
  return many(
    tx,
    answerRowSchema,
    SQL`select ${answerColumns} from answers where response_id = ${responseId} order by item_code`,
  );
}

export async function findAnswer(
  tx: Transaction,
  responseId: string,
  itemCode: string,
): Promise<AnswerRow | undefined> {
  return maybeOne(
    tx,
    answerRowSchema,
    SQL`select ${answerColumns} from answers where response_id = ${responseId} and item_code = ${itemCode}`,
  );
}

export type Save = {
  readonly firmId: string;
  readonly responseId: string;
  readonly instrumentVersionId: string;
  readonly itemCode: string;
  readonly clientId: string;
  readonly clientSequence: number;
  readonly baseRevision: number;
  readonly answer: Answer;
};

const acknowledgementSchema = z.object({ itemCode: z.string(), revision: z.int(), answeredAt: z.date() });

/** The acknowledgement this very save was given before, when it is sent again. */
export async function findAcknowledgement(
  tx: Transaction,
  save: Save,
): Promise<z.infer<typeof acknowledgementSchema> | undefined> {
  return maybeOne(
    tx,
    acknowledgementSchema,
    SQL`select item_code as "itemCode", revision, occurred_at as "answeredAt" from answer_events
      where response_id = ${save.responseId} and client_id = ${save.clientId}
        and client_sequence = ${save.clientSequence}`,
  );
}

const insufficientPrivilege = '42501';

/** The response may have gone over to another version since its facts were read; what to answer when it has not. */
export class VersionMovedError extends Error {
  readonly otherwise: ProblemCode;

  constructor(otherwise: ProblemCode, cause?: unknown) {
    super('The response may have gone over to another version.', { cause });
    this.otherwise = otherwise;
  }
}

/** A row that the access rules refuse is, for who asks, a response that does not exist. */
function translateFault(error: unknown): never {
  if (codeOf(error) === insufficientPrivilege) throw new DomainError('not-found', { cause: error });
  if (constraintOf(error) === 'answers_response_fk') throw new VersionMovedError('service-unavailable', error);
  // An acknowledged save whose answer was set aside, or a number that was used for something else.
  if (constraintOf(error) === 'answer_events_save_unique') throw new VersionMovedError('answer-conflict', error);
  return translateConstraint({ answers_response_open: 'response-already-submitted' })(error);
}

/**
 * Writes the answer and its event in one statement, but only over the revision the client has seen;
 * undefined when the answer has moved on since.
 */
export async function upsertAnswer(
  tx: Transaction,
  save: Save,
  answeredAt: Date,
): Promise<{ revision: number; answeredAt: Date } | undefined> {
  const value = toColumns(save.answer.value);
  return maybeOne(
    tx,
    z.object({ revision: z.int(), answeredAt: z.date() }),
    SQL`with saved as (
        insert into answers (firm_id, response_id, instrument_version_id, item_code, state, level, choice,
          choices, number, is_yes, text, comment, revision, answered_at)
        values (${save.firmId}, ${save.responseId}, ${save.instrumentVersionId}, ${save.itemCode},
          ${value.state}, ${value.level}, ${value.choice}, ${value.choices}, ${value.number}, ${value.isYes},
          ${value.text}, ${save.answer.comment}, ${save.baseRevision} + 1, ${answeredAt})
        on conflict (response_id, item_code) do update
        set state = excluded.state, level = excluded.level, choice = excluded.choice,
          choices = excluded.choices, number = excluded.number, is_yes = excluded.is_yes,
          text = excluded.text, comment = excluded.comment, revision = excluded.revision,
          answered_at = excluded.answered_at, is_carried = false
        where answers.revision = ${save.baseRevision}
          and answers.instrument_version_id = ${save.instrumentVersionId}
        returning revision, answered_at
      )
      insert into answer_events (firm_id, response_id, item_code, client_id, client_sequence, revision, answer,
        occurred_at)
      select ${save.firmId}::uuid, ${save.responseId}::uuid, ${save.itemCode}::text, ${save.clientId}::uuid,
        ${save.clientSequence}::integer, revision, ${JSON.stringify(save.answer)}::jsonb, answered_at
      from saved
      returning revision, occurred_at as "answeredAt"`,
  ).catch(translateFault);
}
