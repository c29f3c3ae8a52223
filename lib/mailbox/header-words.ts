/** What a part of a mail's header says. `other` is a label that is none of these: what follows it belongs to nobody. */
export type HeaderKind = 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc' | 'date' | 'subject' | 'other';

/** Labels of header lines as mail clients write them, lower case, without colon. */
const words: [HeaderKind, string][] = [
  [
    'from',
    'from|von|de|da|desde|van|fra|från|od|от|від|lähettäjä|feladó|expéditeur|exp|remitente|mittente|remetente|afzender|absender|afsender|avsändare|avsender|nadawca|odesílatel|odosielateľ|expeditor|отправитель|отправник|від кого|от кого|gönderen|kimden|από|αποστολέας|من|المرسل|מאת|השולח|发件人|發件人|寄件人|寄件者|发信人|发送人|來自|来自|差出人|送信者|from（差出人）|보낸 사람|보낸사람|발신|từ|người gửi|จาก|dari|pengirim|küldő|prejemnik od|șalje|siuntėjas|nuo|no|sūtītājs|saatja',
  ],
  [
    'sender',
    'sender|sent by|gesendet von|envoyé par|enviado por|inviato da|verzonden door|代发|代發|由|代理送信者|via',
  ],
  [
    'replyTo',
    'reply-to|reply to|replyto|antwort an|antworten an|répondre à|responder a|rispondi a|responder para|antwoorden aan|antwoord aan|svar til|svara till|odpowiedz do|odpovědět na|ответить|кому ответить|обратный адрес|yanıt adresi|返信先|回复给|回复地址|回复至|回覆至|回覆給|答复给|회신',
  ],
  [
    'to',
    'to|an|à|a|para|aan|naar|til|till|do|komu|кому|до|получатель|vastaanottaja|címzett|destinataire|destinataires|destinatario|destinatarios|destinatari|destinatário|destinatários|ontvanger|empfänger|modtager|mottagare|mottaker|odbiorca|adresat|příjemce|către|catre|kime|alıcı|προς|إلى|الى|אל|עבור|收件人|收件者|收信人|发给|發給|发送至|宛先|受信者|받는 사람|받는사람|수신|đến|tới|người nhận|ถึง|kepada|untuk|prejemnik|kam|saaja|recipients|recipient',
  ],
  [
    'cc',
    'cc|kopie|copie|copia|cópia|kopi|kopia|kopio|másolat|dw|do wiadomości|копия|копія|bilgi|κοιν|نسخة|עותק|抄送|抄送人|副本|副本抄送|ｃｃ|참조|salinan|tembusan|kopija',
  ],
  ['bcc', 'bcc|bcc:|blindkopie|cci|cco|ccn|密送|密送人|密件副本|密抄|скрытая копия|숨은참조|udw'],
  [
    'date',
    'date|sent|datum|gesendet|gesendet am|empfangen|envoyé|envoyé le|fecha|enviado|enviado el|data|inviato|verzonden|dato|sendt|skickat|päiväys|lähetetty|data wysłania|wysłano|odesláno|dátum|elküldve|trimis|дата|отправлено|tarih|gönderildi|ημερομηνία|التاريخ|תאריך|时间|日期|发送时间|發送時間|發送日期|发件时间|收件时间|寄件日期|傳送日期|日時|送信日時|受信日時|날짜|보낸 날짜|보낸날짜|ngày|วันที่|tanggal|received|time',
  ],
  [
    'subject',
    'subject|betreff|objet|sujet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|tárgy|subiect|тема|konu|θέμα|الموضوع|נושא|主题|标题|主旨|主題|件名|제목|chủ đề|เรื่อง|subjek|perihal|tema|title',
  ],
];

const kinds = new Map<string, HeaderKind>(
  words.flatMap(([kind, list]) => list.split('|').map((word) => [word, kind] as const)).reverse(),
);

/** Which header line a label begins. In: its words, colon or none. Out: its kind; `other` for a label with a colon that is none of ours; undefined for what is no label. */
export function labelOf(text: string): HeaderKind | undefined {
  if (text.length > 30) return undefined;
  // Signs are spaced out to align them: 抄　送：
  const bare = text.replace(/[\s:：]+$/, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  const kind = kinds.get(bare.toLowerCase());
  if (kind) return kind;
  return bare !== text && /^\p{L}[\p{L}\p{M}\s'’().-]*$/u.test(bare) && /[:：]/.test(text) ? 'other' : undefined;
}

/** A text that begins with its label: "From: …". In: plain text. Out: the label's kind and the rest. */
export function splitLabel(text: string): { kind: HeaderKind; rest: string } | undefined {
  const m = /^([^:：@<>]{1,30})[:：]\s*(?=\S)/u.exec(text);
  const kind = m?.[1] === undefined ? undefined : kinds.get(m[1].trim().toLowerCase());
  return m && kind ? { kind, rest: text.slice(m[0].length) } : undefined;
}

const hints: [HeaderKind, RegExp][] = [
  ['replyTo', /(?:^|[-_.:\s])reply-?to(?:$|[-_.:\s])/],
  ['from', /(?:^|[-_.:\s])(?:from|sender|author|absender)(?:$|[-_.:\s])/],
  ['bcc', /(?:^|[-_.:\s])bcc(?:$|[-_.:\s])/],
  ['cc', /(?:^|[-_.:\s])cc(?:$|[-_.:\s])/],
  ['to', /(?:^|[-_.:\s])(?:to|recipients?|empfaenger)(?:$|[-_.:\s])/],
  ['subject', /(?:^|[-_.:\s])subject(?:$|[-_.:\s])/],
  ['date', /(?:^|[-_.:\s])(?:date|datetime|time|timestamp)(?:$|[-_.:\s])/],
];
const hinting = ['class', 'id', 'data-test-id', 'data-testid', 'data-webdriver', 'itemprop'];

/** What an element's own names say it holds (`message-from`, `headerTo`). A hint: the words in it win. */
export function hintOf(element: Element): HeaderKind | undefined {
  let names = '';
  for (const attribute of hinting) {
    const value = element.getAttribute(attribute);
    if (value) names += ` ${value.slice(0, 200)}`;
  }
  if (!names) return undefined;
  const split = names.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  return hints.find(([, pattern]) => pattern.test(split))?.[0];
}

/** Names of the folder of sent mail. */
export const sentFolder =
  /^(?:sent(?: (?:items|mail|messages|box))?|sentitems|gesendete?(?: (?:objekte|elemente|nachrichten|e-mails))?|postausgang|envoyés?|éléments envoyés|messages envoyés|enviados?|elementos enviados|(?:posta )?inviat[ai]|itens enviados|verzonden(?: items| berichten)?|sendte?(?: elementer)?|skickat|skickade objekt|lähetetyt|wysłane|odeslan[ée]|elküldött|trimise|отправленные|надіслані|gönderilmiş(?: öğeler)?|gönderilenler|απεσταλμένα|المرسل|דואר יוצא|נשלחו|已发送|已发邮件|已发送邮件|已傳送郵件|寄件備份|寄件匣|送信済み(?:アイテム)?|보낸 ?편지함|보낸메일함|đã gửi|terkirim)$/i;

/** Words that stand between who sent a mail and for whom. */
export const onBehalf =
  /on behalf of|im (?:auftrag|namen) von|de la part de|au nom de|en nombre de|por cuenta de|em nome de|per conto di|namens|代表|от имени|w imieniu|代理で/i;
/** "(sent by …)", behind the one for whom. */
export const sentBy = /[(（]\s*由|代发|代發|sent by|gesendet von|envoyé par|enviado por|inviato da/i;
