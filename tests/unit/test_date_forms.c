/* Dates by their form: weeks and days by number, numbers alone, rows, spans, and which way a sentence looks. Notation:
 * date_fixture.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "date_fixture.h"

/* Weeks and days by their number; ISO 8601 has the week with the Thursday. */
static void test_weeks(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2005-01-01", "Sales of week 53 of 2004 and of calendar week 1 were poor.",
       "2004-12-27..2005-01-02 week | week 53 of 2004; ~2005-01-03..2005-01-09 week | calendar week 1"},
      {"2004-12-31", "Output fell in week 27 of last year, in week 12, 2003, and in the week 31.",
       "~2003-06-30..2003-07-06 week | week 27 of last year; 2003-03-17..2003-03-23 week | week 12, 2003; "
       "~2004-07-26..2004-08-01 week | the week 31"},
      {"2016-06-01", "There is no week 53 of 2015 that counts, and none in week 53 of 2014.",
       "2015-12-28..2016-01-03 week | week 53 of 2015; 2014-01-01..2014-12-31 year | 2014"},
      {"2004-10-20", "In Week 12 of 2003 he played; in week 12 of the trial he fell ill; at week 20 he left.",
       "2003-01-01..2003-12-31 year | 2003"},
      {"2004-02-29", "The first week of 2005 was wet, and so were the first week of Oct and the last week of 2008.",
       "2005-01-03..2005-01-09 week | The first week of 2005; ~2003-09-29..2003-10-05 week | the first week of Oct; "
       "2008-12-22..2008-12-28 week | the last week of 2008"},
      {"2004-02-29",
       "The third last week of 2003, the second-to-last Monday of May 2003 and the next-to-last day of 2004.",
       "2003-12-08..2003-12-14 week | The third last week of 2003; 2003-05-19 day Mon | second-to-last Monday of May "
       "2003; 2004-12-30 day | next-to-last day of 2004"},
      {"2004-02-29", "The final week of January 2004 and the penultimate day of February 2004.",
       "2004-01-26..2004-02-01 week | The final week of January 2004; 2004-02-28 day | the penultimate day of February "
       "2004"},
      {"2004-02-29", "The third month of 2003, the fifth Monday of March 2004 and the fifth Monday of February 2004.",
       "2003-03-01..2003-03-31 month | The third month of 2003; 2004-03-29 day Mon | fifth Monday of March 2004; "
       "2004-02-01..2004-02-29 month | February 2004"},
      {"2004-02-29", "The first weekend of May 2004 and the last weekend of 2003.",
       "2004-05-01..2004-05-02 day | first weekend of May 2004; 2003-12-27..2003-12-28 day | the last weekend of 2003"},
      {"2004-12-31", "He will come the week after next, as he did the week before last and the night before last.",
       "~2005-01-10..2005-01-16 week | the week after next; ~2004-12-13..2004-12-19 week | the week before last; "
       "~2004-12-29 day | night before last"},
      {"2005-01-02",
       "The month after next, the Friday after next and the Monday before last; the day after next Friday.",
       "~2005-03-01..2005-03-31 month | The month after next; ~2005-01-14 day Fri | Friday after next; ~2004-12-20 day "
       "Mon | Monday before last; ~2005-01-08 day | the day after next Friday"},
      {"2004-10-20", "She retires in March after next; June before last was wet.",
       "~2006-03-01..2006-03-31 month | March after next; ~2003-06-01..2003-06-30 month | June before last"},
      {"2004-02-29", "He left two Sundays ago and comes three Fridays from now.",
       "~2004-02-15 day Sun | two Sundays ago; ~2004-03-19 day Fri | three Fridays from now"},
      {"2004-12-31", "It is due three business days from now, not two working days ago, nor on three business days.",
       "~2005-01-05 day | three business days from now; ~2004-12-29 day | two working days ago"},
      {"2005-01-01", "It is due one business day from today.", "~2005-01-03 day | one business day from today"},
      {"2005-03-31", "Traffic rose from the same month last year, and the same week a year earlier it fell.",
       "~2004-03-01..2004-03-31 month | the same month last year; ~2004-03-22..2004-03-28 week | the same week a year "
       "earlier"},
      {"2004-02-29", "The same day last year it snowed, and the corresponding quarter of 2003 was dry.",
       "~2003-02-28 day | The same day last year; ~2003-01-01..2003-03-31 quarter | the corresponding quarter of 2003"},
      {"2004-12-31", "In the comparable week of 2003 there was less; the same ship sank.",
       "~2003-12-22..2003-12-28 week | the comparable week of 2003"},
      {"2004-10-20", "On May 5, 2004 he came; the same month in 2002 he had left.",
       "2004-05-05 day | May 5, 2004; ~2002-05-01..2002-05-31 month | the same month in 2002"},
      {"2004-11-07", "The week beginning March 1 was wet; the week commencing March 2 is not.",
       "~2004-03-01..2004-03-07 week | The week beginning March 1; ~2005-03-02..2005-03-08 week | the week commencing "
       "March 2"},
      {"2004-11-07", "The week beginning May 2, 2002 was wet, the week of May 2, 2002 too.",
       "2002-05-02..2002-05-08 week | The week beginning May 2, 2002; 2002-04-29..2002-05-05 week | the week of May 2, "
       "2002"},
  };
  CHECK_DATES(rows);
}

