import { arithmetic } from './arithmetic';

export const mul = arithmetic('$mul', (present, operand) => present * operand);
