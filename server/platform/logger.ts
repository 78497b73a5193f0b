import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../config.ts';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/** JSON lines without personal data: no bodies, no cookies, no query strings, no addresses of people. */
export function loggerOptions(config: Pick<Config, 'logLevel'>): LoggerOptions {
  return {
    level: config.logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'res.headers["set-cookie"]'],
    serializers: {
      req: (request) => ({ method: request.method, url: request.url.replace(/\?.*$/s, '') }),
      res: (reply) => ({ statusCode: reply.statusCode }),
    },
  };
}
