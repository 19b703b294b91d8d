import { enter } from './enter';
import { home } from './home';
import { setPinned } from './set-pinned';

export const actions = { enter, home, setPinned };
