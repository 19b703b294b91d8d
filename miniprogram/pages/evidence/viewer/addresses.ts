import { viewEvidence, type ViewedEvidence } from '../../../services/evidence';
import type { Wanted } from '../../../view/viewer';

/** Where evidence stands in the store: asked for once, kept while the page is open. */
export class Addresses {
  private readonly known = new Map<string, ViewedEvidence>();
  private readonly underWay = new Set<string>();

  find(evidenceId: string): ViewedEvidence | undefined {
    return this.known.get(evidenceId);
  }

  isAsked(evidenceId: string): boolean {
    return this.underWay.has(evidenceId);
  }

  /** Its address opens no more: the next question is a new one. */
  forget(evidenceId: string): void {
    this.known.delete(evidenceId);
  }

  /**
   * Asks for what is neither known nor under way, in one call a record.
   * @throws DomainError record.notVisible, or of the network
   */
  async ask(wanted: readonly Wanted[]): Promise<void> {
    const unknown = wanted.filter(
      ({ evidenceId }) => !this.known.has(evidenceId) && !this.underWay.has(evidenceId),
    );
    const records = new Set(unknown.map(({ of }) => of.inspectionId));
    await Promise.all(
      [...records].map(async (inspectionId) => {
        const ids = unknown.filter(({ of }) => of.inspectionId === inspectionId);
        const evidenceIds = [...new Set(ids.map(({ evidenceId }) => evidenceId))];
        for (const id of evidenceIds) this.underWay.add(id);
        try {
          const found = await viewEvidence({ evidenceIds, of: { inspectionId } });
          for (const each of found) this.known.set(each.evidenceId, each);
        } finally {
          for (const id of evidenceIds) this.underWay.delete(id);
        }
      }),
    );
  }
}
