/**
 * Words by which mail programs set old text apart, in the languages that business mail is written in.
 * They are programs' words, the same in millions of mails; nothing here is taken from one message.
 */

/** Verbs that end an attribution line: "On … Jane wrote:". */
const wrote =
  'wrote|writes|schrieb(?:en)?|a écrit|écrit|escribió|escribio|escreveu|ha scritto|scrive|schreef|geschreven|skrev|kirjoitti|napsal(?:\\(a\\))?|napisał(?:\\(a\\)|a)?|írta|написал(?:\\(а\\)|а)?|пише|пишет|pisze|đã viết|написав|yazdı|a scris|写道|寫道|写到|写|寫|のメール|書きました|작성';
/** Words that begin one. */
const on = 'On|Am|Le|El|Em|Il|Op|Den|På|Pada|Dnia|W dniu|Dne|Den|Vào|В|в|在|於|于|Il giorno|Em|Pe|Tarihinde|Ter|Mnt';

/** The end of an attribution line, the verb with its colon. */
export const wroteEnd = new RegExp(
  `(?:^|[\\s>)\\]"”’»>,，：:;]|\\d|\\p{L})(?:${wrote})\\s*(?:[:：]|-{2,}|—)\\s*$`,
  'iu',
);
/** An attribution whose verb stands in the middle: "Jane <a@b> schrieb am Fr., 28. Apr. um 11:53:". */
export const wroteMiddle = new RegExp(
  `(?:\\s(?:${wrote})\\s+(?:am|om|den|le|el|il|op|on|at|dne|dnia)\\s.{4,80}[:：]|\\s(?:${wrote})\\s+[^!?]{2,120}[:：]|(?:heeft|het volgende).{0,120}geschreven\\s*[:：])\\s*$`,
  'iu',
);
/** How an attribution line may begin: a preposition, a date, or a name with an address. */
export const attributionStart = new RegExp(
  `^(?:[-–—*\\s]{0,8})(?:(?:${on})(?=[\\s\\d,，])|\\d{1,4}[./年-]\\s?\\d|\\d{1,2}\\s\\p{L}|"?[\\p{L}\\p{N}][^<>@]{0,80}\\s?[<(&\\[]|在|於)`,
  'u',
);
/** A date or a time somewhere in it. */
export const dateLike =
  /\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|年\s?\d{1,2}\s?月|\d{1,2}\s?월/u;
/** Attributions without a verb: "2016-10-24 15:36 GMT+02:00 Foo Bar <a@b>:", or any date and address before a colon. */
export const gmtLine =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+\d{1,2}:\d{2}\s+(?:GMT|UTC)[+-]\d{1,2}:?\d{2}\s+\S.*?(?:<[^<>]*>?\s*:?)?\s*$|^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+\S.{0,80}<[^<>\s]+@[^<>\s]+>\s*:?$|^(?=.*\d{1,2}:\d{2}).{6,120}<[^<>\s]+@[^<>\s]+>\s*:$|^(?:Quoting|Zitat von|Citando)\s.{2,120}:$/u;
/** "Jane Roe wrote on 3/3/2026 10:12 AM:" */
export const nameFirst = /^\p{Lu}\S+(?:\s\S+){0,4}\s(?:wrote|schrieb|skrev)\s/u;

/** Labels of the header block over a quoted message, by what they say. */
export const headerLabels = {
  from: 'From|Von|De|Da|Van|Fra|Från|Lähettäjä|Od|Od:|От|Від|Kimden|Gönderen|Feladó|Expéditeur|Remitente|Mittente|Afzender|Absender|Avsändare|Avsender|发件人|寄件者|寄件人|发送人|差出人|보낸 사람|보낸사람',
  sent: 'Sent|Date|Gesendet|Gesendet am|Datum|Envoyé|Envoyé le|Enviado|Enviado el|Enviada em|Fecha|Data|Inviato|Verzonden|Sendt|Dato|Skickat|Lähetetty|Wysłano|Data wysłania|Odesláno|Отправлено|Дата|Надіслано|Gönderildi|Tarih|Elküldve|发送时间|发送日期|日期|寄件日期|传送日期|傳送日期|送信日時|日時|보낸 날짜|날짜',
  to: 'To|An|À|A|Para|Per|Aan|Til|Till|Vastaanottaja|Do|Komu|Кому|Kime|Címzett|Pour|Empfänger|Destinataire|收件人|收件者|宛先|받는 사람|Cc|Kopie|Reply-To|Antwort an|Répondre à|抄送|副本',
  subject:
    'Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Emne|Ämne|Aihe|Temat|Předmět|Тема|Konu|Tárgy|主题|主旨|件名|题目|標題|제목|Importance|Wichtigkeit|Priorität|Attachments|Anlagen|附件',
} as const;
export type HeaderKind = keyof typeof headerLabels;

