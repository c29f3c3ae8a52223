/**
 * Given names that one person may go by, a line for each: short forms, pet names and the spellings of neighbouring
 * languages, folded. A name may stand in several lines (Hans is Johann and Johannes; Alex is Alexander and Alexandra).
 */
const lines = `
abigail abby gail
adelheid heidi
adrian adrien hadrian
agnes agnieszka
albert al bert albrecht
albrecht albert
alexander alex alec sandy sascha sasha xander alexandre alejandro alessandro aleksandr aleksander oleksandr
alexandra alex sandra sascha sasha aleksandra oleksandra alessandra
alfred fred alf freddy
alice alicia
alois aloys lois luis
amanda mandy
anastasia nastya stacy
andreas andi andy andre andrew
andrew andy drew andreas andrei andrey andrzej andre andrii
angela angie geli angelika
angelika angela geli
anna anne ann annie hannah hanna ania anja anya
anneliese anne liesel
annemarie anne
anthony tony antony anton antonio antoine
anton toni tony anthony antonio
antonia toni
arnold arno arnd
arthur art artur
augustin august gus
barbara barb babs barbie baerbel barbel
bartholomew bart
beatrice bea trixi beatrix
benedikt benedict ben
benjamin ben benny benji
bernhard bernd berni bernard
bernard bernie bernhard
bernd bernhard
bertram bert
bettina betty tina
bjorn bjoern
brigitte gitta gitte birgit
bruce brucie
calvin cal
cameron cam
carl karl carlo carlos charles
carla karla
carol caroline karol
caroline carrie karoline carol carolin karolin carolina
caspar kaspar
catherine kate cathy cate katherine kathryn katharina katarina ekaterina kathleen katie kathy
charles charlie chuck chas karl carlos carlo charly
charlotte charlie lotte lottie
christian chris christi
christina chris tina kristina christine christiane
christine chris christina tina christiane christel
christoph chris stoffel christopher christof kristof
christopher chris kit christoph topher
claudia klaudia
clemens klemens clement
constantin konstantin costa kostas
cornelia conny nelly connie
cornelius conny nelis
curtis curt kurt
daniel dan danny danilo
daniela dani danni danielle
david dave davy
deborah deb debbie debra
dennis denis
diana diane
dietrich dieter
dieter dietrich
dimitri dmitri dmitry dmitrii dmytro dima
dominik dominic dominique nick
donald don donnie
dorothea dora thea doro dorothy
douglas doug
eberhard hardy
eckhard ecki eckard eckart
edmund ed ted eddie
eduard ed edi edward
edward ed eddie ted ned eduard
eleanor ellie nell nora elena
elisabeth elizabeth liz lisa lisbeth elsbeth sissi sisi bettina betty elise liesl elli
elizabeth liz beth lizzie betsy betty eliza lisa elisabeth liza
emilia emily
emma em
erich eric erik
erika erica
ernst ernest ernie
eugen eugene gene evgeny evgenii yevgeny yevhen
eugene gene eugen
eva eve ewa
evelyn eve
ferdinand ferdi fernando
florian flo flori
frances fran fanny francesca
francis frank fran francisco francesco franz francois
francisco paco pancho francis
frank franck francis franklin
franklin frank
franz francis frank franzl
franziska franzi fanny francesca
frederick fred freddy rick friedrich frederic
friedrich fritz fred frieder friedel frederick frederic
fritz friedrich
gabriel gabe
gabriele gabi gaby gabriela gabrielle
gabriella gabi gaby gabriela
georg george schorsch jorge giorgio
george georg jorge georges giorgio
gerald gerry jerry gerd
gerhard gerd gert gerhart
gertrud trude gerda gertrude
gottfried friedel geoffrey
gregory greg gregor grigory
gregor greg grigori
guenther gunther gunter
guillermo william memo
gunter gunther guenter
gustav gus
hannelore hanne lore hanna
hannes johannes
hans johannes johann
harald harry harold
harold harry hal harald
heinrich heinz heiner hein henry henri hendrik
heinz heinrich
helen helene elena helena nell
helene lene leni helena helen
helmut helmuth
henry harry hank hal henri heinrich enrique enrico
herbert herb bert heribert
hermann herman
hildegard hilde
horst horsti
hubert bert hubertus
hugo hugh
ignatius nacho ignacio ignaz
ilse elisabeth
isabel isabella bella isabelle izabela isabell
iwan ivan
ivan ivan iwan vanya johann
jacob jake jakob jacques jacobo
jakob jacob jack
james jim jimmy jamie jaime
jan johannes johann jean
jana johanna
jane jean janet jayne
janet jan
jason jay
jean john johann
jeffrey jeff geoffrey
geoffrey geoff jeff
jennifer jen jenny jenni
jeremy jerry
jessica jess jessie
joachim jochen achim jo
joan joanna
joanna jo johanna joan joanne
jochen joachim
johann hans hannes johannes john jean juan jan ivan
johanna hanna hanne jo joanna jana
johannes hans hannes jo johann john jan
john jack johnny jon johann johannes juan jean ivan
jonathan jon john jonny
jose pepe joseph josef
josef joseph sepp jupp joe jose giuseppe jozef
joseph joe joey josef jose giuseppe
joshua josh
juan john johann
judith judy
julia julie yulia juliane
juliane julia
julian jules
jurgen juergen georg
juergen jurgen
justin justus
karl carl charles karlheinz
karlheinz karl heinz
karolina lina karoline caroline
katharina kathrin katrin kathi katja kate catherine katarina ekaterina trina
katherine kate kathy katie kat kay catherine katharina
kathrin katrin katharina
katja katharina ekaterina
kenneth ken kenny
kevin kev
kimberly kim
klaus claus nikolaus nicolas
konrad conrad kurt
konstantin constantin kostya
kristina christina tina
kurt konrad curt
laura lauren
laurence larry lorenz lawrence
lawrence larry laurence lorenz
leonard leo len lenny leonhard
leonhard leo hardy leonard leonardo
leopold leo poldi
lieselotte lilo lotte liselotte
linda lindy
lorenz laurence lorenzo lawrence
louis lou louie ludwig luis luigi lewis
ludwig lutz louis luis luigi
luise louise luisa
lukas lucas luke luca luc
madeleine maddy magdalena
magdalena lena magda leni madeleine
manfred manni fred mani
manuel manu emanuel
manuela manu ela
marcus markus marc mark marco
margaret maggie meg peg peggy margarete greta margot marge
margarete grete gretel greta margaret margarita margit margot
maria marie mary mia mariya ria
maria mariechen mitzi
marianne marian
mario marius
markus marcus marc mark marco
martin marty martino
martina tina
mary maria marie molly polly
mathias matthias mats hias
matthias mathias mats matt hias mathieu matteo matthew
matthew matt matty matthias mathieu matteo
maximilian max maxi
maximiliane maxi
melanie mel melli
melissa mel missy lissa
michael mike mick mickey mikey michel mikhail mykhailo michal miguel michele
michaela michi ela micha michelle
michail michael mikhail misha
miguel michael
monika monica moni
mohammed muhammad mohamed mohammad muhammed mehmet
nadeschda nadja nadezhda
natalie nat natalia nathalie natasha natascha nataliya
nathaniel nathan nat
nicholas nick nico nicolas nikolaus nikolai nicky
nicola nicole nicky
nikolaus klaus nico niko nick nicholas claus nikolas
nicole nicki nicola
norbert bert
olga olha
oliver oli ollie olli olivier
olivia liv
oswald ossi
otto othmar
pamela pam
patricia pat patty tricia patrizia patti
patrick pat paddy patrik patricio
paul pavel paolo pablo pawel pauli
paula pauline
peter pete piet pierre pedro pietro petr pyotr piotr
petra petronella
philipp phil philip philippe filip felipe
philip phil pip philipp philippe filippo
rafael raphael raffael raffaele
rainer reiner reinhard
raymond ray raimund
rebecca becky becca rebekka
reinhard reiner rainer hardy
reinhold reini
renate rena
richard rick dick rich ricky ricardo riccardo
robert bob bobby rob robbie bert bobbie roberto
roland roly rolando
rolf rudolf
ronald ron ronnie ronny
rosemarie rosi rose marie
rudolf rudi rolf rudy rudolph
russell russ
ruediger rudiger
sabine bine
samantha sam
samuel sam sammy
sandra alexandra
sarah sara sally
sebastian basti bastian seb wastl sebastien
sergei sergey sergio serge sergii serhiy
siegfried siggi sigi
sigrid siri
silvia sylvia sylvie
simon symon simeon
sofia sophia sophie sofie
sophie sofie sophia sofia
stefan stephan steffen stefano steven stephen etienne steve
stefanie steffi stephanie
stephan stefan steffen stephen
stephen steve steven stefan stephan stevie
steven steve stephen stefan
stuart stu stewart
susan sue susie suzy suzanne susanne
susanne susi sanne susan suzanne susanna
tatiana tanja tania tanya tatjana
tatjana tanja tatiana
thaddeus tad
theodor theo ted teddy fedor fyodor theodore
theodore ted theo teddy theodor
theresa terry tess tessa resi therese teresa theresia
theresia resi therese theresa
thomas tom tommy thom tomas tomasz tommaso tomaso
timothy tim timmy
timo timotheus
tobias tobi toby
traugott gottlieb
ulrich uli ulli ulli
ulrike uli rike
ursula uschi ursel uschi ulla
valentin valentino
valeria lera
vera wera
veronika vroni vera veronica
vera veronika
victor vic viktor
victoria vicky vicki tori viktoria
viktor victor vitja
vincent vince vinzenz vincenzo vicente
vladimir wladimir volodymyr vova vlad wolodymyr
waldemar waldi
walter walt wally walther
wenzel vaclav
werner wern
wilhelm willi willy william wilhelmus guillaume
wilhelmine minna mina
william bill billy will willie liam willy wilhelm guillermo guillaume
winfried winni fred
wladimir vladimir
wolfgang wolf wolfi
yuri juri jurij yury iouri
yulia julia
zachary zach zack
xaver xavier
zhanna jeanne
`;

const sets = new Map<string, Set<number>>();
for (const [at, line] of lines.trim().split('\n').entries())
  for (const name of line.replace(/([aou])e/g, '$1').split(' ')) sets.set(name, (sets.get(name) ?? new Set()).add(at));

/** Whether two given names may be one person's. In: folded names, ae, oe, ue as plain vowels. */
export function areNicknames(a: string, b: string): boolean {
  const [x, y] = [sets.get(a), sets.get(b)];
  if (x === undefined || y === undefined) return false;
  for (const line of x) if (y.has(line)) return true;
  return false;
}
