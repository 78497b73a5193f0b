import { act, cleanup, render, screen } from '@testing-library/react';
import { createMemoryRouter, Link, useLoaderData } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { afterEach, expect, test } from 'vitest';
import { keepShown } from '#client/src/app/keep-shown.ts';
import { NetworkError, ProblemError } from '#client/src/lib/http/errors.ts';

afterEach(cleanup);

function Shown() {
  return (
    <>
      <p>{useLoaderData<string>()}</p>
      <Link to="/other">other</Link>
    </>
  );
}

async function open() {
  let answer: () => string = () => 'first';
  const loader = async () => answer();
  const errorElement = <p>failed</p>;
  const router: ReturnType<typeof createMemoryRouter> = createMemoryRouter(
    ['/', '/other'].map((path) => ({ path, loader, element: <Shown />, errorElement, HydrateFallback: () => null })),
    { dataStrategy: keepShown(() => router.state) },
  );
  render(<RouterProvider router={router} />);
  await screen.findByText('first');
  return { router, answers: (next: () => string) => (answer = next) };
}

const fails = (error: Error) => () => {
  throw error;
};
const problem = (code: 'not-found' | 'service-unavailable', status: number) =>
  new ProblemError({ type: '', title: '', status, code, requestId: '' }, undefined);

test('shows what is new when it is read again', async () => {
  const { router, answers } = await open();
  answers(() => 'second');
  await act(() => router.revalidate());

  expect(screen.getByText('second')).toBeTruthy();
});

test.each([
  ['no answer comes', new NetworkError('gone')],
  ['the server is away', problem('service-unavailable', 503)],
])('stays as it is when it is read again and %s', async (_what, error) => {
  const { router, answers } = await open();
  answers(fails(error));
  await act(() => router.revalidate());

  expect(screen.getByText('first')).toBeTruthy();
});

test('goes when the answer is that it is there no longer', async () => {
  const { router, answers } = await open();
  answers(fails(problem('not-found', 404)));
  await act(() => router.revalidate());

  expect(screen.getByText('failed')).toBeTruthy();
});

test('says that another page could not be fetched', async () => {
  const { router, answers } = await open();
  answers(fails(new NetworkError('gone')));
  await act(() => router.navigate('/other'));

  expect(screen.getByText('failed')).toBeTruthy();
});
