/** Lists of values of XLIFF 1.2 (section 2.5); most may be extended with `x-…`. */

export type List12 =
  | 'datatype'
  | 'restype'
  | 'mtype'
  | 'sizeUnit'
  | 'state12'
  | 'stateQualifier'
  | 'countUnit'
  | 'reformat'
  | 'contextType'
  | 'countType'
  | 'pairType'
  | 'placeholderType'

const words12: Readonly<Record<List12, string>> = {
  datatype:
    'asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ' +
    'ini interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp ' +
    'margin menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext ' +
    'po report resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul',
  restype:
    'auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem ' +
    'checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor ' +
    'datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox ' +
    'header heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu ' +
    'menubar menuitem menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton ' +
    'radio radiobuttonmenuitem rcdata row rtext scrollpane separator shortcut spinner splitter state3 ' +
    'statusbar string tabcontrol table textbox togglebutton toolbar tooltip trackbar tree uri userbutton ' +
    'usercontrol var versioninfo vscrollbar window',
  mtype:
    'abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation ' +
    'expanded-form formula head-term initialism international-scientific-term internationalism ' +
    'logical-expression materials-management-unit name near-synonym part-number phrase phraseological-unit ' +
    'protected romanized-form seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase ' +
    'term transcribed-form transliterated-form truncated-term variant',
  sizeUnit: 'byte char col cm dlgunit em ex glyph in mm percent pixel point row',
  state12:
    'final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation ' +
    'needs-translation new signed-off translated',
  stateQualifier:
    'exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository ' +
    'leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling ' +
    'tm-suggestion',
  countUnit: 'word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable',
  reformat: 'coord coord-x coord-y coord-cx coord-cy font font-name font-size font-weight css-style style ex-style',
  contextType: 'database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile',
  countType: 'num-usages repetition total',
  pairType: 'bold italic underlined link',
  placeholderType: 'image pb lb',
}

/** True for a word of the list, and for one of someone's own. */
export function isWord12(list: List12, value: string): boolean {
  return /^x-\S+$/.test(value) || words12[list].split(' ').includes(value)
}
