// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { read } from './pages.ts';

const zh = (title: string, url: string) => ({ title, url, lang: 'zh-CN' });
const named = <T extends { name: string | undefined }>(list: T[], name: string): T | undefined =>
  list.find((s) => s.name === name);

describe('a supplier on a marketplace', () => {
  const body = `<div class="top">百采汇 找供应商 采购需求</div><div class="top"><span>客服热线 400-810-2231</span></div>
    <h1>不锈钢阀门 厂家直销</h1><p>咨询请拨打一三九·二八八一·〇六六四（微信同号）</p><p>售前：姚工 0519-8612 7731 转 802</p>
    <div class="corp"><div>常临市恒泽管件有限公司</div><div>经营模式 生产厂家/工厂</div><div>注册资金 800万人民币</div>
    <div>员工数 42人</div><div>联系人 贺春梅 女士</div><div>部门 销售部 职位 经理</div><div>电话 0519-86127730</div><div>传 真 0519-86127739</div></div>
    <h3>同类厂家推荐</h3><div>临东阀门厂</div><div>电话 0519-81112222</div>
    <p>Copyright © 百采汇（苏东百采网络科技有限公司）保留所有权利 苏ICP备11223344号</p>`;
  const page = zh('不锈钢阀门 - 供应商 - 常临市恒泽管件有限公司', 'https://cn.baicaihui.example/g/12.html');

  it('is the page’s own company, with its facts and numbers and none of the marketplace’s', async () => {
    const { companies, people, reading } = await read(body, page);
    expect(companies[0]?.name).toBe('常临市恒泽管件有限公司');
    expect(companies.map((c) => c.name).join()).not.toMatch(/百采|临东|工厂/);
    const phones = [...companies, ...people].flatMap((s) => s.phones);
    expect(phones).not.toContain('+864008102231');
    expect(phones).toContain('+8613928810664');
    expect(reading.companies[0]?.fields.registeredCapital[0]?.value).toBe('800万人民币');
    expect(named(people, '姚工')?.phones).toEqual(['+8651986127731']);
  });
});

describe('people of one line', () => {
  it('each have their own number; a point of a list is a matter of its own', async () => {
    const { people, companies } = await read(
      `<div>晋阳重型机械集团有限公司</div><div><h3>应聘方式</h3>
       <div>1、电话：人力资源部 秦小姐 0351-4081176（座机）/ 廖部长 13834100287</div><div>2、微信：添加人事微信 JYZX-HR-qin</div>
       <div>3、急事请找总经理助理 窦晓棠（douxt@jyzx.example）</div><div>4、监督电话 0351-4068001</div></div>
       <div>版权所有：晋阳重型机械集团有限公司 电话：0351-4068018 晋ICP备12345678号</div>`,
      zh('人才招聘-晋阳重型机械集团有限公司', 'http://www.jyzx.example/hr'),
    );
    expect(named(people, '秦小姐')?.phones).toEqual(['+863514081176']);
    expect(named(people, '廖部长')).toMatchObject({ phones: ['+8613834100287'], title: '部长' });
    expect(named(people, '窦晓棠')).toMatchObject({ title: '总经理助理', phones: [] });
    expect(companies[0]?.phones).toEqual(expect.arrayContaining(['+863514068001', '+863514068018']));
  });

  it('called beside their number in a sentence', async () => {
    const { people } = await read(
      `<p>海纳机床经营部</p><p>设备还在厂里开着，欢迎来看，找不到我就打我妻子的电话 13806327001 蒋女士。简历请寄 hr@haina.example 致人事部 黄小姐收。</p>`,
      zh('二手车床 - 海纳机床经营部', 'https://haina.example/1'),
    );
    expect(named(people, '蒋女士')?.phones).toEqual(['+8613806327001']);
    expect(named(people, '黄小姐')?.emails).toEqual(['hr@haina.example']);
  });
});

