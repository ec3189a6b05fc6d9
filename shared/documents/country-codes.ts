/** ISO 3166-1: alpha-2 and alpha-3 code of each country, five letters each (`DEDEU`). Checked against an ISO list in the tests. */
const ISO_PAIRS = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD BEBEL
  BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD
  CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA
  DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF
  GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN
  IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA
  KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE
  MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM
  NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM
  PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN
  SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL
  TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR
  VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE

`

/** Alpha-3 by alpha-2. */
export const ALPHA3_BY_ALPHA2: ReadonlyMap<string, string> = new Map(
  ISO_PAIRS.trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
)

/**
 * Codes an MRZ may carry that are no countries (Doc 9303-3, section 5, and its updates). They are kept as read: a British
 * overseas citizen is `GBO`, a stateless person `XXA`, and neither is turned into the issuer.
 */
export const ICAO_SPECIAL_CODES = [
  'EUE', // European Union laissez-passer
  'GBD', // British overseas territories citizen
  'GBN', // British national (overseas)
  'GBO', // British overseas citizen
  'GBP', // British protected person
  'GBS', // British subject
  'IAO', // ICAO
  'RKS', // Kosovo
  'XKX',
  'UNA', // United Nations agency
  'UNK', // UN interim administration in Kosovo
  'UNO', // United Nations
  'XBA', // African Development Bank
  'XCC', // Caribbean Community
  'XCE', // Council of Europe
  'XCO', // COMESA
  'XDC', // Southern African Development Community
  'XEC', // ECOWAS
  'XES', // Organization of Eastern Caribbean States
  'XIM', // African Export-Import Bank
  'XMP', // Parliamentary Assembly of the Mediterranean
  'XOM', // Sovereign Military Order of Malta
  'XPO', // Interpol
  'XXA', // stateless person
  'XXB', // refugee, 1951 convention
  'XXC', // other refugee
  'XXX', // unspecified nationality
] as const