/* Coming units, ends of units, days of a month that is said by a shift. */
static void test_next_and_ends(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-31", "In the coming week and the upcoming month; in coming weeks, a coming year and the coming decade.",
       "~2005-01-03..2005-01-09 week | the coming week; ~2005-01-01..2005-01-31 month | the upcoming month"},
      {"2004-12-31", "For the next quarter and over the next quarter; in the past quarter, within the past quarter.",
       "~2005-01-01..2005-03-31 quarter | the next quarter; ~2004-07-01..2004-09-30 quarter | the past quarter"},
      {"2005-01-31", "It ends by end of month, at the end of next week and late next week.",
       "~2005-01-16..2005-01-31 month | end of month; ~2005-02-11..2005-02-13 week | the end of next week; "
       "~2005-02-10..2005-02-13 week | late next week"},
      {"2004-02-29", "The war will end in 2015, a boom will start in May 2005, and shops close in June.",
       "2015-01-01..2015-12-31 year | 2015; 2005-05-01..2005-05-31 month | May 2005; ~2004-06-01..2004-06-30 month | "
       "June"},
      {"2004-02-29", "The 20th of the current month, 20 of next month, and 20 of this month's games.",
       "~2004-02-20 day | The 20th of the current month; ~2004-03-20 day | 20 of next month; ~2004-02-01..2004-02-29 "
       "month | this month"},
      {"2004-03-31", "The 30th of the previous month; he came on the 4th and left on the 30th.",
       "~none day | The 30th of the previous month; ~2004-03-04 day | the 4th; ~2004-03-30 day | the 30th"},
      {"2004-03-31", "On the twenty-second. He lives on the 4th and 5th floors.",
       "~2004-03-22 day | the twenty-second"},
      {"2005-01-03", "He left Friday the 31st; they meet Fri 13th, and it will be Monday the fourteenth.",
       "~2004-12-31 day Fri | Friday the 31st; ~2005-05-13 day Fri | Fri 13th; ~2005-02-14 day Mon | Monday the "
       "fourteenth"},
      {"2004-12-31", "The talks of Monday, Tuesday and Friday of last week failed.",
       "~2004-12-20 day Mon | Monday; ~2004-12-21 day Tue | Tuesday; ~2004-12-24 day Fri | Friday of last week"},
  };
  CHECK_DATES(rows);
}

