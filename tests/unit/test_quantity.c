/* The quantity grammar: sentences and what is read in them, positives and negatives side by side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "extract/mention.h"
#include "extract/vocabulary.h"

/*
 * `want`: the mentions, joined by "; ". "5000..7000 soldier, range up | 5,000 to 7,000 soldiers": the value (one number
 * when both ends are equal, an empty end when it is open), the unit, approx and change where they say something, the
 * text.
 */
typedef struct row {
  const char *sentence, *want;
} row;

static const row ROWS[] = {
    {"The new base will hold 5,000 soldiers.", "5000 soldier | 5,000 soldiers"},
    {"About 7,000 troops serve there.", "7000 troop, about | 7,000 troops"},
    {"Russia wrote off $330 million of the debt.", "330000000 USD | $330 million"},
    {"The loan is worth $2.3bn.", "2300000000 USD | $2.3bn"},
    {"The loan is worth $ 2 billion.", "2000000000 USD | $ 2 billion"},
    {"It cost HK$8.1m to build.", "8100000 HKD | HK$8.1m"},
    {"It cost HK $8.1m to build.", "8100000 HKD | HK $8.1m"},
    {"The estate is valued at $US7 trillion.", "7000000000000 USD | $US7 trillion"},
    {"They raised EUR50m in March.", "50000000 EUR | EUR50m"},
    {"The fine was RM120,000.", "120000 MYR | RM120,000"},
    {"The deal brought 5 million US dollars.", "5000000 USD | 5 million US dollars"},
    {"The bill came to 950€ in the end.", "950 EUR | 950€"},
    {"The ticket costs 50p.", "50 penny | 50p"},
    {"Bread went up to 40 cents a loaf.", "40 cent/loaf | 40 cents a loaf"},
    {"A $500 fine was imposed.", "500 USD | $500"},
    {"Oil sold at $61.40 per barrel.", "61.4 USD/barrel | $61.40 per barrel"},
    {"They pump 90,000 barrels a day.", "90000 barrel/day | 90,000 barrels a day"},
    {"The flat rents for $900 a month.", "900 USD/month | $900 a month"},
    {"Exports were $5 million a year ago.", "5000000 USD | $5 million"},
    {"The car does 120 km/h on the plain.", "120 kilometre/hour | 120 km/h"},
    {"Winds of 74 mph hit the coast.", "74 mile/hour | 74 mph"},
    {"Wages rose 5% last year.", "5 percent, up | 5%"},
    {"The club drew 30,100 last season.", "30100 | 30,100"},
    {"Shares fell more than 3 percent.", "3.. percent, over down | 3 percent"},
    {"The rouble lost 2.5 percent of its value.", "2.5 percent, down | 2.5 percent"},
    {"Prices were up 1.5 percentage points.", "1.5 percentage point, up | 1.5 percentage points"},
    {"The bank cut rates by 50 basis points.", "50 basis point, down | 50 basis points"},
    {"The index climbed 120 points to 7,425.", "120 point, up | 120 points; 7425 point | 7,425"},
    {"Turnout was about 60 per cent.", "60 percent, about | 60 per cent"},
    {"The rate is 0.4 percent lower.", "0.4 percent | 0.4 percent"},
    {"There was an 80 percent increase in thefts.", "80 percent | 80 percent"},
    {"More than 6,000 soldiers are stationed there.", "6000.. soldier, over | 6,000 soldiers"},
    {"At least 12 people died.", "12.. people, at_least | 12 people"},
    {"Nearly 300 residents were evacuated.", "300 resident, about | 300 residents"},
    {"Up to 400 tanks were moved.", "..400 tank, at_most | 400 tanks"},
    {"No more than three jets landed.", "..3 jet, at_most | three jets"},
    {"Fewer than 20 villages have water.", "..20 village, under | 20 villages"},
    {"The camp holds 5,000-plus refugees.", "5000.. refugee, at_least | 5,000-plus refugees"},
    {"The camp holds 500 or more families.", "500.. family, at_least | 500 or more families"},
    {"It was over 2,000 km from the border.", "2000.. kilometre, over | 2,000 km"},
    {"Around the 37 villages lie fields.", "37 village | 37 villages"},
    {"The project will take 10 to 15 years.", "10..15 year, range | 10 to 15 years"},
    {"Between 5 and 7 people were hurt.", "5..7 people, range | 5 and 7 people"},
    {"Inflation of between 5% and 6% is expected.", "5..6 percent, range | 5% and 6%"},
    {"The budget is 21-24 billion euros.", "21000000000..24000000000 EUR, range | 21-24 billion euros"},
    {"The cost is put at $600,000 to $2.1 million.", "600000..2100000 USD, range | $600,000 to $2.1 million"},
    {"Four to five thousand men marched.", "4000..5000 man, range | Four to five thousand men"},
    {"A 5-10 kilometre walk is planned.", "5..10 kilometre, range | 5-10 kilometre"},
    {"Two or three days are enough.", "2..3 day, range | Two or three days"},
    {"Tens of thousands of people fled.", "10000..100000 people, range | Tens of thousands of people"},
    {"Dozens of houses burned.", "12..120 house, range | Dozens of houses"},
    {"Millions of dollars vanished.", "1000000..10000000 USD, range | Millions of dollars"},
    {"Hundreds of millions of tonnes were lost.",
     "100000000..1000000000 tonne, range | Hundreds of millions of tonnes"},
    {"Thirty-one thousand four hundred and twelve voters registered.",
     "31412 voter | Thirty-one thousand four hundred and twelve voters"},
    {"One hundred and five lorries crossed.", "105 lorry | One hundred and five lorries"},
    {"Two and a half million tons were shipped.", "2500000 ton | Two and a half million tons"},
    {"Half a million men were called up.", "500000 man | Half a million men"},
    {"A dozen officers resigned.", "12 officer | A dozen officers"},
    {"Two dozen officers resigned.", "24 officer | Two dozen officers"},
    {"A couple of weeks passed.", "2 week | A couple of weeks"},
    {"The 4-1/2 year term ends soon.", "4.5 year | 4-1/2 year"},
    {"The trip takes 2½ hours.", "2.5 hour | 2½ hours"},
    {"A third of the voters stayed home.", "0.333333333333 fraction | A third of the voters"},
    {"Two-thirds of members agreed.", "0.666666666667 fraction | Two-thirds of members"},
    {"Half the houses were empty.", "0.5 fraction | Half the houses"},
    {"One in five adults cannot read.", "0.2 fraction | One in five adults"},
    {"Nine out of 10 farmers own land.", "0.9 fraction | Nine out of 10 farmers"},
    {"It is a third of a mile away.", "0.333333333333 mile | a third of a mile"},
    {"The 45-year-old miner was found.", "45 year of age | 45-year-old"},
    {"John Brown, 45, of Leeds, was released.", "45 year of age | 45"},
    {"The girl is 12 years old.", "12 year of age | 12 years old"},
    {"The boy, who was 10, survived.", "10 year of age | 10"},
    {"The driver, aged 33, was held.", "33 year of age | 33"},
    {"Nobody under the age of 18 may enter.", "..18 year of age, under | 18"},
    {"The division is 5,000-strong.", "5000 person | 5,000-strong"},
    {"The 7,000-strong garrison will stay.", "7000 person | 7,000-strong"},
    {"The sides signed 14 signed agreements.", "14 signed agreement | 14 signed agreements"},
    {"Six straight defeats followed.", "6 straight defeat | Six straight defeats"},
    {"Smaller banks closed 15 smaller offices.", "15 small office | 15 smaller offices"},
    {"Two of the companies were fined.", "2 company | Two of the companies"},
    {"Three of Petrov's deputies left.", "3 petrov deputy | Three of Petrov's deputies"},
    {"Officials seized 2.1M printed and bound copies.", "2100000 printed bound copy | 2.1M printed and bound copies"},
    {"They shipped six million 330ml cans.", "6000000 can | six million; 330 millilitre | 330ml"},
    {"The firm sold 12m of its phones.", "12000000 phone | 12m of its phones"},
    {"The 50m pool is closed.", "50 metre | 50m"},
    {"A 30-year lease was signed.", "30 year | 30-year"},
    {"The five-year plan failed.", "5 year | five-year"},
    {"A three-day strike began.", "3 day | three-day"},
    {"A 10-member council rules.", "10 member | 10-member"},
    {"The 80-yard pass won it.", "80 yard | 80-yard"},
    {"Only 40 million of the 2.5 billion shekels were paid.",
     "40000000 ILS | 40 million; 2500000000 ILS | 2.5 billion shekels"},
    {"Arrests fell to 45 from 60 cases.", "45 case | 45; 60 case | 60 cases"},
    {"Some 310 lorries crossed, compared with 57 in May.", "310 lorry, about | 310 lorries; 57 lorry | 57"},
    {"Rates of 2, 3 and 4 percent apply.", "2 percent | 2; 3 percent | 3; 4 percent | 4 percent"},
    {"Revenue grew sixfold.", "6 time, up | sixfold"},
    {"Temperatures fell to minus 5 degrees Celsius.", "-5 celsius | minus 5 degrees Celsius"},
    {"It was -12C at night.", "-12 celsius | -12C"},
    {"The lake lies 1,607 metres (5,272 ft) above the sea.", "1607 metre | 1,607 metres; 5272 foot | 5,272 ft"},
    {"He ran 100 kilometres (62 miles) in a day.", "100 kilometre | 100 kilometres; 62 mile | 62 miles"},
    {"The plant yields 50MW of power.", "50 megawatt | 50MW"},
    {"The disk holds 500GB of data.", "500 gigabyte | 500GB"},
    {"It covers 30 sq km of steppe.", "30 square kilometre | 30 sq km"},
    {"The mine produced 3 tonnes of gold.", "3 tonne | 3 tonnes"},
    {"The hall has 12 m2 of floor.", "12 square metre | 12 m2"},
    {"Over the next five years 20 schools will open.", "5 year | five years; 20 school | 20 schools"},
    {"In the past 12 months prices doubled.", "12 month | 12 months; 2 time, up | doubled"},
    {"They work 3 shifts of 8 hours.", "3 shift | 3 shifts; 8 hour | 8 hours"},
    {"The 12.5 extra percentage points matter.", "12.5 percentage point | 12.5 extra percentage points"},
    {"He gained 212 rushing yards.", "212 yard | 212 rushing yards"},
    {"The town has 2000 people.", "2000 people | 2000 people"},
    {"About 2000 people live there.", "2000 people, about | 2000 people"},
    {"They bought 1,50,000 goats.", "150000 goat | 1,50,000 goats"},
    {"They paid 1,318,4000 soms.", "malformed | 1,318,4000 soms"},
    {"Some 7,00 lorries came.", "malformed | 7,00"},
    {"In all 1,23,45 votes were cast.", ""},
    {"The 201st Motorized Rifle Division stays.", ""},
    {"It is the 22nd such case.", ""},
    {"S-300 and BM-27 launchers arrived.", ""},
    {"SA-10/20 missiles were sold.", ""},
    {"He bought an iPhone 11 and a Boeing 747.", ""},
    {"The S&P 500 closed early.", ""},
    {"The train leaves at 9:35 PM.", ""},
    {"The meeting is at 10 a.m. sharp.", ""},
    {"They won 2-1 at home.", ""},
    {"The set ended 6-4, 6-3.", ""},
    {"See page 12 and Section 427.", ""},
    {"Volume: 2 Issue: 128", ""},
    {"Call 555-1234 or +996 312 66 50 50.", ""},
    {"He lives at 49 Old Mill Road.", ""},
    {"No one knows what one can do.", ""},
    {"Each one was checked.", ""},
    {"One of the soldiers died.", "1 soldier | One of the soldiers"},
    {"One man was hurt.", "1 man | One man"},
    {"The 5G network covers 3D films.", ""},
    {"They stay open 24/7.", ""},
    {"Psalm 3,4 is read.", ""},
    {"Add 0,5 litre of milk.", ""},
    {"Version 1.2.3 came out.", ""},
    {"The shop sells Model 3s and 787s.", ""},
    {"Several thousand people came.", ""},
    {"The Big Ten met the Seven Network.", ""},
    {"The number 7 bus is late.", ""},
    {"The file is at www.example.org/2004/10/20 today.", ""},
    {"Agent 007 returned.", ""},
    {"It measures 1920x1080 pixels.", ""},
    {"Ten thousand visitors came to the Six Nations.", "10000 visitor | Ten thousand visitors"},
    {"It took 100 days and cost $1.5 million-plus.", "100 day | 100 days; 1500000.. USD, at_least | $1.5 million"},
    {"As many as 30 cars were damaged.", "..30 car, at_most | 30 cars"},
    {"The army has 1,100 tanks, 2,300 guns and 150 aircraft.",
     "1100 tank | 1,100 tanks; 2300 gun | 2,300 guns; 150 aircraft | 150 aircraft"},
    {"The toll rose from 10 to 15.", "10 | 10; 15 | 15"},
    {"Pay rose 5 per cent, from $300 to $315.", "5 percent, up | 5 per cent; 300 USD | $300; 315 USD | $315"},
    {"Pay rose 5% from $300 to $315.", "5 percent, up | 5%; 300 USD | $300; 315 USD | $315"},
    {"Pay rose, and a ticket costs from $3 to $5.", "3..5 USD, range | $3 to $5"},
    {"Output fell from 40 tonnes to 25 tonnes.", "40 tonne | 40 tonnes; 25 tonne | 25 tonnes"},
    {"He paid $5 million-plus for 3 of his 12 horses.",
     "5000000.. USD, at_least | $5 million; 3 horse | 3; 12 horse | 12 horses"},
    {"Salaries went up by more than 10%.", "10.. percent, over up | 10%"},
    {"They gave up 5 percent of the land.", "5 percent | 5 percent"},
    {"The price jumped 12% to $9.", "12 percent, up | 12%; 9 USD | $9"},
    {"Exports dropped by 3 to 5 percent.", "3..5 percent, range down | 3 to 5 percent"},
    {"The bank added 4% and shed 2 points.", "4 percent, up | 4%; 2 point, down | 2 points"},
    {"The prize is worth from $100 to $200 to $300.", "100..200 USD, range | $100 to $200; 200..300 USD, range | $300"},
    {"It lost 40 points, or 0.5%, by noon.", "40 point, down | 40 points; 0.5 percent, down | 0.5%"},
    {"A crowd estimated at 3,000 people gathered.", "3000 people, about | 3,000 people"},
    {"Roughly one million votes were counted.", "1000000 vote, about | one million votes"},
    {"The flood killed 30 people and injured scores of others.", "30 people | 30 people"},
    {"In 1999 there were 12 banks, in 2004 only five.", "12 bank | 12 banks; 5 | five"},
    {"Fines of £50 to £75 per day apply.", "50..75 GBP/day, range | £50 to £75 per day"},
    {"The river rose by 2 metres.", "2 metre, up | 2 metres"},
    {"The engine gives 95 horsepower.", "95 horsepower | 95 horsepower"},
    {"The team has 11 players, two coaches and one doctor.",
     "11 player | 11 players; 2 coach | two coaches; 1 doctor | one doctor"},
    {"The plane carried 150 passengers and six crew.", "150 passenger | 150 passengers; 6 crew | six crew"},
    {"It was built for 2 billion roubles ($70 million).",
     "2000000000 RUB | 2 billion roubles; 70000000 USD | $70 million"},
    {"The firm has 25 offices in 12 countries.", "25 office | 25 offices; 12 country | 12 countries"},
    {"The planes dropped 20 bombs and sank three ships.", "20 bomb | 20 bombs; 3 ship | three ships"},
    {"Exports rose by 4,000 to 61,000.", "4000, up | 4,000; 61000 | 61,000"},
    {"The loan is repaid over five years.", "5 year | five years"},
    {"He has served for over five years.", "5.. year, over | five years"},
    {"The rate fell below 5 percent.", "..5 percent, under | 5 percent"},
    {"Employment grew by 5,000 jobs.", "5000 job, up | 5,000 jobs"},
    {"Staff was cut by 16 percent to 12,500.", "16 percent, down | 16 percent; 12500 | 12,500"},
    {"Police seized seven AK-47s and 600 Model 3 cars.", "7 ak-47 | seven AK-47s; 600 model 3 car | 600 Model 3 cars"},
    {"The baker, aged 40, and ages 10, 9 and 4.",
     "40 year of age | 40; 10 year of age | 10; 9 year of age | 9; 4 year of age | 4"},
    {"The blast left 20 killed and 12 wounded.", "20 person | 20 killed; 12 person | 12 wounded"},
    {"It has two merchant vessels that were hit.", "2 merchant vessel | two merchant vessels"},
    {"It offers USB 3.0 ports.", ""},
    {"One out of every 200 users fell ill.", "0.005 fraction | One out of every 200 users"},
    {"A quarter of a million dollars vanished.", "250000 USD | A quarter of a million dollars"},
    {"He paid 10 000 dollars.", "10000 USD | 10 000 dollars"},
    {"It lies one-half mile north.", "0.5 mile | one-half mile"},
    {"A two-for-one share split is planned.", ""},
    {"The screen has 2880 x 1800 pixels.", "1800 pixel | 1800 pixels"},
    {"It was a one-sided game.", ""},
    {"Pupils under the age of 8 travel free.", "..8 year of age, under | 8"},
    {"They sold 31,0000 tons of ore.", "malformed | 31,0000 tons"},
    {"On May 5,2004 they met at 48,8566 north.", ""},
    {"The rate is 3,1416 euros, and 7,25 percent.", ""},
    {"Only one winner came.", "1 winner | one winner"},
    {"They form two or three blocs.", "2..3 bloc, range | two or three blocs"},
    {"They turned to one another.", ""},
    {"Sales of 5k-20k are usual.", "5000..20000, range | 5k-20k"},
    {"A crowd of 1,200-1,500 came.", "1200..1500, range | 1,200-1,500"},
    {"The clinics are spread over three towns.", "3 town | three towns"},
    {"They employ over three hundred cooks.", "300.. cook, over | three hundred cooks"},
    {"The border stretches over 40 miles.", "40.. mile, over | 40 miles"},
    {"Rebels around Khorog number 300.", "300 | 300"},
    {"Bus number 300 was late.", ""},
    {"He holds 2,100 Meadows Paper shares.", "2100 meadows paper share | 2,100 Meadows Paper shares"},
    {"Twelve Las Vegas hotels burned.", "12 las vegas hotel | Twelve Las Vegas hotels"},
    {"Two of the drivers' wives waited.", "2 driver wife | Two of the drivers' wives"},
    {"Customs seized nine MP-5 machine pistols.", "9 mp-5 machine pistol | nine MP-5 machine pistols"},
    {"The line has six new 737 freighters.", "6 new 737 freighter | six new 737 freighters"},
    {"You pay in 36 equal monthly instalments.", "36 equal monthly instalment | 36 equal monthly instalments"},
    {"Six nurses-two of them new-left.", "6 nurse | Six nurses; 2 | two"},
    {"One vote and apathy decide it.", "1 vote | One vote"},
    {"He taught three old pupils he liked.", "3 old pupil | three old pupils"},
    {"They sew 900 wool coats a week.", "900 wool coat/week | 900 wool coats a week"},
    {"He leaves five grandchildren.", "5 grandchild | five grandchildren"},
    {"Exports fell by half.", "0.5 fraction, down | half"},
    {"Exports rose by more than a third last year.", "0.333333333333.. fraction, over up | a third"},
    {"He came in by a third door.", ""},
    {"Fewer than half came.", "..0.5 fraction, under | half"},
    {"One of every six wells is dry.", "0.166666666667 fraction | One of every six wells"},
    {"Seven in ten farmers own a tractor.", "0.7 fraction | Seven in ten farmers"},
    {"They won three in ten days.", "3 | three; 10 day | ten days"},
    {"The estate cost three-quarters of a million pounds.", "750000 GBP | three-quarters of a million pounds"},
    {"The coat cost 80 pounds.", "80 GBP | 80 pounds"},
    {"The calf lost 80 pounds.", "80 pound | 80 pounds"},
    {"It cost the farm 80 pounds of seed.", "80 pound | 80 pounds"},
    {"The boat was 12'9\" long.", "153 inch | 12'9\""},
    {"The guard is 6-foot-4 and 31.", "76 inch | 6-foot-4; 31 | 31"},
    {"A 20,000-square-foot hangar fell.", "20000 square foot | 20,000-square-foot"},
    {"A 300-nautical-mile race began.", "300 nautical mile | 300-nautical-mile"},
    {"Call (312) 555-0188 now.", ""},
    {"A man in his 40s was held.", ""},
    {"The run took 40s.", "40 second | 40s"},
    {"The 20-something singer left.", ""},
    {"They met for one-on-one talks.", ""},
    {"They hold 25 of 90 seats.", "25 seat | 25; 90 seat | 90 seats"},
    {"A magnitude 6.1 quake struck.", "6.1 magnitude | 6.1"},
    {"It measured 6.1 on the Richter scale.", "6.1 magnitude | 6.1"},
    {"Adults over 65 pay less.", "65.. year of age, over | 65"},
    {"Shares over 65 pay less.", "65.., over | 65"},
    {"The error is plus or minus 4 points.", "4 point | 4 points"},
    {"He paid up to $40.", "..40 USD, at_most | $40"},
    {"Bids went up to $40.", "40 USD | $40"},
    {"The diver, 33, was found.", "33 year of age | 33"},
    {"In rows, 33, nothing grew.", "33 | 33"},
    {"The cellar is 8 by 12 feet.", "8 foot | 8; 12 foot | 12 feet"},
    {"The 717 program ended.", ""},
    {"The 717 programs ended.", "717 program | 717 programs"},
    {"The chip is a Fox 9400M.", ""},
    {"The six-foot-five Danish-born cook won.", "77 inch | six-foot-five"},
    {"They tired in the second half of the game.", ""},
    {"Two shocks, magnitude 2.9 and 2.2, followed.", "2 shock | Two shocks; 2.9 magnitude | 2.9; 2.2 magnitude | 2.2"},
    {"Both Hill 225 indexes fell.", ""},
    {"It lost 12 cents per share on revenue of $11.", "12 cent/share | 12 cents per share; 11 USD | $11"},
    {"The fare was cut by $5.", "5 USD, down | $5"},
    {"He cut $5 bills.", "5 USD | $5"},
    {"It goes at 3 x 10^8 m/s.", "300000000 metre/second | 3 x 10^8 m/s"},
    {"It said: (1) prices fell; (2) wages rose.", ""},
    {"Some wells (2) are dry.", ""},
    {"Half of the wells (12 of 24) are dry.", "0.5 fraction | Half of the wells; 12 | 12; 24 | 24"},
    {"A $3,000 to 5,000 reward is offered.", "3000..5000 USD, range | $3,000 to 5,000"},
    {"They cut 5,000, or 9% of the staff.", "5000 | 5,000; 9 percent | 9%"},
    {"Many iPhone 4 owners wrote.", ""},
    {"The pipe is 6\" wide.", "6 inch | 6\""},
    {"He said \"I want 6\" and left.", "6 | 6"},
    {"She is 5 ft 6 in tall.", "66 inch | 5 ft 6 in"},
    {"A 1080p film is on.", ""},
    {"It sells at 80p.", "80 penny | 80p"},
    {"It was 5 degrees below zero.", "-5 degree | 5 degrees below zero"},
    {"It is 12 below zero.", "-12 | 12 below zero"},
    {"A year and a half passed.", "1.5 year | A year and a half"},
    {"A year and a day passed.", ""},
    {"The rate rose by a quarter point.", "0.25 point, up | a quarter point"},
    {"They live a half-mile off.", "0.5 mile | a half-mile"},
    {"A quarter moon rose.", ""},
    {"The council passed five laws.", "5 law | five laws"},
    {"Sales passed 5,000 units.", "5000.. unit, over | 5,000 units"},
    {"It shrank 3%-4% a year.", "3..4 percent/year, range down | 3%-4% a year"},
    {"One or two lorries came.", "1..2 lorry, range | One or two lorries"},
    {"Five lorries or more came.", "5.. lorry, at_least | Five lorries"},
    {"Ten percent at most is lost.", "..10 percent, at_most | Ten percent"},
    {"It hit 9 lorries at least 3 times.", "9 lorry | 9 lorries; 3.. time, at_least | 3 times"},
    {"He has 9 goats and more than 30 hens.", "9 goat | 9 goats; 30.. hen, over | 30 hens"},
    {"He sold 9 and more than 30 died.", "9 | 9; 30.., over | 30"},
    {"Theft is down a third.", "0.333333333333 fraction, down | a third"},
    {"Two in every five wells are dry.", "0.4 fraction | Two in every five wells"},
    {"The number of wells fell by 90.", "90, down | 90"},
    {"Under-18s may not enter.", "..18 year of age, under | 18s"},
    {"The under-21 team won.", "..21 year of age, under | 21"},
    {"It needs an under-5-minute run.", "5 minute | 5-minute"},
    {"He and his sister, 7, are safe.", "7 year of age | 7"},
    {"He is 6-foot-2-inches tall.", "74 inch | 6-foot-2-inches"},
    {"He is one of only 3 survivors.", "1 survivor | one; 3 survivor | 3 survivors"},
    {"He is 31, she says.", "31 year of age | 31"},
    {"There is a 1 in 6 chance of rain.", "0.166666666667 fraction | 1 in 6"},
    {"The fee is half of 1 percent.", "0.5 percent | half of 1 percent"},
    {"Half of 12 percent is lost.", "0.5 fraction | Half; 12 percent | 12 percent"},
    {"They held 12 Thai and 11 Yemeni.", "12 thai | 12 Thai; 11 yemeni | 11 Yemeni"},
    {"They flew a 787 Dreamliner.", ""},
    {"Nearly 4 in 5 farmers agreed.", "0.8 fraction, about | 4 in 5 farmers"},
    {"Version 2.5 is out.", ""},
    {"He hit 3-of-10 shots.", ""},
    {"The sum is less than or equal to 30.", "..30, at_most | 30"},
    {"Drivers may have .08 percent in their blood.", "0.08 percent | .08 percent"},
    {"It holds between .5 and .5 litres.", "0.5 litre | .5 and .5 litres"},
    {"They paid two million USD.", "2000000 USD | two million USD"},
    {"They paid two USD.", "2 usd | two USD"},
    {"The file has four hundred and forty bit.", "440 bit | four hundred and forty bit"},
    {"It was set at sixty thousand ECU.", "60000 XEU | sixty thousand ECU"},
    {"A screw is tightened to 425 N.m.", "425 newton metre | 425 N.m."},
    {"Quakes of magnitude 5 are rare.", "5 magnitude | 5"},
    {"Between two hundred and three hundred men came.", "200..300 man, range | two hundred and three hundred men"},
    {"Between a hundred and a thousand men came.", "100..1000 man, range | a hundred and a thousand men"},
    {"Between one thousand and two thousand men came.", "1000..2000 man, range | one thousand and two thousand men"},
    {"Between five hundred and six thousand men came.", "500..6000 man, range | five hundred and six thousand men"},
    {"The list has 40 http://www.example.org/x pages.", "40 | 40"},
    {"One hundred and five lorries and 6 cars came.", "105 lorry | One hundred and five lorries; 6 car | 6 cars"},
};

