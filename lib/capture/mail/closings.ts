/** The formulas that close a letter; a name and a signature follow. */
const formulas = [
  '(?:(?:with|in) )?(?:(?:my|our|many|the) )?(?:best|kind(?:est)?|warm(?:est)?|regards?|sincere(?:ly|st)?|friendly|cordial(?:ly)?|respectful(?:ly)?|yours|very truly|cheers|take care|talk soon|all the best|have a (?:great|nice|good) \\w+|looking forward.{0,30}|your pal|love|xoxo|appreciat\\w+)(?: (?:regards?|wishes|yours|truly|sincerely|faithfully|to you|and regards|again|for now|soon))*',
  '(?:many |with |best |kind |warm )?(?:thanks|thank you|thx|tks|ty|appreciation)(?: (?:again|so much|very much|a lot|in advance|and (?:best |kind |warm )?regards|for (?:your|the) (?:help|time|support|understanding)|you))*',
  '(?:mit )?(?:(?:sehr )?(?:freundliche[nm]?|beste[nr]?|herzliche[nr]?|liebe[nr]?|viele[n]?|schöne[nr]?|kollegiale[nr]?|sonnige[nr]?|vorzügliche[nr]) )(?:gr[üu](?:ß|ss)e?n?|gruss|gruß|dank|hochachtung)(?: (?:aus|von|nach) .{2,30})?',
  '(?:br|rgds|kr|mfg|lg|vg|bg|hochachtungsvoll|gr[üu](?:ß|ss)e?|es gr[üu](?:ß|ss)t(?: sie)?.{0,20}|(?:vielen |besten |herzlichen )?dank.{0,20}|ihr (?:\\p{L}+-?)?team|ihre?)',
  '(?:bien )?(?:cordialement|amicalement|sincèrement|salutations(?: (?:distinguées|cordiales))?|bien à vous|meilleures salutations|merci(?: d.avance)?)|(?:veuillez|je vous prie).{5,80}',
  '(?:un )?(?:cordial(?:es)? )?(?:saludos?(?: cordiales)?|atentamente|gracias|un abrazo)|(?:atenciosamente|cumprimentos|abraços|obrigad[oa])',
  '(?:cordiali|distinti|cari) saluti|saluti|grazie|cordialmente',
  '(?:met )?(?:vriendelijke|hartelijke) groeten?|groeten?|(?:med )?(?:vänliga?|venlige?) h[iä]ls(?:n|en)ing(?:ar)?(?:er)?|hilsen|mvh|terveisin|ystävällisin terveisin',
  '(?:pozdrawiam|z poważaniem|s pozdravem|üdvözlettel|saygılarımla|с уважением|с наилучшими пожеланиями)',
  '(?:此致|敬礼|敬禮|顺祝(?:商祺)?|順頌(?:商祺)?|商祺|祝好|谢谢|謝謝|感谢|致敬|顺颂商祺|敬上|敬具|以上|よろしくお願い(?:いた|致)?します|宜しくお願いします|감사합니다)',
];
const closing = new RegExp(
  `^[^\\p{L}]{0,3}(?:${formulas.join('|')})(?=$|[\\s,.!;:，。！、\\-–—]|\\p{Extended_Pictographic})`,
  'iu',
);

/** A closing formula at the start of a line: how long it is; 0 for none. In: a line. */
export function closingLength(text: string): number {
  if (text.length > 120) return 0;
  const m = closing.exec(text);
  return m ? m[0].length + (/^[\s,.!;:，。！、\-–—]*/u.exec(text.slice(m[0].length))?.[0].length ?? 0) : 0;
}

/** Words of the legal small print under mails; two of them in a long line, or one at its start. */
const legalWords =
  /confidential|privileged|intended (?:only |solely )?(?:recipient|for)|disclaimer|if you (?:have )?(?:received|are not)|received (?:this|it) (?:e-?mail |message )?(?:in error|by mistake)|please (?:notify|delete|consider)|unauthori[sz]ed|virus|vertraulich|nicht der (?:richtige|beabsichtigte)|irrtümlich|datenschutz|personenbezogen|unbefugt|empfänger|confidentiel|destinataire|confidencial|destinatario|riservat|vertrouwelijk|geadresseerde|bijlagen|aansprakelijk|конфиденциальн|保密|机密|機密|免责|免責|unsubscribe|abmelden|abbestellen|退订|取消訂閱|se désabonner|darse de baja|view in browser|think before (?:you )?print|consider the environment|umwelt|environment before printing|trade ?mark|all rights reserved|copyright|©/gi;
const legalStart =
  /^(?:\*{1,2}|_)?\s*(?:disclaimer|confidentiality|important(?: notice)?|notice|legal notice|hinweis|haftungsausschluss|vertraulichkeits|diese (?:e-?mail|nachricht)|this (?:e-?mail|message|communication|transmission)|the (?:information|contents?)|alle e-mail|ce message|este (?:mensaje|correo)|questo messaggio|dit bericht|本邮件|此邮件|本郵件|protect the environment|please consider|save a tree)/i;

/** Whether a line is legal small print, an unsubscribe line or a plea for trees. In: a line. */
export function isDisclaimer(text: string): boolean {
  if (text.length < 20 && !/^(?:unsubscribe|abmelden|退订|disclaimer)/i.test(text)) return false;
  if (legalStart.test(text) && text.length > 25 && (text.match(legalWords)?.length ?? 0) > 0) return true;
  const hits = new Set((text.match(legalWords) ?? []).map((w) => w.toLowerCase())).size;
  return hits >= 2 || (hits >= 1 && text.length > 140) || /^(?:unsubscribe|abmelden|退订|您收到此邮件)/i.test(text);
}

/** The line under a bulk mail from which on only its sending program speaks. */
export const isUnsubscribe = (text: string): boolean =>
  text.length < 400 &&
  /unsubscribe|abbestellen|abmelden|se désabonner|darse de baja|退订|退訂|取消訂閱|отписаться/i.test(text);

const common =
  /(?<![\p{L}'])(?:the|you|your|we|our|is|are|was|were|will|would|have|has|had|that|this|these|with|from|they|can|could|please|not|but|if|be|it|my|me|i|to|und|ist|sind|wir|sie|ihr|ihnen|ich|haben|hat|nicht|auch|wird|werden|bitte|dass|eine?n?|das|mit|für|vous|nous|est|les|des|une|pour|que|usted|para|con|los|las|una|het|een|wij|niet|è|che|per|una|je|не|что|мы|вы|для|на)(?![\p{L}'])/giu;

/** Whether a line reads like a sentence of the text. In: a line. */
export function isProse(text: string): boolean {
  const hits = text.match(common)?.length ?? 0;
  const count = text.split(/\s+/).length;
  if (count >= 4 && hits >= 2 && hits / count > 0.15) return true;
  if (hits >= 1 && count >= 4 && /[.!?]["')]?$/.test(text) && !/@|\d{5}/.test(text)) return true;
  if (count >= 12 && hits >= 1) return true;
  if (count >= 5 && /[a-zäöüé]{3,}[.!?]$/.test(text) && !/^\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)*[.!?]$/u.test(text))
    return true;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return (
    han >= 8 &&
    (/[。！？；]$|[，,].{4,}[。！]/u.test(text) || /您|请|請|我们|我們|附件|查收|麻烦|煩請/u.test(text)) &&
    !/^\p{L}{1,6}[:：]/u.test(text)
  );
}
