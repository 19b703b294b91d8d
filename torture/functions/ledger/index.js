/** Moves an amount between two accounts and notes it: three documents that must agree. */
const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });

exports.main = async ({ id, from, to, amount }) =>
  db.runTransaction(async (transaction) => {
    const accounts = transaction.collection('accounts');
    const [giver, taker] = [await accounts.doc(from).get(), await accounts.doc(to).get()];
    await accounts.doc(from).update({ data: { amount: giver.data.amount - amount } });
    // Whoever kills this function does it now: half is written, nothing is committed.
    console.log(`inside ${process.pid}`);
    await accounts.doc(to).update({ data: { amount: taker.data.amount + amount } });
    await transaction.collection('entries').add({ data: { _id: id, from, to, amount } });
    return id;
  });
