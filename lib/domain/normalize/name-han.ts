import { hanDoubleSurnames, hanSurnames, japaneseSurnames, koreanSurnames } from '../lexicon/surnames.ts';

export type HanName = { family: string; given: string; honorific: string; partial: boolean; certain: number };

const calls =
  '先生|小姐|女士|太太|老师|老師|师傅|師傅|经理|經理|总经理|总监|總監|总|總|部长|部長|主任|主管|书记|書記|工程师|工程師|工|律师|律師|医生|醫生|教授|博士|院长|院長|校长|会长|會長|董事长|董事長|董事|董|老板|老闆|厂长|廠長|店长|店長|站长|科长|科長|处长|局长|所长|主席|秘书|秘書|课长|課長|副理|协理|襄理|专员|顾问|助理|业务|業務|同学|警官|女儿|哥|姐|阿姨|伯|叔|さん|様|氏|님|씨';
const callAfter = new RegExp(`^(\\p{Script=Han}{1,4}?|[가-힣]{2,4}?)\\s?(${calls})$`, 'u');
/** Words of trade and time that are also given: 国栋, 铁柱, 明月. */
const seldomGiven = /[栋钢铁月年元多前后果万时支]/;
const noGiven =
  /[事總总副等到降此而也都就很还又且因即么已的了是在不我你他她们吗呢吧把被让与或及省市县區镇鄉村路街号號楼樓层层室座部处科厅厂廠店社网網司所会會院校局馆館站库庫品类類型款价價格日時点點分秒个箱袋件台套只机機器具械泵阀铝铜油漆纸布衣鞋帽食饮酒茶糖盐肉菜药業务務话話邮郵址页頁首返回联聯系询詢登录录註注册册搜索索查看更点击下载载闻聞产產介绍紹关關于於案例招聘聘客服线線售後技术術持解决方案服服务务]/;
const commonWords = new Set(
  '查企业 查老板 查公司 查风险 查询 查看 曾用名 董事 国籍 文化石 时间 时候 高级 高中 高清 高效 高温 高压 高速 安全 安装 安防 安静 金属 金融 金额 白色 白酒 石材 石油 石墨 万元 万里 万能 向上 向导 方便 方向 方法 包装 包括 包邮 关闭 关键 关联 毛利 毛衣 成功 成本 成立 成员 成都 江苏 江西 河北 河南 湖北 湖南 山东 广东 广西 海南 海外 云南 云计算 于是 于此 常见 常用 常州 通知 通用 通过 单位 单价 单人 终端 连接 连锁 温度 温馨 温州 水平 平方 平台 平面 平均 全部 全国 全球 全面 别名 强大 强度 明细 明确 明天 和平 和谐 马上 马达 雷达 龙头 龙门 牛肉 牛奶 花园 花费 华东 华南 华北 华中 华为 黄金 黄页 黄色 蓝色 景区 景观 祝贺 左右 左侧 宁波 宁夏 徐州 苏州 杭州 郑州 常熟 武汉 应用 应急 应聘 项目 项链 米兰 米其林 简介 简体 简单 简历 简称 计算 计划 计量 计入 相关 相册 相机 初中 初级 初次 支付 支部 门户 门窗 门店 国内 国际 国家 国产 首页 党建 党委 喜欢 房产 房间 焦点 师资 农业 农产品 路由 路线 边框 储存 储备 任务 任何 任意 施工 施肥 程序 程度 薄膜 古典 古代 车间 车床 车辆 车型 丰富 权利 权威 经营 经理 经验 文化 文件 文章 文字 文档 文献 文具 容量 容器 顾客 顾问 张家港 钟表 钟点 梅花 盛大 甘肃 祁连山 舒适 滑动 曲线 曲面 解决 解答 解读 宣传 宣布 井盖 富裕 章程 严格 易用 易碎 尚未 区域 区块链 贝壳 鲜花 练习 戴尔 汽车 孔径 管理 管道 管材 段落 陶瓷 鲁班 宫殿 阳光 阳台 申请 申报 申诉 满意 满足 满减 充值 巩固 盘点 幸福 信息 信用 信任 信箱 公共 公告 公开 公示 元素 元件 冷却 冷藏 冷链 敬请 展示 展会 展览 展开 展商 展位 参展 能源 能力 敬业 荣誉 荣获 官方 官网 封面 封口机 谈判 查询 查看 查找 麻烦 麻辣 双语 法律 法规 主页 主要 主管 主任 主营 诚信 诚聘 周边 周期 周一 周二 周三 周四 周五 周六 周日 周末 周年 季度 季节 师傅 老师 战略 战斗 战士 席位 伊斯兰 仪器 柳州 卓越 卓创 池州 游戏 游客 沙发 沙龙 沙漠 谷歌 苗木 苗圃 颜色 颜值 商品 商城 商务 商标 商家 利润 利用 利率 居民 居家 居住 居士 但是 呼叫 索引 索取 索赔 上海 上市 上传 上午 中国 中心 中文 中间 中午 衣服 司机 司法 空调 空间 空气 空运 东方 南京 南宁 西安 北京 天津 重庆 计划书 和田 何时 何况 何处 何谓 何为 余额 余款 余下 曾经 曾在 曾任 许可 许可证 许多 钱包 钱币 钱塘 范围 范例 范本 史料 邮编 万达 方案 方式 方形 贺卡 贺词 伍佰 都市 都是 梁柱 夏季 夏天 夏令营 秦皇岛 唐山 唐朝 汤圆 冬季 冯氏 谢谢 谢绝 宋体 宋代 沈阳 姜黄 田园 田野 田间 杜绝 石家庄 姓名 电话 职务 职位 部门 邮箱 手机 传真 地址 网址 微信 马来西亚 马尼拉 马云 葛洲坝 葡萄干 蒙古 蒙牛 蒙版 司徒 华侨 高新区 高新 高低 高度 高端 高铁 高管 高考 高等 高品质 林业 林区 林木 金牌 金银 金华 金刚石 黎明 江北 江南 江门 童装 童车 童话 时尚 时刻 时代 时装 明星 安徽 安康 安心 安排 安卓 白天 白领 白银'.split(
    ' ',
  ),
);

