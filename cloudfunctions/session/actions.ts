import { enter } from './enter';
import { makeEntryPoster } from './make-entry-poster';
import { home } from './home';
import { setPinned } from './set-pinned';

export const actions = { enter, home, setPinned, entryPoster: makeEntryPoster };
