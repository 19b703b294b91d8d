/** The declared indexes: one file for local/cloud and for deployment. Every query of a function uses one. */
export interface DeclaredIndex {
  readonly name: string;
  readonly fields: readonly (readonly [path: string, direction: 1 | -1 | '2dsphere'])[];
  readonly unique?: boolean;
}

/** What the daily heads go by. */
const CHANGED: DeclaredIndex = {
  name: 'changed',
  fields: [
    ['changedAt', 1],
    ['_id', 1],
  ],
};

export const INDEXES: Readonly<Record<string, readonly DeclaredIndex[]>> = {
  bindings: [],
  preferences: [],
  people: [{ name: 'phone', fields: [['phone', 1]], unique: true }],
  posts: [
    { name: 'person', fields: [['personId', 1]] },
    { name: 'project', fields: [['projectId', 1]] },
    {
      name: 'station_role',
      fields: [
        ['stationId', 1],
        ['role', 1],
      ],
    },
  ],
  stations: [],
  codes: [],
  personalDataReads: [
    {
      name: 'reader_at',
      fields: [
        ['readerId', 1],
        ['at', -1],
      ],
    },
  ],
  settings: [],
  units: [],
  evidence: [
    {
      name: 'cited_received',
      fields: [
        ['citedIn', 1],
        ['receivedAt', 1],
      ],
    },
    { name: 'check', fields: [['check.traceId', 1]] },
  ],
  dailyHeads: [],
  uploads: [{ name: 'at', fields: [['at', 1]] }],
  reads: [{ name: 'record', fields: [['recordId', 1]] }],
  projects: [
    // Where two narrow alike the first is taken: a person's own projects are fewer than what a word finds.
    {
      name: 'supervisor_station_name',
      fields: [
        ['supervisorIds', 1],
        ['stationId', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'station_search_name',
      fields: [
        ['stationId', 1],
        ['searchKeys', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'search_name',
      fields: [
        ['searchKeys', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'name',
      fields: [
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'station_name',
      fields: [
        ['stationId', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'station_position_name',
      fields: [
        ['stationId', 1],
        ['position', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'position_name',
      fields: [
        ['position', 1],
        ['name', 1],
        ['_id', 1],
      ],
    },
    { name: 'place', fields: [['place', '2dsphere']] },
    { name: 'short_number', fields: [['shortNumber', 1]], unique: true },
    { name: 'number', fields: [['number', 1]] },
    {
      name: 'station_place',
      fields: [
        ['stationId', 1],
        ['place', '2dsphere'],
      ],
    },
    CHANGED,
  ],
  inspections: [
    { name: 'claims', fields: [['claims', 1]], unique: true },
    {
      name: 'author_status_submitted',
      fields: [
        ['authorId', 1],
        ['status', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'author_station_status_submitted',
      fields: [
        ['authorId', 1],
        ['stationId', 1],
        ['status', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'author_status_words_submitted',
      fields: [
        ['authorId', 1],
        ['status', 1],
        ['words', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'project_cited_status_submitted',
      fields: [
        ['project.projectId', 1],
        ['citedIds', 1],
        ['status', 1],
        ['submittedAt', -1],
      ],
    },
    {
      name: 'project_submitted',
      fields: [
        ['project.projectId', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'project_station_submitted',
      fields: [
        ['project.projectId', 1],
        ['stationId', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'project_station_status_submitted',
      fields: [
        ['project.projectId', 1],
        ['stationId', 1],
        ['status', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'project_station_status_delivered_submitted',
      fields: [
        ['project.projectId', 1],
        ['stationId', 1],
        ['status', 1],
        ['hasRecipients', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'author_project_station_submitted',
      fields: [
        ['authorId', 1],
        ['project.projectId', 1],
        ['stationId', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'partner_project_station_submitted',
      fields: [
        ['partner.personId', 1],
        ['project.projectId', 1],
        ['stationId', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'reviewer_project_station_submitted',
      fields: [
        ['reviewers.personId', 1],
        ['project.projectId', 1],
        ['stationId', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'recipient_project_status_submitted',
      fields: [
        ['recipients.personId', 1],
        ['project.projectId', 1],
        ['status', 1],
        ['submittedAt', -1],
        ['_id', -1],
      ],
    },
    CHANGED,
  ],
  inbox: [
    {
      name: 'person_box_at',
      fields: [
        ['personId', 1],
        ['box', 1],
        ['at', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'person_box_station_at',
      fields: [
        ['personId', 1],
        ['box', 1],
        ['stationId', 1],
        ['at', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'person_box_project_at',
      fields: [
        ['personId', 1],
        ['box', 1],
        ['project.projectId', 1],
        ['at', -1],
        ['_id', -1],
      ],
    },
    {
      name: 'person_box_project_read',
      fields: [
        ['personId', 1],
        ['box', 1],
        ['project.projectId', 1],
        ['readAt', 1],
      ],
    },
    {
      name: 'person_box_words_at',
      fields: [
        ['personId', 1],
        ['box', 1],
        ['words', 1],
        ['at', -1],
        ['_id', -1],
      ],
    },
    { name: 'record', fields: [['recordId', 1]] },
  ],
};
