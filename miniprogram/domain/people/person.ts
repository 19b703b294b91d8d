/** 人员: one verified phone number, one WeChat. */
export interface Person {
  readonly _id: string;
  readonly name: string;
  /** Eleven digits, unique. */
  readonly phone: string;
  /** null until the person first enters. */
  readonly openid: string | null;
}