/* What is a day in numbers, and what a fraction, a score, a count. */
static void test_numbers(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-31", "It opened on 6/28, since 28/06 and until 10/8; it will shut by 12/15.",
       "~2004-06-28 day | 6/28; ~2004-06-28 day | 28/06; ~2005-08-10 day | 10/8; ~2004-12-15 day | 12/15"},
      {"2004-12-31", "It fell by 1/2 percent, at 3/8 over the rate, from 1/4 to 1/2, and is open 24/7.", ""},
      {"2004-12-31", "From 9/2 to 10/8 and between 12/20 and 02/20 it was shut.",
       "~2004-09-02..2004-10-08 day | 9/2 to 10/8; ~2004-12-20..2005-02-20 day | 12/20 and 02/20"},
      {"2004-12-31", "The exam went 8/10, the shot 6/28; in all 10/12 of it was sold.", ""},
      {"2004-12-31", "It ran from 9/2/2004-9/8/2004 and 05-06-2004 - 06-05-2004.",
       "2004-09-02..2004-09-08 day | 9/2/2004-9/8/2004; 2004-05-06..2004-06-05 day | 05-06-2004 - 06-05-2004"},
      {"2004-12-31", "Signed 5-8-04, and on 8-16-03, after a 8-16-13 season.",
       "2004-05-08 day | 5-8-04; 2003-08-16 day | 8-16-03"},
      {"2004-12-31", "The log of 20040229 and file 20040230; 20041020 people; $20041020; no 20041020.",
       "2004-02-29 day | 20040229"},
      {"2004-12-31", "Due Dec/4, Feb-7, Sep-12 and may/2; the friday 5/14 game.",
       "~2004-12-04 day | Dec/4; ~2005-02-07 day | Feb-7; ~2004-05-14 day Fri | friday 5/14"},
      {"2004-12-31", "He left at 9 on May 5, 2003 at 3 p.m. and on June 7 at 10:30 p.m.",
       "2003-05-05 time | May 5, 2003 at 3 p.m.; ~2004-06-07 time | June 7 at 10:30 p.m."},
      {"2014-12-31", "Issued 2014-10, 2003/05 and 2009-10; Resolution 2014-10 and 2014-13.",
       "2014-10-01..2014-10-31 month | 2014-10; 2003-01-01..2005-12-31 year | 2003/05; 2009-01-01..2010-12-31 year | "
       "2009-10"},
  };
  CHECK_DATES(rows);
}

/* What stands in a row shares the month, the year, the week. */
static void test_rows(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-31", "On 5, 6 and 7 May 2003 and on May 5, 6 and 7, 2002 they met.",
       "2003-05-05 day | 5; 2003-05-06 day | 6; 2003-05-07 day | 7 May 2003; 2002-05-05 day | May 5; 2002-05-06 day | "
       "6; 2002-05-07 day | 7, 2002"},
      {"2004-12-31", "On May 5, 6 people came; 5, 6 and 7 men left on May 8, 9 and 10 buses.",
       "~2004-05-05 day | May 5; ~2004-05-08 day | May 8"},
      {"2004-12-31", "In April, May and June 2003 and in May or June of last year it rained.",
       "2003-04-01..2003-04-30 month | April; 2003-05-01..2003-05-31 month | May; 2003-06-01..2003-06-30 month | June "
       "2003; ~2003-05-01..2003-05-31 month | May; ~2003-06-01..2003-06-30 month | June of last year"},
      {"2004-12-31", "In April, June said, May and Theresa came.",
       "~2004-04-01..2004-04-30 month | April; ~2004-06-01..2004-06-30 month | June"},
      {"2004-12-31", "On the night of May 5/6 and of 30/31 May; June 3/4 was the price.",
       "~2004-05-05..2004-05-06 day | May 5/6; ~2004-05-30..2004-05-31 day | 30/31 May; ~2004-06-03 day | June 3"},
      {"2004-12-31", "They met from June the 8th till the 16th, and from May 28th to the 2nd.",
       "~2004-06-08..2004-06-16 day | June the 8th till the 16th; ~2004-05-28..2004-06-02 day | May 28th to the 2nd"},
      {"2004-12-31", "It was shut from the 28th to the 2nd of June and from 3 to June 9.",
       "~2004-05-28..2004-06-02 day | 28th to the 2nd of June; ~2004-06-03..2004-06-09 day | 3 to June 9"},
      {"2004-12-31", "He was away 3 to 5 June of 03; the tour is 9 May of 87, and in July 98.",
       "~2004-06-03..2004-06-05 day | 3 to 5 June; 1987-05-09 day | 9 May of 87; 1998-07-01..1998-07-31 month | July "
       "98"},
      {"2004-12-31", "In July 98 people died; on May 5, 87 people; 9 May 87%.",
       "~2004-07-01..2004-07-31 month | July; ~2004-05-05 day | May 5; ~2004-05-09 day | 9 May"},
      {"2004-12-31", "She was born on March thirty-one, 1978, and on May thirty-one nineteen seventy-four.",
       "1978-03-31 day | March thirty-one, 1978; 1974-05-31 day | May thirty-one nineteen seventy-four"},
      {"2004-12-31", "In May twenty men came, in June five, 2003 in all.",
       "~2004-05-01..2004-05-31 month | May; 2003-06-05 day | June five, 2003"},
      {"2004-12-31", "It was on march 3rd 2003, may 2, 2001 and march 5 miles.",
       "2003-03-03 day | march 3rd 2003; 2001-05-02 day | may 2, 2001"},
  };
  CHECK_DATES(rows);
}

