import protobuf from 'protobufjs';
import type { Environment } from '../gateway/action';
import { WireError } from '../gateway/errors';

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

type Parameters = Readonly<Record<string, unknown>>;
type Api = (environment: Environment, parameters: Parameters) => { errcode: number; errmsg: string };

const getPhoneNumber: Api = ({ phoneCodes, now }, { code }) => {
  const phone = typeof code === 'string' ? phoneCodes.redeem(code) : undefined;
  if (phone === undefined) return { errcode: 40029, errmsg: 'invalid code' };
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now() / 1000), appid: '' },
    },
  };
};

const APIS: Readonly<Record<string, Api>> = {
  'phonenumber.getPhoneNumber': getPhoneNumber,
};

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

export type OpenApiAnswer = { readonly bytes: Buffer } | { readonly error: object };

/**
 * @param apiName as the SDK names it, e.g. phonenumber.getPhoneNumber
 * @returns bytes of CommOpenApiResp, or WeChat's error, which travels as JSON
 */
export const openApi = (
  environment: Environment,
  apiName: string,
  requestData: Uint8Array,
): OpenApiAnswer => {
  const api = APIS[apiName.replace(/^openapi\./, '')];
  if (!api) throw new WireError('INVALID_API', `the double of WeChat does not know ${apiName}`);
  const { openapiData } = REQUEST.decode(requestData) as unknown as {
    openapiData?: { pairs: readonly Pair[] };
  };
  const answer = api(environment, parametersOf(openapiData?.pairs ?? []));
  if (answer.errcode !== 0) return { error: answer };
  const bytes = Buffer.from(
    RESPONSE.encode({
      respData: Buffer.from(JSON.stringify(answer)),
      contentType: 'application/json',
      errorCode: 0,
      httpCode: 200,
    }).finish(),
  );
  return { bytes };
};
