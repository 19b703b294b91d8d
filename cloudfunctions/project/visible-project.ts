import { permits } from '../../miniprogram/domain/access/permits';
import { DomainError } from '../../miniprogram/domain/errors';
import type { Actor } from '../../miniprogram/domain/people/post';
import { projectSubject, type Project } from '../../miniprogram/domain/project/project';
import type { NamedProject } from '../../miniprogram/domain/project/project-code';

/**
 * The project if the person may see it. Unknown and forbidden are told apart to nobody.
 * @throws DomainError record.notVisible; project.notFound when a code or a number named it
 */
export const requireVisibleProject = (
  project: Project | null,
  actor: Actor,
  named: NamedProject = { projectId: '' },
): Project => {
  if (project && permits(actor, 'project.read', projectSubject(project))) return project;
  if ('projectId' in named) throw new DomainError('record.notVisible');
  throw new DomainError('project.notFound', {
    number: 'number' in named ? named.number : named.shortNumber,
  });
};
