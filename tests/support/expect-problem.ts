import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { ProblemCode } from '#shared/contracts/problem.ts';

/** The reply is a problem document with this status and code. */
export function expectProblem(reply: LightMyRequestResponse, status: number, code: ProblemCode): void {
  expect(reply.json(), reply.body.slice(0, 1000)).toMatchObject({ status, code });
  expect(reply.statusCode).toBe(status);
}
