/** English words back to their dictionary form: regular endings by rule, the rest from a table. */

/** Irregular form → lemma, written as `lemma: forms`. */
const irregular = `be: am is are was were been being
have: has had
do: does did done
go: goes went gone
say: said
make: made
take: took taken
come: came
see: saw seen
know: knew known
get: got gotten
give: gave given
find: found
think: thought
tell: told
become: became
leave: left
feel: felt
bring: brought
begin: began begun
keep: kept
hold: held
write: wrote written
stand: stood
hear: heard
mean: meant
meet: met
run: ran
pay: paid
sit: sat
speak: spoke spoken
lead: led
grow: grew grown
lose: lost
fall: fell fallen
send: sent
build: built
understand: understood
draw: drew drawn
break: broke broken
spend: spent
rise: rose risen
drive: drove driven
buy: bought
wear: wore worn
choose: chose chosen
seek: sought
throw: threw thrown
catch: caught
deal: dealt
win: won
forget: forgot forgotten
sell: sold
fight: fought
teach: taught
eat: ate eaten
sing: sang sung
strike: struck stricken
hang: hung
shake: shook shaken
ride: rode ridden
feed: fed
shoot: shot
drink: drank drunk
hide: hid hidden
fly: flew flown
sleep: slept
arise: arose arisen
bear: bore borne born
beat: beaten
bend: bent
bite: bit bitten
bleed: bled
blow: blew blown
breed: bred
burn: burnt
cling: clung
creep: crept
dig: dug
dream: dreamt
flee: fled
forbid: forbade forbidden
foresee: foresaw foreseen
forgive: forgave forgiven
freeze: froze frozen
grind: ground
kneel: knelt
lay: laid
lean: leant
learn: learnt
lend: lent
lie: lay lain lying
light: lit
mistake: mistook mistaken
overcome: overcame
overthrow: overthrew overthrown
prove: proven
ring: rang rung
seize: seized
sew: sewn
shine: shone
show: shown
shrink: shrank shrunk
sink: sank sunk
slide: slid
smell: smelt
sow: sown
spin: spun
spit: spat
spring: sprang sprung
steal: stole stolen
stick: stuck
sting: stung
swear: swore sworn
sweep: swept
swell: swollen
swim: swam swum
swing: swung
tear: tore torn
tie: tying
die: dying
undergo: underwent undergone
undertake: undertook undertaken
wake: woke woken
weave: wove woven
weep: wept
wind: wound
withdraw: withdrew withdrawn
withstand: withstood
man: men
woman: women
child: children
foot: feet
tooth: teeth
goose: geese
mouse: mice
person: people
life: lives
wife: wives
knife: knives
half: halves
leaf: leaves
shelf: shelves
self: selves
thief: thieves
wolf: wolves
loaf: loaves
analysis: analyses
crisis: crises
basis: bases
thesis: theses
hypothesis: hypotheses
criterion: criteria
phenomenon: phenomena
medium: media
datum: data
good: better best
bad: worse worst
far: farther further farthest furthest
little: less least
many: more most
old: elder eldest
ox: oxen
policeman: policemen
fireman: firemen
oilman: oilmen
spokesman: spokesmen
chairman: chairmen
businessman: businessmen
congressman: congressmen
fisherman: fishermen
spokeswoman: spokeswomen
serviceman: servicemen
statesman: statesmen
sportsman: sportsmen`

const lemmaOf = new Map<string, string>()
for (const line of irregular.split('\n')) {
  const colon = line.indexOf(':')
  for (const form of line.slice(colon + 2).split(' ')) lemmaOf.set(form, line.slice(0, colon))
}

const consonant = '[bcdfghjklmnpqrstvwxz]'
const rules: readonly (readonly [RegExp, string])[] = [
  [/ies$/u, 'y'],
  [/es$/u, ''],
  [/es$/u, 'e'],
  [/s$/u, ''],
  [/ied$/u, 'y'],
  [new RegExp(`(${consonant})\\1ed$`, 'u'), '$1'],
  [/ed$/u, ''],
  [/ed$/u, 'e'],
  [new RegExp(`(${consonant})\\1ing$`, 'u'), '$1'],
  [/ing$/u, ''],
  [/ing$/u, 'e'],
  [/ier$/u, 'y'],
  [/iest$/u, 'y'],
  [new RegExp(`(${consonant})\\1e(?:r|st)$`, 'u'), '$1'],
  [/e(?:r|st)$/u, ''],
  [/e(?:r|st)$/u, 'e'],
  [/ily$/u, 'y'],
  [/ly$/u, ''],
  [/ally$/u, ''],
  [/bly$/u, 'ble'],
  [/ness$/u, ''],
  [/iness$/u, 'y'],
  [/'s$/u, ''],
]

/** Spelling of Britain to that of America, for words the lexicon has in one of them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation/u, 'ization'],
  [/is(?=e$|ed$|es$|ing$|er$|ers$)/u, 'iz'],
  [/yse$/u, 'yze'],
  [/our(?=$|s$|ed$|ing$|able$|ite$|al$|er$)/u, 'or'],
  [/tre$/u, 'ter'],
  [/ence$/u, 'ense'],
  [/ogue$/u, 'og'],
  [/lled$/u, 'led'],
]

/** Every dictionary form a folded word may have, the word itself first: `stopped` → stopped, stop, stopp, stoppe. */
export function englishLemmas(word: string): readonly string[] {
  const lemmas = new Set<string>([word])
  const add = (form: string): void => {
    if (form.length < 2) return
    lemmas.add(form)
    const lemma = lemmaOf.get(form)
    if (lemma !== undefined) lemmas.add(lemma)
  }
  add(word)
  for (const [ending, lemma] of rules) if (word.length > 3 && ending.test(word)) add(word.replace(ending, lemma))
  for (const form of [...lemmas]) {
    for (const [british, american] of spellings) if (british.test(form)) add(form.replace(british, american))
  }
  return [...lemmas]
}
