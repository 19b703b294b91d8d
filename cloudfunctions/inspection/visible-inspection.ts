import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import type { Inspection } from '../../miniprogram/domain/inspection/inspection';
import { inspectionSubject } from '../../miniprogram/domain/inspection/inspection-subject';
import type { Actor } from '../../miniprogram/domain/people/post';
import type { Project } from '../../miniprogram/domain/project/project';
import { projectById } from '../project/project-repository';
import { inspectionById } from './inspection-repository';

export interface FoundInspection {
  readonly inspection: Inspection;
  readonly project: Pick<Project, 'supervisorIds' | 'state'>;
}

export const findInspection = async (inspectionId: string): Promise<FoundInspection | null> => {
  const inspection = await inspectionById(inspectionId);
  if (!inspection) return null;
  const project = await projectById(inspection.project.projectId);
  // Of a project that is gone nobody is supervisor, and nothing is done on it.
  return { inspection, project: project ?? { supervisorIds: [], state: 'terminated' } };
};

/**
 * The record if the person may see it. Unknown and forbidden are told apart to nobody.
 * @throws DomainError record.notVisible
 */
export const requireVisible = (found: FoundInspection | null, actor: Actor): FoundInspection => {
  if (!found || !permits(actor, 'inspection.read', inspectionSubject(found.inspection, found.project))) {
    throw new DomainError('record.notVisible');
  }
  return found;
};
