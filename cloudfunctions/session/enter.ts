import * as v from 'valibot';
import { DomainError } from '../../miniprogram/domain/errors';
import type { Person } from '../../miniprogram/domain/people/person';
import { maskedPhone } from '../../miniprogram/domain/people/phone';
import { isInForce } from '../../miniprogram/domain/people/post';
import { runTransaction } from '../_shared/database';
import { defineOpenAction } from '../_shared/define-action';
import { BINDINGS, PEOPLE, personByPhone, postsOfPerson, type Binding } from '../_shared/people-repository';
import { verifiedPhone } from './verified-phone';

/**
 * First entry: the number WeChat verified must be on the register and its person in office; binds this WeChat to the
 * person. Entering again with the same pair changes nothing.
 */
export const enter = defineOpenAction({
  input: v.strictObject({ code: v.pipe(v.string(), v.nonEmpty(), v.maxLength(256)) }),
  async run({ openid, now }, { code }) {
    const phone = await verifiedPhone(code);
    const person = await personByPhone(phone);
    if (!person) throw new DomainError('auth.phoneNotRegistered', { phone: maskedPhone(phone) });
    const posts = await postsOfPerson(person._id);
    if (!posts.some((post) => isInForce(post, now))) throw new DomainError('auth.noPostInForce');
    await bind(openid, person, now);
    return { name: person.name };
  },
});

const bind = (openid: string, { _id: personId, phone }: Person, now: string): Promise<void> =>
  runTransaction(async (transaction) => {
    const bindings = transaction.collection<Binding>(BINDINGS);
    const people = transaction.collection<Person>(PEOPLE);
    const { data: binding } = await bindings.doc(openid).get();
    if (binding?.personId === personId) return;
    if (binding) throw new DomainError('auth.wechatBoundElsewhere');
    const { data: person } = await people.doc(personId).get();
    if (person?.openid) throw new DomainError('auth.phoneBoundElsewhere', { phone: maskedPhone(phone) });
    await bindings.add({ data: { _id: openid, personId, boundAt: now } });
    await people.doc(personId).update({ data: { openid } });
  });
