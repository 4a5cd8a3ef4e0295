package org.supportpin.domain.notice;

import org.supportpin.domain.check.WireName;

/** What a notice is about. It is stored in clear, so that operators see what waits. */
public enum NoticeKind implements WireName {
    /** To the old mobile, after another took its place. */
    MOBILE_REPLACED,
    /** To the mobile on file, after a high-risk action. */
    ACTION_DONE,
    /** To the mobile on file, after the customer's own rules were loosened. */
    POLICY_LOOSENED,
    /** To a domain's previous and to its new administrator. */
    ADMINISTRATOR_CHANGED,
    /** How to pay for an order, to the order's administrator or the domain's owner. */
    ORDER_DETAILS
}
