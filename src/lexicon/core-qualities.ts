/** Core lexicon: further adjectives, adverbs and the words derived from them. See core-entries.ts. */

export const qualities = (): string => `
absolute/absolutely|абсолют/соверш|мүлдем/абсолют
abstract|абстракт|абстракт/дерексіз
absurd|абсурд|абсурд/ақылға
abundant|обильн|мол
accessible/accessibility|доступн|қолжетімді
accidental/accidentally|случайн|кездейсоқ
accountable/accountability|подотчет/ответств|есеп беру/жауапты
accustomed|привы|үйрен
active/actively|активн|белсенді
acute|остр|өткір/жедел
adjacent|смежн/сосед|іргелес
advantageous|выгодн|тиімді
adverse|неблаг/негатив|қолайсыз/жағымсыз
aerial|воздушн|әуе
afternoon|день/полдень|түстен кейін/түс
agile|ловк/гибк|епті
ailing|больн|науқас
airborne|воздуш|әуе
alarming|тревож|алаңдатарлық
alike|одинаков|бірдей
alleged/allegedly|якобы/предпол|мыс!/болжам/деген
allied|союзн|одақтас
altogether|всего|барлығы
amateur|любител|әуесқой
ambiguous/ambiguity|двусмыс/неоднозн|екіұшты
amid|среди/фоне/услови|жағдайында/аясында/арасында
angrily|гневно|ашулы
anonymous|анонимн|анонимді/жасырын
anti-government|антиправительств|үкіметке қарсы
anti-russian|антироссийск/антирусск|ресейге қарсы
anti-soviet|антисоветск|кеңеске қарсы/антикеңес
apart|отдел/кроме|бөлек
arbitrary|произвол|еркін/озбыр
arid|засушл|құрғақ
artificial/artificially|искусств|жасанды
ashamed|стыд|ұял
asleep|спящ|ұйқы
astonishing/astonished|удивит/изумит|таңғажайып
atomic|атомн|атом
authentic|подлин|түпнұсқа/шынайы
authoritarian|авторитар|авторитар
authoritative|авторитетн|беделді
authorized/authorize/authorization|уполном/авториз/разреш|уәкілетті/рұқсат/авториз
automated/automate|автомат|автомат
backward|отстал/назад|артта/кері
bald|лыс|таз/тақыр
bare/barely|едва/голый|әрең/жалаңаш
beloved|любим|сүйікті
beneficial|полезн/выгодн|пайдалы
beneficiary|бенефиц/получат|алушы/бенефиц
biennial|двухгод|екіжылдық
bilateral|двусторон|екіжақты
bilingual|двуязыч|екітілді/қостілді
binding|обязательн|міндетті
bitter/bitterly|горьк/ожесточ|ащы/қатты
bizarre|странн/причуд|оғаш
blank|пуст|бос
bleak|мрачн|күңгірт
blind|слеп|соқыр/зағип
blunt|тупой/резк|дөкір
bold/boldly|смел|батыл
bound|связан|байлаулы
boundless|безгран|шексіз
brand-new|новейш|жап-жаңа
briefly|кратк|қысқаша
brilliant|блест/гениал|тамаша/керемет
bureaucratic|бюрократ|бюрократ
busy|занят|бос емес/қарбалас
calmly|спокойн|сабырлы
careful|осторож|мұқият
casual|случайн/повседнев|кездейсоқ
cautious/cautiously/caution|осторож|сақ/абай
ceaseless|непрер|тоқтаусыз
ceremonial|церемон|салтанатты
chaotic|хаот|бейберекет
charismatic/charisma|харизм|харизма
cheerful/cheerfully|весел|көңілді
chilly|прохлад|салқын
chronic/chronically|хронич|созылмалы
chronological/chronology|хронол|хронолог
circular|кругов|дөңгелек
clandestine|тайн/подпол|жасырын
classic/classical|классич|классикалық
clinical|клинич|клиника
clumsy|неуклюж|ебедейсіз
coastal|прибрежн|жағалау
coherent|последов|жүйелі
collective/collectively|коллектив|ұжымдық
colorful/colourful|красоч/цветн|түрлі-түсті
colossal|колоссал|орасан
combined|совокупн/совмест|жиынтық/бірлескен
comparable|сравним/сопостав|салыстыруға/шамалас
comparative/comparatively|сравнит|салыстырмалы
compassionate/compassion|состраж/сострад|мейірім/аяушылық
compatible/compatibility|совмест|үйлесімді
competent/competence|компетент|құзыретті/біліктілік
compulsory/mandatory|обязательн|міндетті
conceivable|мыслим|ойға қонымды
conditional|услов|шартты
confidential|конфиденц|құпия
consecutive|подряд/последов|қатарынан
consequent/consequently|следоват|демек/салдарынан
considerable/considerably|значит|едәуір/айтарлықтай
consistent/consistently|последов|дәйекті/тұрақты
conspicuous|замет|көзге түс
constructive|конструкт|сындарлы/конструктив
contemporary|современ|заманауи/қазіргі
content|содержан/довол|мазмұн/риза
continental|континент|континент/құрлық
continual/continuous/continuously|непрерыв/постоян|үздіксіз/үнемі
controversial|спорн/противореч|даулы
conventional|обычн/традиц|дәстүрлі/кәдімгі
convincing|убедит|сенімді/нанымды
coordinated|согласов/скоордин|үйлесті
corporate|корпорат|корпора
costly|дорог|қымбат
countless|бесчисл|сансыз/есепсіз
courageous|мужеств|батыл/ержүрек
covert|тайн/скрыт|құпия/жасырын
crucial/crucially|ключев/решающ|шешуші/аса маңызды
crude|сыр/груб|шикі/дөрекі
cunning|хитр|қу/айлакер
curious/curiously|любопыт|қызық
cute|мил|сүйкімді
cyber|кибер|кибер
cynical/cynic|цинич/циник|арсыз/циник
damaging|разруш/вредн|зиянды
damp|сыр/влаж|дымқыл
daring|дерзк/смел|батыл
deadly|смерт|өлімші/қатерлі
decent|достойн/порядоч|лайықты
decisive/decisively|решит/решающ|шешуші/батыл
declining|снижаю/падаю|төмендеп
defective/defect|дефект|ақау
defensive|оборон/защит|қорғаныс
deficient/deficiency|недостат/дефиц|жетіспе/тапшы
definite|определ|белгілі/нақты
deliberate/deliberately|намерен/умышл|әдейі/қасақана
delicate|деликат/тонк|нәзік
delicious/tasty|вкусн|дәмді
delighted|рад/восторж|қуаныш/риза
dense|плотн/густ|тығыз/қалың
desirable|желат|қалаулы/жөн
desperate/desperately|отчаян|шарасыз/жанталас
detailed|подробн/детальн|егжей-тегжейлі/толық
determined/determination|решим/определ|табанды/айқын
detrimental|вредн/пагубн|зиянды
difficult|трудн|қиын
dim|тускл|күңгірт
diminishing/diminish|уменьш|азай
dire|ужас/крайн|аса ауыр
disastrous|катастроф/бедств|апатты
discreet|сдержан|сақ
dishonest|нечест|арамза/адал емес
distant|далек/отдален|алыс/қашық
distinct/distinctive|отличит/отчетл|ерекше/айқын
distinguished|выдающ/почет|құрметті/көрнекті
divine|божеств|құдай
dominant|домин|үстем/басым
dormant|спящ|ұйқыдағы
doubtful/dubious|сомнит|күмәнді
downward|вниз|төмен
drastic/drastically|резк/радик|күрт/түбегейлі
dreadful|ужас|сұмдық
dual|двойн|қос
dull|скуч/тускл|күңгірт/қызықсыз
durable|прочн|берік/төзімді
dynamic/dynamics|динам|динам/серпін
earnest|серьез/искрен|шын ниет
eastward|восток|шығысқа
ecological/ecology|экологич/эколог|экология
elaborate|сложн/подробн|күрделі
elegant|элегант/изящ|талғам/сымбатты
eligible/eligibility|имеющ право/подход|құқылы
eloquent|красноречив|шешен
embassy|посольств|елшілік
eminent|выдающ|көрнекті
endangered|исчез/угроз|жойылып
endless/endlessly|бесконечн|шексіз/бітпейтін
enduring|долговеч/прочн|ұзаққа
energetic|энергич|жігерлі/қуатты
enjoyable|приятн|жағымды
enormous/enormously|огромн|орасан/зор
enriched|обогащ|байытылған
enthusiastic|восторж/энтуз|ынталы
equally|одинаково/равн|бірдей/тең
equitable|справедл|әділ
eternal/eternity|вечн|мәңгі
ethnicity|этнич|этнос/ұлты
evenly|ровн/равномер|біркелкі
ever|когда-либо/когда-нибудь|бұрын-соңды/қашан
everlasting|вечн|мәңгілік
evident|очевид|айқын
excellent/excellence|отличн/превосх|тамаша/өте жақсы/үздік
excessive|чрезмер|шектен тыс
exclusive/exclusively|исключит/эксклюз|тек қана/эксклюзив
executive|исполнит|атқарушы
exemplary|образц|үлгілі
exotic|экзот|экзот
expected|ожида|күтілген
experienced|опытн|тәжірибелі
experimental|экспер|эксперимент
explicit/explicitly|явн/открыт|айқын/ашық
explosive|взрывоопас|жарылғыш
exquisite|изыскан|нәзік
extensive/extensively|обшир/экстенс|кең/ауқымды
extinct/extinction|вымер/исчез|жойыл/құрып
extraordinary|необычай/чрезвыч|ерекше/төтенше
extravagant|экстраваг|ысырап
fabulous|сказочн|керемет
faint|слаб/обмор|әлсіз
fairly|справедл/довольно|әділ/біршама
faithful|верн|адал
faulty|неисправ|ақаулы
favorable/favourable|благопр|қолайлы
favorite/favourite|любим/фаворит|сүйікті/фаворит
feasible|осуществ|жүзеге асыруға
feminine|женств|әйелдік
ferocious/fierce/fiercely|свиреп/ожесточ/яростн|қатты/кескілескен/қаһарлы
fertile|плодород|құнарлы
filthy|грязн|лас
finite|конечн|шекті
firmly|тверд|берік/нық
fiscal|фискальн/бюджет|фискал/бюджет
flat|плоск|тегіс/жазық
flawed|ошиб/несоверш|кемшілікті
flexible/flexibility|гибк|икемді
fluent/fluently|свобод|еркін
fond|любит|жақсы көр
forced|вынужд/принуд|мәжбүрлі/еріксіз
forcibly|насильств/силой|күшпен
foreseeable|обозрим|алдағы
formal/formally|формальн/официал|ресми/формал
formidable|грозн/внушит|қаһарлы
forthcoming/upcoming|предстоящ|алдағы/келе жатқан
fortunate/fortunately|к счастью/удач|бақытқа орай
fragile|хрупк|нәзік/морт
frank/frankly|откров|ашық/шынын
freezing|мороз|аяз
frequent|частый/част|жиі
fresh|свеж|жаңа/балғын
frightening/frighten|пуга/страш|қорқынышты/қорқыт
frozen|заморож|мұздатылған/қатқан
fruitful|плодотвор|жемісті
furious/fury|яростн/разъяр|ашулы/қаһар
fully-fledged|полноправ/полноц|толыққанды
futile|тщет|нәтижесіз
generous/generosity|щедр|жомарт
gentle/gently|нежн/мягк|жұмсақ/нәзік
genuine/genuinely|подлин/искрен|шынайы
geopolitical/geopolitics|геополит|геосаяс
gigantic|гигант|алып
glad/gladly|рад|қуан/риза
glamorous/glamour|гламур|гламур
gloomy/gloom|мрач|түнеріңкі/күңгірт
glorious|слав|даңқты
graceful|грациоз|сымбатты
gracious|любез|сыпайы
grand/grandiose|грандиоз|зор/ұлы
grateful/gratitude|благодар|алғыс/риза
grave|серьез|ауыр
greedy/greed|жадн|ашкөз
gross|груб/валов|жалпы/өрескел
guilty|винов|кінәлі
handsome|красив|әдемі/сымбатты
handy|удоб|қолайлы
harmful|вредн|зиянды
harmless|безвред|зиянсыз
harsh/harshly|суров/жестк|қатал/қатаң
hasty/hastily|поспеш|асығыс
hazardous|опасн|қауіпті
healthy|здоров|сау
hectic|беспок|қарбалас
helpful|полезн|пайдалы
helpless|беспомощ|дәрменсіз
hereditary|наследств|тұқым қуалайтын
hidden|скрыт|жасырын
hideous|отврат/уродл|сұмдық/жиіркенішті
hilarious|весел/смеш|күлкілі
hollow|пол/пуст|қуыс
homegrown|доморощ/отечеств|отандық
honorable/honourable|почет/достой|құрметті
hopeful/hopefully|надея/надежд|үміт
hopeless|безнадеж|үмітсіз
horrific/horrifying|ужас|сұмдық
hospitable/hospitality|гостеприим|қонақжай
hostile|враждеб|дұшпандық
humble|скромн|кішіпейіл
humid/humidity|влажн|ылғал
hysterical/hysteria|истери|истерия/байбалам
icy|ледян|мұзды
identical|идентич/одинак|бірдей
idle|празд/простаив|бос
illegitimate|нелегит|заңсыз
immense|огромн|орасан
imminent|неминуем/скор|таяу
immoral|безнравств/амораль|адамгершіліксіз
impartial|беспристр|әділ/бейтарап
impatient/impatience|нетерпел|шыдамсыз
imperative|императ|міндетті
imperfect|несоверш|жетілмеген
implicit|неявн|жасырын
inadmissible|недопуст|жол беруге болмайтын/болмайды
inappropriate|неумест|орынсыз
incapable|неспособн|қабілетсіз
inclined|склон|бейім
incompatible|несовмест|үйлеспейтін
incomplete|неполн/незаверш|толық емес
inconvenient/inconvenience|неудоб|қолайсыз
incredible/incredibly|невероят|керемет/адам сенгісіз
incumbent|действующ|қазіргі/тиіс
indefinite/indefinitely|неопредел/бессроч|мерзімсіз/белгісіз
indifferent/indifference|равнодуш/безразл|немқұрайлы
indirect/indirectly|косвен|жанама
indispensable|незаменим|таптырмас
inevitable/inevitably|неизбежн/неминуем|сөзсіз/еріксіз
inexpensive|недорог|арзан
infamous|печально известн/бесслав|атышулы
infectious|инфекц/зараз|жұқпалы
inferior|худш/низш|төмен
infinite|бесконечн|шексіз
informal|неформ|бейресми
initial/initially|начальн/первонач|бастапқы/алғашқы/әуелде
inland|внутри|ішкі
innocence|невинов|кінәсіздік
innumerable|бесчисл|сансыз
insane/insanity|безум|есуас
insecure/insecurity|небезопас|қауіпсіз емес
inseparable|неотдел|ажырамас
insignificant|незначит|болмашы
instant/instantly|мгновен|лезде/бірден
institutional|институц|институц
instrumental|инструм|құрал
intact|нетронут/невред|бүтін/аман
integral|неотъемл/интегр|ажырамас
intellectual|интеллект|зияткер/интеллектуал
intelligible|понятн|түсінікті
intense/intensely|интенсив/напряж|қарқынды/қызу
interim|временн/промежут|уақытша/аралық
intermediate|промежут|аралық
interdependent|взаимозав|өзара тәуелді
intimate|интим/близк|жақын
intolerable|невынос|төзгісіз
intolerant/intolerance|нетерпим|төзбеушілік
intricate|запутан|шытырман
invaluable|бесцен|баға жетпес
invisible|невидим|көрінбейтін
involuntary|невольн|еріксіз
ironic/irony|ирон|ирон/мысқыл
irregular|нерегул|бейтұрақты
irrelevant|неумест/не относ|қатысы жоқ
irresponsible|безответ|жауапсыз
jealous/jealousy|ревн/завис|қызғаныш
joint/jointly|совмест|бірлескен/бірге
jubilant|ликую|қуаныш
judicial/judiciary|судеб|сот
junior|младш/юниор|кіші/жасөспірім
keen|остр/увлеч|құштар
lame|хром|ақсақ
large-scale|масштабн/крупномас|ауқымды/кең көлемді
lasting|прочн/длит|ұзақ/тұрақты
lawful|законн|заңды
lazy|ленив|жалқау
leading|ведущ|жетекші
legendary|легендар|аңызға айналған
lengthy|длит|ұзақ
lethal|смерт/летальн|өлімге
lifelong|пожизнен|өмірлік
lively|оживл|жанды
logical|логич|қисынды/логика
lone/lonely/loneliness|одинок|жалғыз
long-standing|давн|көптен бері/ежелгі
long-term|долгосроч|ұзақмерзімді/ұзақ
loose|свободн|бос
loud|громк|қатты
lovely|прекрас/мил|сүйкімді
loyal|верн|адал
lucrative|прибыл|табысты
magnificent|великолеп|керемет/тамаша
mainstream|основн|негізгі
majestic|величест|айбынды
male|мужск|ер
malicious|злонамер|зиянды
manifest/manifestation|проявл|көрініс
marginal|маргин|шекті/маргинал
maritime|морск|теңіз
marked/markedly|замет|айқын/едәуір
masculine|мужск|еркек
meaningful|знач|мәнді
meaningless|бессмыс|мағынасыз
mediocre|посредств|орташа
memorable|запомин|есте қаларлық
merciless|беспощад|аяусыз
mere|лишь/простой|тек
metropolitan|столич|астаналық/мегаполис
militant|воинств|жауынгер
minimal|миним|ең аз
miserable|жалк/несчаст|аянышты/бақытсыз
misleading|вводящ|жаңылыстыр
moderate/moderately|умерен|орташа/қалыпты
modest|скромн|қарапайым/кішіпейіл
monetary|денеж/монетар|ақша
monotonous|монотон|біркелкі
monthly|месячн|ай сайынғы
monumental|монумент|монумент/іргелі
mortal|смертн|өлімші
multiple|множеств/нескольк|көптеген/бірнеше
multilateral|многосторон|көпжақты
multinational|многонац|көпұлтты
mutual/mutually|взаимн/обоюд|өзара
naive|наивн|аңғал
naked|голый/обнаж|жалаңаш
nasty|мерзк/неприят|жағымсыз
nationwide|общенац/всей стран|жалпыұлттық/бүкіл ел
neat|аккурат|ұқыпты
needless|ненужн|қажетсіз
nice|приятн|жағымды
noisy|шумн|шулы
nominal|номин|номинал
non-governmental|неправительств|үкіметтік емес
notable/notably|замет/примечат|елеулі/айтулы
noteworthy|примечат|назар аударарлық
notorious|пресловут/печально|атышулы
novel|нов|жаңа
numerous|многочисл|көптеген/сансыз
numerical|числов|сандық
obedient|послуш|тілалғыш
objective/objectively|объектив|объектив/әділ
obscure|неясн|түсініксіз/күңгірт
obsessed/obsession|одержим|әуестен/құмар
obsolete/outdated|устар|ескірген
occasional/occasionally|изредка/иногда|анда-санда/кейде
offensive|оскорб|қорлайтын
offshore|офшор/шельф|офшор/теңіз
ongoing|продолжающ/текущ|жалғасып/ағымдағы
opaque|непрозрач|бұлыңғыр
optimal/optimum|оптим|оңтайлы
oral|устн|ауызша
orderly|упоряд|тәртіпті
organic|органич|органикалық
originally|первоначал/изначал|бастапқыда/әу баста
outstanding|выдающ|көрнекті/ерекше/үздік
overall|общ/целом|жалпы
overnight|ночь/ночн|түнде
overt|открыт|ашық
overwhelming/overwhelmingly|подавл/ошелом|басым
painful/painfully|болезнен|ауыр
parallel|паралл|параллел/қатар
paramount|первостеп|аса маңызды
particularly|особен|әсіресе
passive|пассив|енжар/пассив
pathetic|жалк|аянышты
patient|терпел|шыдамды/сабырлы
peculiar|своеобр/странн|ерекше/өзгеше
periodic/periodically|период|мезгіл/кезең
peripheral/periphery|перифер|шет/перифер
permissible|допуст|рұқсат етілген
perpetual|вечн/постоян|мәңгілік
persistent|настойчив/упорн|табанды
pessimistic/pessimism|пессим|пессимис
petty|мелк|ұсақ
phenomenal|феномен|феномен
pleasant|приятн|жағымды
pleased|довол|риза
plentiful/plenty|много/изобил|көп/мол
plural|множеств|көпше
poetic|поэтич|поэзия/ақындық
poisonous|ядовит|улы
polite|вежлив|сыпайы/әдепті
polluted|загрязн|ластанған
popular|народн|халықтық
portable|портатив|портатив/тасымал
positive/positively|полож|оң
postwar/post-war|послевоен|соғыстан кейінгі
post-soviet|постсоветск|посткеңестік
practical/practically|практич|практика/іс жүзінде
pragmatic|прагмат|прагмат
precarious|шатк/ненадеж|тұрақсыз
precious|драгоц|асыл/бағалы
precise|точн|дәл
predictable|предсказ|болжамды
pregnant|беремен|жүкті
preliminary|предварит|алдын ала
premature|преждеврем|мерзімінен бұрын
presumably|предполож|шамасы
pretty|красив/довольно|әдемі/едәуір
prevalent|распростр|кең таралған
primary/primarily|первичн/основн|бастапқы/негізгі
primitive|примит|қарабайыр/примитив
prior|до!/предвар|дейін/алдын ала
probable|вероятн|ықтимал
productive/productivity|продукт/производит|өнімді
profound/profoundly|глубок|терең
progressive/progressively|прогресс|прогрессив/озық
prominent|видн/известн|көрнекті/танымал
promising|многообещ/перспект|келешегі зор/үміт күттіретін
prompt/promptly|быстр/оператив/незамедл|жедел/шұғыл
prone|склон|бейім
proper/properly|надлеж/правильн|тиісті/дұрыс
proportional|пропорц|пропорц/тепе-тең
prospective|перспект/будущ|болашақ
provincial|провинц|провинция
provisional|временн|уақытша
prudent|благораз|парасатты
psychological|психолог|психолог
punctual|пунктуал|ұқыпты
pure/purely|чист|таза
qualitative|качеств|сапалы
quantitative|количеств|сандық
quick|быстр|тез
racial|расов|нәсілдік
random/randomly|случайн|кездейсоқ
raw|сырой/необработ|шикі
readily|охотн/легко|оңай/дайын
realistic|реалист|нақты/реалис
reasonably|разум/достаточно|ақылға қонымды
reckless|безрассуд|абайсыз/ойланбай
redundant|избыт/лишн|артық
related|связан/родств|байланысты/туыс
relative/relatively|относит|салыстырмалы/қатысты
relentless|неуст/безжал|тынымсыз/аяусыз
reluctantly|неохот|құлықсыз
remarkable/remarkably|замечат/примечат|тамаша/таңғаларлық
remote|отдален|шалғай/алыс
renewable|возобновл|жаңартылатын
renowned|известн/прослав|әйгілі/атақты
repeated|повтор/неоднокр|қайталанған
representative|представит|өкілді
resilient/resilience|устойч|төзімді
resolute/resolutely|решит|батыл/табанды/үзілді
respectable|уважаем/респект|құрметті
respectful/respectfully|уважит|құрметпен
respective/respectively|соответств|тиісінше
restless|беспок|мазасыз
retired|отставк/пенсион|зейнеткер/отставка
reverse|обратн|кері
ridiculous|смехот/нелеп|күлкілі
righteous|правед|әділ
rightless/rightlessness|бесправ|құқықсыз
rigid|жестк|қатаң
ripe|спел|піскен
risky|риск|тәуекелді/қауіпті
robust|надеж/прочн|берік/мықты
rotten|гнил|шірік
rough|груб|дөрекі/бұдыр
rude|груб|дөрекі
ruling|правящ/решени|билеуші/шешім
ruthless|безжал|қатыгез/аяусыз
sane|здрав|есі дұрыс
satisfactory/satisfied|удовлет/довол|қанағаттанарлық/риза
scarce/scarcity|скудн/дефиц|тапшы/сирек
scattered|разброс|шашыраңқы
sceptical/skeptical/skepticism|скепт|күмәнмен/скепт
secondary|вторич/средн|екінші/қосалқы/орта
secular|светск|зайырлы
selective|выбороч|іріктемелі
selfish|эгоист|өзімшіл
senior|старш|аға/жоғары
sensible|разумн|ақылға қонымды
sentimental|сентимент|сентимент
separate/separately|отдельн|жеке/бөлек
seriously|серьез|елеулі/байыпты
severely|серьез/сильн|ауыр/қатты
shallow|мелк|таяз
shameful|постыд|ұятты/масқара
sheer|чист|нағыз
shocking|шокир|сұмдық/таңғаларлық
short-term|краткосроч|қысқамерзімді
shy|застенч|ұялшақ
significant/significantly|значит|айтарлықтай/маңызды
similarly|аналог/подобн|сол сияқты/ұқсас
simultaneous/simultaneously|одновремен|бір мезгілде/бір уақытта
sincere/sincerely|искрен|шын жүрек/шынайы
singular|единств|жекеше
sinister|зловещ|зұлым/қаскөй/сұмдық
skilled/skillful|квалиф/искус|білікті/шебер
slight/slightly|немного/слегка/незнач|аздап/сәл
slim|худ/стройн|жіңішке/арық
slippery|скользк|тайғақ
smooth/smoothly|гладк/плавн|тегіс/біркелкі
sober|трезв|байсалды/сау
so-called|называем|деп аталатын
sole/solely|единств/исключ|жалғыз/тек
solemn|торжеств|салтанатты
solid/solidarity|тверд/солидар/прочн|қатты/ынтымақ/берік
sophisticated|сложн/утончен|күрделі/талғамды
sound|здоров|дұрыс
southward|юг|оңтүстікке
spacious|простор|кең
sparse|редк|сирек
spatial|простран|кеңістік
specially|специал|арнайы
spectacular|зрелищ/впечат|әсерлі
spiritual|духовн|рухани
splendid|великолеп|керемет
spontaneous|стихий/спонтан|өздігінен
sporadic|спорад|анда-санда
stark|резк|айқын
startling|поразит|таңғаларлық
static|статич|статик
statistical|статист|статистика
steep|крут|тік
stern|суров|қатал
sticky|липк|жабысқақ
straight|прям|тура/түзу
straightforward|прост/прям|тікелей/қарапайым
striking|порази|таңғажайып
stringent|строг|қатаң
structural|структур|құрылымдық
stubborn|упрям|қыңыр/қайсар
stunning|потряс|таңғажайып
subject|подлеж|жататын
subjective|субъект|субъектив
subsequent/subsequently|последующ/впоследст|кейінгі/кейіннен
substantial/substantially|существен|айтарлықтай/едәуір
subtle|тонк|нәзік
suburban|пригород|қала маңы
superb|великолеп|тамаша
superficial|поверхн|үстірт
superior|превосход|жоғары/артық
supplementary/supplement|дополн|қосымша
supreme|верховн/высш|жоғарғы
surely|наверняка/конечно|әрине
surplus|избыт|артық
surprisingly|удивит|таңқаларлық
susceptible|восприимч|бейім/сезімтал
suspicious|подозрит|күдікті
sweet|сладк|тәтті
swift/swiftly|быстр/стремит|шапшаң/жедел
symmetrical/symmetry|симметр|симметр
sympathetic|сочувств|жанашыр
systematic/systematically|систем|жүйелі
systemic|систем|жүйелік
talented|талант|дарынды
tangible|ощут|сезілерлік
temporary/temporarily|времен|уақытша
tender|нежн/тендер|нәзік/тендер
terrific|потряс|керемет
terrifying|ужасающ|үрейлі
thick|толст/густ|қалың
thin|тонк/худ|жұқа/арық
thirsty/thirst|жажд|шөл
thorough/thoroughly|тщател|мұқият
thoughtful|вдумч/заботл|ойлы
thrilled/thrilling/thriller|восторг/захват/триллер|толқу/триллер
tidy|опрят|жинақы
tight/tightly|туг/плотн/жестк|тығыз/қатаң
timely|своеврем|уақтылы/дер кезінде
tiresome|утомит|жалықтыратын
top|топ/высш|үздік/жоғары
totalitarian/totalitarianism|тоталит|тоталитар
tough|жестк/сложн|қатаң/қиын
toxic|токсич|улы
traditionally|традиц|дәстүрлі
transitional|переходн|өтпелі
transnational|транснац|трансұлттық
transparent/transparency|прозрач|ашық/мөлдір
tremendous|огромн|орасан зор
tribal|племен|тайпалық
tricky|сложн/хитр|қиын/қу
tropical|тропич|тропик
troubled/troubling|беспок/проблемн|мазасыз/алаңдатар
trustworthy|надежн|сенімді
turbulent/turbulence|бурн/турбул|аласапыран/турбул
twofold|двукрат|екі есе
typical/typically|типич/обычн|әдеттегі/тән
ultimate|окончат/предел|түпкі
unacceptable|неприем/недопуст|қолайсыз/жол берілмей/төзуге
unaware|не зна|білмей/бейхабар
unclear|неясн|түсініксіз/белгісіз
uncomfortable|неудоб|ыңғайсыз/жайсыз
unconditional|безогов/безуслов|сөзсіз/шартсыз
unconstitutional|неконстит|конституцияға қарсы
underlying|основ/лежащ|негізінде жатқан
undoubtedly|несомн|сөзсіз/күмәнсіз
uneasy|беспок|мазасыз
unemployed|безработ|жұмыссыз
unequal|неравн|тең емес
uneven|неровн|біркелкі емес
unexpectedly|неожид|күтпеген/кенеттен
unfamiliar|незнаком|бейтаныс
unfavorable|неблаг|қолайсыз
unfortunate/unfortunately|к сожал/сожален/несчаст|өкінішке/өкінішті
unhappy|несчаст/недовол|бақытсыз/көңілсіз
uniform|единообр|біркелкі
unilateral/unilaterally|односторон|біржақты
uninterrupted|беспереб/непрер|үздіксіз
unjust|несправедл|әділетсіз
unknown|неизв|белгісіз
unlike|отличие|қарағанда/айырмашылығы
unlimited|неогранич|шектеусіз
unnecessary|ненужн/излишн|қажетсіз
unofficial|неофиц|бейресми
unpleasant|неприят|жағымсыз
unprecedented|беспрецед/небывал|бұрын-соңды болмаған/теңдесі жоқ
unpredictable|непредсказ|болжап болмайтын
unreasonable|неразум|негізсіз
unreliable|ненадеж|сенімсіз
unsuccessful/unsuccessfully|безуспеш/неудач|сәтсіз
unusual/unusually|необыч|ерекше/әдеттен тыс
unwilling|нежела|құлықсыз
upper|верхн|жоғарғы/үстіңгі
upset|расстро|ренжі/көңіл
upward|вверх|жоғары
urgent/urgently/urgency|срочн/неотлож|шұғыл/жедел
utmost|предельн/крайн|барынша
utter/utterly|полн/соверш|мүлде
vague|смутн/расплыв|бұлыңғыр
vain|напрас/тщесл|бекер/тәкаппар
valuable|ценн|құнды/бағалы
varied|разнообр|алуан
verbal|устн/словесн|ауызша
viable|жизнеспос|өміршең
vibrant|ярк|жарқын
vicious|порочн/зл|зұлым/қатал
victorious|победон|жеңісті
vigorous/vigorously|энергич|жігерлі
virtual/virtually|виртуал/фактич|виртуал/іс жүзінде
visual|визуал|көрнекі/визуал
vital|жизненн/важн|өмірлік/аса маңызды
vivid|ярк|жарқын
vocal|вокальн/голос|вокал/дауыс
voluntary/voluntarily|доброволь|ерікті
wealthy|состоят|ауқатты/дәулетті
weary|устал|шаршаған
weird|странн|оғаш
well-being|благопол|әл-ауқат
westward|запад|батысқа
whatsoever|какой-либо/вообще|мүлдем/ешқандай
wholly|полностью|толығымен
wicked|зл|зұлым
widespread|широко/распростр|кең таралған
willingly|охотн|ықыласпен
withdrawn|замкн|тұйық
wooden|деревян|ағаш
working|рабоч/трудящ|еңбекші/жұмысшы
worldwide|мир/всем|дүниежүзілік/әлем
worrying|беспок|алаңдатарлық
worthless|бесполезн/никчем|құнсыз
worthwhile|стоящ|тұрарлық
worthy|достойн|лайықты
written|письменн|жазбаша
yearly|ежегод|жыл сайынғы
youthful|юн/молод|жас
zealous/zeal|рьян/рвен|жігер/құлшын
abnormal|ненормал|қалыптан тыс
abruptly/abrupt|резко/внезап|кенет
absurdity|абсурд|сандырақ
accordingly|соответств|тиісінше/сәйкесінше
admittedly|признат|мойындау керек
afterwards/afterward|затем/потом/впослед|кейін/содан соң
aloud|вслух|дауыстап
amazingly|удивит|таңғажайып
anywhere|где-либо/нигде|еш жерде/кез келген
apparently|видимо/очевид|шамасы/сірә
approximately|примерно|шамамен
aside|сторон/кроме|шетке
backwards|назад|кері
basically|основ|негізінен
beautifully|красив|әдемі
beforehand|заранее|алдын ала
besides|кроме/помимо|сонымен қатар/бұдан басқа
chiefly|главн|негізінен
closely|тесн/вниматель|тығыз/мұқият
commonly|обычн/часто|әдетте/жиі
comparatively|сравнит|салыстырмалы
constantly|постоян|үнемі/тұрақты
currently|настоящ/сейчас|қазіргі/қазір
dearly|дорог|қымбат
effectively|эффект/фактич|тиімді/іс жүзінде
elsewhere|другом месте|басқа жерде
entirely|полност/целик|тұтас/толығымен
equally|равн|тең
essentially|существу|негізінен
evidently|очевидн|айқын
extremely|крайне/чрезвыч|өте/аса
financially|финанс|қаржылай
forever|навсегда|мәңгі
formerly|ранее/прежде|бұрын
fundamentally|коренн/принцип|түбегейлі
furthermore/moreover|более того/кроме|сонымен қатар/оның үстіне
generally|обычно/целом|жалпы/әдетте
greatly|значит/очень|едәуір
hardly|едва/вряд|әрең/екіталай
hence|следоват|демек
henceforth|впредь|бұдан былай
honestly|честно|шынымды айтсам/адал
immensely|безмерн|шексіз
incidentally|кстати|айтпақшы
increasingly|все более/все чаще|барған сайын
initially|первонач|бастапқыда
largely|значит/основн|негізінен/көбінесе
likewise|также/аналог|сол сияқты
literally|букваль|сөзбе-сөз/тура
meanwhile|тем временем/между тем|осы арада/сол уақытта
mentally|мысленн/психич|ойша
namely|именно|атап айтқанда
naturally|естеств/конечно|табиғи/әрине
necessarily|обязат/необход|міндетті түрде
nowadays|наши дни/сейчас|қазіргі таңда/бүгінде
officially|официал|ресми
partially|частич|жартылай/ішінара
perfectly|отличн/соверш|тамаша
personally|лично|жеке/өзі
politically|политич|саяси
potentially|потенц|әлеуетті
presently|сейчас|қазір
promptly|быстро|жедел
publicly|публич|көпшілік алдында
regardless|независим/несмотря|қарамастан
regularly|регулярн|тұрақты/үнемі
reportedly|сообщ|хабарлауынша
scarcely|едва|әрең
secretly|тайн|жасырын
shortly|вскоре/скоро|жақында/көп ұзамай
socially|социал|әлеуметтік
somehow|как-то|қалай болғанда
somewhat|несколько|біршама
specifically|конкретн/именно|нақты/атап айтқанда
strictly|строг|қатаң
strongly|сильн/решит|қатты/қатаң
supposedly|якобы|мыс!/болжам
thereafter|после этого|содан кейін
thereby|тем самым|сол арқылы/осылайша
tirelessly|неустан|тынымсыз
truly|действит/поистине|шынымен/нағыз
unlikely|маловер|екіталай
unusually|необычн|әдеттен тыс
upstairs|наверх|жоғары қабат
usually|обычно|әдетте
whenever|когда|қашан
whereas|тогда как|ал!
whereby|при котор|сол арқылы
wherever|где|қай жерде
`
