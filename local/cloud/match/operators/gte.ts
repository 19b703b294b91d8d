import { ordering } from './order';

export const gte = ordering((order) => order >= 0);