/** Rulers with words that stand over an old message. */
export const originalRuler =
  /^\W{0,6}[-_—–=*─━]{2,}\s*(?:(?:(?:Reply|Forwarded|Original)\s+)?(?:Original\s*-?\s*(?:Message|Mail|Appointment|E-?mail)|Original message)|Reply (?:Message|Separator).*|Ursprüngliche (?:Nachricht|Mail)|Originalnachricht|Original-?Nachricht|Message d['’]origine|Message original|Mensaje original|Mensagem original|Messaggio originale|Oorspronkelijk bericht|Oprindelig meddelelse|Opprinnelig melding|Ursprungligt meddelande|Ursprungsmeddelande|Alkuperäinen viesti|Wiadomość oryginalna|Oryginalna wiadomość|Исходное сообщение|Eredeti üzenet|原始邮件|原始信件|原始郵件|原邮件|邮件原件|回复的原邮件|元のメッセージ|Original Message|원본 메시지|Originalmeldung)\s*[-_—–=*─━]*/iu;
/** "------ On 12/29 at 5 pm, X wrote ------": an attribution inside a ruler. */
export const ruledAttribution = /^-{2,}\s?(?:On|Am|Le|El|En)\s.{6,200}(?:wrote|schrieb|écrit|escribió)\s?-{2,}\s*$/iu;
/** The line over a forwarded message. */
export const forwardLine =
  /^(?:[-_—=*\s>]{2,})?\s*(?:(?:Begin )?Forwarded message|Forwarded by .{2,80}|Weitergeleitete Nachricht|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Message (?:transféré|réexpédié)|Début du message (?:réexpédié|transféré)|Mensaje reenviado|Inicio del mensaje reenviado|Messaggio inoltrato|Inizio messaggio inoltrato|Doorgestuurd bericht|Mensagem encaminhada|Пересылаемое сообщение|Пересланное сообщение|Videresendt (?:melding|meddelelse)|Vidarebefordrat meddelande|转发邮件信息|转发的邮件|轉寄郵件|转发邮件|以下是转发的邮件|転送メッセージ)\s*[:：]?\s*[-_—=*]*\s*$/iu;
/** A line of a program or a phone under the text. */
const sentBy = [
  '(?:Sent|Written|Composed) (?:from|via|with|using|by|on) \\S.{1,75}',
  'From my \\S{2,20}(?: \\S{1,12}){0,3}',
  'Get \\[?Outlook for .{2,60}',
  '\\S{2,20} from (?:my )?(?:mobile|phone|iphone|android)',
  'via (?:mobile|iphone|android|blackberry).{0,20}',
  '(?:Von|Aus) (?:meinem|meiner|unterwegs|Samsung|iPhone|Yahoo|GMX|Outlook|Proton|mobil).{0,50}(?:gesendet|geschickt).{0,12}',
  'Gesendet (?:von|mit|über|aus) .{2,60}',
  'Diese (?:Nachricht|E-Mail) wurde von (?:meinem|meiner) .{2,60} gesendet.{0,6}',
  'Envoyé (?:de(?:puis)?|à partir) .{2,50}',
  'Enviado (?:desde|do|a partir d[eo]|de) .{2,50}',
  'Inviat[oa] (?:da|dal|con) .{2,50}',
  'Verzonden (?:vanaf|met|via|van) .{2,50}',
  'Skickat från .{2,50}',
  'Sendt fra .{2,50}',
  'Lähetetty .{2,40}',
  'Wysłan[eo] z .{2,50}',
  'Отправлено (?:с|из) .{2,50}',
  '发自我的.{1,30}',
  '發自我的.{1,30}',
  '[从從]我的.{1,30}(?:发送|發送|传送|傳送)',
  '[来來]自.{1,20}(?:邮箱|郵箱|手机|手機|客户端|客戶端)',
  '\\S{1,20}から送信',
  '나의 \\S{1,20}에서 보냄',
];
export const sentFrom = new RegExp(`^[-_*(<\\s]*(?:${sentBy.join('|')})[\\s.!。)>]*$`, 'iu');
