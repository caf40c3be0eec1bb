/* Dates in sentences: what is read, to which days, and what is no date. Notation: date_fixture.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "date_fixture.h"

static void test_calendar(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "The base opened on 20 October 2004 in the capital.", "2004-10-20 day | 20 October 2004"},
      {"2004-10-20", "The accord was signed on October 20, 2004, in Dushanbe.", "2004-10-20 day | October 20, 2004"},
      {"2004-10-20", "Officials met on Oct. 19 to discuss the lease.", "~2004-10-19 day | Oct. 19"},
      {"2004-10-20", "The treaty of the 3rd of March 1998 still holds.", "1998-03-03 day | 3rd of March 1998"},
      {"2014-06-20", "It was published on Wednesday, 18 June 2014 by the institute.",
       "2014-06-18 day Wed | Wednesday, 18 June 2014"},
      {"2014-06-20", "On Sunday, June 15, the minister flew home.", "~2014-06-15 day Sun | Sunday, June 15"},
      {"2014-06-20", "The talks began on Wednesday (June 18) in Minsk.", "~2014-06-18 day Wed | Wednesday (June 18)"},
      {"2014-06-20", "The report of 17 June 2014, a Tuesday, was short.",
       "2014-06-17 day Tue | 17 June 2014, a Tuesday"},
      {"2014-06-20", "Talks ended on June 18 (Wednesday) without a result.",
       "~2014-06-18 day Wed | June 18 (Wednesday)"},
      {"2004-10-25", "The paper printed on Saturday, 17 October 2004 was wrong.",
       "2004-10-17 day Sat | Saturday, 17 October 2004"},
      {"2005-01-01", "The fire of 11 September 2001 is remembered.", "2001-09-11 day | 11 September 2001"},
      {"2005-01-01", "The log entry is dated 2004-10-20 and signed.", "2004-10-20 day | 2004-10-20"},
      {"2005-01-01", "The form was filed on 06/18/2004 in Washington.", "2004-06-18 day | 06/18/2004"},
      {"2005-01-01", "The form was filed on 18/06/2004 in London and again on 05/06/2004.",
       "2004-06-18 day | 18/06/2004; 2004-06-05 day | 05/06/2004"},
      {"2005-01-01", "The register says 20.10.2004 and nothing else.", "2004-10-20 day | 20.10.2004"},
      {"2005-01-01", "He was born on 05/09/61 in a village.", "1961-05-09 day | 05/09/61"},
      {"2005-01-01", "The pact dates from September of 2003.", "2003-09-01..2003-09-30 month | September of 2003"},
      {"2005-01-01", "In May 2004 the talks resumed.", "2004-05-01..2004-05-31 month | May 2004"},
      {"2005-01-01", "Prices fell in November, 2004 for a while.", "2004-11-01..2004-11-30 month | November, 2004"},
      {"1998-03-05", "The women gather on March eighth in Kabul.", "~1998-03-08 day | March eighth"},
      {"2004-10-20", "In two thousand one hundred men came; in two thousand one they left.",
       "2001-01-01..2001-12-31 year | two thousand one"},
      {"2001-01-01", "He died on the tenth of May, two thousand.", "2000-05-10 day | tenth of May, two thousand"},
      {"2005-01-01", "The document is from June 27, 1997 and lists names.", "1997-06-27 day | June 27, 1997"},
      {"2013-05-04", "She left the hotel on May. 3, 2013 by car.", "2013-05-03 day | May. 3, 2013"},
      {"2005-01-01", "THE ACCORD OF MAY 4, 2004 IS DEAD", "2004-05-04 day | MAY 4, 2004"},
  };
  CHECK_DATES(rows);
}

static void test_missing_days(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "The order of June 31, 2004 cannot be found.", "none day | June 31, 2004"},
      {"2004-10-20", "She was born on 29 February 2003 in Osh.", "none day | 29 February 2003"},
      {"2004-10-20", "He was paid on 31 April by bank transfer.", "~none day | 31 April"},
      {"2004-03-02", "Snow fell on Feb. 29 across the valley.", "~2004-02-29 day | Feb. 29"},
      {"2003-03-02", "Snow fell on Feb. 29 across the valley.", "~none day | Feb. 29"},
      {"2004-10-20", "The file says 02/30/2004 twice.", "none day | 02/30/2004"},
  };
  CHECK_DATES(rows);
}

static void test_no_year(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2005-07-01", "The envoys met on June 24 in Dushanbe.", "~2005-06-24 day | June 24"},
      {"2005-01-03", "The convoy left on Dec. 30 with food.", "~2004-12-30 day | Dec. 30"},
      {"2004-12-30", "The convoy will leave on Jan. 3 with food.", "~2005-01-03 day | Jan. 3"},
      {"2004-12-30", "The convoy left on Jan. 3 with food.", "~2005-01-03 day | Jan. 3"},
      {"2004-10-26", "Shares are due on Dec. 15 for holders.", "~2004-12-15 day | Dec. 15"},
      {"2004-02-29", "The bridge was closed on March 1 by floods.", "~2004-03-01 day | March 1"},
      {"2004-02-29", "The bridge will be closed on March 1 by floods.", "~2004-03-01 day | March 1"},
      {"2014-06-18", "He announced it on April 25 this year in Minsk.", "~2014-04-25 day | April 25 this year"},
      {"2014-06-18", "Sales rose in May last year by a little.", "~2013-05-01..2013-05-31 month | May last year"},
      {"2014-06-18", "The law took force in January of last year.",
       "~2013-01-01..2013-01-31 month | January of last year"},
      {"2004-11-29", "In October the crew went home.", "~2004-10-01..2004-10-31 month | October"},
      {"2004-11-29", "The crew will return in January after a rest.", "~2005-01-01..2005-01-31 month | January"},
      {"2004-06-15", "He resigned last May after a quarrel.", "~2003-05-01..2003-05-31 month | last May"},
      {"2004-12-15", "He resigned last May after a quarrel.", "~2004-05-01..2004-05-31 month | last May"},
      {"2004-06-15", "Voting is planned for this September.", "~2004-09-01..2004-09-30 month | this September"},
      {"2004-06-15", "She will retire next May at the latest.", "~2005-05-01..2005-05-31 month | next May"},
  };
  CHECK_DATES(rows);
}

static void test_ranges(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2014-06-18", "She toured Estonia on May 12-14, 2014 with a choir.",
       "2014-05-12..2014-05-14 day | May 12-14, 2014"},
      {"2014-06-18", "The camp runs 23-25 May 2014 near the lake.", "2014-05-23..2014-05-25 day | 23-25 May 2014"},
      {"2014-06-18", "The truce held from June 5 to 7 in the valley.", "~2014-06-05..2014-06-07 day | June 5 to 7"},
      {"2014-07-18", "The fair ran June 30-July 2 in the park.", "~2014-06-30..2014-07-02 day | June 30-July 2"},
      {"2015-01-18", "The fair ran from December 30, 2014 to January 2, 2015 in the park.",
       "2014-12-30..2015-01-02 day | December 30, 2014 to January 2, 2015"},
      {"2005-01-18", "Fighting lasted from March to June 2004 in the north.",
       "2004-03-01..2004-06-30 month | March to June 2004"},
      {"2005-01-18", "Fighting lasted from November to February 2004 in the north.",
       "2003-11-01..2004-02-29 month | November to February 2004"},
      {"2005-01-18", "He worked there from 1997-1999 as a clerk.", "1997-01-01..1999-12-31 year | 1997-1999"},
      {"2005-01-18", "He worked there in 1997-99 as a clerk.", "1997-01-01..1999-12-31 year | 1997-99"},
      {"2008-01-18", "Between 2004 and 2007 the base grew.", "2004-01-01..2007-12-31 year | 2004 and 2007"},
      {"2008-01-18", "It grew from 2004 to 2007 without a pause.", "2004-01-01..2007-12-31 year | 2004 to 2007"},
      {"1987-05-01", "Output in the January/March period fell.", "~1987-01-01..1987-03-31 month | January/March"},
      {"2014-06-18", "The window is between 5 and 7 June for visitors.", "~2014-06-05..2014-06-07 day | 5 and 7 June"},
      {"2014-07-01", "On June 5 - 7 people were hurt that night.",
       "~2014-06-05 day | June 5; ~2014-06-05 day | that night"},
  };
  CHECK_DATES(rows);
}

static void test_seasons(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2014-06-18", "The radar starts work in summer/fall 2014 in the south.",
       "2014-06-01..2014-11-30 season | summer/fall 2014"},
      {"2005-07-01", "It will be recognised in the fall of 2005 by treaty.",
       "2005-09-01..2005-11-30 season | the fall of 2005"},
      {"2005-07-01", "They met in winter 2004 at the lake.", "2004-12-01..2005-02-28 season | winter 2004"},
      {"2005-07-01", "They met in the spring of 2004 at the lake.",
       "2004-03-01..2004-05-31 season | the spring of 2004"},
      {"2005-07-01", "They met last summer at the lake.", "~2004-06-01..2004-08-31 season | last summer"},
      {"2005-07-01", "The law was passed this spring by a few votes.", "~2005-03-01..2005-05-31 season | this spring"},
      {"2005-01-10", "This winter has been mild.", "~2004-12-01..2005-02-28 season | This winter"},
      {"2005-07-01", "The crew will be home next spring for good.", "~2006-03-01..2006-05-31 season | next spring"},
      {"2004-11-10", "Profit rose in the third quarter of 2004 again.",
       "2004-07-01..2004-09-30 quarter | the third quarter of 2004"},
      {"2004-11-10", "Profit rose in the third quarter and costs fell.",
       "~2004-07-01..2004-09-30 quarter | the third quarter"},
      {"2004-11-10", "Third-quarter profit rose, and a year earlier it fell.",
       "~2004-07-01..2004-09-30 quarter | Third-quarter; ~2003-07-01..2003-09-30 quarter | a year earlier"},
      {"2004-02-10", "Fourth-quarter results were poor.", "~2003-10-01..2003-12-31 quarter | Fourth-quarter"},
      {"2004-11-10", "Q1 2004 was the worst.", "2004-01-01..2004-03-31 quarter | Q1 2004"},
      {"2004-11-10", "Next year's first quarter looks better.",
       "~2005-01-01..2005-03-31 quarter | Next year's first quarter"},
      {"2004-11-10", "The plan covers the first half of 2005 only.",
       "2005-01-01..2005-06-30 quarter | the first half of 2005"},
      {"2004-11-10", "For the quarter ended Sept. 30, income fell.",
       "~2004-07-01..2004-09-30 quarter | the quarter; ~2004-09-30 day | Sept. 30"},
  };
  CHECK_DATES(rows);
}

static void test_years(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "The centre received aid in 2004 and 1999.",
       "2004-01-01..2004-12-31 year | 2004; 1999-01-01..1999-12-31 year | 1999"},
      {"2004-10-20", "The year 2000 brought a change.", "2000-01-01..2000-12-31 year | The year 2000"},
      {"2004-10-20", "Profit grew in FY2003 and FY 2002.",
       "2003-01-01..2003-12-31 year | FY2003; 2002-01-01..2002-12-31 year | FY 2002"},
      {"2004-10-20", "Profit grew in the year to March.",
       "~2003-04-01..2004-03-31 year | the year; ~2004-03-01..2004-03-31 month | March"},
      {"2004-10-20", "They told the men to March and to march.", ""},
      {"2004-10-20", "Money was spent in fiscal 2003 mostly.", "2003-01-01..2003-12-31 year | fiscal 2003"},
      {"2004-10-20", "During the 1990s the army shrank.", "1990-01-01..1999-12-31 decade | 1990s"},
      {"2004-10-20", "In the late 1990s the army shrank.", "1995-01-01..1999-12-31 decade | the late 1990s"},
      {"2004-10-20", "The '90s were hard, the early 80s harder.",
       "1990-01-01..1999-12-31 decade | '90s; 1980-01-01..1984-12-31 decade | the early 80s"},
      {"2004-10-20", "The seventies are remembered in the nineteen sixties way.",
       "1970-01-01..1979-12-31 decade | seventies; 1960-01-01..1969-12-31 decade | nineteen sixties"},
      {"2004-10-20", "A fort of the 19th century stands there.", "1800-01-01..1899-12-31 century | 19th century"},
      {"2004-10-20", "A twentieth-century idea, he said.", "1900-01-01..1999-12-31 century | twentieth-century"},
      {"2004-10-20", "In nineteen ninety-one the union fell.", "1991-01-01..1991-12-31 year | nineteen ninety-one"},
      {"2004-10-20", "The class of '98 met again.", "1998-01-01..1998-12-31 year | '98"},
      {"2004-10-20", "Since 1898 the house has stood (built 1890).", "1898-01-01..1898-12-31 year | 1898"},
  };
  CHECK_DATES(rows);
}

static void test_parts(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "Exercises were held in mid-September 2004 near the border.",
       "2004-09-11..2004-09-20 month | mid-September 2004"},
      {"2011-08-20", "It was agreed in early 2011 by both.", "2011-01-01..2011-06-30 year | early 2011"},
      {"2014-06-18", "The new hall will open at the end of 2014 at last.",
       "2014-07-01..2014-12-31 year | the end of 2014"},
      {"2014-06-18", "It starts at the beginning of May 2014 in schools.",
       "2014-05-01..2014-05-15 month | the beginning of May 2014"},
      {"2004-10-20", "By the end of the year it will be ready.", "~2004-07-01..2004-12-31 year | the end of the year"},
      {"2004-10-20", "Earlier this month he resigned.", "~2004-10-01..2004-10-31 month | this month"},
      {"2004-10-20", "Later this year he will resign.", "~2004-10-20..2004-12-31 year | this year"},
      {"2004-10-20", "Earlier Sunday he resigned.", "~2004-10-17 day Sun | Sunday"},
  };
  CHECK_DATES(rows);
}

static void test_relative(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "\"Yesterday, we lost,\" he said.", "~2004-10-19 day | Yesterday"},
      {"2004-10-20", "He resigned today and leaves tomorrow.", "~2004-10-20 day | today; ~2004-10-21 day | tomorrow"},
      {"2005-01-01", "He resigned yesterday.", "~2004-12-31 day | yesterday"},
      {"2004-03-01", "The roof fell the day before yesterday.", "~2004-02-28 day | the day before yesterday"},
      {"2004-10-20", "The troops leave the day after tomorrow.", "~2004-10-22 day | the day after tomorrow"},
      {"2004-10-20", "Last night a shell hit the base.", "~2004-10-19 day | Last night"},
      {"2004-10-20", "He arrived this morning by train.", "~2004-10-20 day | this morning"},
      {"2004-10-20", "In a visit this week he opened a base.", "~2004-10-18..2004-10-24 week | this week"},
      {"2004-10-24", "In a visit this week he opened a base.", "~2004-10-18..2004-10-24 week | this week"},
      {"2004-10-25", "In a visit this week he opened a base.", "~2004-10-25..2004-10-31 week | this week"},
      {"2004-12-30", "The deal is set for next week in Minsk.", "~2005-01-03..2005-01-09 week | next week"},
      {"2005-01-03", "The deal was done last week in Minsk.", "~2004-12-27..2005-01-02 week | last week"},
      {"2005-01-03", "The deal was done last month in Minsk.", "~2004-12-01..2004-12-31 month | last month"},
      {"2005-01-03", "The deal was done last year in Minsk.", "~2004-01-01..2004-12-31 year | last year"},
      {"2004-12-30", "It will be done next month in Minsk.", "~2005-01-01..2005-01-31 month | next month"},
      {"2004-10-20", "Two years ago the road was closed.", "~2002-01-01..2002-12-31 year | Two years ago"},
      {"2004-10-20", "He left three days ago for home.", "~2004-10-17 day | three days ago"},
      {"2004-10-20", "The council will meet in three weeks.", "~2004-11-10 day | three weeks"},
      {"2004-10-20", "The deal will close in two months.", "~2004-12-01..2004-12-31 month | two months"},
      {"2004-10-20", "It is due to open in 10 days, he said.", "~2004-10-30 day | 10 days"},
      {"2004-10-20", "The council met in three weeks.", ""},
      {"2004-10-20", "It will cost $5 million in two years.", ""},
      {"2004-10-20", "It will be told in three weeks of talks.", ""},
      {"2004-10-20", "The rule will hold in about 30 days.", ""},
      {"2004-10-20", "Profit rose in the fiscal year that ended on June 30.",
       "~2003-07-01..2004-06-30 year | the fiscal year; ~2004-06-30 day | June 30"},
      {"2004-10-20", "Profit rose in the fiscal year, which ended June 30.",
       "~2003-07-01..2004-06-30 year | the fiscal year; ~2004-06-30 day | June 30"},
      {"2004-10-20", "He left two weeks ago for home.", "~2004-10-04..2004-10-10 week | two weeks ago"},
      {"2004-03-31", "He left a month ago for home.", "~2004-02-01..2004-02-29 month | a month ago"},
      {"2004-10-20", "A decade ago the road was closed.", "~1994-01-01..1994-12-31 year | A decade ago"},
      {"2004-10-20", "Two weeks from now the road opens.", "~2004-11-01..2004-11-07 week | Two weeks from now"},
      {"2004-10-20", "The minister spoke over the weekend to his party.", "~2004-10-16..2004-10-17 day | the weekend"},
  };
  CHECK_DATES(rows);
}

static void test_weekdays(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "He resigned on Monday after a row.", "~2004-10-18 day Mon | Monday"},
      {"2004-10-20", "He resigned on Wednesday after a row.", "~2004-10-20 day Wed | Wednesday"},
      {"2004-10-20", "He resigned Thursday after a row.", "~2004-10-14 day Thu | Thursday"},
      {"2004-10-20", "He will resign on Friday after a row.", "~2004-10-22 day Fri | Friday"},
      {"2004-10-20", "Talks are scheduled for Friday in Minsk.", "~2004-10-22 day Fri | Friday"},
      {"2004-10-20", "The court said Monday that the law will stand.", "~2004-10-18 day Mon | Monday"},
      {"2004-10-20", "Last Friday he resigned.", "~2004-10-15 day Fri | Last Friday"},
      {"2004-10-20", "Next Friday he will resign.", "~2004-10-29 day Fri | Next Friday"},
      {"2004-10-20", "This Friday he will resign.", "~2004-10-22 day Fri | This Friday"},
      {"2004-10-24", "The vote was held on Sunday.", "~2004-10-24 day Sun | Sunday"},
      {"2004-10-25", "The vote was held on Sunday.", "~2004-10-24 day Sun | Sunday"},
      {"2004-10-20", "A vote on Tuesday next week is likely.", "~2004-10-26 day Tue | Tuesday next week"},
      {"2004-10-20", "He was shot Friday night in a bar.", "~2004-10-15 day Fri | Friday night"},
      {"2004-10-20", "The bank opened at 9 a.m. Monday, police said.", "~2004-10-18 time Mon | 9 a.m. Monday"},
      {"2017-09-27", "She left on Friday the 22nd for Rome.", "~2017-09-22 day Fri | Friday the 22nd"},
      {"2004-10-20", "She left on the 12th.", "~2004-10-12 day | the 12th"},
  };
  CHECK_DATES(rows);
}

static void test_told(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2016-12-20", "On Nov. 29, a deal was signed. The next day it was dead.",
       "~2016-11-29 day | Nov. 29; ~2016-11-30 day | The next day"},
      {"2016-12-20", "In 1998 he left; that year the war began, and the following year it ended.",
       "1998-01-01..1998-12-31 year | 1998; ~1998-01-01..1998-12-31 year | that year; ~1999-01-01..1999-12-31 year | "
       "the following year"},
      {"2016-12-20", "He came on March 5, 2015 and left two days later.",
       "2015-03-05 day | March 5, 2015; ~2015-03-07 day | two days later"},
      {"2016-12-20", "He came on March 5, 2015; the same day he left.",
       "2015-03-05 day | March 5, 2015; ~2015-03-05 day | the same day"},
      {"2016-12-20", "He came in July 2015. A year earlier he had been rich.",
       "2015-07-01..2015-07-31 month | July 2015; ~2014-07-01..2014-07-31 month | A year earlier"},
      {"2016-12-20", "He came on March 5, 2015. The following week he left.",
       "2015-03-05 day | March 5, 2015; ~2015-03-09..2015-03-15 week | The following week"},
      {"2016-12-20", "The next day he left.", "~?..? day | The next day"},
  };
  CHECK_DATES(rows);
}

static void test_holidays(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "After 9/11 it changed.", "2001-09-11 day | 9/11"},
      {"2004-10-20", "The Sept. 11 attacks changed it.", "2001-09-11 day | Sept. 11"},
      {"2004-12-20", "They will be home by Christmas, he said.", "~2004-12-25 day | Christmas"},
      {"2005-03-20", "They met on Easter Sunday 2005 in church.", "2005-03-27 day | Easter Sunday 2005"},
      {"2004-12-01", "He was found on Thanksgiving Day by a boy.", "~2004-11-25 day | Thanksgiving Day"},
      {"2004-12-01", "They came home last Christmas for a week.", "~2003-12-25 day | last Christmas"},
      {"2005-06-01", "Shops closed on Memorial Day in the town.", "~2005-05-30 day | Memorial Day"},
      {"2004-10-20", "On New Year's Eve 1999 the lights went out.", "1999-12-31 day | New Year's Eve 1999"},
  };
  CHECK_DATES(rows);
}

static void test_undated(void **state) {
  (void)state;
  static const date_row rows[] = {
      {NULL, "He left yesterday, on May 5, and not in May 2004.",
       "~?..? day | yesterday; ~?..? day | May 5; 2004-05-01..2004-05-31 month | May 2004"},
      {NULL, "Two years ago on Monday it was last week.",
       "~?..? year | Two years ago; ~?..? day Mon | Monday; ~?..? week | last week"},
  };
  CHECK_DATES(rows);
}

static void test_no_dates(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "The lease runs for 30 years, over the next five years.", ""},
      {"2004-10-20", "In the past 12 years nothing was built.", ""},
      {"2004-10-20", "The 30-year lease covers 2,000 troops and 1500 people.", ""},
      {"2004-10-20", "You may march on; he may go, and they march.", ""},
      {"2004-10-20", "Theresa May and Jan Stone met August Wilson.", ""},
      {"2004-10-20", "The second man came first, a third stayed.", ""},
      {"2004-10-20", "He lives at 1945 Elm Street, Room 2004.", ""},
      {"2004-10-20", "More than 2000 soldiers and about 1990 tons came.", ""},
      {"2004-10-20", "The BM-2000 and the S-300 were shown at 10:35.", ""},
      {"2004-10-20", "They won 3:10 and lost 2:30 at home.", ""},
      {"2004-10-20", "He reads the Sunday Times on every Friday.", ""},
      {"2004-10-20", "Bloody Sunday is a song.", ""},
      {"2004-10-20", "It costs $1999 or 50 percent of 1/2.", ""},
      {"2004-10-20", "The score was 24-10 at the half.", ""},
      {"2004-10-20", "The fall of the city and the spring in his step.", ""},
      {"2004-10-20", "They put up the Christmas tree.", ""},
      {"2004-10-20", "Call 555-1999 or 1-800-2000 now.", ""},
      {"2004-10-20", "The 201st division fired 5 of 7 shots.", ""},
      {"2004-10-20", "At 1830 GMT the gate opened.", ""},
  };
  CHECK_DATES(rows);
}

static void test_mixed(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-21", "DUSHANBE, Oct. 21 (Agency) -- The troops left for home.", "~2004-10-21 day | Oct. 21"},
      {"2004-10-21", "Shots fell at 10:35 a.m. on 19 October. They ended at 11 p.m. GMT.",
       "~2004-10-19 time | 10:35 a.m. on 19 October; ~2004-10-19 time | 11 p.m. GMT"},
      {"2004-10-21", "Osh, Kyrgyzstan, 21 October 2004 - The troops left for home.",
       "2004-10-21 day | 21 October 2004"},
      {"2004-10-20", "Exports will fall this year, and the fall-out is big.",
       "~2004-01-01..2004-12-31 year | this year"},
      {"2005-04-20", "Stocks at end-March rose.", "~2005-03-16..2005-03-31 month | end-March"},
      {"2004-10-20", "Trading went on until 1830 GMT, as on April 7 1500 cst.", "~2004-04-07 day | April 7"},
      {"2004-10-20", "Two years later he was found.", ""},
      {"2004-10-20", "Since 1920 it has stood, until 1950 and beyond.",
       "1920-01-01..1920-12-31 year | 1920; 1950-01-01..1950-12-31 year | 1950"},
      {"2005-01-20", "They were born in 1600-1900 and between 1600 and 1900.",
       "1600-01-01..1900-12-31 year | 1600-1900; 1600-01-01..1900-12-31 year | 1600 and 1900"},
      {"2004-10-20", "The law comes into force on 1 January 2005 and lapses on the last day of March 2005.",
       "2005-01-01 day | 1 January 2005; 2005-03-31 day | the last day of March 2005"},
      {"2004-12-20", "The first week of May was wet, and so was the third Monday in January 2004.",
       "~2004-05-03..2004-05-09 week | The first week of May; 2004-01-19 day Mon | third Monday in January 2004"},
      {"2004-10-20", "The week of October 4 was wet; the week ended Oct. 16 was not.",
       "~2004-10-04..2004-10-10 week | The week of October 4; ~2004-10-10..2004-10-16 week | the week ended Oct. 16"},
      {"2004-10-20", "A mid-2003 survey, a post-1991 state and a pre-2000 law.",
       "2003-04-01..2003-09-30 year | mid-2003; 1991-01-01..1991-12-31 year | 1991; 2000-01-01..2000-12-31 year | "
       "2000"},
      {"2004-10-20", "It happened at noon on Friday, Oct. 15, 2004 (local time).",
       "2004-10-15 day Fri | Friday, Oct. 15, 2004"},
      {"2004-10-20", "\"Oct. 26:\" is how the list begins, then \"Nov. 3: arrival\".",
       "~2004-10-26 day | Oct. 26; ~2004-11-03 day | Nov. 3"},
      {"2004-10-20", "Costs from January 2003 to March 2004 were high.",
       "2003-01-01..2004-03-31 month | January 2003 to March 2004"},
      {"2004-10-20", "The 2000 men, the 1980 tons and the 1,999 cars came; the 1980 Games did not.",
       "1980-01-01..1980-12-31 year | 1980"},
      {"2004-10-20", "His Room 1999 and flight 2004 are names; his Boeing 1984 too.", ""},
      {"2004-12-31", "On Friday it rained; tomorrow is a holiday.",
       "~2004-12-31 day Fri | Friday; ~2005-01-01 day | tomorrow"},
      {"2005-01-01", "On Friday it rained; yesterday was a holiday.",
       "~2004-12-31 day Fri | Friday; ~2004-12-31 day | yesterday"},
      {"2004-02-28", "Tomorrow is a leap day, and the day after tomorrow is not.",
       "~2004-02-29 day | Tomorrow; ~2004-03-01 day | the day after tomorrow"},
      {"2004-02-29", "A year ago it rained; last month it snowed; next year it will be dry.",
       "~2003-01-01..2003-12-31 year | A year ago; ~2004-01-01..2004-01-31 month | last month; ~2005-01-01..2005-12-31 "
       "year | next year"},
      {"2004-02-29", "Last week it rained and this week it snowed.",
       "~2004-02-16..2004-02-22 week | Last week; ~2004-02-23..2004-02-29 week | this week"},
      {"2004-12-26", "Last Sunday it rained; this weekend it snowed.",
       "~2004-12-19 day Sun | Last Sunday; ~2004-12-25..2004-12-26 day | this weekend"},
      {"2005-01-02", "The meeting was on Saturday and last Saturday.",
       "~2005-01-01 day Sat | Saturday; ~2005-01-01 day Sat | last Saturday"},
      {"2004-10-20", "Talks began in mid-May and ended in early March 2003.",
       "~2004-05-11..2004-05-20 month | mid-May; 2003-03-01..2003-03-15 month | early March 2003"},
      {"2004-10-20", "They have until 9 a.m. on Friday to leave.", "~2004-10-22 time Fri | 9 a.m. on Friday"},
  };
  CHECK_DATES(rows);
}

static void test_mixed_more(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-20", "By year's end the road will be open; year-end 2003 was quiet.",
       "~2004-07-01..2004-12-31 year | year's end; 2003-12-31 day | year-end 2003"},
      {"2004-12-10", "Year-end stocks were up on the year-ago level.",
       "~2004-12-31 day | Year-end; ~2003-01-01..2003-12-31 year | year-ago"},
      {"2004-10-20", "The report is due at 6 p.m. EST Nov. 3 in the office.", "~2004-11-03 time | 6 p.m. EST Nov. 3"},
      {"2004-10-20", "The week of talks ended, and the month of May 2003 was dry.",
       "2003-05-01..2003-05-31 month | the month of May 2003"},
      {"2004-10-20", "The crew left in june and came back in the dry month of july.",
       "~2004-06-01..2004-06-30 month | june; ~2004-07-01..2004-07-31 month | month of july"},
      {"2004-05-10", "Production from March 2003 to April fell.", "2003-03-01..2003-04-30 month | March 2003 to April"},
      {"2004-10-20", "From June to May 5 nothing happened.",
       "~2004-06-01..2004-06-30 month | June; ~2004-05-05 day | May 5"},
      {"2004-11-10", "The third quarter of last year was good, and so was the first half of the year.",
       "~2003-07-01..2003-09-30 quarter | The third quarter of last year; ~2004-01-01..2004-06-30 quarter | the first "
       "half of the year"},
      {"2004-11-10", "The current quarter is weak; the latest quarter was weak too, as was the fourth quarter.",
       "~2004-10-01..2004-12-31 quarter | The current quarter; ~2004-07-01..2004-09-30 quarter | the latest quarter; "
       "~2004-10-01..2004-12-31 quarter | the fourth quarter"},
      {"2004-11-10", "For the latest period it lost money.", "~2004-07-01..2004-09-30 quarter | the latest period"},
      {"2004-11-10", "Sales in the 1988 second quarter and in 2003's third quarter rose.",
       "1988-04-01..1988-06-30 quarter | the 1988 second quarter; 2003-07-01..2003-09-30 quarter | 2003's third "
       "quarter"},
      {"2004-10-20", "It rained in the summer, and it will be dry in the winter.",
       "~2004-06-01..2004-08-31 season | the summer; ~2004-12-01..2005-02-28 season | the winter"},
      {"2005-01-20", "It rained in the autumn and snows in the winter.",
       "~2004-09-01..2004-11-30 season | the autumn; ~2004-12-01..2005-02-28 season | the winter"},
      {"2004-12-20", "Palms are waved in Easter week; Easter 2005 is early.",
       "~2004-04-05..2004-04-11 week | Easter week; 2005-03-27 day | Easter 2005"},
      {"2004-10-20", "On the twenty-first of May, two thousand and one, and on May twenty-second they sang.",
       "2001-05-21 day | twenty-first of May, two thousand and one; ~2004-05-22 day | May twenty-second"},
      {"2004-10-20", "The day before tomorrow is no day at all.", "~2004-10-20 day | The day before tomorrow"},
      {"2004-10-20", "This coming Sunday he speaks, as he did this past Sunday.",
       "~2004-10-24 day Sun | This coming Sunday; ~2004-10-17 day Sun | this past Sunday"},
      {"2004-10-20", "This coming Sunday, October 24, he speaks.",
       "~2004-10-24 day Sun | This coming Sunday, October 24"},
      {"2004-11-20", "Last May 5 was a Wednesday; next May is far.",
       "~2004-05-05 day | Last May 5; ~2005-05-01..2005-05-31 month | next May"},
      {"2004-12-20", "This Christmas is white, unlike last Christmas; next Easter will be green.",
       "~2004-12-25 day | This Christmas; ~2003-12-25 day | last Christmas; ~2005-03-27 day | next Easter"},
      {"2004-10-20", "Profit rose in the current fiscal year and fell in the last fiscal year.",
       "~2004-01-01..2004-12-31 year | the current fiscal year; ~2003-01-01..2003-12-31 year | the last fiscal year"},
      {"2004-02-10", "Last winter was mild.", "~2002-12-01..2003-02-28 season | Last winter"},
      {"2016-12-20",
       "On March 5, 2015 he came, and on the following Tuesday he left; the previous Friday he had been ill.",
       "2015-03-05 day | March 5, 2015; ~2015-03-10 day Tue | the following Tuesday; ~2015-03-06 day Fri | the "
       "previous Friday"},
      {"2016-12-20", "In May 2015 he came; the previous month he had left; that week was over.",
       "2015-05-01..2015-05-31 month | May 2015; ~2015-04-01..2015-04-30 month | the previous month; ~?..? week | that "
       "week"},
      {"2004-10-20", "Profit fell from the previous year and the previous quarter.",
       "~2003-01-01..2003-12-31 year | the previous year; ~2004-07-01..2004-09-30 quarter | the previous quarter"},
      {"2004-10-20", "A century ago it was built; 2,000 years ago there was nothing.",
       "~1904-01-01..1904-12-31 year | A century ago"},
      {"2004-10-20", "It came a year earlier than planned.", ""},
      {"2004-10-20", "The first week of the month and the last week of 2003 were wet.",
       "~2004-10-04..2004-10-10 week | The first week of the month; 2003-12-22..2003-12-28 week | the last week of "
       "2003"},
      {"2004-10-20", "The weekend of October 9 was wet; over the weekend it was dry.",
       "~2004-10-09..2004-10-10 day | The weekend of October 9; ~2004-10-16..2004-10-17 day | the weekend"},
      {"2004-10-20", "It will be sunny at the weekend.", "~2004-10-23..2004-10-24 day | the weekend"},
      {"2004-10-20", "The 12th of next month and the 30th of last month are set.",
       "~2004-11-12 day | The 12th of next month; ~2004-09-30 day | the 30th of last month"},
      {"2004-03-10", "The 30th of last month is no day.", "~none day | The 30th of last month"},
      {"2004-10-20", "The fund has a fiscal 1999 and a calendar 2001 report.",
       "1999-01-01..1999-12-31 year | fiscal 1999; 2001-01-01..2001-12-31 year | calendar 2001"},
      {"2004-10-20", "Mon., Oct. 18: nothing. Fri. the same.",
       "~2004-10-18 day Mon | Mon., Oct. 18; ~2004-10-15 day Fri | Fri."},
      {"2004-10-20", "We met on 10/12 and by 22/10 it was done, 10/12 of it.",
       "~2004-10-12 day | 10/12; ~2004-10-22 day | 22/10"},
      {"2004-10-20", "The tape says 2004-13-01, 13/13/2004, 1.2.2004 and 45.10.2004.", "2004-02-01 day | 1.2.2004"},
      {"2004-10-20", "In the year 1066 and in 44 B.C. there was war.", "1066-01-01..1066-12-31 year | the year 1066"},
      {"2004-10-20", "The early 1900s and the 2000s; a 1950's car.",
       "1900-01-01..1949-12-31 century | The early 1900s; 2000-01-01..2009-12-31 decade | 2000s; "
       "1950-01-01..1950-12-31 year | 1950"},
      {"2004-10-20", "From 1998 to 2000 men of the 9th century BC were dug up.", "1998-01-01..1998-12-31 year | 1998"},
      {"2004-10-20", "From October 5-7 and from 5-7 October it was shut.",
       "~2004-10-05..2004-10-07 day | October 5-7; ~2004-10-05..2004-10-07 day | 5-7 October"},
      {"2004-10-20", "Bush, on a Sunday, spoke of the Sept. 11 hijackings, 9/11/01 and 9/11.",
       "2001-09-11 day | Sept. 11; 2001-09-11 day | 9/11/01; 2001-09-11 day | 9/11"},
      {"2004-10-20", "USA Today wrote that today is the day.", "~2004-10-20 day | today"},
  };
  CHECK_DATES(rows);
}

static void test_vague_publication(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10", "Yesterday he resigned, and last week, on Monday, two days ago and last night.",
       "~?..? day | Yesterday; ~?..? week | last week; ~?..? day Mon | Monday; ~?..? day | two days ago; ~?..? day | "
       "last night"},
      {"2004-10", "On October 5 he resigned, as he did last month and in May.",
       "~2004-10-05 day | October 5; ~2004-09-01..2004-09-30 month | last month; ~2004-05-01..2004-05-31 month | May"},
      {"2004-10", "On Saturday, October 16, 2004 he came; the next day he left.",
       "2004-10-16 day Sat | Saturday, October 16, 2004; ~2004-10-17 day | the next day"},
      {"2004-10", "Earlier this year he was ill; last year he was not.",
       "~2004-01-01..2004-12-31 year | this year; ~2003-01-01..2003-12-31 year | last year"},
      {"2004", "Yesterday he resigned, and on May 5, last month, last summer, this quarter.",
       "~?..? day | Yesterday; ~?..? day | May 5; ~?..? month | last month; ~?..? season | last summer; ~?..? quarter "
       "| this quarter"},
      {"2004", "Last year he resigned, and in the 1990s he did too.",
       "~2003-01-01..2003-12-31 year | Last year; 1990-01-01..1999-12-31 decade | 1990s"},
      {"2004", "On October 16, 2003 he came; the next day he left; that year was long.",
       "2003-10-16 day | October 16, 2003; ~2003-10-17 day | the next day; ~2003-01-01..2003-12-31 year | that year"},
      {"2004", "On Sept. 5, in July 2003 and a year earlier it rained.",
       "~?..? day | Sept. 5; 2003-07-01..2003-07-31 month | July 2003; ~2002-07-01..2002-07-31 month | a year earlier"},
  };
  CHECK_DATES(rows);
}

/* Spans are tokens of the document and the words are the date alone. */
static void test_spans(void **state) {
  (void)state;
  date_fixture f;
  date_fixture_init(&f, "He came on May 23-25, 2014 by train.", "2014-06-18");
  cck_sentence sentence = {.past = (uint32_t)f.doc.tokens.count};
  cck_mentions mentions = {0};
  cck_read_dates(&f.context, &sentence, &mentions);
  assert_int_equal(mentions.count, 1);
  const cck_mention *m = &mentions.items[0];
  assert_int_equal(m->kind, CCK_CLAIM_DATE);
  assert_int_equal(f.doc.tokens.items[m->first].start, 11);
  assert_int_equal(f.doc.tokens.items[m->past - 1].end, 26);
  assert_int_equal(m->noun_first, m->noun_past);
  assert_true(cck_period_is_none(m->during));
  date_fixture_fini(&f);
}

