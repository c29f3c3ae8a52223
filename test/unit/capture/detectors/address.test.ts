import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../../../lib/capture/detectors/address.ts';

const read = (lines: string[], country?: string) =>
  findAddresses(lines, { country }).map(({ value: { street, city, region, postalCode, country: iso } }) =>
    [street, postalCode, city, region, iso].map((v) => v ?? '').join(' | '),
  );

describe('findAddresses', () => {
  test.each([
    [['Siège social : 14 bis rue des Forges, 69007 Lyon'], 'FR', '14 bis rue des Forges | 69007 | Lyon |  | FR'],
    [
      ['Sede legale: Via Emilia Est 1140/B, 41122 Modena (MO)'],
      'IT',
      'Via Emilia Est 1140/B | 41122 | Modena | MO | IT',
    ],
    [
      ['La titular es TALLERES IBARRA, S.L., con NIF B-48123456 y domicilio en Calle Zamudio, 12, 2º B, 48010 Bilbao'],
      'ES',
      'Calle Zamudio, 12, 2º B | 48010 | Bilbao |  | ES',
    ],
    [
      ['Avda. de la Industria, s/n', '28108 Alcobendas'],
      'ES',
      'Avda. de la Industria, s/n | 28108 | Alcobendas |  | ES',
    ],
    [
      ['La société est établie au 3, place du Marché, 1003 Lausanne'],
      'CH',
      '3, place du Marché | 1003 | Lausanne |  | CH',
    ],
    [
      ['Unit 7, Riverside Trading Estate, Mill Lane, Stockport SK4 3BD'],
      'GB',
      'Unit 7, Riverside Trading Estate, Mill Lane | SK4 3BD | Stockport |  | GB',
    ],
    [
      ['Kestrel House', '21 Foundry Road', 'Sheffield', 'South Yorkshire', 'S9 2LD'],
      'GB',
      '21 Foundry Road | S9 2LD | Sheffield | South Yorkshire | GB',
    ],
    [
      ['Av. Paulista, 1578 - Bela Vista, São Paulo - SP, 01310-200'],
      'BR',
      'Av. Paulista, 1578 - Bela Vista | 01310-200 | São Paulo | SP | BR',
    ],
    [
      ['620014, г. Екатеринбург, ул. Малышева, д. 51, оф. 12'],
      'RU',
      'ул. Малышева, д. 51, оф. 12 | 620014 | Екатеринбург |  | RU',
    ],
    [
      ['Atatürk Organize Sanayi Bölgesi 10002 Sok. No:5, 35620 Çiğli / İzmir'],
      'TR',
      'Atatürk Organize Sanayi Bölgesi 10002 Sok. No:5 | 35620 | İzmir | Çiğli | TR',
    ],
    [['서울특별시 강남구 테헤란로 152'], 'KR', '강남구 테헤란로 152 |  | 서울특별시 |  | KR'],
    [
      ['경기도 성남시 분당구 판교역로 235, 3층 (우) 13494'],
      'KR',
      '분당구 판교역로 235, 3층 | 13494 | 성남시 | 경기도 | KR',
    ],
    [['742 Evergreen Terrace', 'Springfield, IL 62704'], 'US', '742 Evergreen Terrace | 62704 | Springfield | IL | US'],
    [['Visit us: 12 N Main St, Suite 4, Salem, OR 97301'], 'US', '12 N Main St, Suite 4 | 97301 | Salem | OR | US'],
    [['P.O. Box 1234', 'Austin TX 78701-1234'], 'US', 'P.O. Box 1234 | 78701 | Austin | TX | US'],
    [['100 Queen Street West', 'Toronto, ON M5H 2N2'], 'CA', '100 Queen Street West | M5H 2N2 | Toronto | ON | CA'],
    [['10 High Street, Guildford, Surrey GU1 3AA'], 'GB', '10 High Street | GU1 3AA | Guildford | Surrey | GB'],
    [['Lindenstraße 14a', '12557 Berlin'], 'DE', 'Lindenstraße 14a | 12557 | Berlin |  | DE'],
    [['Werkhof GmbH · Am Anger 3 · 85748 Garching · Impressum'], 'DE', 'Am Anger 3 | 85748 | Garching |  | DE'],
    [['Getreidegasse 9, A-5020 Salzburg'], 'AT', 'Getreidegasse 9 | 5020 | Salzburg |  | AT'],
    [['Bahnhofstrasse 1', 'CH-8001 Zürich'], undefined, 'Bahnhofstrasse 1 | 8001 | Zürich |  | CH'],
    [['12, rue de la Paix', '75002 Paris'], 'FR', '12, rue de la Paix | 75002 | Paris |  | FR'],
    [['Calle Mayor 5', '28013 Madrid'], 'ES', 'Calle Mayor 5 | 28013 | Madrid |  | ES'],
    [['Via Roma 12', '31046 Oderzo (TV)'], 'IT', 'Via Roma 12 | 31046 | Oderzo | TV | IT'],
    [['Keizersgracht 1', '1015 CN Amsterdam'], 'NL', 'Keizersgracht 1 | 1015 CN | Amsterdam |  | NL'],
    [['1 Example Street', 'Mascot NSW 2020'], 'AU', '1 Example Street | 2020 | Mascot | NSW | AU'],
    [
      ['地址：浙江省宁波市鄞州区柳堤路98号3幢 邮编：311121'],
      'CN',
      '鄞州区柳堤路98号3幢 | 311121 | 宁波市 | 浙江省 | CN',
    ],
    [['上海市长宁区梧桐路138号902室'], 'CN', '长宁区梧桐路138号902室 |  | 上海市 |  | CN'],
    [['407台中市西屯區梅川南路10號'], 'TW', '西屯區梅川南路10號 | 407 | 台中市 |  | TW'],
    [['〒730-0011 広島県広島市中区基町1-1'], 'JP', '中区基町1-1 | 730-0011 | 広島市 | 広島県 | JP'],
    [
      ['No. 8 Industry Road, Wenzhou, Zhejiang, 325000 China'],
      'US',
      'No. 8 Industry Road | 325000 | Wenzhou | Zhejiang | CN',
    ],
  ])('%j', (lines, country, expected) => {
    expect(read(lines, country)).toEqual([expected]);
  });

  test.each([
    [['Wir haben 2015 Kunden in aller Welt'], 'DE'],
    [['Akron OH 44301 - 44328'], 'US'],
    [['Copyright 2013 Example Inc. All Rights Reserved'], 'US'],
    [['12345 Besucher'], 'DE'],
    [['2021 年成立'], 'CN'],
    [['永康市某某镇林氏五金加工店'], 'CN'],
  ])('%j is none', (lines, country) => {
    expect(read(lines, country)).toEqual([]);
  });

  test('lines and text tell where it stood', () => {
    const [found] = findAddresses(['Kontakt', 'Lindenstraße 14a', '12557 Berlin'], { country: 'DE' });
    expect(found?.lines).toEqual([1, 2]);
    expect(found?.value.text).toBe('Lindenstraße 14a, 12557 Berlin');
  });

  test('a hostile text costs little', () => {
    const start = process.cpuUsage().user;
    findAddresses(
      [
        '1 '.repeat(190),
        'Aa '.repeat(130),
        '路'.repeat(390),
        'A1 '.repeat(130),
        '12345 Aa'.repeat(49),
        '浙江省'.repeat(130),
      ],
      {},
    );
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000);
  });
});
