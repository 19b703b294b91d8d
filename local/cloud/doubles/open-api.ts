import protobuf from 'protobufjs';
import type { Running } from '../functions/functions';
import type { Environment } from '../gateway/action';
import { WireError } from '../gateway/errors';
import { refuse, type Answer, type Api, type Parameters } from './apis/api';
import { checkMedia, checkText } from './apis/content-check';
import { getPhoneNumber } from './apis/phone-number';
import { sendSubscribeMessage } from './apis/subscribe-message';
import { getUnlimitedCode } from './apis/unlimited-code';

/**
 * Double of WeChat's open interface as cloud functions call it: protobuf in, protobuf out
 * (field numbers measured with wx-server-sdk 4.0.2).
 */
const SCHEMA = protobuf.parse(`
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message SvrkitData { string apiName = 1; bytes reqData = 2; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitData svrkitData = 4; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; int32 httpCode = 4; int32 svrkitErrorCode = 6; }
`).root;
const REQUEST = SCHEMA.lookupType('CommApiData');
const RESPONSE = SCHEMA.lookupType('CommOpenApiResp');

const APIS: Readonly<Record<string, Api>> = {
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': getUnlimitedCode,
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkMedia,
};

/** The function's config.json must name the interface; on the service a change of it takes ten minutes. */
const NOT_PERMITTED = -604101;

interface Pair {
  readonly key: string;
  readonly value: Uint8Array;
}

const parametersOf = (pairs: readonly Pair[]): Parameters => {
  const parameters: Record<string, unknown> = {};
  for (const { key, value } of pairs) {
    const text = Buffer.from(value).toString('utf8');
    try {
      parameters[key] = JSON.parse(text) as unknown;
    } catch {
      parameters[key] = text;
    }
  }
  return parameters;
};

const encode = (answer: Answer): Buffer => {
  const body =
    'picture' in answer
      ? { respData: answer.picture, contentType: 'image/png' }
      : { respData: Buffer.from(JSON.stringify(answer)), contentType: 'application/json' };
  return Buffer.from(RESPONSE.encode({ ...body, errorCode: 0, httpCode: 200 }).finish());
};

/**
 * @param apiName as the SDK names it, e.g. phonenumber.getPhoneNumber
 * @returns bytes of CommOpenApiResp; WeChat's own errors travel inside
 * @throws WireError for what the double does not know, or a caller that is no function
 */
export const openApi = async (
  environment: Environment,
  apiName: string,
  requestData: Uint8Array,
  running: Running | undefined,
): Promise<Buffer> => {
  const name = apiName.replace(/^openapi\./, '');
  const api = Object.hasOwn(APIS, name) ? APIS[name] : undefined;
  if (!api) throw new WireError('INVALID_API', `the double of WeChat does not know ${apiName}`);
  if (!running) throw new WireError('INVALID_API', 'only a function may call WeChat');
  if (!running.config.openapi.includes(name)) {
    return encode(refuse(NOT_PERMITTED, `has no permission to call this API: ${name}`));
  }
  const { openapiData } = REQUEST.decode(requestData) as unknown as {
    openapiData?: { pairs: readonly Pair[] };
  };
  return encode(await api(environment, parametersOf(openapiData?.pairs ?? []), running));
};
