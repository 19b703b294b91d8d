/** Milliseconds since 1970; injected, so that tests and the panel can move it. */
export type Clock = () => number;
