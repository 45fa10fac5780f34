/** Where phones go to join, as it is read out: without the protocol's letters. */
export const joinAddress = ({ env }: { env: { origin: string } }): string =>
	`${env.origin.replace(/^https?:\/\//, '')}/join`;

/** What a QR code opens: the same with the code filled in. */
export const joinLink = ({ env }: { env: { origin: string } }, code: string): string =>
	`${env.origin}/join?code=${code}`;