describe('titles', () => {
  it('in several parts are one, a label is none, what somebody was is none', async () => {
    const { people } = await read(
      `<h1>律师团队</h1><ul><li><div>严慎言 主任、高级合伙人</div><div>专业领域：公司并购</div><div>手机：135-0961-1137</div></li>
       <li><div>邹晚晴 律师</div><div>专业领域：劳动人事</div><div>手机：159-1542-1133</div></li>
       <li><div>Mark Levinson</div><div>Advisor, ex-VP of Sales at Birkwerk Motor</div><div>手机：159-1542-1144</div></li></ul>`,
      zh('律师团队-广南衡石律师事务所', 'http://hengshi.example/'),
    );
    expect(people.map((p) => [p.name, p.title])).toEqual([
      ['严慎言', '主任、高级合伙人'],
      ['邹晚晴', '律师'],
      ['Mark Levinson', 'Advisor'],
    ]);
  });

  it('a name in two scripts is one person, with the degree or given name after the comma', async () => {
    const card = (han: string, latin: string, title: string, tel: string): string =>
      `<div class="card"><div>${han}</div><div>${latin}</div><div>${title}</div><ul><li>D: ${tel}</li></ul></div>`;
    const { people } = await read(
      `<div>Tel: (852) 2851 7030</div><div class="team">${card('鄺啟明', 'KWONG Kai Ming, Dickson', '董事總經理', '2851 7032')}
       ${card('梁慧琳', 'LEUNG Wai Lam', '董事', '2851 7035')}${card('余嘉儀', 'YU Ka Yee, Ph.D.', '公司秘書主任', '2851 7050')}</div>
       <div>Rooms 1804-06, 18/F, Hing Lok Commercial Centre, 272 Des Voeux Road Central, Hong Kong</div>`,
      { title: '專業團隊 - 鄺梁會計師事務所', url: 'http://www.kl.example.hk/', lang: 'zh-HK' },
    );
    expect(people.map((p) => [p.name, p.title, p.phones[0]])).toEqual([
      ['鄺啟明', '董事總經理', '+85228517032'],
      ['梁慧琳', '董事', '+85228517035'],
      ['余嘉儀', '公司秘書主任', '+85228517050'],
    ]);
  });
});

describe('firms', () => {
  it('stand between labels, behind the word for a branch, with brackets, and are not what they once were', async () => {
    const { companies } = await read(
      `<h1>海州石纹化工集团股份有限公司</h1><p>地址：山东省海州市滨海路12号 总机：0536-2958100</p><p>曾用名：海州石纹助剂有限公司</p>
       <h4>子公司</h4><p>海州石纹溴素有限公司 电话：0536-5307700</p><p>石纹（上海）国际贸易有限公司 电话：021-58207700</p>
       <p>举报邮箱：jubao@shiwen.example</p><div>昆州廠 昆州石紋自動化設備有限公司</div><div>TEL：86-512-57457700</div>
       <p>版权所有 海州石纹化工集团股份有限公司</p>`,
      zh('联系我们-海州石纹化工集团股份有限公司', 'https://www.shiwen.example/contact'),
    );
    expect(companies.map((c) => c.name)).toEqual([
      '海州石纹化工集团股份有限公司',
      '海州石纹溴素有限公司',
      '石纹（上海）国际贸易有限公司',
      '昆州石紋自動化設備有限公司',
    ]);
    expect(companies[0]?.emails).toEqual(['jubao@shiwen.example']);
    expect(companies[2]?.phones).toEqual(['+862158207700']);
  });

  it('of a table of holdings with their representatives', async () => {
    const { reading } = await read(
      `<h1>湘南核工装备股份有限公司</h1><dl><dt>法定代表人</dt><dd>欧阳振生</dd><dt>注册地址</dt><dd>湖南省长河市岳北区桐梓路8号</dd></dl>
       <h3>对外投资</h3><table><tr><th>企业名称</th><th>法定代表人</th><th>注册资本</th></tr>
       <tr><td>长河磁选设备有限公司</td><td>谭志强</td><td>800万</td></tr><tr><td>湘南环保工程有限公司</td><td>彭小涛</td><td>300万</td></tr></table>`,
      zh('湘南核工装备股份有限公司_工商信息', 'https://reg.example/1'),
    );
    const firm = reading.companies.find((c) => c.fields.name[0]?.value === '长河磁选设备有限公司');
    expect(firm?.fields.representatives.map((r) => r.value)).toEqual(['谭志强']);
  });

  it('with a short name are in a list as the others are', async () => {
    const entry = (name: string, tel: string): string =>
      `<article><h3>${name}</h3><dl><dt>電話</dt><dd>${tel}</dd></dl></article>`;
    const { companies } = await read(
      `<section>${entry('永昇鑫精密股份有限公司', '04-25340700')}${entry('大佑機械有限公司', '04-26334100')}${entry('協捷齒輪工業有限公司', '04-7363000')}${entry('宏億數控股份有限公司', '03-4605600')}</section>`,
      { title: '參展廠商', url: 'https://expo.example.tw/list', lang: 'zh-TW' },
    );
    expect(named(companies, '大佑機械有限公司')?.phones).toEqual(['+886426334100']);
  });
});

