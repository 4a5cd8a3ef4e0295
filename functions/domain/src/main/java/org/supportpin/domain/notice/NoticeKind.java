package org.supportpin.domain.notice;

import org.supportpin.domain.check.WireName;

/** What a notice is about. It is stored in clear, so that operators see what waits. */
public enum NoticeKind implements WireName {
    /** To the mobile and the notice address on file, after the service was activated. */
    ACTIVATED,
    /** The same, after it was deactivated. */
    DEACTIVATED,
    /** The same, after wrong PINs locked phone verification. */
    LOCKED,
    /** The same, after the customer's own rules were tightened. */
    POLICY_TIGHTENED,
    /** The same, when a high-risk action begins to wait. */
    ACTION_WAITING,
    /** To the old mobile, and to the notice address, after another mobile took its place. */
    MOBILE_REPLACED,
    /** To the mobile and the notice address on file, after a high-risk action. */
    ACTION_DONE,
    /** To the mobile and the notice address on file, after an operator found out whether an action was done. */
    ACTION_SETTLED,
    /** To the mobile on file and the notice address, after the customer's own rules were loosened. */
    POLICY_LOOSENED,
    /** To a notice address that is not confirmed yet: its code. */
    ADDRESS_CODE,
    /** To the mobile, and to the old and the new notice address, after that was confirmed, replaced or removed. */
    ADDRESS_CHANGED,
    /** To a domain's previous and to its new administrator. */
    ADMINISTRATOR_CHANGED,
    /** How to pay for an order, to the order's administrator or the domain's owner. */
    ORDER_DETAILS
}
