// A page to read: no script is sent.
export const csr = false;
