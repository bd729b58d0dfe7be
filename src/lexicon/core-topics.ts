/** Core lexicon: words of single subjects: technology, society, law, nature, trades. See core-entries.ts. */

export const topics = (): string => `
documentation|документац|құжаттама
interface|интерфейс|интерфейс
desktop|стол|жұмыс үстелі/үстел
metadata|метадан|метадерек
dependency|зависим|тәуелділік
token|токен|токен
setup|настройк/установ|баптау/орнату
dialect|диалект|диалект
channel|канал|арна
axis|ось!/оси!|ось
header|заголов|тақырыптама/жоғарғы
footer|нижн/колонтит|төменгі
sidebar|боков|бүйір
duplicate|дублик|көшірме/қайталан
unused|неиспольз|пайдаланылмайтын
whose|чей/чья/чье/чьи|кімнің/оның
unless|если/пока|егер
plus|плюс|плюс/қосу
override|переопредел|қайта анықта
overview|обзор|шолу
executable|исполняем|орындалатын
popup/pop-up|всплыва|қалқымалы
navigation/navigate/navigator|навиг|навигация
pin|булавк/закреп|бекіту/түйреу
generic|общий/общ|жалпы
definition|определен|анықтама
undefined|неопредел|анықталмаған
regression|регресс|регресс
kernel|ядр|ядро
workflow|процесс/рабоч|жұмыс үрдісі
literal|буквал|литерал/сөзбе-сөз
clone|клон|клон
validate/validation|провер/валид|тексеру/растау
completion|заверш/дополн|аяқтау/толықтыру
algorithm|алгоритм|алгоритм
replacement|замен|алмастыру
initialization/initialize|инициал|инициал/бастапқы
variant|вариант|нұсқа/вариант
overlay|налож|қабаттау
offset|смещен|ығысу
embedded/embed|встро/вложен|ендірілген/кірістірілген
batch|пакет/парти|топтама
alignment|выравн|туралау
trivial|тривиал|ұсақ/тривиал
interactive|интеракт|интерактив
utility|утилит/коммунал|утилита/коммуналдық
simplify/simplification|упро|жеңілдету/қарапайым
grid|сетк|тор
suite|набор/люкс|жиын
offline|офлайн/автоном|офлайн
discontent|недоволь|наразылық/наразы
snapshot|снимок/снимк|сурет/көшірме
populated/populate|насел|қоныстан/тұратын
revert|откат/верн|қайтару
screenshot|снимок/скриншот|скриншот/экран суреті
improvement|улучш|жақсарту
benchmark|эталон/тест|эталон
catalog/catalogue|каталог|каталог
markup|разметк|белгілеу
numeric|числов|сандық
indent/indentation|отступ|шегініс
removal|удален/снят|жою/алып тастау
alias|псевдоним|бүркеншік/лақап
lots/lot|много/лот|көп/лот
separator|разделит|бөлгіш
readable|читаем|оқылатын
applicable|примен|қолданылатын
contributor|участник/соавтор|үлес қосушы
terminology|термин|терминолог
consistency|последов/согласов|бірізділік/дәйектілік
diagram|диаграм|диаграмма
reuse|повторн|қайта пайдалану
reload|перезагруз|қайта жүктеу
shutdown|выключ/отключ|сөндіру/тоқтату
deprecated|устаревш|ескірген
rewrite|перепис|қайта жазу
append|добав/дополн|қосу
overwrite|перезап|үстінен жазу
credentials|учетн/данн|тіркелгі деректері
typo|опечат|қате
diagnostics/diagnostic|диагност|диагност
hook|крюк/хук|ілмек
keyword|ключев|кілтсөз/түйінді
chart|диаграм/график|диаграмма/кесте
visibility|видим|көріну
confirmation|подтвержд|растау
pending|ожидан/ожида|күтуде/күтілуде
overflow|переполн|асып кету
deletion|удален|жою/өшіру
glossary|глоссар/словар|глоссарий/сөздік
wizard|мастер/волшебн|шебер/сиқыршы
modification|измен/модифик|өзгеріс/модифик
incorrect/incorrectly|неправ/неверн|қате/дұрыс емес
computation/compute/computing|вычисл|есептеу
encoded/decode|кодир/декод|кодтал/декодта
constraint|огранич|шектеу
magnitude|величин/магнитуд|шама/магнитуда
recursive|рекурс|рекурс
tutorial|учебн/руковод|оқулық
revenue|доход|табыс
animation/animate|анимац|анимация
unchanged|неизмен|өзгеріссіз
mismatch|несоотв|сәйкессіз
initiate|иниц/начат|бастама/баста
semantic/semantics|семант|семант
customize|настр|теңше/баптау
timezone|часов|уақыт белдеуі
abort|прерв/отмен|үзу/тоқтат
medium|средн/сред|орташа/орта
inner|внутр|ішкі
momentum|импульс/темп|қарқын/серпін
prototype|прототип|прототип
geometry|геометр|геометрия
skeleton|скелет/каркас|қаңқа
dash|тире/рывок|сызықша
foremost|прежде/первую|ең алдымен
advent|наступл/приход|келу/басталу
midst|разгар/среди|ортасында
ramping/ramp|наращ/нагнет|үдет/күшейт
thirty|тридцат|отыз
twenty|двадцат|жиырма
forty|сорок|қырық
fifty|пятьдесят/пятидесят|елу
sixty|шестьдесят|алпыс
seventy|семьдесят|жетпіс
eighty|восемьдесят|сексен
ninety|девяносто|тоқсан
eleven|одиннадцат|он бір
twelve|двенадцат|он екі
pundit|эксперт/умн|сарапшы/білгіш
ante|ставк|бәс
preventive|превент/профилакт|алдын алу/превентив
doom/doomed|обреч|мәхрум/душар
deference|уважен/почтен|құрмет
unfreeze|разморо|еріту/босату
tile|плитк|тақта
pixel|пиксел|пиксель
boundary|границ|шекара
functional|функционал|функционал
pent-up/pent|накоп/сдерж|жиналған
adhere/adhering|придерж|ұстан
nurture/nurtured|взращ/выращ|тәрбиеле/өсір
tribulation|испыт/невзгод|сынақ/тауқымет
befall/befell|постиг/выпал|түс/ұшыра
appalling|ужас/чудовищ|сұмдық
pawn|пешк|пешка
perish/perished|погиб|құры/қаза
cesspool|клоак/болот|батпақ
nascent|зарожда|туып келе жатқан/жаңа
morsel|крох|түйір
arrears|задолжен|берешек
rear/reared|возвед/воспит|тұрғыз/тәрбиеле
equate/equated|приравн|теңестір
underway|идет/ход|жүріп жатыр/жүріп
resettle/resettlement|пересел|қоныстандыр/көшір
titular|титульн|титулды
flirt/flirting|заигрыв/флирт|сыбайлас/ойнап
abet/aid|пособнич/потворст|қолда/сүйе
rampage|бесчинств/буйств|бүлік
perpetrate/perpetrator|соверш/преступн|жаса/қылмыскер
behead/beheaded|обезглав|басын кес/басын
alight|подожж/горящ|өрте
conciliatory|примирит|ымырашыл
worsening/worsen|ухудш/обостр|нашарла/шиелен
attest|свидетель|айғақта/куә
bud|зародыш/почк|бүршік
pernicious|пагубн|зиянды
cleavage/divide|раскол|жік
breed|порожд/пород|туғыз/тұқым
crumb|крош/крох|қиқым
crackdown|репресс/подавл|қуғын/жаныштау
dope|дурман/допинг|апиын/допинг
doping|допинг|допинг
hierarchy|иерарх|иерарх
coastline|побереж/берегов|жағалау
redirect|перенаправ|қайта бағытта
graphical|графич|графикалық
notebook|блокнот/тетрад|дәптер
presentation|презентац|таныстырылым/презентация
loop|цикл/петл|цикл/ілмек
congregation|приход/паств|қауым
rookie|новичок/новичк|жаңа бастаушы
punctuation|пунктуац|тыныс белгі
rotation|вращ/ротац|айналу/ротация
container|контейнер|контейнер
inconsistent|непослед|қайшылықты
boycott|бойкот|бойкот
peninsula|полуостров|түбек
sexuality|сексуальн|жыныстық
defector|перебежч|қашқын
firearm|огнестрел|атыс қаруы
burglar/burglary|взломщ/краж|ұры/тонау
cannabis/marijuana|марихуан/каннабис|марихуана
cocaine|кокаин|кокаин
heroin|героин|героин
molest/molestation|растл/домог|азғындық
paedophile/pedophile|педофил|педофил
custody|опек/стража|қамауда/қамқорлық
parole/probation|условно/пробац|шартты/пробация
bail|залог|кепіл
felony|уголовн/преступл|қылмыс
misdemeanor/misdemeanour|проступ/правонаруш|теріс қылық/құқық бұзу
perjury|лжесвидет|жалған куәлік
plea|признан/заявлен|өтініш/мойындау
settlement|соглаш/поселен|келісім/қоныс
statute|статут/закон|жарғы/заң
charter|устав/хартия/хартии|жарғы/хартия
clause|пункт/оговор|тармақ
annex|приложен|қосымша
preamble|преамбул|кіріспе
notary|нотариус|нотариус
inheritance|наследств|мұра
alimony|алимент|алимент
adoption|усыновл|асырап алу
maternity|материн/декрет|ана/декрет
motherhood|материнств|аналық
fatherhood|отцовств|әкелік
childbirth|роды/родов|босану
infant|младен|сәби
toddler|малыш|балдырған
kinship|родств|туыстық
matrimony|супруж|неке
bachelor|бакалавр/холост|бакалавр/бойдақ
master's|магистр|магистр
doctorate|доктор|доктор
semester|семестр|семестр
classroom|класс/аудитор|сынып бөлмесі/сынып
blackboard|доск|тақта
schoolboy/schoolgirl|школьн|оқушы
tuition|обучен|оқу ақысы
dormitory|общежит|жатақхана
rector|ректор|ректор
dean|декан|декан
tutor|репетит/наставн|тәлімгер
mentor|наставник/ментор|тәлімгер/ментор
algebra|алгебр|алгебра
arithmetic|арифмет|арифметика
biology|биолог|биология
botany|ботан|ботаника
anatomy|анатом|анатомия
astronomy/astronomer|астроном|астроном
sociology/sociologist|социолог|әлеуметтан/социолог
anthropology|антропол|антрополог
linguistics/linguist|лингв|лингвис/тілтан
geology/geologist|геолог|геолог
meteorology/meteorologist|метеорол/синоптик|метеоролог/синоптик
hydrogen|водород|сутек
nitrogen|азот|азот
helium|гелий/гелия|гелий
sulfur/sulphur|сера!/серы!/сернист|күкірт
sodium|натри|натрий
calcium|кальц|кальций
zinc|цинк|мырыш
tin|олово/олова|қалайы
aluminium/aluminum|алюмин|алюминий
nickel|никел|никель
titanium|титан|титан
mercury|ртут|сынап
phosphorus|фосфор|фосфор
fertilizer|удобрен|тыңайтқыш
pesticide|пестиц|пестицид
alloy|сплав|қорытпа
rubber|резин/каучук|резеңке/каучук
petroleum|нефт|мұнай
diesel|дизел|дизель
battery|батаре|батарея
generator|генерат|генератор
turbine|турбин|турбина
hydropower/hydroelectric|гидро|гидро/су электр
solar|солнечн|күн/күн энергия
windmill|ветрян|жел диірмен
grid|сеть/энергосист|желі
voltage|напряжен|кернеу
cable|кабел|кабель
bulb|лампоч|шам
faucet|кран|шүмек
plumbing/plumber|сантехн/водопровод|сантехник/су құбыры
sewage/sewer|канализ/сточн|кәріз
carpenter|плотник/столяр|ағаш ұста
blacksmith|кузнец|темір ұста
tailor|портн|тігінші
shoemaker|сапожн|етікші
baker/bakery|пекар|наубай
hairdresser/barber|парикмахер|шаштараз
waiter/waitress|официант|даяшы
cashier|кассир|кассир
cook/chef|повар/шеф|аспаз
gardener|садовн|бағбан
janitor/cleaner|уборщ|тазалаушы
guard|сторож/охранник|күзетші
porter|носильщ|жүк тасушы
courier|курьер|курьер
postman|почтальон|пошташы
electrician|электрик|электрик
welder|сварщик|дәнекерлеуші
mechanic|механик|механик
technician|техник|техник
builder|строит|құрылысшы
surveyor|геодез|геодезист
stewardess/steward|стюард|стюард/бортсерік
sailor|матрос/моряк|матрос/теңізші
fisherman|рыбак|балықшы
fishing|рыбал/рыболов|балық аулау
beekeeper|пчеловод|ара өсіруші
hunter|охотник|аңшы
cattleman|скотовод|малшы
dairy|молочн|сүт
poultry|птицевод/птиц|құс
lamb|ягнен/баран|қозы
mutton|баран|қой еті
sausage|колбас|шұжық
ham|ветчин|ветчина
bacon|бекон|бекон
cream|сливк/крем|қаймақ/крем
yogurt/yoghurt|йогурт|йогурт
porridge|каш|ботқа
pasta|паст/макарон|макарон
noodle|лапш|кеспе
salad|салат|салат
pie|пирог|бәліш
cookie/biscuit|печень|печенье
candy/sweets|конфет|кәмпит
jam|варень/джем|тосап
ketchup|кетчуп|кетчуп
vinegar|уксус|сірке
garlic|чеснок|сарымсақ
carrot|морков|сәбіз
cabbage|капуст|қырыққабат
cucumber|огур|қияр
pumpkin|тыкв|асқабақ
pea|горох|бұршақ
bean|фасол/боб|бұршақ/үрме
mushroom|гриб|саңырауқұлақ
berry|ягод|жидек
strawberry|клубник|құлпынай
cherry|вишн|шие
grape|виноград|жүзім
pear|груш|алмұрт
peach|персик|шабдалы
plum|слив|қара өрік
apricot|абрикос|өрік
melon|дын|қауын
watermelon|арбуз|қарбыз
lemon|лимон|лимон
banana|банан|банан
walnut|грецк/орех|грек жаңғағы
almond|миндал|бадам
spice|специ/прян|дәмдеуіш
vodka|водк|арақ
whiskey/whisky|виски|виски
cocktail|коктейл|коктейль
fridge/refrigerator|холодильн|тоңазытқыш
stove|плит/печ|пеш
kettle|чайник|шәйнек
pan|сковород|таба
pot|кастрюл/горшок|қазан/құмыра
spoon|ложк|қасық
fork|вилк|шанышқы
napkin|салфет|майлық
towel|полотен|сүлгі
pillow|подуш|жастық
mattress|матрас|матрас
carpet/rug|ковер/ковр|кілем
shelf|полк|сөре
drawer|ящик|тартпа
broom|метл/веник|сыпырғыш
bucket|ведр|шелек
ladder|лестниц|саты
rope|веревк|арқан
scissors|ножниц|қайшы
razor|бритв|ұстара
comb|расчес|тарақ
toothbrush|зубн|тіс щеткасы
bath|ванн/бан|ванна/монша
pajamas|пижам|пижама
sock|нос/носок|шұлық
glove|перчат|қолғап
skirt|юбк|юбка/белдемше
trousers/pants|брюк/штан|шалбар
jeans|джинс|джинсы
sweater|свитер|свитер
uniform|форм|киім
button|пуговиц|түйме
zipper|молни|сыдырма
wallet|бумажн|әмиян
purse|сумоч/кошел|әмиян
earring|серьг|сырға
bracelet|браслет|білезік
helmet|шлем|дулыға/шлем
tent|палатк|шатыр
yurt|юрт|киіз үй
saddle|седл|ер!/ердің
whip|кнут|қамшы
cart|телег/корзин|арба/себет
wagon|вагон|вагон
locomotive|локомот|локомотив
rail|рельс|рельс
platform|перрон|перрон
timetable|расписан|кесте
crossroad/crossroads|перекрест|қиылыс
sidewalk/pavement|тротуар|тротуар/жаяу жол
pedestrian|пешеход|жаяу
lorry|грузов|жүк көлігі
van|фургон/микроавтоб|фургон
tire/tyre|шин|доңғалақ/шина
brake|тормоз|тежегіш
gear|передач/снаряж|беріліс/жабдық
steering|рулев|руль
windshield|лобов|алдыңғы әйнек
headlight|фар|фара
seatbelt|ремен|қауіпсіздік белдігі
airbag|подушк|қауіпсіздік жастығы
runway|взлетн|ұшу жолағы
takeoff/take-off|взлет|ұшып шығу
landing|посадк|қону
cockpit|кабин|кабина
turbulence|турбул|турбул
deck|палуб|палуба
mast|мачт|діңгек
harbour|гаван|айлақ
lighthouse|маяк|маяк
shipwreck|кораблекр|кеме апаты
lifeboat|спасат|құтқару қайығы
pier|причал/пирс|айлақ
strait|пролив|бұғаз
gulf|залив|шығанақ/парсы
waterfall|водопад|сарқырама
swamp/marsh|болот|батпақ
meadow|луг|шалғын
pasture|пастбищ|жайылым
canyon|каньон|шатқал/каньон
ridge|хребет/хребт|жота
cliff|утес/скал|жартас
slope|склон|беткей
avalanche|лавин|қар көшкін
landslide|оползен|көшкін
mudslide|сель|сел
blizzard|метел/бур|боран
frost|мороз|аяз
hail|град|бұршақ
rainbow|радуг|кемпірқосақ
sunrise|восход|күн шығу
sunset|закат|күн бату
eclipse|затмен|тұтылу
comet|комет|комета
asteroid|астероид|астероид
galaxy|галакт|галактика
orbit|орбит|орбита
gravity|гравит|гравитац
cosmos|космос|ғарыш
oak|дуб|емен
pine|сосн|қарағай
birch|берез|қайың
willow|ив|тал
poplar|топол|терек
tulip|тюльпан|қызғалдақ
lily|лил|лалагүл
wormwood|полын|жусан
reed|тростн/камыш|қамыс
hay|сено/сена|пішен
straw|солом|сабан
mule|мул|қашыр
donkey|осел/осл|есек
calf|теленок/телят|бұзау
foal|жеребен|құлын
mare|кобыл|бие
stallion|жеребец|айғыр
ram|баран|қошқар
hen|куриц|тауық
rooster|петух|қораз
goose|гус|қаз
duck|утк|үйрек
swan|лебед|аққу
crow|ворон|қарға
sparrow|вороб|торғай
pigeon|голуб|кептер/көгершін
stork|аист|дегелек
falcon|сокол|сұңқар
hawk|ястреб|қаршыға
bat|летуч/мыш|жарқанат
hedgehog|еж|кірпі
squirrel|белк|тиін
hare|заяц/зайц|қоян
badger|барсук|борсық
boar|кабан|қабан
lynx|рыс|сілеусін
leopard|леопард/барс|барыс/қабылан
panda|панд|панда
giraffe|жираф|керік
zebra|зебр|зебра
crocodile|крокод|қолтырауын
turtle/tortoise|черепах|тасбақа
frog|лягуш|бақа
lizard|ящериц|кесіртке
ant|муравь|құмырсқа
spider|паук|өрмекші
butterfly|бабоч|көбелек
worm|черв|құрт
beetle|жук|қоңыз
locust|саранч|шегіртке
tick|клещ|кене
bacterium/bacteria|бактер|бактерия
antibiotic|антибиот|антибиотик
asthma|астм|демікпе
allergy|аллерг|аллергия
tuberculosis|туберкул|туберкулез
malaria|маляр|безгек
cholera|холер|тырысқақ
measles|кор|қызылша
pneumonia|пневмон|пневмония/өкпе қабыну
hepatitis|гепатит|гепатит
tumor/tumour|опухол|ісік
kidney|почк|бүйрек
liver|печен|бауыр
spine|позвоноч|омыртқа
rib|ребр|қабырға
elbow|локот/локт|шынтақ
wrist|запяст|білек
ankle|лодыж/голеност|тобық
thumb|палец|бас бармақ
forehead|лоб!/лбу|маңдай
eyebrow|бров|қас
lip|губ|ерін
chin|подбор|иек
beard|бород|сақал
moustache/mustache|ус!/усы|мұрт
wrinkle|морщин|әжім
sweat|пот!/поте|тер!/тері
fatigue|устал|шаршау
headache|голов|бас ауруы
nausea|тошнот|жүрек айну
bleeding|кровотеч|қан кету
fracture|перелом|сыну/сынық
burn|ожог|күйік
bandage|повязк/бинт|таңғыш
syringe|шприц|шприц
ointment|маз|жақпа
vitamin|витамин|дәрумен/витамин
prescription|рецепт|рецепт
pharmacist|фармац|фармацевт
midwife|акушер|акушер
pediatrician|педиатр|педиатр
psychiatrist|психиатр|психиатр
veterinarian|ветеринар|ветеринар
wrestler|борец/борц|балуан
weightlifter/weightlifting|тяжелоатл/атлет|ауыр атлет
gymnast/gymnastics|гимнаст|гимнаст
skater/skating|конькобеж/фигурист|мәнерлеп/конькимен
swimmer|пловец/пловц|жүзуші
runner|бегун|жүгіруші
cyclist|велосипедист/велогонщ|велосипедші/велошабандоз
skier|лыжник|шаңғышы
archer/archery|лучник/стрельб|садақшы
judo|дзюдо|дзюдо
karate|карат|каратэ
taekwondo|тхэкво|таеквондо
kazakhsha/kuresh|курес|күрес
goalie|вратар|қақпашы
quarterback|квотербек|квотербек
playoff/playoffs|плей-офф|плей-офф
inning|иннинг|иннинг
knockout|нокаут|нокаут
scoreboard|табло|табло
spectator|зрител|көрермен
trophy|трофе|жүлде
bronze|бронз|қола
podium|подиум/пьедест|тұғыр
qualifying|квалиф|іріктеу
substitute|запасн|қосалқы
overtime|овертайм/сверхур|қосымша уақыт
sonnet|сонет|сонет
epic|эпос/эпич|эпос/жыр
dombra|домбр|домбыра
ballet|балет|балет
circus|цирк|цирк
comic|комикс|комикс
puppet|кукол|қуыршақ
sitcom/series|сериал|сериал
soundtrack|саундтр|саундтрек
premiere|премьер|премьера
sequel|продолж/сиквел|жалғасы
screenplay|сценар|сценарий
directorate|директорат|директорат
prefecture|префект|префектура
chancellor|канцлер|канцлер
envoy|посланник|өкіл
attache|атташе|атташе
viceroy|наместн|уәзір
sultan|султан|сұлтан
emir|эмир|әмір
shah|шах|шах
tsar/czar|цар|патша
boyar|бояр|бояр
cossack|казак/казач|казак
serf|крепостн|басыбайлы
steppe|степ|дала
nomadism|кочевнич|көшпенділік
collectivization|коллектив|ұжымдастыру
holodomor|голодомор|голодомор/ашаршылық
gulag|гулаг|гулаг
perestroika|перестро|қайта құру
glasnost|гласност|жариялылық
komsomol|комсомол|комсомол
bolshevik|большев|большевик
menshevik|меньшев|меньшевик
proletariat/proletarian|пролет|пролетар
peasantry|крестьян|шаруалар
feudal|феодал|феодал
salafism/salafi|салафи|салафи
wahhabism/wahhabi|ваххаб|уаххаб
sharia|шариат|шариғат
caliphate|халифат|халифат
imam|имам|имам
mullah|мулла|молда
koran/quran|коран|құран
ramadan|рамадан/рамазан|рамазан
pilgrimage|паломн/хадж|қажылық
buddhism/buddhist|будди|будда
hindu/hinduism|индуи|индуи
atheist/atheism|атеи|атеис
sect|сект|секта
marauding/marauder|мародер|тонаушы/тонау
vandalize|вандал|бүлдір
arsonist|поджигат|өртеуші
sniper|снайпер|мерген/снайпер
grenade|гранат|граната
mine|мин!/мина/мины|мина
trench|окоп/транш|окоп/траншея
bunker|бункер|бункер
cadet|кадет/курсант|кадет/курсант
corporal|капрал|капрал
lieutenant|лейтенант|лейтенант
major|майор|майор
marshal|маршал|маршал
admiral|адмирал|адмирал
regiment|полк|полк
platoon|взвод|взвод
garrison|гарнизон|гарнизон
headquarter|штаб|штаб
frigate|фрегат|фрегат
destroyer|эсминец/эсминц|эсминец
cruiser|крейсер|крейсер
warship|корабл|әскери кеме
warplane|самолет|әскери ұшақ
airstrike|авиауд|әуе соққысы
artillery|артилл|артиллерия
disarm/disarmament|разоруж|қарусыздандыр
denuclearization|денуклеар|ядросыздандыр
nonproliferation|нераспростр|таратпау
enrichment|обогащен|байыту
demarcation|демаркац|демаркация/шегендеу
ceasefire|прекращ|атысты тоқтату
armistice|перемир|бітім
reparation|репарац|репарация
annexation|аннекс|аннексия
separatist|сепарат|сепаратис
insurrection|восстан|көтеріліс
curfew|комендант|коменданттық
checkpoint|блокпост/контрольн|бекет/блокпост
roadblock|заслон|тосқауыл
barricade|баррикад|баррикада
tear-gas|слезоточ|көзден жас
baton|дубинк|таяқша/шоқпар
`
