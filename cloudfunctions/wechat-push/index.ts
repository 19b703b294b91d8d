import cloud from 'wx-server-sdk';
import * as v from 'valibot';
import { noteCheck } from '../evidence/evidence-repository';

/** 多媒体内容安全识别, 异步检测结果推送. */
const pushed = v.object({
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.maxLength(200)),
  errcode: v.number(),
  result: v.object({ suggest: v.picklist(['pass', 'review', 'risky']) }),
});

/** What the message push wants to hear; anything else is sent again, three times in all (消息推送). */
const TAKEN = 'success';

/** A person calling this function themselves is not WeChat. */
const isFromPerson = (): boolean => /wx_client|wx_devtools/.test(cloud.getWXContext().SOURCE ?? '');

/**
 * WeChat's pushed messages. The one that means something here: what it found in a photo.
 * @throws Error where the photo's document is not there yet, so that WeChat sends it again
 */
export const main = async (event: unknown): Promise<string> => {
  if (isFromPerson()) throw new Error('only WeChat pushes messages');
  const message = v.safeParse(pushed, event);
  if (!message.success) return TAKEN;
  const { trace_id: traceId, errcode, result } = message.output;
  if (!(await noteCheck(traceId, errcode === 0 ? result.suggest : 'unchecked')))
    throw new Error('nothing waits for this content check');
  return TAKEN;
};
