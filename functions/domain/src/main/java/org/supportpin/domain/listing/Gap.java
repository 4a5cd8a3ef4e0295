package org.supportpin.domain.listing;

import org.supportpin.domain.check.WireName;

/** Why a list is not, or not wholly, there. */
public enum Gap implements WireName {
    /** The system has no way of listing it. */
    NOT_LISTED,
    /** The system did not answer, or not in time. */
    UNAVAILABLE,
    /** There is more than is shown. */
    MORE
}
