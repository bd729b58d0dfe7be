/** Abbreviations of further languages that do not end a sentence; for languages without rules of their own. */

/** Without the last full stop; a capital letter only as written. Empty for unknown languages. */
export function otherAbbreviations(primaryLanguage: string): ReadonlySet<string> {
  return new Set((tables.get(primaryLanguage) ?? '').split(' '))
}

const tables: ReadonlyMap<string, string> = new Map([
  [
    'de',
    'Dr Prof Hr Fr Frl St Nr Bd Abb Abs Art Kap S z.B z.T d.h u.a bzw ca vgl evtl ggf inkl Mio Mrd Tel usw.z o.ä i.d.R',
  ],
  ['fr', 'M MM Mme Mlle Dr Pr Me St Ste p pp vol art chap fig cf env éd av apr J.-C N.B p.ex'],
  ['es', 'Sr Sra Srta Dr Dra Prof D Dña Ud Uds pág núm vol cap art aprox Excmo p.ej EE.UU'],
  ['it', 'Sig Sig.ra Dott Dott.ssa Prof Ing Avv pag n vol art cap ecc.ra es p.es'],
  ['pt', 'Sr Sra Dr Dra Prof Eng pág n vol art cap aprox p.ex'],
  ['pl', 'dr prof mgr inż hab ul al pl pt np m.in nr str św tzw tj ok r w godz min zł'],
  ['uk', 'проф акад ім вул просп обл м с див напр т.зв т.ін рр р ст грн тис стор гл'],
  ['be', 'праф акад імя вул прасп вобл г в гл напр т.зв'],
  ['tr', 'Dr Prof Doç Av Sn Bkz bkz vb vs örn Cad Sok Mah No s yy'],
  ['uz', 'prof akad dots koʻch sh v b mln mlrd ming'],
  ['ky', 'проф акад көч ш обл р ж к б млн млрд'],
  ['tt', 'проф акад ур ш млн млрд'],
])
