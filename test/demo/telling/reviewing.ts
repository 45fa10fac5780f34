import sharp from 'sharp';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { addPhoto } from '#domain/evidence/photo-actions.server.ts';
import { writeFinding } from '#domain/report/deeds/findings.server.ts';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { addRemark } from '#domain/report/deeds/remarks.server.ts';
import { signEdition } from '#domain/report/deeds/signing.server.ts';
import { makeEdition } from '#domain/report/deeds/writing.server.ts';
import { addParagraphs } from '#domain/report/document/deeds.server.ts';
import { latestEdition } from '#domain/report/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { readPicture } from '#platform/picture/read-picture.server.ts';
import { weekdayFrom } from '../days.ts';
import { at, did, doing } from '../doing.ts';
import type { Piece } from '../story.ts';
import type { Telling } from './telling.ts';

export async function capture({
	founded,
	story,
	id: reviewId,
	day,
	team,
	lines,
	slots,
	evidence,
	newId,
}: Telling): Promise<void> {
	evidence.push(...story.evidence.map(newId));
	for (const who of team.filter((one) => story.evidence.some(({ by }) => by === one)))
		await doing(founded, who, day, '17:00', async (ctx) => {
			for (const [index, piece] of story.evidence.entries()) {
				if (piece.by !== who) continue;
				const recorded = {
					id: evidence[index],
					reviewId,
					activityId: piece.during ? slots.get(piece.during) : null,
					lineId: lines.get(piece.line),
					source: piece.source,
					kind: piece.kind,
					seen: piece.seen,
					soWhat: piece.soWhat,
					...(piece.differs && { contradictsHost: 'yes' }),
					...(isPupilsWords(piece) && { pupilWords: 'yes' }),
					pupilYear: piece.year ?? '',
				};
				const then = at(ctx, day, piece.at);
				await did(recordEvidence(then, recorded), `record what ${who} saw`);
				if (!piece.photo) continue;
				const { description, drawn } = piece.photo;
				const picture = await readPicture(await sharp(Buffer.from(drawn)).jpeg().toBuffer());
				const photo = { id: newId(), reviewId, evidenceId: evidence[index], description, picture };
				await did(addPhoto(then, photo), `keep the photo that ${who} took`);
			}
		});
}

/** A piece that is one quotation, heard from pupils: nothing but what they said. */
const isPupilsWords = ({ source, seen }: Piece): boolean =>
	['pupils', 'reading'].includes(source) && /^“[^“]*”$/.test(seen);

export async function write(telling: Telling): Promise<void> {
	const { founded, story, id: reviewId, day, team, lines, evidence, findings, newId } = telling;
	const writers = team.filter((who) => story.team[who] !== 'champion');
	const edition = await doing(founded, writers[1]!, day, '16:20', async (ctx) => {
		for (const { kind, line, seen, effect, rests } of story.findings) {
			const id = newId();
			const finding = {
				id,
				reviewId,
				kind,
				lineId: lines.get(line),
				seen,
				effect,
				evidence: rests.map((index) => evidence[index]!),
			};
			await did(writeFinding(ctx, finding), 'write a finding');
			findings.push(id);
		}
		for (const [heading, words] of Object.entries(story.report))
			await did(addParagraphs(ctx, { reviewId, heading, words }), `write under ${heading}`);
		await did(makeEdition(ctx, { reviewId }), 'put the report up for signing');
		return (await latestEdition(ctx, (await openReview(ctx, reviewId))!))!;
	});
	for (const who of writers)
		await doing(founded, who, day, '16:50', (ctx) =>
			did(signEdition(ctx, { reviewId, edition: edition.number, digest: edition.digest }), `sign for ${who}`),
		);
	const remarks = [
		...(story.teamComment ? [{ ...story.teamComment, heading: 'team-comments', after: 1 }] : []),
		...story.responses.map((response, index) => ({ ...response, heading: 'response', after: 3 + index })),
	];
	for (const { by, heading, words, after } of remarks)
		await doing(founded, by, weekdayFrom(day, after), '20:10', (ctx) =>
			did(addRemark(ctx, { id: newId(), reviewId, heading, words }), `add under ${heading}`),
		);
	await doing(founded, writers[0]!, weekdayFrom(day, 5), '08:20', (ctx) =>
		did(publishReport(ctx, { reviewId }), 'publish the report'),
	);
}
