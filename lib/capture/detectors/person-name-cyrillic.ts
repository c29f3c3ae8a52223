/** Common Russian, Ukrainian and Bulgarian given names, lower case. Written from general knowledge; a hint, never a proof. */
const given = new Set(
  `александр александра алексей алина алла анастасия анатолий ангелина андрей анна антон аркадий артем артём артур богдан борис вадим валентин валентина валерий валерия варвара василий вера вероника виктор виктория виталий владимир владислав всеволод вячеслав галина геннадий георгий глеб григорий дарья денис диана дмитрий евгений евгения егор екатерина елена елизавета жанна захар зинаида зоя иван игорь илья инна ирина кирилл константин ксения лариса леонид лидия любовь людмила маргарита марина мария марк максим матвей михаил надежда наталия наталья нелли никита николай нина оксана олег ольга павел петр пётр полина раиса регина роман руслан светлана семен семён сергей софия софья станислав степан тамара татьяна тимофей тимур ульяна федор фёдор филипп эдуард эльвира эмма юлия юрий яков яна ярослав
олександр олексій андрій анатолій богдан валерій василь віктор вікторія віталій володимир дмитро євген ігор ірина катерина костянтин людмила микола михайло наталія олег олена ольга оксана павло петро сергій світлана тарас тетяна юлія юрій ярослав надія любов
георги димитър стоян тодор христо пламен красимир ивайло цветан борислав десислава елица гергана цветелина мария силвия теодора йордан веселин`.split(
    /\s+/,
  ),
);
const patronymic = /(?:ович|евич|[иі]ч|овна|евна|ична|[иі]нична|івна|ївна)$/u;
const family =
  /(?:[оеё]в|[оеё]ва|[иы]н|[иы]на|[сц]кий|[сц]ька|[сц]ький|[сц]кая|енко|чук|[ую]к|[оеё]вич|[иі]в|[еэ]йко|[аы]я|ий|ян|дзе|швили|ец|ко|ых|их)$/u;
const word = /^\p{Lu}[\p{Ll}]+(?:-\p{Lu}\p{Ll}+)?$/u;
const initials = /^(?:\p{Lu}\.\s?){1,2}$/u;

/**
 * How much words in Cyrillic look like a person's name: a given name beside a family name, with or without the father's
 * name, in either order; or a family name with initials. In: a short text. Out: 0 to 1.
 */
export function cyrillicNameScore(text: string): number {
  const short = /^(\p{Lu}\p{Ll}{2,})\s((?:\p{Lu}\.\s?){1,2})$|^((?:\p{Lu}\.\s?){1,2})\s?(\p{Lu}\p{Ll}{2,})$/u.exec(
    text,
  );
  if (short)
    return family.test((short[1] ?? short[4] ?? '').toLowerCase()) && initials.test(short[2] ?? short[3] ?? '')
      ? 0.75
      : 0;
  const words = text.split(' ');
  if (words.length < 2 || words.length > 3 || !words.every((w) => word.test(w))) return 0;
  const lower = words.map((w) => w.toLowerCase());
  const names = lower.filter((w) => given.has(w)).length;
  const fathers = lower.filter((w) => patronymic.test(w) && w.length > 5).length;
  const families = lower.filter((w) => family.test(w) && !given.has(w)).length;
  if (words.length === 3) return fathers > 0 && names > 0 ? 0.96 : fathers > 0 ? 0.75 : 0;
  if (names > 0 && families > 0) return 0.9;
  if (names > 0 && fathers > 0) return 0.8;
  return 0;
}
