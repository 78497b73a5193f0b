import type { OutboxEntry } from '#client/src/features/answering/outbox/outbox-record.ts';
import type { SendOutcome } from '#client/src/features/answering/outbox/send-answer.ts';
import type { StoredAnswer } from '#shared/contracts/responses.ts';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { stored } from './outbox-fixture.ts';

/** How a request fares: it is answered, it is lost on the way there, its reply is lost on the way back, or it is not let in. */
export type Weather = 'clear' | 'lost' | 'reply-lost' | 'closed';

/** The saving rules of the server: a save is recognised by its number, and must build on what is stored. */
export function fakeServer() {
  const answers = new Map<string, StoredAnswer>();
  const acknowledged = new Map<string, StoredAnswer>();
  const received: { itemCode: string; clientSequence: number }[] = [];
  let attempts = 0;
  let everywhere: Weather = 'clear';
  let isSubmitted = false;

  const save = (entry: OutboxEntry, clientId: string): SendOutcome => {
    const { itemCode, answer, clientSequence, baseRevision } = entry;
    received.push({ itemCode, clientSequence });
    if (isSubmitted) return { kind: 'submitted' };
    const number = `${clientId} ${clientSequence}`;
    const known = acknowledged.get(number);
    if (known !== undefined) return { kind: 'saved', stored: known };
    const current = answers.get(itemCode);
    if (current !== undefined && current.revision !== baseRevision) {
      const isSame = JSON.stringify(current.answer) === JSON.stringify(answer);
      return isSame ? { kind: 'saved', stored: current } : { kind: 'conflict', current };
    }
    const saved = stored(itemCode, answer, (current?.revision ?? 0) + 1);
    answers.set(itemCode, saved);
    acknowledged.set(number, saved);
    return { kind: 'saved', stored: saved };
  };

  const sendIn = async (weather: Weather, entry: OutboxEntry, clientId: string): Promise<SendOutcome> => {
    attempts += 1;
    await Promise.resolve();
    if (weather === 'lost') return { kind: 'unreachable' };
    if (weather === 'closed') return { kind: 'locked-out' };
    const outcome = save(entry, clientId);
    return weather === 'reply-lost' ? { kind: 'unreachable' } : outcome;
  };

  return {
    answers,
    acknowledged,
    received,
    /** Requests sent, also those that never arrived. */
    get attempts() {
      return attempts;
    },
    send: (entry: OutboxEntry, clientId: string) => sendIn(everywhere, entry, clientId),
    /** From a place with weather of its own. */
    sendIn,
    /** Somebody on another device. */
    answerElsewhere: (itemCode: string, answer: Answer) => {
      answers.set(itemCode, stored(itemCode, answer, (answers.get(itemCode)?.revision ?? 0) + 1));
    },
    turn: (next: Weather) => {
      everywhere = next;
    },
    submit: () => {
      isSubmitted = true;
    },
  };
}