typedef struct fixture {
  cck_vocabulary *vocabulary;
  cck_unit_table *units;
} fixture;

static int set_up(void **state) {
  static fixture f;
  f.vocabulary = cck_vocabulary_new();
  f.units = cck_unit_table_new();
  *state = &f;
  return 0;
}

static int tear_down(void **state) {
  fixture *f = *state;
  cck_vocabulary_free(f->vocabulary);
  cck_unit_table_free(f->units);
  return 0;
}

/* A document of one sentence. */
typedef struct sentence_case {
  cck_arena arena;
  cck_document doc;
  cck_context context;
  cck_sentence sentence;
  cck_mentions dates, quantities;
  cck_rejections rejected;
} sentence_case;

static void open_case(sentence_case *c, const fixture *f, const char *text) {
  *c = (sentence_case){.context = {.vocabulary = f->vocabulary, .units = f->units}};
  cck_arena_init(&c->arena);
  c->doc.arena = &c->arena;
  c->doc.text = cck_slice_of(text);
  cck_tokenize(&c->arena, c->doc.text, 0, c->doc.text.len, &c->doc.tokens);
  c->context.doc = &c->doc;
  c->context.arena = &c->arena;
  c->context.published = CCK_NO_PERIOD;
  c->sentence = (cck_sentence){.end = (uint32_t)c->doc.text.len, .past = (uint32_t)c->doc.tokens.count};
}