/* A date across a line break is one, and its words stand on one line. */
static void test_wrapped(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-10-22", "The base opened on October\n20, 2004, and on Wednesday\n  (Oct. 20) it shut.",
       "2004-10-20 day | October 20, 2004; ~2004-10-20 day Wed | Wednesday (Oct. 20)"},
  };
  CHECK_DATES(rows);
}

/* Days and quarters told in one sentence serve the next. */
static void test_memory(void **state) {
  (void)state;
  date_fixture f;
  date_fixture_init(&f, "Profit of the third quarter fell on June 5. The next day the year-ago figure came.",
                    "2004-11-10");
  cck_sentence first = {.past = 11};
  cck_sentence second = {.first = 11, .past = (uint32_t)f.doc.tokens.count};
  cck_mentions mentions = {0};
  cck_read_dates(&f.context, &first, &mentions);
  assert_int_equal(f.context.last_quarter, 3);
  assert_int_equal(f.context.last_quarter_year, 2004);
  assert_int_equal(f.context.last_date.min, cck_day_of(2004, 6, 5));
  cck_read_dates(&f.context, &second, &mentions);
  assert_int_equal(mentions.count, 4);
  assert_int_equal(mentions.items[2].date.days.min, cck_day_of(2004, 6, 6));
  assert_int_equal(mentions.items[3].date.days.min, cck_day_of(2003, 7, 1));
  date_fixture_fini(&f);
}

