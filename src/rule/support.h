/*
 * `needs N independent sources`: which figures of a group have that many behind them.
 */
#ifndef CCK_RULE_SUPPORT_H
#define CCK_RULE_SUPPORT_H

#include "rule/group.h"

/* The members whose figure agrees with figures of `needs` different origins, their own included. */
cck_group cck_group_supported(const cck_sweep *sweep, unsigned needs);

#endif
