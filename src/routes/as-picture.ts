/** A JPEG that we made ourselves, as an answer in which nothing else can run. */
export const asPicture = (jpeg: Uint8Array): Response =>
	new Response(new Uint8Array(jpeg), {
		headers: {
			'content-type': 'image/jpeg',
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'",
			'x-content-type-options': 'nosniff',
		},
	});
