import type { Person } from './person';

export interface RegisterPerson {
  readonly personId: string;
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
}

/** Somebody on the register who has not entered yet. */
export const formPerson = ({ personId, name, phone }: RegisterPerson): Person => ({
  _id: personId,
  name,
  phone,
  openid: null,
});
