import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { useAction } from '#client/src/lib/use-action.ts';
import { useDone } from '#client/src/lib/use-done.ts';
import { DoneNotice } from '#client/src/ui/notice/done-notice.tsx';
import { FaultNotice } from '#client/src/ui/notice/fault-notice.tsx';
import { show } from './show.tsx';

const held = () => Promise.withResolvers<void>();

/** Two parts of a page, each with a button and what came of it. */
function Page({ first, second }: { first: () => Promise<void>; second: () => Promise<void> }) {
  const done = useDone();
  const one = useAction(() => 'Det första gick inte.');
  const other = useAction(() => 'Det andra gick inte.');
  return (
    <>
      <DoneNotice done={done} />
      <FaultNotice fault={one.fault} />
      <FaultNotice fault={other.fault} />
      <button type="button" onClick={() => one.run(async () => first().then(() => done.say('Det första är gjort.')))}>
        Första
      </button>
      <button type="button" onClick={() => other.run(async () => second().then(() => done.say('Det andra är gjort.')))}>
        Andra
      </button>
    </>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const succeed = () => Promise.resolve();
const fail = () => Promise.reject(new Error('refused'));

test('what was done goes when something else fails', async () => {
  show(<Page first={succeed} second={fail} />);
  await press('Första');
  expect(await screen.findByText('Det första är gjort.')).toBeDefined();

  await press('Andra');

  expect(await screen.findByText('Det andra gick inte.')).toBeDefined();
  expect(screen.queryByText('Det första är gjort.')).toBeNull();
});

test('what failed goes when something else is done', async () => {
  show(<Page first={fail} second={succeed} />);
  await press('Första');
  expect(await screen.findByText('Det första gick inte.')).toBeDefined();

  await press('Andra');

  expect(await screen.findByText('Det andra är gjort.')).toBeDefined();
  expect(screen.queryByText('Det första gick inte.')).toBeNull();
});

test('a failure is told even when something else began and ended meanwhile', async () => {
  const slow = held();
  show(<Page first={() => slow.promise} second={succeed} />);
  await press('Första');
  await press('Andra');
  expect(await screen.findByText('Det andra är gjort.')).toBeDefined();

  slow.reject(new Error('refused'));

  expect(await screen.findByText('Det första gick inte.')).toBeDefined();
});
