const colours = ['#c2453d', '#e0993b', '#e8cf4e', '#6f9e57', '#4a7ba6'];
/** How many names stand under each colour. */
const names = [3, 5, 8, 7, 5];

const column = (nth: number) => 170 + nth * 175;
const cover = (nth: number, row: number) =>
	`<rect x="${column(nth) + 18}" y="${262 + row * 62}" width="${98 + ((row * 37 + nth * 23) % 32)}" height="40" fill="#111"/>`;

/** A chart on a classroom wall, on which every name has been covered. */
export const colourChart = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900">
<rect width="1200" height="900" fill="#d8d2c4"/><rect y="810" width="1200" height="90" fill="#8a7a63"/>
<rect x="1090" y="60" width="110" height="750" fill="#9a6b43"/><circle cx="1112" cy="450" r="13" fill="#d9c27a"/>
<rect x="140" y="100" width="910" height="690" rx="6" fill="#fbf8ef" stroke="#7a6d58" stroke-width="10"/>
${colours.map((colour, nth) => `<rect x="${column(nth)}" y="150" width="150" height="90" rx="8" fill="${colour}"/>`).join('')}
${names.map((count, nth) => Array.from({ length: count }, (_, row) => cover(nth, row)).join('')).join('')}
</svg>`;