static void read_case(sentence_case *c) {
  cck_read_quantities(&c->context, &c->sentence, &c->dates, &c->quantities, &c->rejected);
}

static void close_case(sentence_case *c) { cck_arena_fini(&c->arena); }

static cck_slice tokens_text(const sentence_case *c, uint32_t first, uint32_t past) {
  return cck_slice_sub(c->doc.text, c->doc.tokens.items[first].start, c->doc.tokens.items[past - 1].end);
}

static void put_end(cck_buffer *out, bool has, cck_decimal end) {
  char text[CCK_DECIMAL_TEXT];
  if (!has)
    return;
  cck_decimal_print(end, text);
  cck_put_text(out, text);
}

static void put_value(cck_buffer *out, const cck_value *value) {
  bool plain = value->has_min && value->has_max && cck_decimal_cmp(value->min, value->max) == 0;
  put_end(out, value->has_min, value->min);
  if (!plain) {
    cck_put_text(out, "..");
    put_end(out, value->has_max, value->max);
  }
  if (value->unit.len)
    cck_putf(out, " %.*s", (int)value->unit.len, value->unit.ptr);
  const char *change = cck_change_name(value->change);
  if (value->approx != CCK_APPROX_EXACT || change)
    cck_put_text(out, ",");
  if (value->approx != CCK_APPROX_EXACT)
    cck_putf(out, " %s", cck_approx_name(value->approx));
  if (change)
    cck_putf(out, " %s", change);
}