/* Dates made of dates: lists, ends stated in two ways, a day beside another, a weekday of a week. */
static void test_composites(void **state) {
  (void)state;
  static const date_row rows[] = {
      {"2004-02-29", "He came a year and a day ago.", "~2003-02-27 day | a year and a day ago"},
      {"2004-12-31", "He came two months and 30 days ago.", "~2004-10-01 day | two months and 30 days ago"},
      {"2001-01-01", "They met the day after yesterday's vote and the day before last Friday.",
       "~2001-01-01 day | the day after yesterday; ~2000-12-28 day | the day before last Friday"},
      {"2004-12-30", "It opens three days from today and two weeks from tomorrow.",
       "~2005-01-02 day | three days from today; ~2005-01-14 day | two weeks from tomorrow"},
      {"2004-03-01", "The snow fell three days before Christmas 2003.",
       "2003-12-22 day | three days before Christmas 2003"},
      {"2000-03-01", "The hall closed one day after 28 February 2000.",
       "2000-02-29 day | one day after 28 February 2000"},
      {"2005-06-01", "He spoke ten days before the vote.", ""},
      {"2005-06-01", "The lease ran from 2001 to May 5, 2004.", "2001-01-01..2004-05-05 day | 2001 to May 5, 2004"},
      {"2005-06-01", "It was shut between January 1998 and last Christmas.",
       "~1998-01-01..2004-12-25 day | January 1998 and last Christmas"},
      {"2005-06-01", "It was shut from March 2004 until the end of May 2004.",
       "2004-03-01..2004-05-31 month | March 2004 until the end of May 2004"},
      {"2005-06-01", "The game was moved from Friday to Sunday.",
       "~2005-05-27 day Fri | Friday; ~2005-05-29 day Sun | Sunday"},
      {"2005-06-01", "The talks are on 18 and 19 June, then on July 5 and 6.",
       "~2005-06-18 day | 18; ~2005-06-19 day | 19 June; ~2005-07-05 day | July 5; ~2005-07-06 day | 6"},
      {"2005-06-01", "The talks were on May 5 and 6, 2003, in Osh.",
       "2003-05-05 day | May 5; 2003-05-06 day | 6, 2003"},
      {"2005-06-01", "On May 5 and 12 men came.", "~2005-05-05 day | May 5"},
      {"2005-01-02", "He will come next week on Tuesday and left on Friday of last week.",
       "~2005-01-04 day Tue | next week on Tuesday; ~2004-12-24 day Fri | Friday of last week"},
      {"2005-01-02", "On March 5, 2004 he came, and on Monday of the following week he left.",
       "2004-03-05 day | March 5, 2004; ~2004-03-08 day Mon | Monday of the following week"},
      {"2005-04-20", "Write to us by Fri 22nd or Sunday the 24th.",
       "~2005-04-22 day Fri | Fri 22nd; ~2005-04-24 day Sun | Sunday the 24th"},
      {"2005-06-01", "The log of 05-Aug-2003 and the logs of 2004/Sep/01 and Sep-23-2004.",
       "2003-08-05 day | 05-Aug-2003; 2004-09-01 day | 2004/Sep/01; 2004-09-23 day | Sep-23-2004"},
      {"2005-06-01", "No such day as 31-Feb-2003.", "none day | 31-Feb-2003"},
      {"2005-06-01", "Output in Q1-2004 and in 2003-Q4.",
       "2004-01-01..2004-03-31 quarter | Q1-2004; 2003-10-01..2003-12-31 quarter | 2003-Q4"},
      {"2005-06-01", "It rained in 2004 June; in 2004 March said no.",
       "2004-06-01..2004-06-30 month | 2004 June; 2004-01-01..2004-12-31 year | 2004"},
      {"2005-06-01", "They left on the 2nd of march.", "~2005-03-02 day | 2nd of march"},
      {"2005-06-01", "She said:30 April is too soon.", "~2005-04-30 day | 30 April"},
      {"2005-06-01", "It was built several years ago, or decades ago, not a few weeks ago.",
       "~?..? year | several years ago; ~?..? decade | decades ago; ~?..? week | a few weeks ago"},
      {"2005-06-01", "It will be done by year end, not by year-end 2007.",
       "~2005-12-31 day | year end; 2007-12-31 day | year-end 2007"},
      {"2005-06-01", "Profit beat the year-ago period in nineteen ninety-six.",
       "~2004-01-01..2004-12-31 year | the year-ago period; 1996-01-01..1996-12-31 year | nineteen ninety-six"},
      {"2005-06-01", "Profit rose in the year ended March 31, and in the fiscal year ending June 30, 2004.",
       "~2004-04-01..2005-03-31 year | the year; ~2005-03-31 day | March 31; ~2003-07-01..2004-06-30 year | the fiscal "
       "year; 2004-06-30 day | June 30, 2004"},
      {"2004-02-29", "It fell in nine months of the year and for the rest of the year.",
       "~2004-01-01..2004-12-31 year | the year; ~2004-01-01..2004-12-31 year | the year"},
      {"2004-02-29", "It was the best time of the year for the man of the year.", ""},
      {"2005-06-01", "In recent years, over the past few weeks and a few days later it rained.",
       "~?..? year | recent years; ~?..? week | the past few weeks; ~?..? day | a few days later"},
      {"2004-12-31", "The second and fourth quarters were good, as was the fiscal first quarter.",
       "~2004-04-01..2004-06-30 quarter | The second; ~2004-10-01..2004-12-31 quarter | fourth quarters; "
       "~2005-01-01..2005-03-31 quarter | the fiscal first quarter"},
      {"2005-06-01", "In the 1998 period it lost money, well into the summer.",
       "1998-01-01..1998-12-31 year | the 1998 period; ~2005-06-01..2005-08-31 season | the summer"},
      {"2005-06-01", "It rained early last weekend.", "~2005-05-28..2005-05-29 day | early last weekend"},
      {"2005-12-31", "He is away from 4 to 22 this month, and from the 5th to the 7th of next month.",
       "~2005-12-04..2005-12-22 day | 4 to 22 this month; ~2006-01-05..2006-01-07 day | 5th to the 7th of next month"},
      {"2004-02-29", "Shut between the 13th and the 15th of July 2003 and from the 1st to the 3rd of May.",
       "2003-07-13..2003-07-15 day | 13th and the 15th of July 2003; ~2004-05-01..2004-05-03 day | 1st to the 3rd of "
       "May"},
      {"2004-02-29", "He won 4 to 22 this month.", "~2004-02-01..2004-02-29 month | this month"},
      {"2005-06-01", "It rose 65 million years ago and four and a half years ago.", ""},
      {"2005-06-01", "The trial may last several days.", ""},
      {"2005-06-01", "It was put off for two days after May 5, and three days after the April 1 start.",
       "~2005-05-05 day | May 5; ~2005-04-01 day | April 1"},
      {"2005-06-01", "Prices rose in the third and fourth quarters of 1998.",
       "1998-07-01..1998-09-30 quarter | the third; 1998-10-01..1998-12-31 quarter | fourth quarters of 1998"},
      {"2005-06-01", "It must close within two weeks from today.",
       "~2005-06-01..2005-06-15 day | two weeks from today"},
      {"2005-06-01", "They met within three days after May 1, 2003.",
       "2003-05-01..2003-05-04 day | three days after May 1, 2003"},
      {"2004-12-30", "He will pay less than two months from now.",
       "~2004-12-30..2005-02-28 month | two months from now"},
      {"2005-06-01", "It opens later this month, not later this week.",
       "~2005-06-01..2005-06-30 month | this month; ~2005-06-01..2005-06-05 week | this week"},
      {"2005-06-01", "The wall fell in the year two hundred and ten.",
       "0210-01-01..0210-12-31 year | the year two hundred and ten"},
      {"2005-06-01", "The budget for the year starting April 1 is set.",
       "~2005-04-01..2006-03-31 year | the year; ~2005-04-01 day | April 1"},
      {"2005-06-01", "They left on March 3, 2004. At dawn on March 3 all was quiet.",
       "2004-03-03 day | March 3, 2004; ~2004-03-03 day | March 3"},
      {"2005-06-01", "Sales for March fell and the March index rose in April or May.",
       "~2005-03-01..2005-03-31 month | March; ~2005-03-01..2005-03-31 month | March; "
       "~2005-04-01..2005-04-30 month | April; ~2005-05-01..2005-05-31 month | May"},
      {"2005-06-01", "The March on the capital began.", ""},
      {"2005-06-01", "The April CPI rose.", "~2005-04-01..2005-04-30 month | April"},
      {"2005-06-01", "The mill had 1996 sales of $4 million, a rise of 4% over 1995.",
       "1996-01-01..1996-12-31 year | 1996; 1995-01-01..1995-12-31 year | 1995"},
      {"2005-06-01", "It will close by around 2030 with 2000 jobs.", "2030-01-01..2030-12-31 year | 2030"},
      {"2005-06-01", "He drove a grey 2003 Toyota Camry.", ""},
      {"2005-06-01", "It met on 6 May 2004, 9:03am AEST, and on Friday at 5 p.m.",
       "2004-05-06 time | 6 May 2004, 9:03am AEST; ~2005-05-27 time Fri | Friday at 5 p.m."},
      {"2005-01-05", "The trial began on June 3, 2003. He will appear on June 3.",
       "2003-06-03 day | June 3, 2003; ~2005-06-03 day | June 3"},
      {"2005-01-05", "They fell out on Jan. 3, 2003. The new mayor took office on Jan. 3.",
       "2003-01-03 day | Jan. 3, 2003; ~2005-01-03 day | Jan. 3"},
      {"2005-06-01", "He sold 1995 tickets on a 2000 calories diet.", ""},
      {"2005-06-01", "The toll rose by about 2000.", ""},
      {"2005-06-01", "Thousands joined the March.", ""},
      {"2005-06-01", "He was held in March and died later in the year.",
       "~2005-03-01..2005-03-31 month | March; ~2005-01-01..2005-12-31 year | the year"},
      {"2005-06-01", "It will open later in the year.", "~2005-06-01..2005-12-31 year | the year"},
      {"2005-06-01", "We will rest on weekend.", "~2005-06-04..2005-06-05 day | weekend"},
      {"2005-06-01", "The quota for the six months from April 1 rose; less than two years after May 1, 2003.",
       "~2005-04-01 day | April 1; 2003-05-01 day | May 1, 2003"},
      {"2005-06-01", "May 148.25 146.25 2000 Jun 146.75 146.25.", ""},
      {"2005-06-01", "A change of the fiscal year end.", ""},
      {"2005-06-01", "Shops opened early on Black Friday 2004 and on christmas eve.",
       "2004-11-26 day | Black Friday 2004; ~2004-12-24 day | christmas eve"},
  };
  CHECK_DATES(rows);
}

