const given = ['Marta', 'Paul', 'Annika', 'Lars', 'Sofia', 'Jonas', 'Birgit', 'Claire', 'Mehmet', 'Katarzyna'];
const family = ['Petersen', 'Okafor', 'Marsh', 'Lindqvist', 'Wójcik', 'Yıldırım', 'Hinrichsen', 'Mommsen', 'Adler'];
const towns = ['Leeds', 'Kiel', 'Graz', 'Turin', 'Brno'];

/** A made-up CSV file of people, five of a firm; every tenth row says again what the row before it said. In: how many rows. */
export function sheetOfPeople(count: number): string {
  const lines = ['First name,Last name,Job title,Company,E-mail,Phone,City,Country'];
  for (let row = 0; row < count; row++) {
    const number = row % 10 === 9 ? row - 1 : row;
    const first = given[number % 10] ?? '';
    const last = `${family[Math.floor(number / 10) % 9] ?? ''}${Math.floor(number / 90)}`;
    const firm = Math.floor(number / 5);
    const mail = `${first.toLowerCase()}.${number}@firm-${firm}.example`;
    const phone = `+44 161 49${String(number).padStart(6, '0')}`;
    lines.push(`${first},${last},Purchasing Manager,Firm ${firm} Ltd,${mail},${phone},${towns[firm % 5]},GB`);
  }
  return `${lines.join('\r\n')}\r\n`;
}
