import { readExtract } from '#domain/register/extract.server.ts';
import { completeRegister } from '#domain/register/completion.ts';
import { isCurrent } from '#domain/register/model.ts';
import { SearchIndex } from '#domain/register/search-index.ts';
const ex=readExtract();
const reg=completeRegister(ex.schools.values(),ex.links,ex.names,ex.asOf);
let t=performance.now();
const pre=Map.groupBy(reg.successions,l=>l.successor); const cur=[...reg.schools.values()].filter(isCurrent).map(s=>({...s,formerNames:(pre.get(s.urn)??[]).map(l=>reg.schools.get(l.predecessor)?.name??"").join(" ")}));
const ix=new SearchIndex(cur); console.log('build',performance.now()-t, process.memoryUsage().heapUsed/1e6);
for (const q of ['moulsam junor','harwich dovercourt','CM2 9DG','cm29dg','cm29d','essex',"st mary's","St Marys c of e pri harlow",'saint josephs','notley high','moul','m','s','st','john ray inf','katherine semar','dovercort all saints','two village','ramsey michael','lexden prim','chelmsford junior','primary','school','rayne nursery','Ysgol gymraeg cardiff','st thomas a becket']) {
 t=performance.now(); const r=ix.search(q,8); const d=performance.now()-t;
 console.log(q.padEnd(24),d.toFixed(1),r.slice(0,4).map(s=>`${s.name} [${s.town||s.localAuthority}]`).join(' | '));
}
// keystrokes
const times:number[]=[]; let rnd=1; const next=()=>(rnd=(rnd*48271)%2147483647)/2147483647;
let miss=0,n=0; const missed:string[]=[];
for(let i=0;i<1500;i++){const s=cur[Math.floor(next()*cur.length)]!; for(let k=1;k<=s.name.length;k+=3){t=performance.now();ix.search(s.name.slice(0,k),8);times.push(performance.now()-t);}
 // typo
 const letters=[...s.name].map((c,i)=>/[a-z]/i.test(c)?i:-1).filter(i=>i>=0); const at=letters[Math.floor(next()*letters.length)]!; const kind=Math.floor(next()*(/[a-z]/i.test(s.name[at+1]??'')?4:3)); const ch='abcdefghijklmnopqrstuvwxyz'[Math.floor(next()*26)]!;
 const a=s.name; const b=kind===0?a.slice(0,at)+a.slice(at+1):kind===1?a.slice(0,at)+ch+a.slice(at+1):kind===2?a.slice(0,at)+ch+a.slice(at):a.slice(0,at)+a[at+1]+a[at]+a.slice(at+2);
 n++; const r=ix.search(b,8); if(!r.some(x=>x.name.toLowerCase()===s.name.toLowerCase())){miss++; missed.push(b+' <- '+a+'  => '+r.slice(0,3).map(x=>x.name).join(' | '));}
}
times.sort((a,b)=>a-b); console.log(times.length,'p50',times[times.length>>1],'p95',times[Math.floor(times.length*.95)],'max',times.at(-1));
console.log('miss',miss,n); console.log(missed.slice(0,30).join('\n'));