/* What no writer means must neither crash nor leave the calendar. */
static void test_hostile(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      "May",
                                      "the",
                                      "2004-",
                                      "the end of the end of the end of",
                                      "May May May May May May",
                                      "99999999999999999999 May 99999999999",
                                      "0000-00-00 00/00/0000 0/0",
                                      "400 centuries ago in 1000-1001-1002",
                                      "'99999 ' 90 s the '",
                                      "early mid late early 1990s 's s",
                                      "Monday (Monday (Monday (Oct. (",
                                      "400 years later, 400 years later, 400 years later",
                                      "400 years after 1 January 9999, 400 years before 1 January 0001",
                                      "399 years and 399 months ago, 399 weeks and 399 days ago",
                                      "from between from 1 May to from 9999 to 31-Dec-9999",
                                      "He leaves tomorrow and will rest on Sunday."};
  static const char *const published[] = {NULL, "0001-01-01", "9999-12-31", "2004-02-29"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    for (size_t k = 0; k < sizeof published / sizeof *published; k++) {
      date_fixture f;
      cck_buffer got = {0};
      date_fixture_init(&f, texts[i], published[k]);
      read_dates(&f, &got);
      assert_null(strstr(got.ptr, "-00"));
      assert_null(strstr(got.ptr, "10000-"));
      cck_buffer_fini(&got);
      date_fixture_fini(&f);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_calendar),   cmocka_unit_test(test_missing_days),
      cmocka_unit_test(test_no_year),    cmocka_unit_test(test_ranges),
      cmocka_unit_test(test_seasons),    cmocka_unit_test(test_years),
      cmocka_unit_test(test_parts),      cmocka_unit_test(test_relative),
      cmocka_unit_test(test_weekdays),   cmocka_unit_test(test_told),
      cmocka_unit_test(test_holidays),   cmocka_unit_test(test_undated),
      cmocka_unit_test(test_no_dates),   cmocka_unit_test(test_mixed),
      cmocka_unit_test(test_mixed_more), cmocka_unit_test(test_vague_publication),
      cmocka_unit_test(test_spans),      cmocka_unit_test(test_wrapped),
      cmocka_unit_test(test_composites), cmocka_unit_test(test_memory),
      cmocka_unit_test(test_hostile),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
