import { searchCatalogue, type CatalogueEntry } from '../domain/catalogue/catalogue';
import type { InspectionType } from '../domain/inspection/inspection';

/**
 * What is found most on sites, each type's first: offered where the phone remembers nothing yet. Ours:
 * edges, helmets, electricity and scaffolds (the tables of JGJ 59-2011), and the plain defects of the structure.
 */
const TOP: Readonly<Record<InspectionType, readonly string[]>> = {
  quality: ['Q-REB-005', 'Q-REB-004', 'Q-CON-005', 'Q-MAS-005', 'Q-FMW-001', 'Q-CON-011'],
  safety: ['S-HGH-008', 'S-HGH-005', 'S-TEL-005', 'S-SCK-008', 'S-FIR-001', 'S-PIT-011'],
  comprehensive: ['S-HGH-008', 'Q-REB-005', 'S-TEL-005', 'Q-CON-005', 'S-HGH-005', 'Q-REB-004'],
};

/** Beyond these the whole catalogue is quicker. */
const MOST = 4;

export interface QuickEntry {
  readonly id: string;
  readonly text: string;
}

/**
 * Entries that one tap adds: those used lately, then the type's commonest; none of another type, none chosen already.
 * @param recent ids, the last used first
 */
export const quickEntries = (
  entries: readonly CatalogueEntry[],
  type: InspectionType,
  recent: readonly string[],
  chosen: readonly string[],
): QuickEntry[] => {
  const fitting = new Map(searchCatalogue(entries, type, '').map((entry) => [entry.id, entry]));
  const ids = [...new Set([...recent, ...TOP[type]])].filter((id) => !chosen.includes(id));
  return ids
    .flatMap((id) => fitting.get(id) ?? [])
    .slice(0, MOST)
    .map(({ id, text }) => ({ id, text }));
};
