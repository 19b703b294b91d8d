import { bound } from './bound';

export const min = bound((order) => order < 0);