/** Whether a character string could be the given name after a Chinese surname. */
function givenLooksRight(given: string): number {
  if (!/^\p{Script=Han}{1,2}$/u.test(given)) return 0;
  if (/[某xX]/.test(given)) return 0;
  if (noGiven.test(given)) return 0.4;
  return seldomGiven.test(given) ? 0.75 : 1;
}

/** Words of Korean contact pages that begin with a family name's character. */
const koreanWords = new Set(
  '이름 이메일 이용 이용약관 이벤트 이상 이전 이후 이사 이사회 전화 전화번호 전체 전무 전문 전시 전시회 전략 주소 주식 주문 주요 주차 주차장 문의 문의처 문서 공지 공지사항 공장 공급 공사 기술 기업 기타 기획 방문 방법 배송 배달 부서 사장 상담 상무 상품 서비스 서울 서울시 설립 설명 성명 소개 소속 손님 송장 신청 신규 신제품 안내 안전 양식 양산 여행 연구 연구소 연구원 연락처 연혁 오시는길 오전 오후 온라인 우편 우편번호 원장 위치 유통 유한회사 은행 인사 인사말 인재 임원 임직원 장비 장소 정보 정책 제품 조직 조직도 조회 지도 지사 지점 직급 직책 직위 진행 차장 채용 최근 최신 추천 판매 품질 하단 한국 한국어 현황 홍보 홈페이지 회사 회사명 회사소개 회장 회원 고객 고객센터 구매 구매팀 국내 국제 금융 강남 강남구 강의 개발 개발팀 개인 개인정보 경영 경영지원 경기 경기도 경력 과장 관리 관리자 관리팀 관련 남성 노트 대구 대리 대전 대표 대표이사 대표전화 마케팅 매장 명함 모집 목록 무료 문화 물류 민원 박람회 반품 백화점 변경 보기 보안 본사 봉사 부산 부장 생산 생산팀 선택 설계 세미나 수출 수입 시간 시설 시스템 심사 업무 업체 엔지니어 영업 영업부 영업팀 영업팀장 예약 용도 운영 운영팀 자료 자료실 재무 저장 제조 종류 중국 지원 창업 총무 컨설팅 통합 특허 팀장 파트너 팩스 평가 표준 해외 행사 협력 협회 확인 황금'.split(
    ' ',
  ),
);

