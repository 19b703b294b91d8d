import type { IncomingMessage, ServerResponse } from 'node:http';
import { callerOf } from '../client/holder';
import type { Division } from '../doubles/geocoder';
import type { Verdict } from '../doubles/wechat';
import type { Logs } from '../functions/logs';
import type { Timers } from '../functions/timers';
import type { Environment } from '../gateway/action';
import { badRequest } from '../gateway/errors';
import { asWireError, parseJson, readBody, sendJson, urlOf } from '../gateway/http';

const SHOWN = 50;
const VERDICTS: readonly Verdict[] = ['pass', 'review', 'risky'];
/** A century either way: beyond it dates are somebody's mistake. */
const MAX_OFFSET_MS = 100 * 366 * 24 * 60 * 60 * 1000;

export interface PanelRooms {
  readonly environment: Environment;
  readonly timers: Timers;
  readonly logs: Logs;
  readonly divisions: readonly Division[];
}

interface Asked {
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly request: IncomingMessage;
}

type Route = (rooms: PanelRooms, asked: Asked) => Promise<object> | object;

const clock: Route = ({ environment: { clock: own } }) => ({ now: own.now(), offsetMs: own.offsetMs() });

/** Answers when what became due by it has run. */
const moveClock: Route = async (rooms, asked) => {
  const { offsetMs } = asked.body;
  if (typeof offsetMs !== 'number' || !Number.isInteger(offsetMs) || Math.abs(offsetMs) > MAX_OFFSET_MS) {
    throw badRequest('offsetMs must be a whole number of milliseconds within a century');
  }
  // A timer written a moment ago counts from then, not from where the clock is moved to.
  rooms.timers.notice();
  rooms.environment.clock.move(offsetMs);
  await rooms.timers.look();
  return clock(rooms, asked);
};

const openidOf = (phone: string | null): string => callerOf(phone).openid;

const messages: Route = ({ environment: { wechat } }, { query }) => {
  const phone = query.get('phone');
  const openid = phone === null ? undefined : openidOf(phone);
  return {
    messages: wechat
      .records('message', SHOWN * 10)
      .filter(({ body }) => openid === undefined || body['openid'] === openid)
      .slice(0, SHOWN)
      .map(({ at, body }) => ({
        at,
        templateId: body['templateId'],
        page: body['page'],
        data: body['data'],
        ...(phone === null ? {} : { phone }),
      })),
  };
};

/** What the person said to wx.requestSubscribeMessage. */
const subscriptions: Route = ({ environment: { wechat } }, { body, request }) => {
  const { openid } = callerOf(request.headers['x-wx-holder']);
  const { accepted } = body;
  if (!Array.isArray(accepted)) throw badRequest('accepted must be a list');
  for (const templateId of accepted) wechat.accept(openid, String(templateId));
  return { accepted: accepted.length };
};

const codes: Route = ({ environment: { wechat } }) => ({
  codes: wechat.records('code', SHOWN).map(({ at, body }) => ({
    at,
    scene: body['scene'],
    page: body['page'],
    label: `${String(body['page'])}?scene=${String(body['scene'])}`,
  })),
});

const verdict: Route = ({ environment: { wechat } }, { body }) => {
  const wanted = VERDICTS.find((each) => each === body['verdict']);
  if (!wanted) throw badRequest(`verdict must be one of ${VERDICTS.join()}`);
  wechat.verdict = wanted;
  return { verdict: wanted };
};

const ROUTES: Readonly<Record<string, Route>> = {
  'GET /panel/clock': clock,
  'POST /panel/clock': moveClock,
  'GET /panel/messages': messages,
  'POST /panel/subscriptions': subscriptions,
  'GET /panel/codes': codes,
  'POST /panel/verdict': verdict,
  'GET /panel/checks': ({ environment: { wechat } }) => ({
    texts: wechat.records('textCheck', SHOWN),
    media: wechat.records('mediaCheck', SHOWN),
  }),
  'GET /panel/divisions': ({ divisions }) => ({ divisions }),
  'GET /panel/logs': ({ logs }, { query }) => {
    const requestId = query.get('requestId');
    return { lines: requestId === null ? logs.latest(SHOWN) : logs.of(requestId) };
  },
  'GET /panel/invocations': ({ environment: { functions } }, { query }) =>
    functions.reportOf(query.get('requestId') ?? '') ?? {},
};

/** What the panel beside the phone, and the tests, may look at and move; the product never reaches it. */
export const servePanel =
  (rooms: PanelRooms) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const url = urlOf(request);
      const route = ROUTES[`${request.method ?? ''} ${url.pathname}`];
      if (!route) throw badRequest(`no such address: ${url.pathname}`);
      const body = request.method === 'POST' ? parseJson(await readBody(request)) : {};
      sendJson(response, await route(rooms, { query: url.searchParams, body, request }));
    } catch (error) {
      const { code, message } = asWireError(error);
      response.statusCode = 400;
      sendJson(response, { code, message });
    }
  };