/* From one end to another, up to the day of publication, and years of business. */
static void test_spans(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-31", "It ran from January 2003 to date, between May 2004 and now, and 2003-present.",
       "~2003-01-01..2004-12-31 day | January 2003 to date; ~2004-05-01..2004-12-31 day | May 2004 and now; "
       "~2003-01-01..2004-12-31 day | 2003-present"},
      {"2004-12-31", "He served from 2002-01-01 till the present, and from next Friday to Oct 1st 2005.",
       "~2002-01-01..2004-12-31 day | 2002-01-01 till the present; ~2005-01-07..2005-10-01 day | next Friday to Oct "
       "1st 2005"},
      {"2004-12-31", "January 12, 2003 - 01/22/2003, 2001 through May 2nd 2003; January 2, 2003 to visit.",
       "2003-01-12..2003-01-22 day | January 12, 2003 - 01/22/2003; 2001-01-01..2003-05-02 day | 2001 through May 2nd "
       "2003; 2003-01-02 day | January 2, 2003"},
      {"2004-12-31", "The shift from Friday to Sunday; from May 5 to now.",
       "~2004-12-31 day Fri | Friday; ~2004-12-26 day Sun | Sunday; ~2004-05-05..2004-12-31 day | May 5 to now"},
      {"2004-12-31", "Sales in the year to date, year-to-date sales and the year to dated.",
       "~2004-01-01..2004-12-31 day | the year to date; ~2004-01-01..2004-12-31 day | year-to-date"},
      {"2004-12-31", "In the winter of 2003-04 and of 2001/2002; spring 2003-05.",
       "2003-12-01..2004-02-29 season | the winter of 2003-04; 2001-01-01..2002-12-31 year | 2001/2002; "
       "2003-01-01..2005-12-31 year | 2003-05"},
      {"2004-12-31", "In H1 2003, 2H 2004, 3Q 2003, 3Q02 and Q3'04; the H1 visa, 3q of it.",
       "2003-01-01..2003-06-30 quarter | H1 2003; 2004-07-01..2004-12-31 quarter | 2H 2004; 2003-07-01..2003-09-30 "
       "quarter | 3Q 2003; 2002-07-01..2002-09-30 quarter | 3Q02; 2004-07-01..2004-09-30 quarter | Q3'04"},
      {"2004-12-31", "FY04, FY 2003-04, fiscal 2002/03, the fiscal 2003 period and fiscal 04.",
       "2004-01-01..2004-12-31 year | FY04; 2003-01-01..2004-12-31 year | FY 2003-04; 2002-01-01..2003-12-31 year | "
       "fiscal 2002/03; 2003-01-01..2003-12-31 year | the fiscal 2003 period"},
      {"2004-12-31", "In the 18th and 19th centuries, and the 5th or 6th century; 18th and 19th men.",
       "1700-01-01..1799-12-31 century | 18th; 1800-01-01..1899-12-31 century | 19th centuries; 0400-01-01..0499-12-31 "
       "century | 5th; 0500-01-01..0599-12-31 century | 6th century"},
  };
  CHECK_DATES(rows);
}