describe('WeChat and QQ', () => {
  it('with spaces and wide letters, by the number above, in quotation marks', async () => {
    const { reading } = await read(
      `<div>永河县瓯丰阀门有限公司</div><p>联 系 人：陈 经 理</p><p>手 机：138 0577 1234</p><p>微信与电话同步</p><p>Ｑ Ｑ：８３６２７４０００</p>`,
      zh('联系方式-永河县瓯丰阀门有限公司', 'http://www.oufeng.example/lx'),
    );
    const [person] = reading.people;
    expect(person?.fields.wechat[0]?.value).toBe('13805771234');
    expect(person?.fields.qq[0]?.value).toBe('836274000');
  });
});

describe('offices and reports', () => {
  it('call people by department, extension and rank', async () => {
    const { people } = await read(
      `<h2>永捷精密工業股份有限公司</h2><p>負責人：蔡明弘</p><p>總公司：新北市三重區光復路一段 88 號 TEL：02-2999-1200</p>
       <p>業務聯絡：張經理 分機 21、陳怡安小姐 分機 22 (0922-333-400)</p><p>南部辦事處：07-333-1200 李副理</p>`,
      { title: '公司簡介 - 永捷精密工業股份有限公司', url: 'https://www.yongjie.example.tw/', lang: 'zh-TW' },
    );
    expect(named(people, '蔡明弘')?.phones).toEqual([]);
    expect(people.map((p) => p.name)).toEqual(expect.arrayContaining(['張經理', '陳怡安', '李副理']));
    expect(named(people, '陳怡安')?.phones).toEqual(['+886922333400']);
    expect(named(people, '李副理')?.phones).toEqual(['+88673331200']);
  });

  it('in Hong Kong read numbers with an area code as the mainland’s', async () => {
    const { people } = await read(
      `<p>榮昌五金製品廠有限公司</p><p>電話：2389 1200</p><p>國內廠房：東門市長平鎮三路5號 電話：(0769) 8331 2300 聯絡人：黃廠長</p>`,
      { title: '聯絡我們 | 榮昌五金製品廠有限公司', url: 'https://www.wc.example.hk/', lang: 'zh-HK' },
    );
    expect(named(people, '黃廠長')?.phones).toEqual(['+8676983312300']);
  });

  it('in a report people belong to the firm that was named last, those who made the report are none', async () => {
    const { people, companies } = await read(
      `<h1>乡村路上的领头雁</h1><p>来源：冀中日报 作者：王小雅 2023-06-01</p>
       <p>走进冀中县绿谷果蔬种植专业合作社，理事长赵铁柱正带着社员采摘草莓，一年四季都有收成，社员们干劲十足，日子越过越好。</p>
       <p>冀中县兴谷食品有限公司主营深加工，去年收购农产品三千多吨，带动农户八百多户，人均增收四千余元，受到各方好评。</p>
       <p>公司总经理钱多福介绍，今年还要再建两条生产线，争取把产品卖到更远的地方去，带动更多的农户一起增收，前景十分看好。</p>
       <p>（责任编辑：李静安 校对：周洋）</p><p>冀中日报社 版权所有</p>`,
      zh('乡村路上的领头雁-冀中日报', 'https://jzrb.example/1.html'),
    );
    expect(named(people, '钱多福')?.company).toBe('冀中县兴谷食品有限公司');
    expect(named(people, '赵铁柱')?.title).toBe('理事长');
    expect(people.map((p) => p.name)).not.toContain('李静安');
    expect(companies.map((c) => c.name)).toContain('冀中县兴谷食品有限公司');
  });

  it('a house without a legal form is called as its title and foot say', async () => {
    const { companies, people } = await read(
      `<h1>投资团队</h1><div><h3>顾清扬</h3><p>创始合伙人</p></div><div><h3>苏禾安</h3><p>投资副总裁</p></div>
       <footer>融河资本 BP投递：bp@ronghe-cap.example 沪ICP备17000000号</footer>`,
      zh('团队 - 融河资本', 'https://www.ronghe-cap.example/team'),
    );
    expect(companies[0]?.name).toBe('融河资本');
    expect(people.map((p) => p.title)).toEqual(['创始合伙人', '投资副总裁']);
  });
});

describe('desks', () => {
  it('name people by common words too, and each keeps their own rank', async () => {
    const { people } = await read(
      `<div>青沙恒运机械厂</div><p>销售一部：田园 13012345670</p><p>华东区：王立军（经理）13811112220；华南区：李大伟 13911112220</p>`,
      zh('联系我们-青沙恒运机械厂', 'http://www.hengyun.example/contact.html'),
    );
    expect(people.map((p) => [p.name, p.title, p.phones[0]])).toEqual([
      ['田园', undefined, '+8613012345670'],
      ['王立军', '经理', '+8613811112220'],
      ['李大伟', undefined, '+8613911112220'],
    ]);
  });
});
