/** Monday 20 July 2026, 10:41 in Almaty. */
export const IN_HOUSE_NOW = '2026-07-20T05:41:00.000Z'

const HEAD =
  'Фамилия\tИмя\tГражданство\tДата рождения\tПол\t№ паспорта\tДата выдачи\tДействителен до\tЦель\tКомната\tЗаезд\tВыезд\tПитание'

/** Invented people who stayed at a hotel the day it began with Qabyl, as its own program lists them. */
export const IN_HOUSE_LIST = [
  HEAD,
  'Chen\tHao\tКитай\t12.05.1990\tM\tE1234567\t10.01.2022\t09.01.2032\tтуризм\t201\t06.07.2026\t30.07.2026\tBB',
  'Chen\tLi\tКитай\t01.02.1992\tF\tE1234568\t10.01.2022\t09.01.2032\tтуризм\t201\t06.07.2026\t30.07.2026\tBB',
  'Petrova\tIrina\tРоссия\t14.03.1985\tF\t751234567\t02.02.2021\t02.02.2031\tтуризм\t204\t14.07.2026\t25.07.2026\t',
  'Klein\tMax\tГермания\t21.10.1996\tM\tC01X00T47\t03.03.2023\t02.03.2033\tтуризм\t305\t17.07.2026\t24.07.2026\t',
  'Akhmetova\tAsel\tКазахстан\t09.09.1979\tF\tN12345678\t04.04.2020\t03.04.2030\tтуризм\t306\t18.07.2026\t21.07.2026\t',
  'Novak\tClara\t\t05.05.1954\tF\t\t\t\t\t307\t19.07.2026\t22.07.2026\tHB',
].join('\n')