static void put_mentions(cck_buffer *out, const sentence_case *c) {
  for (size_t i = 0; i < c->quantities.count; i++) {
    const cck_mention *m = &c->quantities.items[i];
    if (i)
      cck_put_text(out, "; ");
    if (m->kind == CCK_CLAIM_MALFORMED)
      cck_put_text(out, "malformed");
    else
      put_value(out, &m->value);
    cck_slice text = tokens_text(c, m->first, m->past);
    cck_putf(out, " | %.*s", (int)text.len, text.ptr);
  }
}

static void test_sentences(void **state) {
  size_t failed = 0;
  for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    sentence_case c;
    cck_buffer got = {0};
    open_case(&c, *state, ROWS[i].sentence);
    read_case(&c);
    put_mentions(&got, &c);
    if (!cck_slice_is(cck_buffer_slice(&got), ROWS[i].want)) {
      print_error("%s\n  want %s\n  got  %.*s\n", ROWS[i].sentence, ROWS[i].want, (int)got.len, got.len ? got.ptr : "");
      failed++;
    }
    cck_buffer_fini(&got);
    close_case(&c);
  }
  assert_int_equal(failed, 0);
}

/* Figure and noun of a mention have token ranges of their own: linking depends on them. */
static void test_parts(void **state) {
  static const struct {
    const char *sentence, *number, *noun_phrase, *noun;
    bool strong;
  } rows[] = {
      {"About $2.3 million was paid.", "$2.3 million", "", "", false},
      {"The 14 signed agreements lapsed.", "14", "signed agreements", "agreement", false},
      {"The 5,000-strong division left.", "5,000", "", "", true},
      {"Two of the smaller companies closed.", "Two", "smaller companies", "company", false},
      {"From 5 to 7 Russian soldiers came.", "5 to 7", "Russian soldiers", "soldier", false},
      {"A third of the voters left.", "A third", "voters", "voter", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    sentence_case c;
    open_case(&c, *state, rows[i].sentence);
    read_case(&c);
    assert_int_equal(c.quantities.count, 1);
    const cck_mention *m = &c.quantities.items[0];
    assert_true(cck_slice_is(tokens_text(&c, m->number_first, m->number_past), rows[i].number));
    cck_slice phrase = m->noun_past > m->noun_first ? tokens_text(&c, m->noun_first, m->noun_past) : CCK_S("");
    assert_true(cck_slice_is(phrase, rows[i].noun_phrase));
    assert_true(cck_slice_is(m->noun, rows[i].noun));
    assert_int_equal(m->strong, rows[i].strong);
    close_case(&c);
  }
}

static void test_during(void **state) {
  static const struct {
    const char *sentence, *during;
    bool planned;
  } rows[] = {
      {"They will spend it over the next five years.", "2004-10-20 2009-10-20", true},
      {"It fell in the past 12 months.", "2003-10-20 2004-10-20", false},
      {"It fell in the last 10 days.", "2004-10-10 2004-10-20", false},
      {"It took five years.", " ", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    sentence_case c;
    open_case(&c, *state, rows[i].sentence);
    c.context.published = cck_period_day(cck_day_of(2004, 10, 20));
    read_case(&c);
    assert_int_equal(c.quantities.count, 1);
    const cck_mention *m = &c.quantities.items[0];
    cck_slice from = cck_day_text(&c.arena, m->during.min);
    cck_slice to = cck_day_text(&c.arena, m->during.max);
    cck_slice got = cck_arena_printf(&c.arena, "%.*s %.*s", (int)from.len, from.ptr, (int)to.len, to.ptr);
    if (!cck_slice_is(got, rows[i].during))
      fail_msg("%s: %.*s", rows[i].sentence, (int)got.len, got.ptr);
    assert_int_equal(m->planned_hint, rows[i].planned);
    close_case(&c);
  }
}

/* A figure inside a date is the date's; a duration inside a date that has no days stays one. */
static void test_dates_win(void **state) {
  sentence_case c;
  open_case(&c, *state, "On 17 October 40 men left.");
  cck_mention date = {.kind = CCK_CLAIM_DATE, .first = 1, .past = 3};
  date.date.valid = true;
  date.date.days = cck_period_day(cck_day_of(2004, 10, 17));
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 1);
  assert_true(cck_slice_is(c.quantities.items[0].noun, "man"));
  assert_int_equal(c.rejected.count, 1);
  assert_string_equal(c.rejected.items[0].why, "part of a date");
  close_case(&c);

  open_case(&c, *state, "Two years later it closed.");
  date.first = 0;
  date.date.days = CCK_NO_PERIOD;
  CCK_PUSH(&c.arena, &c.dates, date);
  read_case(&c);
  assert_int_equal(c.quantities.count, 1);
  assert_true(cck_slice_is(c.quantities.items[0].value.unit, "year"));
  close_case(&c);
}

/* A sentence may be 64 KiB of anything: it ends, and soon. */
static void test_hostile(void **state) {
  static const char *const patterns[] = {"1",      "1 ",  "1,",      "1-",   "one ", "a hundred ",   "$",
                                         "$1 to ", "1/2", "5 a ",    "ten-", "1.",   "millions of ", "two and ",
                                         "5 big ", "-",   "half a ", "9:"};
  enum { SIZE = 64 * 1024 };
  for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
    sentence_case c;
    cck_buffer text = {0};
    while (text.len < SIZE)
      cck_put_text(&text, patterns[i]);
    open_case(&c, *state, text.ptr);
    read_case(&c);
    for (size_t k = 0; k < c.quantities.count; k++)
      assert_true(c.quantities.items[k].first < c.quantities.items[k].past &&
                  c.quantities.items[k].past <= c.doc.tokens.count);
    close_case(&c);
    cck_buffer_fini(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences), cmocka_unit_test(test_parts),
                                     cmocka_unit_test(test_during), cmocka_unit_test(test_dates_win),
                                     cmocka_unit_test(test_hostile)};
  return cmocka_run_group_tests_name("quantity", tests, set_up, tear_down);
}
