import { PROJECT_STATES, type ProjectState } from '../domain/project/project-state';
import { UNIT_ROLES } from '../domain/people/post';
import type { OpenedProject, TimelineRow } from '../services/project';
import { recordCard, RECORD_SAMENESS, type RecordCard, type Tag } from './inspection-view';

type Project = OpenedProject['project'];

const STATE_FACES: Readonly<Record<ProjectState, Omit<Tag, 'word'>>> = {
  reported: { tone: 'waiting', sign: '…' },
  returned: { tone: 'returned', sign: '↩' },
  accepted: { tone: 'waiting', sign: '…' },
  supervised: { tone: 'primary', sign: '●' },
  suspended: { tone: 'waiting', sign: '‖' },
  completed: { tone: 'good', sign: '✓' },
  terminated: { tone: 'neutral', sign: '✕' },
};

export const projectStateTag = (state: ProjectState): Tag => ({
  word: PROJECT_STATES[state],
  ...STATE_FACES[state],
});

/** 参建单位, each with its 关键岗位人员 below it. */
const unitsOf = ({ parties, keyPosts }: Project) =>
  parties.map(({ unitId, unitName, unitRole }) => ({
    unitId,
    role: UNIT_ROLES[unitRole],
    name: unitName,
    people: keyPosts
      .filter((post) => post.unitId === unitId)
      .map(({ personId, name, position, phone, canCall, isSelf }) => ({
        ...{ personId, name, position, phone, canCall, isSelf },
      })),
  }));

export const projectPage = (project: Project) => ({
  projectId: project.projectId,
  name: project.name,
  number: project.number,
  address: project.address,
  stationName: project.stationName,
  tag: projectStateTag(project.state),
  place: project.place,
  coverUrl: project.coverUrl ?? '',
  banners: project.banners,
  units: unitsOf(project),
  supervisors: project.supervisors.map(({ personId, name, isMain, phone, canCall, isSelf }) => ({
    personId,
    name,
    position: isMain ? '主监督员' : '协助监督员',
    phone,
    canCall,
    isSelf,
  })),
  canLocate: project.actions.includes('locate'),
  canReport: project.actions.includes('report'),
  hasSiteCode: project.actions.includes('siteCode'),
});

export const EMPTY_PROJECT_PAGE: ReturnType<typeof projectPage> = {
  projectId: '',
  name: '',
  number: '',
  address: '',
  stationName: '',
  tag: projectStateTag('supervised'),
  place: null,
  coverUrl: '',
  banners: [],
  units: [],
  supervisors: [],
  canLocate: false,
  canReport: false,
  hasSiteCode: false,
};

/** A record in the project's list: what was looked at is its title, for the project is the page's. */
const timelineCard = (row: TimelineRow): RecordCard => ({
  ...recordCard(
    {
      ...row,
      ...{ inspectionId: row.recordId, projectName: row.part, at: row.submittedAt },
      ...{ isUnread: false, reason: '', box: null, thumbnails: [], part: '监督检查' },
    },
    new Date().toISOString(),
  ),
});

/** What the project's records give their list; a chunk of cards without pictures, px. */
export const TIMELINE_ROWS = { present: timelineCard, sameness: RECORD_SAMENESS, chunkHeight: 560 };
