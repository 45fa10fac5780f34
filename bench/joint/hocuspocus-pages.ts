import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { mine, type Page } from './writing.ts';

/** A page over Hocuspocus. */
export async function openHocuspocusPage(port: number): Promise<Page> {
	const doc = new Y.Doc();
	const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}` });
	let written = 0;
	let told: (changes: number) => void = () => {};
	doc.on('update', (_: Uint8Array, origin: unknown) => (written += origin === mine ? 1 : 0));
	const provider = new HocuspocusProvider({
		websocketProvider,
		name: 'report',
		document: doc,
		awareness: null,
	});
	provider.attach();
	await new Promise<void>((resolve) => void provider.on('synced', () => resolve()));
	provider.on('unsyncedChanges', ({ number }: { number: number }) => told(written - number));
	return {
		doc,
		onAcknowledged: (call) => (told = call),
		close() {
			provider.destroy();
			websocketProvider.destroy();
		},
	};
}
