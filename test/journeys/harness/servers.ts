import { startProduct, type RunningProduct } from '#test/running-product.ts';
import { freshData, settingsOf, type StartAs } from './prepare-once.ts';

/** What a file's server begins as, and with which settings. */
export interface Beginning {
	startAs: StartAs;
	/** Settings of the server, where a journey needs others than one has without any. */
	settings: Record<string, string>;
	/**
	 * Which server a file shares: files that name the same one may meet each other's people. A file that begins at an empty
	 * product names one of its own.
	 */
	installation: string;
}

/** The one that most files share. */
const sharedByMost = 'demo';

/**
 * The servers of one worker. Its files run in its process and its browser, since a new worker for each would cost as much as a
 * short journey; each installation has a server of its own. One that few files share ends when a file asks for another.
 */
export class Servers {
	readonly #running = new Map<string, RunningProduct>();

	/** The server of an installation: the one that runs, or a new one. */
	async of({ startAs, settings, installation }: Beginning): Promise<RunningProduct> {
		const running = this.#running.get(installation);
		if (running) return running;
		await this.#stop((name) => name !== sharedByMost && name !== installation);
		const product = await startProduct({
			env: { ...settings, ...settingsOf[startAs] },
			like: process.env[freshData[startAs]],
		});
		this.#running.set(installation, product);
		return product;
	}

	async stopAll(): Promise<void> {
		await this.#stop(() => true);
	}

	async #stop(these: (installation: string) => boolean): Promise<void> {
		for (const [name, product] of this.#running) {
			if (!these(name)) continue;
			this.#running.delete(name);
			await product.stop();
		}
	}
}
