interface Rectangle {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** What a photo should weigh at most when it is sent, and how coarse it may become for that. */
const mostBytes = 700_000;
const qualities = [0.82, 0.7, 0.55, 0.4];
const cover = '#000000';

/**
 * Opens a file as a picture on this device, upright, in the size that `fit` says of its own; null where it is no picture that
 * the browser can read, or more than its memory holds. The pixels alone: what else the file told is gone.
 */
export async function openPicture(
	file: Blob,
	fit: (size: { width: number; height: number }) => { width: number; height: number },
): Promise<HTMLCanvasElement | null> {
	let whole: ImageBitmap | undefined;
	try {
		whole = await createImageBitmap(file, { imageOrientation: 'from-image' });
		const { width, height } = fit(whole);
		const canvas = Object.assign(document.createElement('canvas'), { width, height });
		const pen = canvas.getContext('2d')!;
		pen.fillStyle = '#ffffff';
		pen.fillRect(0, 0, width, height);
		pen.imageSmoothingQuality = 'high';
		pen.drawImage(whole, 0, 0, width, height);
		return canvas;
	} catch {
		return null;
	} finally {
		whole?.close();
	}
}

/** The picture as a JPEG of its own, with the boxes drawn over its pixels: what was under them is nowhere in it. Null where the device fails. */
export async function asJpeg(
	picture: HTMLCanvasElement,
	covered: readonly Rectangle[],
): Promise<Blob | null> {
	const { width, height } = picture;
	const canvas = Object.assign(document.createElement('canvas'), { width, height });
	const pen = canvas.getContext('2d');
	if (!pen) return null;
	pen.drawImage(picture, 0, 0);
	pen.fillStyle = cover;
	for (const { x, y, width: wide, height: high } of covered) pen.fillRect(x, y, wide, high);
	let jpeg: Blob | null = null;
	for (const quality of qualities) {
		jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
		if (!jpeg || jpeg.size <= mostBytes) break;
	}
	return jpeg?.type === 'image/jpeg' ? jpeg : null;
}
