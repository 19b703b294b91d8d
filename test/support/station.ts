import { randomUUID } from 'node:crypto';
import { holderOf, startSeededCloud, type Envelope, type TestCloud } from './cloud';
import { goodReport } from './report';

/** People of the demonstration by their phones; 陈海生 alone supervises pr-bsm, 李文静 (colleague) pr-hddd. */
export const PHONES = {
  stranger: '19000009999',
  supervisor: '19000000103',
  colleague: '19000000104',
  head: '19000000101',
  deputy: '19000000102',
  administrator: '19000000109',
  bureau: '19000000108',
  province: '19000000001',
  contractor: '19000000302',
  supervision: '19000000306',
  otherContractor: '19000000308',
  otherSupervisor: '19000000203',
  otherHead: '19000000201',
  otherBureau: '19000000208',
} as const;
export type Somebody = keyof typeof PHONES;
export const EVERYBODY = Object.keys(PHONES) as Somebody[];

/** The demonstration with everybody entered but the stranger, who cannot. */
export class TestStation {
  private constructor(private readonly started: TestCloud) {}

  static async open(): Promise<TestStation> {
    const station = new TestStation(await startSeededCloud());
    for (const who of EVERYBODY) await station.as(who).enter();
    return station;
  }

  get database(): TestCloud['database'] {
    return this.started.database;
  }

  as(who: Somebody) {
    return holderOf(this.started.cloud.url, PHONES[who]);
  }

  call(who: Somebody, action: string, data: object): Promise<Envelope> {
    return this.as(who).call('inspection', action, data);
  }

  submit(who: Somebody, change: object = {}): Promise<Envelope> {
    return this.call(who, 'submit', { ...goodReport(), requestId: randomUUID(), ...change });
  }

  /** @returns the id of a record the supervisor submitted */
  async submitted(change: object = {}, who: Somebody = 'supervisor'): Promise<string> {
    const { data, error } = await this.submit(who, change);
    if (!data) throw new Error(JSON.stringify(error));
    return (data as { inspectionId: string }).inspectionId;
  }

  review(
    who: Somebody,
    action: 'approve' | 'reject',
    inspectionId: string,
    reason = '请补拍',
  ): Promise<Envelope> {
    return this.call(who, action, { requestId: randomUUID(), inspectionId, reason });
  }

  /** @returns the id of a record the deputy rejected */
  async rejected(change: object = {}, who: Somebody = 'supervisor'): Promise<string> {
    const id = await this.submitted(change, who);
    const { error } = await this.review('deputy', 'reject', id);
    if (error) throw new Error(error.message);
    return id;
  }

  confirm(who: Somebody, inspectionId: string, requestId: string = randomUUID()): Promise<Envelope> {
    return this.call(who, 'confirm', { requestId, inspectionId });
  }

  read(who: Somebody, inspectionId: string): Promise<Envelope> {
    return this.call(who, 'read', { inspectionId });
  }

  async document<T>(collection: string, id: string): Promise<T> {
    return (await this.database.collection(collection).doc(id).get()).data[0] as T;
  }

  async count(collection: string, where: object = {}): Promise<number> {
    return (await this.database.collection(collection).where(where).count()).total ?? 0;
  }

  /** What a call of a function cost: waves of database calls, and documents looked at. */
  async costOf(who: Somebody, action: string, data: object) {
    const { requestID, result } = await this.as(who).requestOf('inspection', { action, data });
    const response = await fetch(`${this.started.cloud.url}/panel/invocations?requestId=${requestID}`);
    return { result: result as Envelope, ...((await response.json()) as Cost) };
  }

  close(): Promise<void> {
    return this.started.close();
  }
}

interface Cost {
  readonly waves: number;
}