/**
 * A Chinese, Japanese or Korean name in characters. In: a text without Latin letters around it. Out: its parts and how certain it is
 * one (0 to 1), or undefined. 王先生, 老徐, 陈经理 are partial.
 */
export function readHanName(text: string): HanName | undefined {
  const t = text.trim().replace(/[\s\u3000]+/g, ' ');
  if (t.length < 2 || t.length > 16 || !/[\p{Script=Han}\p{Script=Hangul}]/u.test(t)) return undefined;
  // 来图加工, 车间员工: 工 is how one is called only right behind a name
  const called = /[加施员职手化分技普电焊木民完开员做]工$/u.test(t) && t.length > 2 ? null : callAfter.exec(t);
  if (called?.[1] && called[2]) {
    const inner = called[1];
    if (hanSurnames.has(inner) || hanDoubleSurnames.has(inner))
      return { family: inner, given: '', honorific: called[2], partial: true, certain: 0.9 };
    const name = readHanName(inner);
    if (name && !name.partial && name.certain >= 0.6)
      return { ...name, honorific: called[2], certain: Math.min(1, name.certain + 0.1) };
  }
  const old = /^([老小阿])(\p{Script=Han})$/u.exec(t);
  if (old?.[2] && hanSurnames.has(old[2]))
    return { family: old[2], given: '', honorific: old[1] ?? '', partial: true, certain: 0.5 };
  const dotted = /^(\p{Script=Han}{1,6})[·•・‧](\p{Script=Han}{1,6})(?:[·•・‧]\p{Script=Han}{1,6})?$/u.exec(t);
  if (dotted?.[1] && dotted[2])
    return { family: dotted[2], given: dotted[1], honorific: '', partial: false, certain: 0.8 };
  const joined = /^\p{Script=Han} \p{Script=Han}{1,2}$/u.test(t) ? t.replace(' ', '') : t;
  if (/^[가-힣]{2,4}$/.test(joined) && !koreanWords.has(joined) && koreanSurnames.has(joined[0] ?? ''))
    return {
      family: joined[0] ?? '',
      given: joined.slice(1),
      honorific: '',
      partial: false,
      certain: joined.length === 3 ? 0.75 : 0.4,
    };
  const parts = /^([\p{Script=Han}々]{1,3}) ([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,3})$/u.exec(t);
  if (parts?.[1] && parts[2] && japaneseSurnames.has(parts[1]))
    return { family: parts[1], given: parts[2], honorific: '', partial: false, certain: 0.9 };
  if (/^[\p{Script=Han}々]{3,5}$/u.test(joined)) {
    for (const size of [2, 3]) {
      if (
        japaneseSurnames.has(joined.slice(0, size)) &&
        joined.length - size >= 1 &&
        joined.length - size <= 3 &&
        !hanSurnames.has(joined[0] ?? '')
      )
        return {
          family: joined.slice(0, size),
          given: joined.slice(size),
          honorific: '',
          partial: false,
          certain: 0.7,
        };
    }
  }
  if (
    !/^\p{Script=Han}{2,4}$/u.test(joined) ||
    commonWords.has(joined) ||
    commonWords.has(joined.slice(0, 2) + (joined[2] ?? ''))
  )
    return undefined;
  const two = joined.slice(0, 2);
  if (hanDoubleSurnames.has(two) && joined.length >= 3) {
    const fits = givenLooksRight(joined.slice(2));
    if (fits) return { family: two, given: joined.slice(2), honorific: '', partial: false, certain: 0.92 * fits };
  }
  if (joined.length <= 3 && hanSurnames.has(joined[0] ?? '')) {
    const fits = givenLooksRight(joined.slice(1));
    if (fits)
      return {
        family: joined[0] ?? '',
        given: joined.slice(1),
        honorific: '',
        partial: false,
        certain: (joined.length === 3 ? 0.85 : 0.62) * fits,
      };
  }
  // married names of Hong Kong and Taiwan: two surnames, then the given name
  if (
    joined.length === 4 &&
    hanSurnames.has(joined[0] ?? '') &&
    hanSurnames.has(joined[1] ?? '') &&
    givenLooksRight(joined.slice(2)) === 1
  )
    return { family: joined.slice(0, 2), given: joined.slice(2), honorific: '', partial: false, certain: 0.5 };
  return undefined;
}
