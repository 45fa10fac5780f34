// Holds no data of its own: the same answer opens it for anybody, also without the server.
export const ssr = false;
