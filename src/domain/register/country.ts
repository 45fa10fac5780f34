const welsh = new Set(
	[
		'Blaenau Gwent, Bridgend, Caerphilly, Cardiff, Carmarthenshire, Ceredigion, Conwy, Denbighshire, Flintshire',
		'Gwynedd, Isle of Anglesey, Merthyr Tydfil, Monmouthshire, Neath Port Talbot, Newport, Pembrokeshire, Powys',
		'Rhondda Cynon Taf, Swansea, Torfaen, Vale of Glamorgan, Wrexham',
	]
		.join(', ')
		.split(', '),
);

const offshore = /^(.+) (Offshore|Overseas) Establishments$/;
const notPlaces = new Set(['BFPO', 'Fieldwork']);

/**
 * The country a school is in, from the name of its authority: the register's own country column is nearly always empty.
 * Schools for British families abroad have no authority or a made-up one; their country is 'overseas' or the island's name.
 */
export function countryOf(localAuthority: string): string {
	if (welsh.has(localAuthority)) return 'Wales';
	if (localAuthority === 'Does not apply') return 'overseas';
	const place = offshore.exec(localAuthority)?.[1];
	if (!place) return 'England';
	return notPlaces.has(place) ? 'overseas' : place;
}

/** 'Pre-LGR 2023 Cumbria' → 'Cumbria': authorities that were abolished keep the name people knew them by. */
export function plainAuthority(localAuthority: string): string {
	return localAuthority.replace(/^Pre-LGR \d{4} /, '');
}
