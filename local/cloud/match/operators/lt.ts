import { ordering } from './order';

export const lt = ordering((order) => order < 0);
