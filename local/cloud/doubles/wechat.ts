import type { Clock } from '../clock';
import type { Connection } from '../sqlite/connection';
import { createPhoneCodes, type PhoneCodes } from './phone-codes';

/** What WeChat's double was asked to send or make, for the panel. */
export type RecordKind = 'message' | 'code' | 'textCheck' | 'mediaCheck';

export interface SentRecord {
  readonly at: number;
  readonly kind: RecordKind;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Verdict = 'pass' | 'review' | 'risky';

/**
 * The state of WeChat's double. What was accepted and sent is kept on disk with the data; codes of five minutes, who
 * was seen in the last hours and what the panel asked for live in memory, and a restart forgets them.
 */
export interface WeChat {
  readonly phoneCodes: PhoneCodes;
  /** One accept of a subscription message is one send. */
  readonly accept: (openid: string, templateId: string) => void;
  /** @returns false when there is no accept left */
  readonly useAccept: (openid: string, templateId: string) => boolean;
  readonly noteActive: (openid: string) => void;
  /** When the person was last seen in the program; undefined for never. */
  readonly lastActive: (openid: string) => number | undefined;
  readonly record: (kind: RecordKind, body: Readonly<Record<string, unknown>>) => void;
  /** The last first. */
  readonly records: (kind: RecordKind, limit: number) => SentRecord[];
  /** What the next content checks say; `pass` unless the panel asks for something else. */
  verdict: Verdict;
}

export const openWeChat = (connection: Connection, now: Clock): WeChat => {
  connection.execute(
    'CREATE TABLE IF NOT EXISTS wechat_accepts (openid TEXT, template TEXT, count INTEGER NOT NULL, PRIMARY KEY (openid, template))',
  );
  connection.execute(
    'CREATE TABLE IF NOT EXISTS wechat_records (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL)',
  );
  const accept = connection.prepare(
    'INSERT INTO wechat_accepts (openid, template, count) VALUES (?, ?, 1) ON CONFLICT (openid, template) DO UPDATE SET count = count + 1',
  );
  const use = connection.prepare(
    'UPDATE wechat_accepts SET count = count - 1 WHERE openid = ? AND template = ? AND count > 0',
  );
  const insert = connection.prepare('INSERT INTO wechat_records (at, kind, body) VALUES (?, ?, ?)');
  const latest = connection.prepare(
    'SELECT at, kind, body FROM wechat_records WHERE kind = ? ORDER BY id DESC LIMIT ?',
  );
  const active = new Map<string, number>();
  return {
    phoneCodes: createPhoneCodes(now),
    verdict: 'pass',
    accept: (openid, templateId) => {
      accept.run(openid, templateId);
    },
    useAccept: (openid, templateId) => use.run(openid, templateId) > 0,
    noteActive: (openid) => {
      active.set(openid, now());
    },
    lastActive: (openid) => active.get(openid),
    record: (kind, body) => {
      insert.run(now(), kind, JSON.stringify(body));
    },
    records: (kind, limit) =>
      latest.all(kind, limit).map((row) => ({
        at: Number(row['at']),
        kind,
        body: JSON.parse(String(row['body'])) as Record<string, unknown>,
      })),
  };
};
