/** English abbreviations; a table of data. Classes as in {@link Abbreviations}. */

import type { Abbreviations } from './abbreviations-classes.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const englishAbbreviations: Abbreviations = {
  never: words(`
    e.g i.e viz cf ca vs v resp approx incl excl esp usu s.v q.v et.seq Ph B.Sc M.Sc B.Tech eg ie i.a c.f aka a.k.a
    w.r.t P.S P.P.S PS
  `),
  title: words(`
    Mr Mrs Ms Messrs Mmes Mme Mlle Dr Drs Prof Profs Gen Lt Col Capt Cpt Cmdr Comdr Cdr Maj Sgt Cpl Pvt Adm Brig Pte
    Ens Lt.Col Lt.Gen Maj.Gen Brig.Gen Rear.Adm Vice.Adm Rev Revd Fr Hon Rt.Hon Pres Gov Lt.Gov Sen Sens Rep Reps
    Amb Atty Atty.Gen Supt Insp Ofc Msgr Mgr St Ste Sts SS Mt Mts Ft Pt Esqrs Treas Sec.Gen Asst Assoc Assoc.Prof
    Asst.Prof Attn Univ Dept Mx Ald Cllr Ven Abp Vice.Pres Bp
  `),
  number: words(`
    No Nos no nos Nr nr p pp pg pgs par para paras sec secs sect ch chap chaps vol vols fig figs Fig Figs eq eqs eqn
    eqns ex tab tbl art Art arts cl col cols ver vers Rev rev pt pts Pt bk ed eds app appx App Exh exh ref refs Ref
    sched hwy Hwy Rte rte Rt Apt apt ste Bldg bldg rm Rm Ext ext Ph tel Tel fol ff ll l ln lines Op op Opp K BWV r
    rr reg regs Ser ser ca fl Lot lot Blk blk Box P.O.Box b c d
  `),
  starter: words(`
    U.S U.K U.N E.U U.S.A U.S.S.R U.A.E D.C N.Y L.A S.F N.J N.C S.C N.D S.D N.H N.M R.I B.C U.S.S U.S.C Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Inc Corp Ltd Co Cos LLC LLP
    Bros Mfg Intl Assn Natl Govt Ave Blvd Rd Ln Dr St Sq Pl Pkwy Hwy Ct Ter Cir Ala Ariz Ark Calif Colo Conn Del Fla
    Ga Kan Ky La Md Mich Minn Mo Neb Nev Okla Pa Penn Tenn Tex Va Vt Wis Wyo Ont Que Sask B.A M.A B.S M.S J.D M.D
    D.D.S Ph.D Ed.D M.B.A LL.B LL.M LL.D D.Phil M.Phil D.V.M R.N M.P Q.C K.C Jr Sr Esq al a.m p.m A.M P.M A.D B.C.E
    C.E B.P bros Div Dist Mt Ft Rep sq cu Lat Eng Fr Ger Russ Kaz Jn Pty S.A N.V A.G S.p.A P.L.C Plc G.m.b.H Lt Sgt
    Ed Trans
  `),
  end: words(`
    etc ibid op.cit loc.cit et.al seq N.B R.S.V.P S.O.S est anon misc max min avg dept govt assn assoc temp n.d n.p
    s.l cont contd
  `),
  unit: words(`
    in ft yd mi oz lb lbs pt qt gal mm cm m km kg g mg l ml sq hr hrs min mins sec secs yr yrs wk wks mo mos
    mph kph hp kW MW bn mn mln mil pct pc deg cal kcal ha kB MB GB TB Hz kHz MHz GHz dB ppm
  `),
  starters: words(`
    The This That These Those There Then They Their Them A An And But Or So Yet Nor For If In On At By To From With Without
    As After Although Though Before Because Since When Whenever While Where What Which Who Why How Whether Until Unless
    He She It We You I His Her Its Our Your My Not No Yes Of All Some Many Most Much Both Each Every Any Another Other
    One Two Three Several Few However Moreover Furthermore Therefore Thus Hence Meanwhile Nevertheless Instead Also
    Even Only Just Still Now Here Once Soon Later Today Yesterday Tomorrow Perhaps Maybe Please Let Do Does Did Is Are Was
    Were Has Have Had Can Could Would Should Might Must Through During Under Over Despite According Such
    It's He's She's That's There's I'm We're They're You're Don't Didn't Into Like Copyright
  `),
  cutsAtSemicolon: false,
  cutsWithoutBlank: true,
  fullWord: {
    letters: 4,
    endings: '',
    lettersWithEnding: 4,
    short: words(`
      it me us you him her his one two six ten day way now out off too yet ago why who how see say ask buy pay try use
      get got let run put sit eat far bad old new big hot own job car dog cat kid guy man men boy fun bit all any few
      not yes so go up on we he she be is are was did had has can
    `),
  },
  marked: words('Yahoo Jeopardy Yum Wham Oklahoma Chips Joomla'),
}
