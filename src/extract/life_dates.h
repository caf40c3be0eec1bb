/*
 * Life dates: the brackets right behind a person's name that say when they were born and died.
 *
 *   Harold Berg (10 February 1894 - 29 December 1986)   two dates of Harold Berg: born, died
 *   Anna Holt (born 26 May 1970), Olaf Munk (b. 1950)   one
 *   Carl Ost (1950-2003)                                two, where the name can be no period's: "Cold War (1947-1991)"
 *
 * Doubt counts as no: the dates are then read as they were.
 */
#ifndef CCK_EXTRACT_LIFE_DATES_H
#define CCK_EXTRACT_LIFE_DATES_H

#include "extract/scene.h"

/* Splits, names and dates them. After cck_link_dates, before claims are made. */
void cck_life_dates(cck_scene *scene);

#endif
