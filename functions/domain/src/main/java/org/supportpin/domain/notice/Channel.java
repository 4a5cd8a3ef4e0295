package org.supportpin.domain.notice;

import org.supportpin.domain.check.WireName;

/** How a notice is delivered. */
public enum Channel implements WireName {
    SMS
}