/* Which way a sentence looks; a fragment takes the nearest. */
static void test_views(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-02-12", "Jazz festival, June 21-23. Pay date July 9.",
       "~2004-06-21..2004-06-23 day | June 21-23; ~2004-07-09 day | July 9"},
      {"2004-02-12", "The festival was held June 21-23.", "~2003-06-21..2003-06-23 day | June 21-23"},
      {"2004-02-12", "The festival June 21-23, the fair in the old town of which he had so often told her, was wet.",
       "~2003-06-21..2003-06-23 day | June 21-23"},
      {"2004-02-12", "I'll be back March 8, they'll go on Tuesday.",
       "~2004-03-08 day | March 8; ~2004-02-17 day Tue | Tuesday"},
      {"2004-02-12", "He could come as early as Tuesday, or as soon as Monday; as early as 1998.",
       "~2004-02-17 day Tue | Tuesday; ~2004-02-16 day Mon | Monday; 1998-01-01..1998-12-31 year | 1998"},
      {"2004-02-12", "Until Tuesday the gate had been open; by Tuesday it will be.",
       "~2004-02-10 day Tue | Tuesday; ~2004-02-17 day Tue | Tuesday"},
      {"2004-02-12", "On May 5, it opened. On 9 August it shut.",
       "~2004-05-05 day | May 5; ~2003-08-09 day | 9 August"},
      {"2004-02-12", "Where was he the previous Monday? She will come the next day and the following week.",
       "~2004-02-09 day Mon | the previous Monday; ~2004-02-10 day | the next day; ~2004-02-16..2004-02-22 week | the "
       "following week"},
      {"2004-02-12", "The next day he left. The following week was wet.",
       "~?..? day | The next day; ~?..? week | The following week"},
      {"2004-02-12", "In the week ended February 7 it rose from the previous week.",
       "~2004-02-01..2004-02-07 week | the week ended February 7; ~2004-01-25..2004-01-31 week | the previous week"},
  };
  CHECK_DATES(rows);
}

/* Holidays with their weekends, and lengths of time. */
static void test_holidays(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-02-12", "Memorial Day weekend 2003, the Easter weekend and Thanksgiving weekend of last year were busy.",
       "2003-05-24..2003-05-25 day | Memorial Day weekend 2003; ~2004-04-10..2004-04-11 day | Easter weekend; "
       "~2003-11-29..2003-11-30 day | Thanksgiving weekend of last year"},
      {NULL, "Over Easter weekend they flew.", "~?..? day | Easter weekend"},
      {"2004-02-12", "Last christmas and next easter, but christmas trees; by New Year's, on Chinese New Year's.",
       "~2003-12-25 day | Last christmas; ~2004-04-11 day | next easter; ~2004-01-01 day | New Year's"},
      {"2004-02-12", "On Remembrance Sunday, Shrove Tuesday and Trinity Sunday 2004.",
       "~2003-11-09 day | Remembrance Sunday; ~2004-02-24 day | Shrove Tuesday; 2004-06-06 day | Trinity Sunday 2004"},
      {"2004-02-12", "A fortnight ago, a fortnight hence; half a century ago; three weeks hence.",
       "~2004-01-26..2004-02-01 week | A fortnight ago; ~2004-02-23..2004-02-29 week | a fortnight hence; "
       "~2004-03-01..2004-03-07 week | three weeks hence"},
      {"2004-02-12", "For the last two years and 3 weeks ago.", "~2004-01-19..2004-01-25 week | 3 weeks ago"},
  };
  CHECK_DATES(rows);
}

