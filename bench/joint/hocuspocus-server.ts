/** The usual server of this field as it comes, with nothing kept: says the port it listens at, until it is stopped. */
import { Server } from '@hocuspocus/server';

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true });
await server.listen();
console.log(`listening ${server.address.port}`);
