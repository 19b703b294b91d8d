import { collection } from './database';

interface PersonalDataRead {
  readonly readerId: string;
  readonly at: string;
  readonly what: 'phone';
  /** Whose. */
  readonly personIds: readonly string[];
  /** Where they were read. */
  readonly projectId: string;
}

/** Notes who read whose personal data, before it is handed over: without the note there is no answer. */
export const notePersonalDataRead = async (read: PersonalDataRead): Promise<void> => {
  if (read.personIds.length > 0) await collection('personalDataReads').add({ data: read });
};
