const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Names of mailboxes that belong to a task and to no person. */
export const roleAccounts = set(`
info infos information office mail email e-mail post postmaster kontakt contact contacts contactus contact-us kontakte hello hallo hi welcome ask anfrage anfragen inquiry inquiries enquiry enquiries request requests feedback
sales sale vertrieb verkauf order orders bestellung bestellungen auftrag shop store webshop customer customers customerservice customer-service customercare kundenservice kunden kundendienst service services support help helpdesk hotline technik technical
admin administrator administration verwaltung zentrale empfang reception sekretariat secretary secretariat buero bureau geschaeftsstelle geschaeftsfuehrung gf management direktion vorstand board ceo
billing invoice invoices rechnung rechnungen buchhaltung accounting accounts finance finanzen payment payments tax steuer
hr jobs job career careers karriere bewerbung bewerbungen recruiting recruitment recruit personal personalabteilung humanresources hrd talent
marketing press presse media pr news newsletter communications kommunikation redaktion editor editorial events event
webmaster web hostmaster root noc abuse security datenschutz dsb privacy dpo legal compliance impressum copyright
noreply no-reply donotreply do-not-reply mailer-daemon bounce bounces notifications notification newsletter-noreply automailer
export import purchase purchasing einkauf procurement logistics logistik versand shipping lager warehouse
team all everyone staff crew members mitglieder verein club partner partners affiliate affiliates dealer haendler investor investors ir
booking bookings reservation reservations reservierung reservas rezeption termin termine termine-anfrage
praxis kanzlei labor werkstatt notfall schule kita bibliothek archiv pfarramt gemeinde rathaus buergerbuero bauamt standesamt
comercial ventas compras administracion informacion contacto soporte atencion rrhh vendite commerciale acquisti amministrazione segreteria assistenza contatti accueil direction commercial achats contactez verkoop inkoop administratie klantenservice
zhaopin kefu shichang xiaoshou yewu waimao market zhaoshang caigou
`);

/** Providers of mailboxes for everybody. */
export const freeMailDomains = set(`
gmail.com googlemail.com yahoo.com yahoo.de yahoo.co.uk yahoo.fr yahoo.es yahoo.it yahoo.ca yahoo.co.in yahoo.co.jp yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.cn yahoo.com.hk yahoo.com.tw ymail.com rocketmail.com hotmail.com hotmail.de hotmail.co.uk hotmail.fr hotmail.it hotmail.es outlook.com outlook.de outlook.fr outlook.es outlook.it live.com live.de live.co.uk live.nl live.fr live.it live.cn msn.com aol.com aol.de aim.com icloud.com me.com mac.com
gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.org gmx.eu web.de t-online.de freenet.de arcor.de online.de onlinehome.de email.de mail.de posteo.de posteo.net mailbox.org 1und1.de kabelmail.de vodafone.de vodafonemail.de unitybox.de ewetel.net ewe.net versanet.de alice.de alice-dsl.net o2online.de o2mail.de netcologne.de htp-tel.de osnanet.de magenta.de tutanota.com tutanota.de tuta.io tuta.com
aon.at a1.net chello.at utanet.at inode.at kabsi.at liwest.at bluewin.ch sunrise.ch hispeed.ch swissonline.ch
qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com yeah.net 188.com sina.com sina.cn vip.sina.com sina.com.cn sohu.com tom.com 139.com wo.cn wo.com.cn 189.cn 21cn.com 263.net 263.net.cn aliyun.com hinet.net pchome.com.tw seed.net.tw yam.com netvigator.com naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com ocn.ne.jp biglobe.ne.jp
orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr bbox.fr numericable.fr libero.it virgilio.it tiscali.it alice.it tin.it fastwebnet.it inwind.it iol.it poste.it telefonica.net terra.es movistar.es ono.com ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl xs4all.nl casema.nl upcmail.nl telenet.be skynet.be proximus.be scarlet.be telia.com spray.se online.no broadpark.no wp.pl o2.pl onet.pl onet.eu interia.pl poczta.fm gazeta.pl tlen.pl seznam.cz email.cz centrum.cz post.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg mail.bg ukr.net i.ua mail.ru bk.ru list.ru inbox.ru yandex.ru yandex.com ya.ru rambler.ru
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net juno.com netzero.net frontier.com frontiernet.net windstream.net centurylink.net embarqmail.com roadrunner.com rr.com mindspring.com prodigy.net shaw.ca rogers.com sympatico.ca telus.net videotron.ca btinternet.com btopenworld.com ntlworld.com virginmedia.com sky.com talktalk.net blueyonder.co.uk tiscali.co.uk bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
mail.com email.com usa.com protonmail.com protonmail.ch proton.me pm.me zoho.com fastmail.com fastmail.fm hushmail.com inbox.com inbox.lv rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com sapo.pt
`);

/** Providers of addresses that live for minutes. */
export const disposableDomains = set(`
mailinator.com guerrillamail.com guerrillamail.net guerrillamail.org guerrillamail.de sharklasers.com grr.la 10minutemail.com 10minutemail.net 10minutemail.de tempmail.com temp-mail.org temp-mail.io tempmail.net tempmailo.com tempr.email throwawaymail.com trashmail.com trashmail.de trashmail.net trash-mail.com trash-mail.de wegwerfmail.de wegwerfmail.net wegwerfemail.de muellmail.com spambog.com spambog.de spamgourmet.com spam4.me spamex.com byom.de dispostable.com discard.email discardmail.com discardmail.de mailcatch.com maildrop.cc mailnesia.com mailnull.com mintemail.com mohmal.com moakt.com mytemp.email nada.email getnada.com emailondeck.com fakeinbox.com fakemail.net getairmail.com yopmail.com yopmail.fr yopmail.net jetable.org kurzepost.de einrot.com eyepaste.com inboxkitten.com inboxbear.com luxusmail.org mail-temp.com mailpoof.com minutemail.de anonbox.net anonymbox.com burnermail.io 33mail.com cuvox.de dayrep.com armyspy.com fleckens.hu gustr.com jourrapide.com rhyta.com superrito.com teleworm.us tempinbox.com tmpmail.org tmpmail.net vomoto.com zetmail.com ruu.kr linshiyouxiang.net bccto.me chacuo.net
`);
