import { enter } from './enter';
import { home } from './home';

export const actions = { enter, home };
