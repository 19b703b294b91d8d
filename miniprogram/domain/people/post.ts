/** What a person may act as. A post of a station, or a post with a unit on one project. */
export type StationRole = 'supervisor' | 'deputy' | 'head' | 'bureau' | 'province' | 'administrator';
export type Role = StationRole | 'participant';

interface PostTerm {
  readonly _id: string;
  readonly personId: string;
  readonly personName: string;
  /** Title as printed: 监督员, 站长, 项目经理 … */
  readonly position: string;
  /** Instants; in force from `from` (inclusive) until `to` (exclusive), null = open. */
  readonly from: string;
  readonly to: string | null;
}

export interface StationPost extends PostTerm {
  readonly kind: 'station';
  readonly role: StationRole;
  readonly stationId: string;
  readonly stationName: string;
  /** Stations whose records the post covers: its own; for bureau staff every area filed for. */
  readonly areaStationIds: readonly string[];
  /** 行政执法证号, where the person has one. */
  readonly certificate: string | null;
}

export interface PartyPost extends PostTerm {
  readonly kind: 'party';
  readonly role: 'participant';
  readonly projectId: string;
  readonly projectName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitRole: UnitRole;
  /** 关键岗位, catalogue.json keyPosts. */
  readonly isKey: boolean;
}

export type Post = StationPost | PartyPost;

export const UNIT_ROLES = {
  owner: '建设单位',
  contractor: '施工单位',
  supervision: '监理单位',
  surveyor: '勘察单位',
  designer: '设计单位',
  tester: '检测单位',
} as const;
export type UnitRole = keyof typeof UNIT_ROLES;

/** The person behind a request, with the posts in force at that instant: identity is WeChat's, never the input's. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

/** @param now instant as ISO string */
export const isInForce = (post: Pick<Post, 'from' | 'to'>, now: string): boolean =>
  post.from <= now && (post.to === null || post.to > now);

/** How the person signs: name with the first post that says what they are. */
export interface PersonRef {
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  /** Station or unit the post belongs to. */
  readonly organisation: string;
}

export const refOf = (post: Post): PersonRef => ({
  personId: post.personId,
  name: post.personName,
  position: post.position,
  organisation: post.kind === 'station' ? post.stationName : post.unitName,
});