/* A weekday decides the year of a day that is far off, and stays wrong beside one that is near. */
static void test_agreement(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-02-12", "The fair opens Friday, August 8; the hearing was on Monday, February 9, or Tuesday, February 9.",
       "~2003-08-08 day Fri | Friday, August 8; ~2004-02-09 day Mon | Monday, February 9; ~2004-02-09 day Tue | "
       "Tuesday, February 9"},
      {"2004-12-31", "The game is on friday 5/14.", "~2004-05-14 day Fri | friday 5/14"},
      {"2004-02-12", "The fair opens Saturday, August 8.", "~2004-08-08 day Sat | Saturday, August 8"},
      {"2004-03-01", "Open May 5 (Tuesday).", "~2004-05-05 day Tue | May 5 (Tuesday)"},
      {"2004-12-31", "From June to May 5 nothing happened, from 5 to 7.",
       "~2004-06-01..2004-06-30 month | June; ~2004-05-05 day | May 5"},
      {"2004-12-31", "On May 5 he may come.", "~2004-05-05 day | May 5"},
  };
  CHECK_DATES(rows);
}

/* Ends that are told loosely, and lengths of time that end on a day. */
static void test_ends(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-28", "From now until 5/2 it is shut, and between now and next Tuesday.",
       "~2005-05-02 day | 5/2; ~2005-01-04 day Tue | next Tuesday"},
      {"2004-12-28", "He will be away from tomorrow until Friday; he moved from Friday to Sunday.",
       "~2004-12-29..2004-12-31 day | tomorrow until Friday; ~2004-12-24 day Fri | Friday; ~2004-12-26 day Sun | "
       "Sunday"},
      {"2004-12-31", "On the 5th, 6th and 7th of May 2003 it rained; he came on the 5th, and left.",
       "2003-05-05 day | 5th; 2003-05-06 day | 6th; 2003-05-07 day | 7th of May 2003; ~2004-12-05 day | the 5th"},
      {"2004-12-31", "Logged 1-Jan-03 and 05-Aug-99; a 1-Jan shift.",
       "2003-01-01 day | 1-Jan-03; 1999-08-05 day | 05-Aug-99"},
      {"2005-01-01", "It opens a week from Tuesday and in two weeks' time, not within two weeks.",
       "~2005-01-11 day | a week from Tuesday; ~2005-01-15 day | two weeks' time"},
      {"2004-02-29", "In one year’s time it will be ten; in a month's time and a fortnight's time.",
       "~2005-01-01..2005-12-31 year | one year’s time; ~2004-03-01..2004-03-31 month | a month's time"},
  };
  CHECK_DATES(rows);
}

/* Years and decades in words, where they are no counts. */
static void test_words(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-12-31", "In seventeen hundred and sixty-three, and on 9 June seventeen hundred fifty-two.",
       "1763-01-01..1763-12-31 year | seventeen hundred and sixty-three; 1752-06-09 day | 9 June seventeen hundred "
       "fifty-two"},
      {"2004-12-31",
       "In one thousand seven hundred, seventeen hundred men came; in seventeen hundred cases, seventeen hundred.",
       "1700-01-01..1700-12-31 year | one thousand seven hundred"},
      {"2004-12-31", "The twenty-tens and the nineteen-twenties; twenty tens of thousands; the twenty twenties.",
       "2010-01-01..2019-12-31 decade | twenty-tens; 1920-01-01..1929-12-31 decade | nineteen-twenties; "
       "2020-01-01..2029-12-31 decade | twenty twenties"},
      {"2004-12-31", "He is away 4 to 22 next month and won 4 to 22 this month.",
       "~2005-01-04..2005-01-22 day | 4 to 22 next month; ~2004-12-01..2004-12-31 month | this month"},
      {"2004-12-31", "In May seventeen hundred men left; in two thousand one hundred men came.",
       "~2004-05-01..2004-05-31 month | May"},
  };
  CHECK_DATES(rows);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_weeks),    cmocka_unit_test(test_next_and_ends), cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_rows),     cmocka_unit_test(test_spans),         cmocka_unit_test(test_views),
      cmocka_unit_test(test_holidays), cmocka_unit_test(test_agreement),     cmocka_unit_test(test_ends),
      cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
