import { randomUUID } from 'node:crypto';
import type { Environment } from '../../gateway/action';
import type { Verdict } from '../wechat';
import { refuse, type Answer, type Api, type Parameters } from './api';

const MAX_TEXT = 2500;
const SCENES = [1, 2, 3, 4];
const MEDIA_TYPES = [1, 2];
/** The person must have used the program within two hours. */
const ACTIVE_MS = 2 * 60 * 60 * 1000;
/** How long WeChat takes over a picture or a recording, here. */
const CHECK_MS = 300;

/** Words that stand for what WeChat would refuse, or have looked at: no real ones are kept here. */
const RISKY = '违禁测试';
const REVIEW = '复核测试';

const LABELS: Readonly<Record<Verdict, number>> = { pass: 100, review: 20001, risky: 20006 };

/** The codes are those of 文本内容安全识别: 40129 the scene, 40003 the person, 61010 nobody seen for two hours. */
const faultOf = ({ wechat, clock }: Environment, parameters: Parameters): Answer | undefined => {
  const { version, scene, openid } = parameters;
  if (version !== 2) return refuse(47001, 'data format error: version');
  if (!SCENES.includes(Number(scene))) return refuse(40129, 'invalid scene');
  if (typeof openid !== 'string' || openid === '') return refuse(40003, 'invalid openid');
  const active = wechat.lastActive(openid);
  if (active === undefined || clock.now() - active > ACTIVE_MS) return refuse(61010, 'user access expired');
  return undefined;
};

const resultOf = (suggest: Verdict) => ({ suggest, label: LABELS[suggest] });

/** security.msgSecCheck, version 2. */
export const checkText: Api = (environment, parameters) => {
  const { content } = parameters;
  const fault = faultOf(environment, parameters);
  if (fault) return fault;
  if (typeof content !== 'string' || content === '') return refuse(44002, 'empty post data: content');
  if ([...content].length > MAX_TEXT) return refuse(45002, 'content size out of limit');
  const { wechat } = environment;
  const suggest = content.includes(RISKY) ? 'risky' : content.includes(REVIEW) ? 'review' : wechat.verdict;
  wechat.record('textCheck', { openid: parameters['openid'], suggest });
  const result = resultOf(suggest);
  return {
    errcode: 0,
    errmsg: 'ok',
    result,
    trace_id: randomUUID(),
    detail: [{ strategy: 'content_model', errcode: 0, ...result }],
  };
};

/** security.mediaCheckAsync: an id now, the result by a pushed message a little later. */
export const checkMedia: Api = (environment, parameters, { caller }) => {
  const { media_url: address, media_type: type, openid } = parameters;
  const fault = faultOf(environment, parameters);
  if (fault) return fault;
  if (typeof address !== 'string' || address === '') return refuse(44002, 'empty post data: media_url');
  if (!/^https?:\/\//.test(address)) return refuse(47001, 'data format error: media_url');
  if (!MEDIA_TYPES.includes(Number(type))) return refuse(40004, 'invalid media type');
  const traceId = randomUUID();
  const { wechat, clock, push } = environment;
  const result = resultOf(wechat.verdict);
  wechat.record('mediaCheck', { openid, traceId, suggest: result.suggest });
  setTimeout(() => {
    push(String(openid), {
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: openid,
      CreateTime: Math.floor(clock.now() / 1000),
      appid: caller.appid,
      trace_id: traceId,
      version: 2,
      errcode: 0,
      errmsg: 'ok',
      result,
      detail: [{ strategy: 'content_model', errcode: 0, ...result }],
    });
  }, CHECK_MS).unref();
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
};
